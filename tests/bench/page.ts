import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { build } from '../../scripts/prepare.mjs';
import { bundle, openChromium } from '../eval/_pages';
import { cardOpenings } from './_page-card';
import { navigations } from './_page-navigation';
import { type BenchRow, median } from './_row';

const ROUNDS = 25;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Measured {
  readonly row: string;
  readonly ours: number;
  readonly peer?: number;
  readonly goal: string;
  readonly unit?: string;
  readonly n: number;
  readonly ok: boolean;
}

function rowOf({ row, ours, peer, goal, unit = 'ms', n, ok }: Measured): BenchRow {
  const ratio = peer === undefined ? null : rounded(ours / peer);
  return {
    row,
    ours: rounded(ours),
    peer: peer === undefined ? null : rounded(peer),
    ratio,
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

/** mark.js needs seconds for 1,000 names on 2,000 words: measured on the short page, once. */
const PEERS = [
  { name: 'mark.js, 100 names', kind: 'markJs', words: 2000, names: 100, rounds: 3 },
  { name: 'mark.js, 1,000 names', kind: 'markJs', words: 2000, names: 1000, rounds: 1 },
  {
    name: 'findAndReplaceDOMText, 1,000 names',
    kind: 'findAndReplace',
    words: 10_000,
    names: 1000,
    rounds: 9,
  },
  {
    name: 'alternation regex, 1,000 names, finds only',
    kind: 'regex',
    words: 10_000,
    names: 1000,
    rounds: 9,
  },
] as const;

async function peerRows(page: Page): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, kind, words, names, rounds } of PEERS) {
    const { ours } = await ask<{ ours: number[] }>(page, `scan(${words}, ${ROUNDS})`);
    const times = await ask<number[]>(page, `peer('${kind}', ${words}, ${names}, ${rounds})`);
    const [mine, theirs] = [median(ours), median(times)];
    const row = `${words} words, main thread / ${name}`;
    // It only finds, and base forms alone: printed for comparison, no goal.
    const isGoal = kind !== 'regex';
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

async function markRows(page: Page, cdp: CDPSession): Promise<BenchRow[]> {
  await ask<number[]>(page, 'marking(5000, 1)');
  const before = await layouts(cdp);
  const mine = await ask<number[]>(page, `marking(5000, ${ROUNDS})`);
  // One layout is the page's own, made before the marks.
  const made = (await layouts(cdp)) - before - 1;
  const spans = await ask<number[]>(page, 'wrapping(5000, 1)');
  const free = await ask<number[]>(page, 'inserts(0, 9)');
  const beside = await ask<number[]>(page, 'inserts(5000, 9)');
  const hits = await ask<number[]>(page, `hits(5000, ${ROUNDS})`);
  const [marking, wrapping] = [median(mine), median(spans)];
  const [without, withMarks, hit] = [median(free), median(beside), median(hits)];
  return [
    rowOf({
      row: '5,000 marks / wrapping spans',
      ours: marking,
      peer: wrapping,
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
    longest.push(Math.max(...(await ask<number[]>(page, `slices('${kind}', 4)`))));
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
  const script = readFileSync(path.join(built, 'content-scripts/article.js'));
  const reader = readFileSync(path.join(built, 'reader.js'));
  const kilo = (bytes: number): number => bytes / 1024;
  return [
    { row: 'content script, minified', ours: kilo(script.length), limit: 20 },
    { row: 'content script, gzip', ours: kilo(gzipSync(script).length), limit: 8 },
    { row: 'reader.js, minified, on articles only', ours: kilo(reader.length), limit: 45 },
  ].map(({ limit, ...row }) =>
    rowOf({ ...row, goal: `≤ ${limit} KB`, unit: 'KB', n: 1, ok: row.ours <= limit }),
  );
}

/** What a navigation costs over an empty script, and how soon a card stands. */
async function extensionRows(): Promise<BenchRow[]> {
  const { ours, floor } = await navigations();
  const [mine, least] = [median(ours), median(floor)];
  const { first, next } = await cardOpenings();
  return [
    rowOf({
      row: 'scripts of a navigation / an empty content script',
      ours: mine,
      peer: least,
      goal: '≤ floor + 1 ms',
      n: ours.length,
      ok: mine <= least + 1,
    }),
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

/** Measures the page's part in real Chromium: peers and floor in the same run. */
export async function run(): Promise<BenchRow[]> {
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await openBench(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    return [
      ...(await scanRows(page)),
      ...(await markRows(page, cdp)),
      ...(await guestRows(page)),
      ...(await peerRows(page)),
      ...(await extensionRows()),
      ...(await weightRows()),
    ];
  } finally {
    await browser.close();
  }
}
