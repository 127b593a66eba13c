import type { CacheStore } from '@/lib/storage/cache-writer';
import type { Connection } from '@/lib/storage/connection';
import { faultOf } from '@/lib/storage/limit';
import type { OwnDb, SyncRecord } from '@/lib/storage/own-db';
import { notBefore, PAUSE_MAX_MS } from './back-off';
import { type SyncEnd, SyncFailure } from './ends';
import { type FullCause, type Poll, type PollEnd, pollTracker } from './poll';
import { baseOf, datasetOf, keepKeys, keysOf, type Tracker } from './tracker';
import type { World } from './world';

/** What a sync works with. */
export interface SyncDeps {
  readonly world: World;
  readonly own: Connection<OwnDb>;
  readonly store: CacheStore;
  readonly tracker: Tracker;
  readonly clientVersion: string;
  /** Runs the work alone among all contexts of the extension; answers null, without waiting, when another has it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>;
  /** Rows that go into one transaction; by default as many as a small machine can hold. */
  readonly batchRows?: number;
  readonly onStep?: Poll['onStep'];
}

/** What a sync was asked for. */
export interface SyncWish {
  /** By the user: no back-off, and past every copy. */
  readonly isAsked: boolean;
}

/** Some 10 MB of lines, about 20 files of a snapshot. Two batches are in memory at once: one is read ahead. */
const BATCH_ROWS = 12_500;

const DAY_MS = 86_400_000;
const DIGEST_MS = 7 * DAY_MS;

const NEVER: SyncRecord = {
  state: null,
  detail: null,
  at: null,
  succeededAt: null,
  failures: 0,
  notBefore: 0,
  digestAt: null,
  resyncAt: {},
};

/** Causes that are no fault: they may come as often as they come. */
const UNLIMITED: readonly FullCause[] = ['first', 'behind'];

async function recordOf({ own }: SyncDeps): Promise<SyncRecord> {
  return (await own.run((db) => db.read('sync'))) ?? NEVER;
}

/** At most one full resync a day for each fault, so that a tracker gone wrong costs no reader his data plan. */
async function allowFull(deps: SyncDeps, cause: FullCause): Promise<void> {
  const last = (await recordOf(deps)).resyncAt[cause];
  const now = deps.world.now();
  // A last one in the future is a clock that was put back.
  if (last !== undefined && last <= now && now - last < DAY_MS) {
    throw new SyncFailure('corruption', `everything was fetched anew today already (${cause})`);
  }
}

async function noteFull(deps: SyncDeps, cause: FullCause): Promise<void> {
  if (UNLIMITED.includes(cause)) return;
  const record = await recordOf(deps);
  const resyncAt = { ...record.resyncAt, [cause]: deps.world.now() };
  await deps.own.run((db) => db.keep('sync', { ...record, resyncAt }));
}

function isDigestDue({ digestAt }: SyncRecord, now: number): boolean {
  return digestAt === null || digestAt > now || now - digestAt > DIGEST_MS;
}

async function pollOf(deps: SyncDeps, wish: SyncWish): Promise<PollEnd> {
  const { world, own, store, tracker, clientVersion } = deps;
  const pointer = await own.run((db) => db.read('cache'));
  const known = tracker.dataset ?? pointer?.dataset ?? null;
  const dataset = await datasetOf(world, { ...tracker, dataset: known });
  const record = await recordOf(deps);
  const keys = await keysOf(world, own, tracker, dataset);
  const end = await pollTracker({
    world,
    store,
    head: {
      base: baseOf(tracker.origin, dataset),
      dataset,
      keys,
      clientVersion,
      isFresh: wish.isAsked,
    },
    isDigestDue: isDigestDue(record, world.now()),
    batchRows: deps.batchRows ?? BATCH_ROWS,
    allowFull: (cause) => allowFull(deps, cause),
    noteFull: (cause) => noteFull(deps, cause),
    ...(deps.onStep !== undefined && { onStep: deps.onStep }),
  });
  await keepKeys(own, tracker, { dataset, keys });
  return end;
}

function endOf(error: unknown): { readonly end: SyncEnd; readonly askedMs: number | null } {
  if (error instanceof SyncFailure) return { end: error.end, askedMs: error.retryAfterMs };
  const fault = faultOf(error);
  if (fault === 'quota' || fault === 'newer') return { end: fault, askedMs: null };
  // Dexie's own errors have an `inner`, whatever their name; nothing else here has.
  const isStore = fault !== 'unknown' || (error instanceof Error && 'inner' in error);
  return { end: isStore ? 'storage' : 'unknown', askedMs: null };
}

async function noteGood(deps: SyncDeps, { end, isDigestChecked }: PollEnd): Promise<SyncEnd> {
  const now = deps.world.now();
  const record = await recordOf(deps);
  await deps.own.run((db) =>
    db.keep('sync', {
      ...record,
      state: end,
      detail: null,
      at: now,
      succeededAt: now,
      failures: 0,
      notBefore: 0,
      digestAt: isDigestChecked ? now : record.digestAt,
    }),
  );
  return end;
}

async function noteBad(deps: SyncDeps, error: unknown): Promise<SyncEnd> {
  const { world } = deps;
  const { end, askedMs } = endOf(error);
  const record = await recordOf(deps);
  const failures = record.failures + 1;
  await deps.own.run((db) =>
    db.keep('sync', {
      ...record,
      state: end,
      detail: error instanceof Error ? error.message : String(error),
      at: world.now(),
      failures,
      notBefore: notBefore(world.now(), failures, world.random(), askedMs),
    }),
  );
  return end;
}

async function syncAlone(deps: SyncDeps, wish: SyncWish): Promise<SyncEnd> {
  const record = await recordOf(deps);
  const waitMs = record.notBefore - deps.world.now();
  // A longer wait than the longest pause is a clock that was put back.
  if (!wish.isAsked && waitMs > 0 && waitMs <= PAUSE_MAX_MS) return 'backoff';
  try {
    return await noteGood(deps, await pollOf(deps, wish));
  } catch (error) {
    return await noteBad(deps, error);
  }
}

/**
 * Polls the tracker once. Never throws: every end has its name. What was reached before a failure is kept,
 * and the next sync goes on from there. `busy` and `backoff` before a request change nothing that is stored.
 */
export async function syncNow(deps: SyncDeps, wish: SyncWish): Promise<SyncEnd> {
  try {
    return (await deps.alone(() => syncAlone(deps, wish))) ?? 'busy';
  } catch (error) {
    // Not even the record of the failure could be written.
    return endOf(error).end;
  }
}
