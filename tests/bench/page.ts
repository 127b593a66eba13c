import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { build } from '../../scripts/prepare.mjs';
import { bundle, openChromium } from '../eval/_pages';
import { cardOpenings } from './_page-card';
import { navigations } from './_page-navigation';
import { type Beside, heapMegabytes, idlePerCent, msToMarks, withBoth } from './_page-reader';
import { type Scrolling, scrolling } from './_page-scroll';
import { HOSTILE_PAGES, longestTasks } from './_page-tasks';
import { type BenchRow, median } from './_row';

const ROUNDS = 25;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Measured {
  readonly row: string;
  readonly ours: number;
  readonly peer?: number;
  readonly floor?: number;
  readonly goal: string;
  readonly unit?: string;
  readonly n: number;
  readonly ok: boolean;
}

function rowOf({ row, ours, peer, floor, goal, unit = 'ms', n, ok }: Measured): BenchRow {
  // A peer of nothing is none to be compared with.
  const ratio = peer === undefined || peer === 0 ? null : rounded(ours / peer);
  return {
    row,
    ours: rounded(ours),
    peer: peer === undefined ? null : rounded(peer),
    ratio,
    ...(floor !== undefined && { floor: rounded(floor), ofFloor: rounded(ours / floor) }),
    goal,
    unit,
    n,
    ok,
  };
}

/** A page with a clock of 5 µs: only pages isolated from other origins have it. */
async function openBench(page: Page): Promise<void> {
  await page.route('https://bench.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
      body: '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Аким отчитался о дорогах</title><body></body></html>',
    }),
  );
  await page.goto('https://bench.example/a/1');
  await page.evaluate(await bundle('tests/bench/_page-script.ts'));
}

async function ask<T>(page: Page, expression: string): Promise<T> {
  // The script of this bench, with answers of the shape asked for.
  return (await page.evaluate(`uadeBench.${expression}`)) as T;
}

async function scanRows(page: Page): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [words, rounds] of [
    [2000, ROUNDS],
    [5000, ROUNDS],
    [10_000, ROUNDS],
    [100_000, 7],
  ] as const) {
    const { ours, floor } = await ask<{ ours: number[]; floor: number[] }>(
      page,
      `scan(${words}, ${rounds})`,
    );
    const [mine, least] = [median(ours), median(floor)];
    const small = words <= 5000;
    const ok = small ? mine <= least + 1.5 : mine <= least * 1.5;
    const goal = small ? '≤ floor + 1.5 ms' : '≤ 1.5 × floor';
    rows.push(
      rowOf({
        row: `read, send and mark ${words} words / floor`,
        ours: mine,
        peer: least,
        goal,
        n: ours.length,
        ok,
      }),
    );
  }
  return rows;
}

/**
 * mark.js needs seconds for 1,000 names on 2,000 words: measured on the short page, once. Ours finds among all names of
 * the ledger, whatever their number; 10,000 is what it is built for. A tenth of them is printed for comparison, no goal:
 * a pattern of them takes less than the floor. So is the pattern alone, which only finds, and base forms alone.
 */
const PEERS = [
  { name: 'mark.js, 100 names', kind: 'markJs', words: 2000, names: 100, rounds: 3, isGoal: true },
  {
    name: 'mark.js, 1,000 names',
    kind: 'markJs',
    words: 2000,
    names: 1000,
    rounds: 1,
    isGoal: true,
  },
  ...[1000, 10_000].flatMap((names) => {
    const many = { words: 10_000, names, rounds: 9 } as const;
    const count = `${names.toLocaleString('en')} names`;
    return [
      {
        ...many,
        name: `findAndReplaceDOMText, ${count}`,
        kind: 'findAndReplace',
        isGoal: names === 10_000,
      },
      { ...many, name: `alternation regex, ${count}, finds only`, kind: 'regex', isGoal: false },
    ] as const;
  }),
] as const;

async function peerRows(page: Page): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, kind, words, names, rounds, isGoal } of PEERS) {
    const { ours } = await ask<{ ours: number[] }>(page, `scan(${words}, ${ROUNDS})`);
    const times = await ask<number[]>(page, `peer('${kind}', ${words}, ${names}, ${rounds})`);
    const [mine, theirs] = [median(ours), median(times)];
    const row = `${words} words, main thread / ${name}`;
    rows.push(
      rowOf({
        row,
        ours: mine,
        peer: theirs,
        goal: isGoal ? '< peer' : 'none',
        n: times.length,
        ok: !isGoal || mine < theirs,
      }),
    );
  }
  return rows;
}

async function layouts(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
}

/**
 * Without marks and beside them, by turns; the collector, which slows inserts down by half while it is at work, has
 * done before each.
 */
async function insertsByTurns(page: Page, cdp: CDPSession): Promise<[number[], number[]]> {
  const free: number[] = [];
  const beside: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    for (const [marks, times] of [
      [0, free],
      [5000, beside],
    ] as const) {
      await cdp.send('HeapProfiler.collectGarbage');
      times.push(...(await ask<number[]>(page, `inserts(${marks}, 3)`)));
    }
  }
  return [free, beside];
}

async function markRows(page: Page, cdp: CDPSession): Promise<BenchRow[]> {
  await ask<number[]>(page, 'marking(5000, 1)');
  const before = await layouts(cdp);
  const mine = await ask<number[]>(page, `marking(5000, ${ROUNDS})`);
  // One layout is the page's own, made before the marks.
  const made = (await layouts(cdp)) - before - 1;
  const least = await ask<number[]>(page, `leastMarking(5000, ${ROUNDS})`);
  const spans = await ask<number[]>(page, 'wrapping(5000, 1)');
  const [free, beside] = await insertsByTurns(page, cdp);
  const hits = await ask<number[]>(page, `hits(5000, ${ROUNDS})`);
  const [marking, wrapping] = [median(mine), median(spans)];
  const [without, withMarks, hit] = [median(free), median(beside), median(hits)];
  return [
    rowOf({
      row: '5,000 marks / wrapping spans',
      ours: marking,
      peer: wrapping,
      floor: median(least),
      goal: '≤ 6 ms',
      n: mine.length,
      ok: marking <= 6,
    }),
    rowOf({
      row: 'layouts made by 5,000 marks',
      ours: Math.max(0, made),
      goal: '0',
      unit: 'layouts',
      n: mine.length,
      ok: made <= 0,
    }),
    rowOf({
      row: "page's own 2,000 inserts beside 5,000 marks / without",
      ours: withMarks,
      peer: without,
      goal: '≤ 1.3 ×',
      n: beside.length,
      ok: withMarks <= without * 1.3,
    }),
    rowOf({
      row: 'hit test at 5,000 marks',
      ours: hit,
      goal: '≤ 1 ms',
      n: hits.length,
      ok: hit <= 1,
    }),
  ];
}

/** The longest slice of each of several reads: one read's maximum is at the mercy of what else the machine does. */
async function longestSlices(page: Page, kind: 'node' | 'nodes'): Promise<number[]> {
  const longest: number[] = [];
  for (let round = 0; round < 5; round++) {
    longest.push(Math.max(...(await ask<number[]>(page, `slices('${kind}')`))));
  }
  return longest;
}

async function guestRows(page: Page): Promise<BenchRow[]> {
  const node = await longestSlices(page, 'node');
  const nodes = await longestSlices(page, 'nodes');
  const away = await ask<number[]>(page, `turnedAway(${ROUNDS})`);
  const small = await ask<number[]>(page, `appended(2000, ${ROUNDS})`);
  const large = await ask<number[]>(page, `appended(50000, ${ROUNDS})`);
  const rows = [
    {
      row: 'longest slice, a text node of 10 MB',
      ours: median(node),
      goal: '≤ 8 ms',
      n: node.length,
      limit: 8,
    },
    {
      row: 'longest slice, 50,000 nodes',
      ours: median(nodes),
      goal: '≤ 8 ms',
      n: nodes.length,
      limit: 8,
    },
    {
      row: 'a page that is no article',
      ours: median(away),
      goal: '≤ 0.5 ms',
      n: away.length,
      limit: 0.5,
    },
    {
      row: '400 words appended to 2,000',
      ours: median(small),
      goal: '≤ 1 ms',
      n: small.length,
      limit: 1,
    },
    {
      row: '400 words appended to 50,000',
      ours: median(large),
      goal: '≤ 1 ms',
      n: large.length,
      limit: 1,
    },
  ];
  return rows.map(({ limit, ...row }) => rowOf({ ...row, ok: row.ours <= limit }));
}

/** Weighs what is shipped, built for it: a build left over from earlier would be of other code. */
async function weightRows(): Promise<BenchRow[]> {
  const built = await build('chrome', 'production');
  const script = readFileSync(path.join(built, 'article.js'));
  const reader = readFileSync(path.join(built, 'reader.js'));
  const reading = readFileSync(path.join(built, 'reading.js'));
  const kilo = (bytes: number): number => bytes / 1024;
  return [
    { row: 'content script, minified', ours: kilo(script.length), limit: 20 },
    { row: 'content script, gzip', ours: kilo(gzipSync(script).length), limit: 8 },
    { row: 'reader.js, minified, on articles only', ours: kilo(reader.length), limit: 25 },
    { row: 'reading.js, let go when read, minified', ours: kilo(reading.length), limit: 25 },
  ].map(({ limit, ...row }) =>
    rowOf({ ...row, goal: `≤ ${limit} KB`, unit: 'KB', n: 1, ok: row.ours <= limit }),
  );
}

/** What a navigation costs over an empty script. */
async function navigationRows(): Promise<BenchRow[]> {
  const { ours, floor, listening } = await navigations();
  const [mine, least, heard] = [median(ours), median(floor), median(listening)];
  return [
    rowOf({
      row: 'scripts of a navigation / an empty content script',
      ours: mine,
      peer: least,
      goal: '≤ floor + 1 ms',
      n: ours.length,
      ok: mine <= least + 1,
    }),
    // Printed for comparison, no goal: what is asked is the row above.
    rowOf({
      row: 'the same / a content script with one listener',
      ours: mine,
      peer: heard,
      goal: 'none',
      n: listening.length,
      ok: true,
    }),
  ];
}

/** How soon a card stands. */
async function cardRows(): Promise<BenchRow[]> {
  const { first, next } = await cardOpenings();
  return [
    rowOf({
      row: 'card, first opening on a page',
      ours: median(first),
      goal: '≤ 150 ms',
      n: first.length,
      ok: median(first) <= 150,
    }),
    rowOf({
      row: 'card, next opening',
      ours: median(next),
      goal: '≤ 50 ms',
      n: next.length,
      ok: median(next) <= 50,
    }),
  ];
}

/** A row whose median may not be more than a limit. */
function limited(row: string, times: readonly number[], limit: number, unit = 'ms'): BenchRow {
  const ours = median(times);
  return rowOf({ row, ours, goal: `≤ ${limit} ${unit}`, unit, n: times.length, ok: ours <= limit });
}

/** The same beside the least that an extension can do for it. */
function beside(row: string, { ours, floor }: Beside, limit: number): BenchRow {
  const [mine, least] = [median(ours), median(floor)];
  const ok = mine <= limit;
  return rowOf({ row, ours: mine, floor: least, goal: `≤ ${limit} ms`, n: ours.length, ok });
}

/** How soon the marks stand. */
function marksRows(): Promise<BenchRow[]> {
  return withBoth('least', async (both) => [
    beside('from load to marks, warm worker', await msToMarks(both, 9, false), 100),
    beside('from load to marks, stopped worker', await msToMarks(both, 9, true), 250),
  ]);
}

/** What the reader keeps on a page. */
function heapRows(): Promise<BenchRow[]> {
  return withBoth('empty', async (both) => [
    limited('heap on an article beyond an empty script', await heapMegabytes(both, 3), 0.3, 'MB'),
  ]);
}

/** How long the reader holds up a page that is made to hold a reader up; painting is the browser's, on both sides. */
function taskRows(): Promise<BenchRow[]> {
  return withBoth('least', async (both) => {
    const rows: BenchRow[] = [];
    for (const kind of HOSTILE_PAGES) {
      const { script, frame } = await longestTasks(both, kind, 5);
      rows.push(beside(`work of our longest task, ${kind}`, script, 8));
      const [mine, least] = [median(frame.ours), median(frame.floor)];
      rows.push(
        rowOf({
          row: `longest frame, ${kind} / one mark`,
          ours: mine,
          peer: least,
          goal: '≤ peer + 8 ms',
          n: frame.ours.length,
          ok: mine <= least + 8,
        }),
      );
    }
    return rows;
  });
}

/** A frame has 16.7 ms; a ratio alone would be of a page that does next to nothing in it. */
const SCROLL_MS = 0.5;

/** What scrolling costs beside marks. */
function scrollRows(): Promise<BenchRow[]> {
  return withBoth('empty', async (both) => {
    const { ours, floor } = await scrolling(both, 5);
    const row = (name: string, of: keyof Scrolling): BenchRow => {
      const [mine, least] = [
        median(ours.map((one) => one[of])),
        median(floor.map((one) => one[of])),
      ];
      const ok = mine <= least + SCROLL_MS;
      const goal = `≤ peer + ${SCROLL_MS} ms`;
      return rowOf({ row: name, ours: mine, peer: least, goal, n: ours.length, ok });
    };
    return [
      row('a frame of scrolling beside 5,000 marks / without us', 'mean'),
      row('a slow frame of the same (95 %)', 'slow'),
    ];
  });
}

/** What the reader costs on a page that never rests. */
function idleRows(): Promise<BenchRow[]> {
  return withBoth('empty', async (both) => [
    limited('a page that changes 60 times a second', await idlePerCent(both, 3), 1, '% of a core'),
  ]);
}

/** Rows of the script alone, in a page of its own without the extension. */
async function inBench(rows: (page: Page, cdp: CDPSession) => Promise<BenchRow[]>) {
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await openBench(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    return await rows(page, cdp);
  } finally {
    await browser.close();
  }
}

/** Measures the page's part in real Chromium: peers and floor in the same run. */
export const parts: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  scan: () => inBench(scanRows),
  marks: () => inBench(markRows),
  guest: () => inBench(guestRows),
  peers: () => inBench(peerRows),
  navigation: navigationRows,
  card: cardRows,
  reader: marksRows,
  heap: heapRows,
  tasks: taskRows,
  scroll: scrollRows,
  idle: idleRows,
  weight: weightRows,
};
