import { useCallback, useState } from 'react';
import type { ChainRow } from '@/components/chain-lines';
import type { HeardRow, RadarView } from '@/components/popup/radar';
import { indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge } from '@/lib/ledger/records';
import type { RepeatChain } from '@/lib/ledger/repeats';
import { each, type Steps } from '@/lib/ledger/steps';
import { callPage } from '@/lib/messaging/call';
import type { Mark, OfficialOnPage } from '@/lib/messaging/protocol';
import { allInSlices } from '@/lib/page/slices';
import { earlierChains } from '@/lib/pledges/earlier';
import { sentencesOf } from '@/lib/pledges/sentences';
import { readSpeech } from '@/lib/pledges/speech';
import type { CacheReader } from '@/lib/storage/cache';
import { chainRow } from '../own-page/chain-row';
import { todayOf } from '../own-page/today';
import type { FrontTab } from './tab-page';

/** Chains of one official's or his office's promises, and the ledger of which they are. */
interface Found {
  readonly chains: readonly RepeatChain[];
  readonly index: LedgerIndex;
}

/** Chains shown of one sentence, as many as in the form of a clip. */
const CHAINS_SHOWN = 4;

/** What was found of a sentence by the officials of its page, each chain once. */
function* heardSteps(text: string, found: readonly Found[], lang: Lang): Steps<HeardRow> {
  const ids = new Set<string | undefined>();
  const shown: ChainRow[] = [];
  for (const { chains, index } of found)
    yield* each(chains, (chain) => {
      const id = chain.links.at(-1)?.promise.id;
      const row = ids.size < CHAINS_SHOWN && !ids.has(id) ? chainRow(chain, index, lang) : null;
      if (row !== null) shown.push(row);
      ids.add(id);
    });
  return { text, earlier: shown, more: ids.size - shown.length };
}

/** What is asked of every official of a page. */
interface PageAsked {
  readonly matters: readonly string[];
  readonly textLang: Lang;
  readonly saidOn: Day;
  readonly today: Day;
  /** Promises that were recorded from this very page: they were not said before it. */
  readonly here: ReadonlySet<string>;
}

/** What one official of the page, or his office, promised before: for each of the matters. */
async function foundOf(
  { personId, postId }: OfficialOnPage,
  { matters, textLang, saidOn, today, here }: PageAsked,
  cache: CacheReader,
): Promise<readonly Found[]> {
  const ledger = await (postId === null
    ? cache.ledgerForPerson(personId)
    : cache.ledgerForPost(postId));
  const promises: Pledge[] = [];
  const takes = (one: Pledge) => {
    if (!here.has(one.id)) promises.push(one);
  };
  await allInSlices(each(ledger.promises, takes));
  const index = await allInSlices(indexSteps({ ...ledger, promises }));
  const areaId = (postId === null ? undefined : index.posts.get(postId))?.areaId ?? null;
  const asked = matters.map((text) => ({ text, saidOn, areaId }));
  const found = await allInSlices(earlierChains(index, { matters: asked, lang: textLang, today }));
  return found.map((chains) => ({ chains, index }));
}

/** A sentence without the officials it names: who spoke is no part of the matter, which another may have promised. */
function matterIn(sentence: string, marks: readonly Mark[]): string {
  const names = [...new Set(marks.map(({ text }) => text))].sort((a, b) => b.length - a.length);
  return names.reduce((text, name) => text.replaceAll(name, ' '), sentence);
}

/** The sentences of an article that read as promises, one after another; the popup is never held up. */
async function* promiseSentences(blocks: readonly string[], textLang: Lang) {
  for (const [at, block] of blocks.entries()) {
    for (const text of sentencesOf(block)) {
      const { label } = readSpeech(text, `${blocks[at - 1] ?? ''} ${block}`, textLang);
      if (label === 'promise') yield text;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Reads the tab's article: tells row by row which sentences read as promises, then what was promised before. */
async function read(
  tab: FrontTab,
  cache: CacheReader,
  lang: Lang,
  onRow: (row: HeardRow) => void,
): Promise<void> {
  const [{ blocks, lang: textLang }, report] = await Promise.all([
    callPage(tab.id, 'articleText', {}),
    callPage(tab.id, 'pageReport', {}),
  ]);
  const found = new Map<string, Found[]>();
  for await (const text of promiseSentences(blocks, textLang)) {
    if (found.has(text)) continue;
    found.set(text, []);
    onRow({ text, earlier: [], more: 0 });
  }
  if (found.size === 0) return;
  const [recorded, today] = await Promise.all([cache.recordsOfPage(report.url), todayOf(cache)]);
  const here = new Set<string>();
  await allInSlices(each(recorded, ({ id }) => here.add(id)));
  const matters = [...found.keys()].map((text) => matterIn(text, report.marks));
  const saidOn = report.date === null ? today : firstDay(report.date);
  // One after another: the ledger of a large office is a large thing to hold.
  for (const official of report.officials.filter(({ listed }) => listed === null)) {
    const his = await foundOf(official, { matters, textLang, saidOn, today, here }, cache);
    for (const [at, list] of [...found.values()].entries()) list.push(...his.slice(at, at + 1));
  }
  for (const [text, list] of found) onRow(await allInSlices(heardSteps(text, list, lang)));
}

/** The radar of the page in front: off until it is asked for. */
export function useRadar(
  tab: FrontTab | null,
  cache: CacheReader,
  lang: Lang,
): [RadarView, () => void] {
  const [view, setView] = useState<RadarView>({ kind: 'off' });
  const start = useCallback(() => {
    if (tab === null) return;
    const rows = new Map<string, HeardRow>();
    const show = (kind: 'reading' | 'read' | 'failed') =>
      setView({ kind, rows: [...rows.values()] });
    show('reading');
    read(tab, cache, lang, (row) => {
      rows.set(row.text, row);
      show('reading');
    }).then(
      () => show('read'),
      (error: unknown) => {
        console.error('[uade] radar', error);
        show('failed');
      },
    );
  }, [tab, cache, lang]);
  return [view, start];
}
