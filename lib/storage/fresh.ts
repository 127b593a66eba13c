import {
  type Bundle,
  closeBundle,
  HANGING,
  joinPieces,
  type OpenBundle,
  openBundle,
  parsePiece,
} from './bundle';
import { deleteBundles, pieceKey, putBundles, wholeRows } from './bundle-rows';
import type { BundleRow, CacheDb } from './cache-db';
import type { CacheView } from './cache-view';

/**
 * A delta changes a promise here and there: to write whole bundles anew for it was most of its time. What it brings to
 * an office is written beside the bundle, and read over it; now and then all of it is folded in.
 */
const FRESH_MAX = 2_000;
/** Bundles folded in one transaction: a look-up waits for no more than these. */
const PIECE = 200;

/** A bundle for change, with what is laid over it. */
export function openOver(row: BundleRow | undefined, over: BundleRow | undefined): OpenBundle {
  const open = openBundle(row);
  if (over === undefined) return open;
  const { promise, hanging } = openBundle(over);
  for (const [id, record] of promise) open.promise.set(id, record);
  for (const kind of HANGING) {
    for (const [of, id] of over.gone) if (of === kind) open.hanging[kind].delete(id);
    for (const [id, record] of hanging[kind]) open.hanging[kind].set(id, record);
  }
  return open;
}

/** Reads a stored bundle, piece by piece. */
async function bundleOf(view: CacheView, row: BundleRow | undefined): Promise<Bundle> {
  const pieces: Bundle[] = [];
  for (const piece of row?.pieces ?? []) {
    if (pieces.length > 0) await view.pause();
    pieces.push(parsePiece(piece));
  }
  for (let nth = 1; row !== undefined && nth <= row.more; nth += 1) {
    const piece = await view.row('pieces', pieceKey(row.key, nth));
    // A lost one is told by the weekly comparison.
    if (piece !== undefined) pieces.push(parsePiece(piece.bytes));
  }
  return joinPieces(pieces);
}

/** A bundle as it is read through what is laid over it. */
function bundleOver(bundle: Bundle, over: Bundle, gone: BundleRow['gone']): Bundle {
  const isGone = new Set(gone.map(([kind, id]) => `${kind}/${id}`));
  const seen = <K extends keyof Bundle, T extends Bundle[K][number]>(
    kind: K,
    records: readonly T[],
    changed: readonly T[],
  ): readonly T[] => {
    const next = new Map<string, T>(changed.map((record) => [record.id, record]));
    const kept = records.filter(({ id }) => !isGone.has(`${kind}/${id}`));
    const inPlace = kept.map((record) => next.get(record.id) ?? record);
    for (const { id } of kept) next.delete(id);
    return [...inPlace, ...next.values()];
  };
  return {
    promise: seen('promise', bundle.promise, over.promise),
    statusEvent: seen('statusEvent', bundle.statusEvent, over.statusEvent),
    reply: seen('reply', bundle.reply, over.reply),
    sourceCheck: seen('sourceCheck', bundle.sourceCheck, over.sourceCheck),
    stance: seen('stance', bundle.stance, over.stance),
  };
}

/** The rows of bundles and those laid over them; undefined where there is none. */
async function rowsAt(view: CacheView, keys: readonly string[]) {
  const [rows, over] = await Promise.all([view.rows('bundles', keys), view.rows('fresh', keys)]);
  return keys.map((key, at) => ({ key, row: rows[at], over: over[at] }));
}

/** The bundles of these keys as far as there are any. */
export async function bundlesAt(
  view: CacheView,
  keys: Iterable<string>,
): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  for (const { row, over } of await rowsAt(view, [...keys])) {
    if (row === undefined && over === undefined) continue;
    const bundle = await bundleOf(view, row);
    const seen = over && bundleOver(bundle, await bundleOf(view, over), over.gone);
    bundles.push(seen ?? bundle);
  }
  return bundles;
}

/** How many promises are in each bundle; one that was changed since may be counted twice. */
export async function promisesAt(
  view: CacheView,
  keys: readonly string[],
): Promise<readonly (readonly [key: string, promises: number])[]> {
  const rows = await rowsAt(view, keys);
  return rows.map(({ key, row, over }) => [key, (row?.promises ?? 0) + (over?.promises ?? 0)]);
}

/** Keys of all bundles. */
export async function bundleKeys(db: CacheDb): Promise<readonly string[]> {
  const [keys, over] = await Promise.all([
    db.bundles.toCollection().primaryKeys(),
    db.fresh.toCollection().primaryKeys(),
  ]);
  return [...new Set([...keys, ...over])];
}

/** Keys of the bundles in which a person speaks, or did before a delta. */
export async function keysOfSpeaker(view: CacheView, personId: string): Promise<readonly string[]> {
  const [keys, over] = await Promise.all([
    view.keysBy('bundles', 'speakers', personId),
    view.keysBy('fresh', 'speakers', personId),
  ]);
  return [...new Set([...keys, ...over])];
}

async function foldPiece(db: CacheDb): Promise<void> {
  await db.transaction('rw', [db.bundles, db.pieces, db.fresh], async () => {
    const keys = await db.fresh.limit(PIECE).primaryKeys();
    const stored = await rowsAt(db, keys);
    const rows = await wholeRows(
      db,
      stored.flatMap(({ row }) => row ?? []),
    );
    const open = stored.map(({ key, over }) => [key, openOver(rows.get(key), over)] as const);
    const put = open.map(([key, bundle]) => closeBundle(key, bundle));
    await putBundles(
      db,
      put.filter((row) => row !== null),
    );
    await deleteBundles(
      db,
      open.filter((_, at) => put[at] === null).map(([key, { more }]) => ({ key, more })),
    );
    await db.fresh.bulkDelete(keys);
  });
}

/** Folds of what was laid over the bundles as much as there is too much of it. Call between transactions. */
export async function foldFresh(db: CacheDb, max = FRESH_MAX): Promise<void> {
  while ((await db.fresh.count()) > max) await foldPiece(db);
}
