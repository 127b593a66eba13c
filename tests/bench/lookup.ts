import type { Page } from '@playwright/test';
import { bundle, openChromium } from '../eval/_pages';
import type { Filled } from './_lookup-page-script';
import type { LookUpQuestion, LookUpTimes } from './_lookup-worker';
import { type BenchRow, median } from './_row';

const OFFICIALS = 100_000;
const WARM_GOAL_MS = 16;
const COLD_GOAL_MS = 150;
const COLD_ROUNDS = 9;
const ORIGIN = 'https://bench.example';

/** A page of a real Chromium that may fill databases and start workers on them. */
async function openBench(page: Page): Promise<void> {
  const worker = `const scriptStart = performance.now();\n${await bundle('tests/bench/_lookup-worker.ts')}`;
  await page.route(`${ORIGIN}/**`, (route) =>
    route.request().url() === `${ORIGIN}/worker.js`
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: worker })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html>' }),
  );
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(await bundle('tests/bench/_lookup-page-script.ts'));
}

/** The scripts of this bench, which answer in these shapes. */
const ask = async (page: Page, question: LookUpQuestion): Promise<LookUpTimes> =>
  (await page.evaluate(`uadeLookUp.ask(${JSON.stringify(question)})`)) as LookUpTimes;
const fill = async (page: Page): Promise<Filled> =>
  (await page.evaluate(`uadeLookUp.fill(${OFFICIALS})`)) as Filled;

/** 95 of 100 take no longer; NaN of none. */
const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Times {
  readonly warm: number;
  readonly cold: number;
  readonly n: number;
  readonly found: number;
}

async function timesOf(
  page: Page,
  by: LookUpQuestion['by'],
  queries: readonly string[],
): Promise<Times> {
  const { later, found } = await ask(page, { by, queries });
  const cold: number[] = [];
  for (let round = 0; round < COLD_ROUNDS; round += 1)
    cold.push((await ask(page, { by, queries: [(queries[round] ?? '').slice(0, 2)] })).first);
  return { warm: p95(later), cold: median(cold), n: later.length, found };
}

function rowsAgainst(peer: string, ours: Times, theirs: Times, asked: number): BenchRow[] {
  const row = (what: string, a: number, b: number, goal: number, n: number): BenchRow => ({
    row: `${what}, against ${peer}`,
    ours: rounded(a),
    peer: rounded(b),
    ratio: rounded(a / b),
    goal: `≤ ${goal}`,
    unit: 'ms',
    n,
    ok: a <= goal,
  });
  return [
    row(
      `a letter typed, p95 of ${OFFICIALS} officials`,
      ours.warm,
      theirs.warm,
      WARM_GOAL_MS,
      ours.n,
    ),
    row('first answer of a fresh worker', ours.cold, theirs.cold, COLD_GOAL_MS, COLD_ROUNDS),
    {
      row: `queries of ${asked} that find anybody, against ${peer}`,
      ours: ours.found,
      peer: theirs.found,
      ratio: null,
      goal: `${asked}`,
      unit: 'queries',
      n: asked,
      ok: ours.found === asked,
    },
  ];
}

function sizeRows(filled: Filled): BenchRow[] {
  const row = (what: string, ours: number, peer: number, unit: string): BenchRow => ({
    row: what,
    ours: rounded(ours),
    peer: rounded(peer),
    ratio: rounded(ours / peer),
    goal: '< peer',
    unit,
    n: 1,
    ok: ours < peer,
  });
  return [
    row('the index, against MiniSearch as JSON', filled.bytes / 1e6, filled.miniBytes / 1e6, 'MB'),
    row(
      'making it from the cache, against MiniSearch from memory',
      filled.buildMs,
      filled.miniBuildMs,
      'ms',
    ),
    row('making it, against a Dexie index of words', filled.buildMs, filled.dexieMs, 'ms'),
  ];
}

/** Look-up as you type over 100,000 officials in a real Chromium, beside MiniSearch and a plain prefix scan. */
export async function run(): Promise<BenchRow[]> {
  const chromium = await openChromium();
  try {
    const page = await chromium.newPage();
    await openBench(page);
    const filled = await fill(page);
    const { queries } = filled;
    const ours = await timesOf(page, 'ours', queries);
    const mini = await timesOf(page, 'mini', queries);
    const scan = await timesOf(page, 'scan', queries);
    return [
      ...rowsAgainst('MiniSearch', ours, mini, queries.length),
      ...rowsAgainst('a Dexie prefix scan', ours, scan, queries.length),
      ...sizeRows(filled),
    ];
  } finally {
    await chromium.close();
  }
}
