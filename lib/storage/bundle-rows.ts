import type { BundleRow, CacheDb } from './cache-db';
import type { CacheView } from './cache-view';

/**
 * Pieces of a bundle beyond the first stand in rows of their own: one row of 100,000 promises took 54 ms only to
 * arrive, and to count them, or to ask whether there are any, none of them is needed.
 */
export function pieceKey(key: string, nth: number): string {
  return `${key} ${nth}`;
}

function pieceKeys(key: string, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, nth) => pieceKey(key, from + nth));
}

/** Stored rows with all pieces of their bundles. Inside a transaction over `pieces`. */
export async function wholeRows(
  view: CacheView,
  rows: readonly BundleRow[],
): Promise<ReadonlyMap<string, BundleRow>> {
  const whole = new Map(rows.map((row) => [row.key, row] as const));
  // Few have more; to wait for nothing would end a transaction of Dexie's.
  for (const row of rows) {
    if (row.more === 0) continue;
    const more = await view.rows('pieces', pieceKeys(row.key, 1, 1 + row.more));
    const pieces = more.flatMap((piece) => (piece === undefined ? [] : [piece.bytes]));
    whole.set(row.key, { ...row, pieces: [...row.pieces, ...pieces] });
  }
  return whole;
}

/** Writes whole rows; `more` says how many pieces stand beside the row that each replaces. */
export async function putBundles(db: CacheDb, rows: readonly BundleRow[]): Promise<void> {
  const others = rows.flatMap(({ key, pieces }) =>
    pieces.slice(1).map((bytes, nth) => ({ key: pieceKey(key, nth + 1), bytes })),
  );
  const first = rows.map((row) => ({
    ...row,
    pieces: row.pieces.slice(0, 1),
    more: row.pieces.length - 1,
  }));
  await db.bundles.bulkPut(first);
  if (others.length > 0) await db.pieces.bulkPut(others);
  const left = rows.flatMap(({ key, pieces, more }) => pieceKeys(key, pieces.length, 1 + more));
  if (left.length > 0) await db.pieces.bulkDelete(left);
}

/** Deletes bundles; each with the number of pieces that stand beside its row. */
export async function deleteBundles(
  db: CacheDb,
  gone: readonly { readonly key: string; readonly more: number }[],
): Promise<void> {
  if (gone.length === 0) return;
  await db.bundles.bulkDelete(gone.map(({ key }) => key));
  const pieces = gone.flatMap(({ key, more }) => pieceKeys(key, 1, 1 + more));
  if (pieces.length > 0) await db.pieces.bulkDelete(pieces);
}
