import { openSigner } from '@/tracker/publish/keys';
import { publish } from '@/tracker/publish/publish';
import { readSegments } from '@/tracker/publish/state';
import { openStore } from '@/tracker/store/open';
import type { Store } from '@/tracker/store/sql';
import { startPostgres } from '../../scripts/postgres.mjs';
import { BAD_BODIES } from '../tracker/bad-input';
import { clipBody, folder, harnessOn, placed, pledge, tempDir, uuid } from '../tracker/harness';
import { newDatabaseAt } from '../tracker/new-database';
import { proveHot, proveStall, proveWriters } from '../tracker/proofs';
import { type BenchRow, median } from './_row';
import { firstSync } from './_sync-first';
import { throughNginx } from './_sync-nginx';

const STALL_GOAL_MS = 250;
const FILES_GOAL = 20;
/** Rows of the reading bench, and of a page of its peer: what a paged API usually gives. */
const ROWS = 20_000;
const PAGE = 1_000;
const ROUNDS = 5;

/** Many writers: rows lost by a reader of the published log, and by one of a plain sequence. */
async function writers(url: string): Promise<BenchRow> {
  const size = { writers: 16, transactions: 640, rows: 20, holdMs: 10 };
  const { written, lost, doubled, gaps, lostBySequence } = await proveWriters(url, size);
  const ours = lost + doubled + gaps;
  return {
    row: `rows lost, doubled or skipped of ${written} (peer: a plain sequence)`,
    ours,
    peer: lostBySequence,
    ratio: null,
    goal: '0, peer > 0',
    unit: 'rows',
    n: 1,
    ok: ours === 0 && lostBySequence > 0,
  };
}

/** Three publishers on 50 hot records; the peer takes rows with SKIP LOCKED. */
async function hot(url: string, peerUrl: string): Promise<BenchRow> {
  const size = { records: 50, changes: 6_000, publishers: 3 };
  const ours = await proveHot(url, size, false);
  const peer = await proveHot(peerUrl, size, true);
  const wrong = ours.inversions + ours.stale;
  return {
    row: 'versions out of order or stale (peer: SKIP LOCKED)',
    ours: wrong,
    peer: peer.inversions + peer.stale,
    ratio: null,
    goal: '0, peer > 0',
    unit: 'versions',
    n: 1,
    ok: wrong === 0 && peer.inversions + peer.stale > 0,
  };
}

/** A write transaction held open for 30 s; the peer is the same with writers that take turns. */
async function stall(fresh: Fresh): Promise<BenchRow[]> {
  const deps = { signer: await openSigner(tempDir()), now: () => new Date(), guard: null };
  const ours = await proveStall(await fresh(), 30_000, deps, 'outbox');
  const bare = await proveStall(await fresh(), 10_000, deps, 'none');
  const control = await proveStall(await fresh(), 3_000, deps, 'writerLock');
  const ms = (value: number) => Math.round(value);
  return [
    {
      row: `open transaction of 30 s: longest wait of a writer (with none open ${ms(bare.writerMs)}; peer: writers take turns, 3 s)`,
      ours: ms(ours.writerMs),
      peer: ms(control.writerMs),
      ratio: null,
      goal: `< ${STALL_GOAL_MS}, peer above`,
      unit: 'ms',
      n: 1,
      ok: ours.writerMs < STALL_GOAL_MS && control.writerMs > STALL_GOAL_MS,
    },
    {
      row: 'open transaction of 30 s: longest wait of a reader (peer: with none open)',
      ours: ms(ours.readerMs),
      peer: ms(bare.readerMs),
      ratio: ours.readerMs / bare.readerMs,
      goal: `< ${STALL_GOAL_MS}`,
      unit: 'ms',
      n: 1,
      ok: ours.readerMs < STALL_GOAL_MS,
    },
  ];
}

/** Rows a second out of published files, and out of a query a page, both from the same PostgreSQL. */
async function reading(url: string): Promise<BenchRow> {
  const store = await openStore({ databaseUrl: url });
  const harness = await harnessOn(store, { folder: many() });
  await publish(store, 'tt', { signer: harness.signer, now: () => new Date(), guard: null });
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await rate(() => serveFiles(harness.app, store)));
    peer.push(await rate(() => servePages(store)));
  }
  await store.close();
  const ratio = median(ours) / median(peer);
  return {
    row: `rows/s served from files (peer: a query a page of ${PAGE})`,
    ours: Math.round(median(ours)),
    peer: Math.round(median(peer)),
    ratio,
    goal: `≥ ${FILES_GOAL} ×`,
    unit: 'rows/s',
    n: ROUNDS,
    ok: ratio >= FILES_GOAL,
  };
}

const REFUSAL_GOAL_MS = 100;
/** Each bad body so often. */
const REFUSALS = 40;

/** Garbage one after another, on PostgreSQL; the peer is the same body without a fault, which is stored. */
async function refusals(url: string): Promise<BenchRow> {
  const store = await openStore({ databaseUrl: url });
  const limits = { writesPerMinute: 1e6, clipsPerDay: 1e6 };
  const harness = await harnessOn(store, { limits });
  const token = await harness.token('clip');
  let n = 0;
  const timed = async (body: unknown, status: number): Promise<number> => {
    n += 1;
    const began = performance.now();
    const answer = await harness.send('PUT', `/v1/clips/${uuid(n)}`, { token, body });
    if (answer.status !== status) throw new Error(`${answer.status}, expected ${status}`);
    return performance.now() - began;
  };
  const bad: number[] = [];
  const good: number[] = [];
  for (let round = 0; round < REFUSALS; round += 1) {
    for (const [, body, status] of BAD_BODIES) bad.push(await timed(body, status));
    good.push(await timed(clipBody, 201));
  }
  const [stored] = await store.query<{ n: number }>('select count(*) as n from clip');
  await store.close();
  const ours = p99(bad);
  return {
    row: `bad input refused, p99 (peer: a sound clip taken, p99); stored of it: ${(stored?.n ?? 0) - good.length}`,
    ours: Math.round(ours * 10) / 10,
    peer: Math.round(p99(good) * 10) / 10,
    ratio: null,
    goal: `< ${REFUSAL_GOAL_MS}, 0 stored`,
    unit: 'ms',
    n: bad.length,
    ok: ours < REFUSAL_GOAL_MS && stored?.n === good.length,
  };
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}

function many() {
  const promises = Array.from({ length: ROWS }, (_unused, n) =>
    placed('promise', {
      ...pledge,
      id: `promise-${n}`,
      text: { ru: `Отремонтировать дорогу ${n}` },
    }),
  );
  return folder(promises);
}

async function rate(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const rows = await work();
  return (rows / (performance.now() - began)) * 1_000;
}

interface App {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

/** What the tracker does for one reader: its own routes, gzipped files. */
async function serveFiles(app: App, store: Store): Promise<number> {
  let rows = 0;
  for (const segment of await readSegments(store, 'tt')) {
    const init = { headers: { 'accept-encoding': 'gzip' } };
    const response = await app.request(`/v1/tt/${segment.path}`, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200 || bytes.length === 0) throw new Error(`no ${segment.path}`);
    rows += segment.rows;
  }
  return rows;
}

/** The plain way: a query a page, the answer as JSON. */
async function servePages(store: Store): Promise<number> {
  let cursor = 0;
  for (;;) {
    const rows = await store.query<{ rev: number; body: string }>(
      'select rev, kind, id, body from log where dataset = $1 and rev > $2 order by rev limit $3',
      ['tt', cursor, PAGE],
    );
    const last = rows.at(-1);
    if (last === undefined) return cursor;
    const page = JSON.stringify(
      rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown })),
    );
    if (page.length === 0) throw new Error('an empty page');
    cursor = last.rev;
  }
}

type Fresh = () => Promise<string>;

/** A part that has a throw-away PostgreSQL; absolute figures of both sides are in the rows. */
function onPostgres(work: (fresh: Fresh) => Promise<BenchRow[]>): () => Promise<BenchRow[]> {
  return async () => {
    const postgres = await startPostgres();
    try {
      return await work(() => newDatabaseAt(postgres.url));
    } finally {
      await postgres.stop();
    }
  };
}

export const parts = {
  files: onPostgres(async (fresh) => [
    await reading(await fresh()),
    await throughNginx(await fresh()),
  ]),
  reader: firstSync,
  publishing: onPostgres(async (fresh) => [
    await hot(await fresh(), await fresh()),
    await refusals(await fresh()),
    ...(await stall(fresh)),
    await writers(await fresh()),
  ]),
};
