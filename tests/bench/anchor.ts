/**
 * Re-finding 50 quotes in an article of 10,000 words: ours, and in the same run the two published ways,
 * dom-anchor-text-quote and the search of Hypothesis by approx-string-match, on the text alone (no DOM walk is
 * charged to anybody).
 */
import search from 'approx-string-match';
import { toTextPosition } from 'dom-anchor-text-quote';
import type { SelectorGroup } from '@/lib/ledger/records';
import { refindIn, searchedText } from '@/lib/quotes/refind';
import { selectorGroups } from '@/lib/quotes/selectors';
import { type BenchRow, median } from './_row';

const WORDS =
  'дорога вода школа район город житель вопрос улица строительство год месяц бюджет проект решение работа срок подрядчик отчёт встреча сельский новый большой обещали сделаем будут также после перед который этого мост газ котельная тротуар освещение больница'.split(
    ' ',
  );
const ARTICLE_WORDS = 10_000;
const PARAGRAPH_WORDS = 40;
const QUOTES = 50;
const RUNS = 15;
const PEER_RUNS = 3;
const GOAL_MS = 50;
const TASK_GOAL_MS = 16;

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function article(): string[] {
  const random = generator(11);
  const word = (at: number): string =>
    at % 9 === 4
      ? String(Math.floor(random() * 900))
      : (WORDS[Math.floor(random() * WORDS.length)] ?? '');
  return Array.from({ length: ARTICLE_WORDS / PARAGRAPH_WORDS }, () =>
    Array.from({ length: PARAGRAPH_WORDS }, (_, at) => word(at)).join(' '),
  );
}

interface Scene {
  readonly text: string;
  readonly quotes: readonly (readonly SelectorGroup[])[];
}

/** The page now, and quotes of it as it was; `edit` says what became of the paragraph of each quote. */
function scene(edit: (paragraph: string, quote: number) => string): Scene {
  const was = article();
  const text = was.join('\n');
  const step = Math.floor(was.length / QUOTES);
  const now = [...was];
  const quotes = Array.from({ length: QUOTES }, (_, i) => {
    const paragraph = was[i * step] ?? '';
    const start = text.indexOf(paragraph);
    now[i * step] = edit(paragraph, i);
    const words = paragraph.split(' ').slice(5, 25).join(' ');
    const from = start + paragraph.indexOf(words);
    return selectorGroups(text, [{ start: from, end: from + words.length }]);
  });
  return { text: now.join('\n'), quotes };
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function times(runs: number, work: () => void): number {
  return median(Array.from({ length: runs }, () => time(work)));
}

function ours({ text, quotes }: Scene): void {
  const searched = searchedText(text);
  for (const selectors of quotes) refindIn(searched, selectors);
}

function longestTask({ text, quotes }: Scene): number {
  let searched = searchedText('');
  const tasks = [time(() => (searched = searchedText(text)))];
  for (const selectors of quotes) tasks.push(time(() => refindIn(searched, selectors)));
  return Math.max(...tasks);
}

function byTextQuote({ text, quotes }: Scene): void {
  for (const [group] of quotes)
    if (group !== undefined) toTextPosition({ textContent: text }, group.quote);
}

/** As the client of Hypothesis does: the exact place, else the search with errors up to half, 256 at most. */
function byApproxSearch({ text, quotes }: Scene): void {
  for (const [group] of quotes) {
    const exact = group?.quote.exact ?? '';
    if (text.includes(exact)) continue;
    search(text, exact, Math.min(256, Math.floor(exact.length / 2)));
  }
}

function row(name: string, mine: number, peer: number | null, goalMs: number, n: number): BenchRow {
  return {
    row: name,
    ours: mine,
    peer,
    ratio: peer === null ? null : peer / mine,
    goal: `≤ ${goalMs}`,
    unit: 'ms',
    n,
    ok: mine <= goalMs,
  };
}

/** The rows of the bench `anchor`. */
export async function run(): Promise<BenchRow[]> {
  const same = scene((paragraph) => paragraph);
  // 30 as they were, 15 with digits changed, 5 gone.
  const mixed = scene((paragraph, i) => {
    if (i % 10 < 6) return paragraph;
    return i % 10 === 9
      ? 'абзац снят редакцией'
      : paragraph.replace(/\d+/g, (n) => String(Number(n) + 1));
  });
  ours(mixed);
  const mineSame = times(RUNS, () => ours(same));
  const mineMixed = times(RUNS, () => ours(mixed));
  const task = median(Array.from({ length: RUNS }, () => longestTask(mixed)));
  return [
    row(
      '50 as they were, against dom-anchor-text-quote',
      mineSame,
      times(PEER_RUNS, () => byTextQuote(same)),
      GOAL_MS,
      RUNS,
    ),
    row(
      '50 as they were, against approx-string-match',
      mineSame,
      times(PEER_RUNS, () => byApproxSearch(same)),
      GOAL_MS,
      RUNS,
    ),
    row(
      '30 as they were, 15 edited, 5 gone, against dom-anchor-text-quote',
      mineMixed,
      times(PEER_RUNS, () => byTextQuote(mixed)),
      GOAL_MS,
      RUNS,
    ),
    row(
      '30 as they were, 15 edited, 5 gone, against approx-string-match',
      mineMixed,
      times(PEER_RUNS, () => byApproxSearch(mixed)),
      GOAL_MS,
      RUNS,
    ),
    row('longest task of it: the page made ready, or one quote', task, null, TASK_GOAL_MS, RUNS),
  ];
}
