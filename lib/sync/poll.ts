import type { Cursor } from '@/lib/storage/cache-db';
import type { CacheStore, CacheWriter } from '@/lib/storage/cache-writer';
import type { HeadBody, Manifest } from '@/lib/wire/head';
import { DigestFailure, SyncFailure } from './ends';
import { deltaPlan, fullPlan, type PlannedFile, restOf, snapshotName } from './plan';
import { type Changes, fetchNamed, lineHash, parseLines, readManifest } from './read-files';
import { type HeadWish, readHead, type SeenHead } from './read-head';
import type { World } from './world';

/** Why everything is fetched anew; each at most once a day, but for what is not a fault. */
export type FullCause = 'first' | 'behind' | 'epoch' | 'corruption';

/** What a poll works with. */
export interface Poll {
  readonly world: World;
  readonly store: CacheStore;
  readonly head: HeadWish;
  /** Every row of the cache is read and compared with the manifest's digest. */
  readonly isDigestDue: boolean;
  /** Throws `SyncFailure` when this cause had its full resync today. */
  allowFull(cause: FullCause): Promise<void>;
  /**
   * A full resync came to its end, good or bad. One that was broken off is gone on with and was none yet: browsers
   * stop a background half way as they please.
   */
  noteFull(cause: FullCause): Promise<void>;
  /** Rows that go into one transaction. */
  readonly batchRows: number;
  /** Called after each named step; tests stop the poll there. */
  readonly onStep?: (step: PollStep) => void | Promise<void>;
}
export type PollStep = 'head' | 'manifest' | 'fetched' | 'applied' | 'filled' | 'flipped';

/** How a poll that did not fail ended. */
export interface PollEnd {
  readonly end: 'success' | 'up-to-date';
  readonly isDigestChecked: boolean;
}

async function note(poll: Poll, writer: CacheWriter, { body, serverNow }: SeenHead): Promise<void> {
  const seenAt = poll.world.now();
  await writer.noteHead({
    issued: body.issued,
    seenAt,
    clockOffsetMs: serverNow === null ? null : serverNow - seenAt,
  });
}

const NOTHING: Changes = { changes: [], unknownKinds: 0 };

/** Cuts a plan into batches that are applied in one transaction each: a row is then written once, not once a file. */
function batchesOf(
  plan: readonly PlannedFile[],
  maxRows: number,
): readonly (readonly PlannedFile[])[] {
  const batches: PlannedFile[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const file of plan) {
    if (rows + file.rows > maxRows) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(file);
    rows += file.rows;
  }
  return batches;
}

/**
 * What the work makes of each item, in order. The next is begun before one is given out. Its failure is met where it
 * is due; until then, or when whoever asks failed first, it is not unhandled.
 */
async function* oneAhead<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begin = (item: T): Promise<R> => {
    const working = work(item);
    working.catch(() => undefined);
    return working;
  };
  const [first, ...rest] = items;
  if (first === undefined) return;
  let next = begin(first);
  for (const item of rest) {
    const done = await next;
    next = begin(item);
    yield done;
  }
  yield await next;
}

/** While a file is parsed, the next one is fetched. */
async function readBatch(poll: Poll, batch: readonly PlannedFile[]): Promise<Changes> {
  const files: Changes[] = [];
  const { world, head, onStep } = poll;
  const fetched = oneAhead(batch, async ({ ref, from }) => ({
    bytes: ref === null ? null : await fetchNamed(world, head.base, ref),
    from,
  }));
  for await (const { bytes, from } of fetched) {
    files.push(bytes === null ? NOTHING : parseLines(bytes, from.rev));
    await onStep?.('fetched');
  }
  return {
    changes: files.flatMap(({ changes }) => changes),
    unknownKinds: files.reduce((sum, { unknownKinds }) => sum + unknownKinds, 0),
  };
}

/** While the store writes a batch, the next one is fetched and parsed. */
async function follow(
  poll: Poll,
  writer: CacheWriter,
  plan: readonly PlannedFile[],
): Promise<void> {
  writer.prepare();
  const batches = batchesOf(plan, poll.batchRows);
  const read = oneAhead(batches, async (batch) => ({ batch, ...(await readBatch(poll, batch)) }));
  for await (const { batch, changes, unknownKinds } of read) {
    const [first, last] = [batch[0], batch.at(-1)];
    if (first === undefined || last === undefined) continue;
    await writer.apply(changes, { from: first.from, to: last.to, unknownRows: unknownKinds });
    await poll.onStep?.('applied');
  }
}

/**
 * The cache is what the manifest says: as many live rows, with the same sum. `isDeep` reads every row;
 * otherwise the sum that was kept with the cursor is taken.
 */
async function refuseOtherDigest(
  writer: CacheWriter,
  { rev, digest }: Manifest,
  isDeep: boolean,
): Promise<void> {
  const cursor = await writer.cursor();
  if (cursor === null) throw new DigestFailure('the cache has no cursor');
  if (cursor.unknownRows > 0) return;
  const { n, sum64 } = isDeep ? await writer.digestOfRows(lineHash) : cursor;
  if (cursor.rev !== rev || n !== digest.n || sum64 !== digest.sum64) {
    throw new DigestFailure(
      `${n} rows (${sum64}) at rev ${cursor.rev}, manifest ${digest.n} (${digest.sum64}) at ${rev}`,
    );
  }
}

/** Fills a new database and puts it in use. One that was begun from the same snapshot is gone on with. */
async function full(
  poll: Poll,
  seen: SeenHead,
  manifest: Manifest,
  cause: FullCause,
): Promise<PollEnd> {
  await poll.allowFull(cause);
  const { dataset, epoch } = seen.body;
  const wanted = { dataset, epoch, snapshot: snapshotName(manifest) };
  const writer = await poll.store.filling(wanted);
  try {
    const cursor = await writer.cursor();
    await follow(poll, writer, restOf(fullPlan(manifest), cursor ?? { rev: 0, parts: 0 }));
    await refuseOtherDigest(writer, manifest, false);
    await note(poll, writer, seen);
    await poll.onStep?.('filled');
    await poll.store.flip(writer);
    await poll.noteFull(cause);
    await poll.onStep?.('flipped');
  } catch (error) {
    if (error instanceof DigestFailure) {
      await poll.store.abandonFilling();
      await poll.noteFull(cause);
    }
    throw error;
  } finally {
    writer.close();
  }
  return { end: 'success', isDigestChecked: true };
}

async function delta(
  poll: Poll,
  seen: SeenHead,
  manifest: Manifest,
  writer: CacheWriter,
  plan: readonly PlannedFile[],
): Promise<PollEnd> {
  await follow(poll, writer, plan);
  try {
    await refuseOtherDigest(writer, manifest, poll.isDigestDue);
  } catch (error) {
    if (!(error instanceof DigestFailure)) throw error;
    return await full(poll, seen, manifest, 'corruption');
  }
  await note(poll, writer, seen);
  await writer.compact();
  return { end: plan.length > 0 ? 'success' : 'up-to-date', isDigestChecked: poll.isDigestDue };
}

async function onwards(
  poll: Poll,
  seen: SeenHead,
  writer: CacheWriter,
  cursor: Cursor,
): Promise<PollEnd> {
  if (cursor.rev === seen.body.rev && !poll.isDigestDue) {
    await note(poll, writer, seen);
    return { end: 'up-to-date', isDigestChecked: false };
  }
  const manifest = await readManifest(poll.world, poll.head.base, seen.body);
  await poll.onStep?.('manifest');
  const plan = deltaPlan(manifest, cursor.rev);
  if (plan === null) return await full(poll, seen, manifest, 'behind');
  return await delta(poll, seen, manifest, writer, plan);
}

function isOlder(body: HeadBody, cursor: Cursor | null): boolean {
  return cursor !== null && body.epoch === cursor.epoch && body.rev < cursor.rev;
}

/** The head; one that is older than the cache is asked for once more, past every copy. */
async function presentHead(poll: Poll, cursor: Cursor | null): Promise<SeenHead> {
  const seen = await readHead(poll.world, poll.head);
  if (!isOlder(seen.body, cursor)) return seen;
  const again = await readHead(poll.world, { ...poll.head, isFresh: true });
  if (isOlder(again.body, cursor)) {
    throw new SyncFailure('stale-head', `head at rev ${again.body.rev}, cache at ${cursor?.rev}`);
  }
  return again;
}

/** The cache of this data set, or null. */
async function currentOf(poll: Poll): Promise<CacheWriter | null> {
  const current = await poll.store.current();
  if (current?.pointer.dataset === poll.head.dataset) return current;
  current?.close();
  return null;
}

/**
 * Brings the cache to the tracker's present state. Throws `SyncFailure` or a failure of the store; whatever
 * happens, the cache is at a rev that was published, and the next poll goes on from there.
 */
export async function pollTracker(poll: Poll): Promise<PollEnd> {
  await poll.store.dropUnused();
  const current = await currentOf(poll);
  try {
    await current?.rekeyIfOld();
    const cursor = (await current?.cursor()) ?? null;
    const seen = await presentHead(poll, cursor);
    await poll.onStep?.('head');
    if (current !== null && cursor !== null && cursor.epoch === seen.body.epoch) {
      return await onwards(poll, seen, current, cursor);
    }
    const manifest = await readManifest(poll.world, poll.head.base, seen.body);
    await poll.onStep?.('manifest');
    return await full(poll, seen, manifest, cursor === null ? 'first' : 'epoch');
  } finally {
    current?.close();
  }
}
