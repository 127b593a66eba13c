import { startPostgres } from '../../scripts/postgres.mjs';
import { lostInCrashes, lostWithoutFlush, lostWithPglite } from '../tracker/crashes';
import { proveFailover } from '../tracker/failover';
import { newDatabaseAt } from '../tracker/new-database';
import { type OutageProof, proveFullDisk, proveUnreachable } from '../tracker/outages';
import { proveHot } from '../tracker/proofs';
import { brokenPublishing } from '../tracker/publisher-kills';
import { proveTwo, type SendMode } from '../tracker/two-trackers';

/** A row of the table: what was broken how often, and what went wrong of it. */
export interface FaultRow {
  readonly row: string;
  readonly rounds: number;
  readonly wrong: number;
  /** The same without what protects us: must be more than 0. */
  readonly control: number;
  readonly ok: boolean;
  readonly seconds: number;
}

const PUBLISHER_KILLS = 100;
const POSTGRES_CRASHES = 10;
const PGLITE_KILLS = 30;

interface Outcome {
  readonly rounds: number;
  readonly wrong: number;
  readonly control: number;
}

async function publisher(): Promise<Outcome> {
  const ours = await brokenPublishing(PUBLISHER_KILLS, 'transaction');
  const control = await brokenPublishing(PUBLISHER_KILLS, 'statements');
  return { rounds: ours.kills, wrong: ours.wrong, control: control.wrong };
}

async function postgres(): Promise<Outcome> {
  const ours = await lostInCrashes(POSTGRES_CRASHES, []);
  return { rounds: POSTGRES_CRASHES, wrong: ours.lost, control: await lostWithoutFlush() };
}

async function pglite(): Promise<Outcome> {
  const ours = await lostWithPglite(PGLITE_KILLS);
  const control = await lostWithPglite(2, 'loose');
  return { rounds: PGLITE_KILLS, wrong: ours.lost, control: control.lost };
}

/** Runs the work on a database of its own each time. */
async function onFresh<T>(work: (fresh: () => Promise<string>) => Promise<T>): Promise<T> {
  const cluster = await startPostgres();
  const fresh = () => newDatabaseAt(cluster.url);
  try {
    return await work(fresh);
  } finally {
    await cluster.stop();
  }
}

const FAILOVERS = 6;

async function failover(): Promise<Outcome> {
  let wrong = 0;
  for (let run = 0; run < FAILOVERS; run += 1) {
    const { lost, noticed } = await proveFailover('quorum', run);
    wrong += lost + (noticed ? 0 : 1);
  }
  const control = await proveFailover('asynchronous', 0);
  return { rounds: FAILOVERS, wrong, control: control.lost };
}

/** What was lost, answered wrongly, or said more or less than once. */
async function outage(prove: () => Promise<OutageProof>): Promise<Outcome> {
  const { acknowledged, lost, errors, said, refused } = await prove();
  const wrong = lost + errors.length + Math.abs(said.length - 1);
  return { rounds: acknowledged, wrong, control: refused };
}

const HOT = { records: 50, changes: 6_000, publishers: 3 };

const hot = () =>
  onFresh(async (fresh): Promise<Outcome> => {
    const ours = await proveHot(await fresh(), HOT, false);
    const control = await proveHot(await fresh(), HOT, true);
    return {
      rounds: HOT.changes,
      wrong: ours.inversions + ours.stale,
      control: control.inversions + control.stale,
    };
  });

const TWO = { writers: 200, clipsEach: 2 };

const two = () =>
  onFresh(async (fresh): Promise<Outcome> => {
    const prove = async (mode: SendMode) => await proveTwo(await fresh(), TWO, mode);
    const ours = await prove('retry');
    const control = await prove('oneTry');
    return {
      rounds: ours.sent,
      wrong: ours.lost + ours.doubled + ours.errors.length,
      control: control.lost,
    };
  });

async function timed(row: string, work: () => Promise<Outcome>): Promise<FaultRow> {
  const began = Date.now();
  const outcome = await work();
  const seconds = Math.round((Date.now() - began) / 1_000);
  const { rounds, wrong, control } = outcome;
  // A row that broke nothing proves nothing.
  const done = { row, ...outcome, ok: rounds > 0 && wrong === 0 && control > 0, seconds };
  console.log(JSON.stringify(done));
  return done;
}

/** One row after another. */
async function onPostgres(): Promise<FaultRow[]> {
  return [
    await timed(
      'publisher killed: rows lost, doubled or skipped (control: its statements without a transaction)',
      publisher,
    ),
    await timed(
      'PostgreSQL stopped hard: acknowledged clips lost (control: asynchronous commits)',
      postgres,
    ),
    await timed(
      'the primary dies, a standby takes over: acknowledged clips lost, readers that did not notice (control: no quorum)',
      failover,
    ),
    await timed(
      'PostgreSQL away for a while: clips lost, other answers than 503, log lines but one (control: log lines, one a refusal)',
      () => outage(proveUnreachable),
    ),
    await timed('disk of PostgreSQL full to the last byte: the same (control: the same)', () =>
      outage(proveFullDisk),
    ),
    await timed(
      'three publishers, 50 hot records: versions out of order or stale (control: SKIP LOCKED)',
      hot,
    ),
    await timed(
      'one of two trackers killed under 200 writers: clips lost, doubled, in error (control: no second try)',
      two,
    ),
  ];
}

/** Kills the publisher, PostgreSQL and the tracker in mid-write; each row is printed when it is done. */
export async function trackerFaults(): Promise<FaultRow[]> {
  // Starting PGlite 32 times takes as long as all the rest: it has a core of its own.
  const [rows, alone] = await Promise.all([
    onPostgres(),
    timed(
      'kill -9 of the tracker on PGlite: acknowledged clips lost (control: asynchronous commits)',
      pglite,
    ),
  ]);
  return [...rows, alone];
}
