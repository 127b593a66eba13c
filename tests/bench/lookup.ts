import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { bundle, FLAGS } from '../eval/_pages';
import type { Filled } from './_lookup-page-script';
import type { LookUpQuestion, LookUpTimes } from './_lookup-worker';
import { type BenchRow, median } from './_row';

const OFFICIALS = 100_000;
const WARM_GOAL_MS = 16;
const COLD_GOAL_MS = 150;
const COLD_ROUNDS = 9;
/** Six of each of the eight kinds; see `typedQueries`. */
const QUERIES = 48;
/** The peers take up to a hundred times longer: two queries of each kind, and fewer fresh workers, tell enough. */
const PEER_QUERIES = 16;
const PEER_COLD_ROUNDS = 3;
const FOLDER = path.resolve(import.meta.dirname, '../../.tmp/bench-lookup');
const ORIGIN = 'https://bench.example';

/**
 * A page of a real Chromium with the databases of this code: filling them takes minutes, so a profile that the same
 * scripts have filled before is used again.
 */
async function openBench(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const worker = `const scriptStart = performance.now();\n${await bundle('tests/bench/_lookup-worker.ts')}`;
  const script = await bundle('tests/bench/_lookup-page-script.ts');
  const profile = path.join(FOLDER, createHash('sha256').update(script).digest('hex').slice(0, 16));
  for (const old of fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER) : [])
    if (old !== path.basename(profile)) fs.rmSync(path.join(FOLDER, old), { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  });
  await context.route(`${ORIGIN}/**`, (route) =>
    route.request().url() === `${ORIGIN}/worker.js`
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: worker })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html>' }),
  );
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(script);
  return { context, page };
}

/** The scripts of this bench, which answer in these shapes. */
const ask = async (page: Page, question: LookUpQuestion): Promise<LookUpTimes> =>
  (await page.evaluate(`uadeLookUp.ask(${JSON.stringify(question)})`)) as LookUpTimes;
const fill = async (page: Page): Promise<Filled> =>
  (await page.evaluate(`uadeLookUp.filled(${OFFICIALS})`)) as Filled;

/** 95 of 100 take no longer; NaN of none. */
const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Times {
  readonly warm: number;
  readonly cold: number;
  readonly n: number;
  /** Share of the queries that find anybody, 0 to 1. */
  readonly found: number;
}

async function timesOf(
  page: Page,
  by: LookUpQuestion['by'],
  queries: readonly string[],
  rounds: number,
): Promise<Times> {
  const { later, found } = await ask(page, { by, queries });
  const cold: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    cold.push((await ask(page, { by, queries: [(queries[round] ?? '').slice(0, 2)] })).first);
  return { warm: p95(later), cold: median(cold), n: later.length, found: found / queries.length };
}

function rowsAgainst(peer: string, ours: Times, theirs: Times): BenchRow[] {
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
      row: `queries that find anybody, against ${peer}`,
      ours: rounded(ours.found * 100),
      peer: rounded(theirs.found * 100),
      ratio: null,
      goal: '100',
      unit: '%',
      n: QUERIES,
      ok: ours.found === 1,
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
  const { context, page } = await openBench();
  try {
    const filled = await fill(page);
    const queries = filled.queries.slice(0, QUERIES);
    const few = queries.slice(0, PEER_QUERIES);
    const ours = await timesOf(page, 'ours', queries, COLD_ROUNDS);
    const mini = await timesOf(page, 'mini', few, PEER_COLD_ROUNDS);
    const scan = await timesOf(page, 'scan', few, PEER_COLD_ROUNDS);
    return [
      ...rowsAgainst('MiniSearch', ours, mini),
      ...rowsAgainst('a Dexie prefix scan', ours, scan),
      ...sizeRows(filled),
    ];
  } finally {
    await context.close();
  }
}
