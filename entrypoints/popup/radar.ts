import { useCallback, useState } from 'react';
import type { ChainRow } from '@/components/chain-lines';
import type { HeardRow, RadarView } from '@/components/popup/radar';
import { indexLedger } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Day, Lang } from '@/lib/ledger/records';
import { callPage } from '@/lib/messaging/call';
import type { Mark, OfficialOnPage } from '@/lib/messaging/protocol';
import { EarlierPromises } from '@/lib/pledges/earlier';
import { sentencesOf } from '@/lib/pledges/sentences';
import { readSpeech } from '@/lib/pledges/speech';
import type { CacheReader } from '@/lib/storage/cache';
import { chainRow } from '../own-page/chain-row';
import { todayOf } from '../own-page/today';
import type { FrontTab } from './tab-page';

/** What was promised before by the offices of this page, asked of one sentence. */
type Ask = (sentence: string) => readonly ChainRow[];

/** The area and the earlier promises of one official of the page. */
async function askerOf(
  { personId, postId }: OfficialOnPage,
  page: {
    readonly textLang: Lang;
    readonly saidOn: Day;
    readonly today: Day;
    readonly here: ReadonlySet<string>;
  },
  cache: CacheReader,
  lang: Lang,
): Promise<Ask> {
  const ledger = await (postId === null
    ? cache.ledgerForPerson(personId)
    : cache.ledgerForPost(postId));
  // What was recorded from this very page was not said before it.
  const promises = ledger.promises.filter(({ id }) => !page.here.has(id));
  const index = indexLedger({ ...ledger, promises });
  const areaId = (postId === null ? undefined : index.posts.get(postId))?.areaId ?? null;
  const earlier = new EarlierPromises(index, page.textLang, page.today);
  return (text) =>
    earlier
      .chainsLike({ text, lang: page.textLang, saidOn: page.saidOn, areaId })
      .flatMap((chain) => chainRow(chain, index, lang) ?? []);
}

/** A sentence without the officials it names: who spoke is no part of the matter, which another may have promised. */
function matterIn(sentence: string, marks: readonly Mark[]): string {
  const names = [...new Set(marks.map(({ text }) => text))].sort((a, b) => b.length - a.length);
  return names.reduce((text, name) => text.replaceAll(name, ' '), sentence);
}

/** Reads the tab's article and tells, row by row, which sentences read as promises; the popup is never held up. */
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
  const [recorded, today] = await Promise.all([cache.recordsOfPage(report.url), todayOf(cache)]);
  const here = new Set(recorded.map(({ id }) => id));
  const saidOn = report.date === null ? today : firstDay(report.date);
  const sure = report.officials.filter(({ listed }) => listed === null);
  const page = { textLang, saidOn, today, here };
  const asks = await Promise.all(sure.map((official) => askerOf(official, page, cache, lang)));
  for (const [at, block] of blocks.entries()) {
    for (const text of sentencesOf(block)) {
      const { label } = readSpeech(text, `${blocks[at - 1] ?? ''} ${block}`, textLang);
      if (label !== 'promise') continue;
      const matter = matterIn(text, report.marks);
      const chains = asks.flatMap((ask) => ask(matter));
      onRow({ text, earlier: [...new Map(chains.map((chain) => [chain.id, chain])).values()] });
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
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
