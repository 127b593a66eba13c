import { readCursor } from './apply';
import { applyKeys } from './apply-keys';
import type { CacheDb } from './cache-db';
import { type KeyPlace, keysBeside, keysInUse, useKeys } from './key-rows';
import type { Keying, Named } from './keying';
import { recordsAfter } from './packs';

/** Records whose keys are written in one transaction: a look-up waits for no more than these. */
const PIECE = 500;

/** Where a piece ended: a place among packed rows, or the id of an area. */
type Place = number | string | null;
type NamedPiece = { readonly piece: readonly Named[]; readonly last: Place };

async function packedPiece(
  db: CacheDb,
  kind: 'person' | 'post',
  after: Place,
): Promise<NamedPiece> {
  const from = typeof after === 'number' ? after : null;
  if (kind === 'person') {
    const { rows, last } = await recordsAfter(db, 'persons', from, PIECE);
    return { piece: rows.map((record) => ({ kind, record })), last };
  }
  const { rows, last } = await recordsAfter(db, 'posts', from, PIECE);
  return { piece: rows.map((record) => ({ kind, record })), last };
}

async function areaPiece(db: CacheDb, after: Place): Promise<NamedPiece> {
  const areas = await db.areas
    .where('id')
    .above(after ?? '')
    .limit(PIECE)
    .toArray();
  return {
    piece: areas.map((record) => ({ kind: 'area', record })),
    last: areas.at(-1)?.id ?? null,
  };
}

/** Records that names lead to, a piece at a time. */
async function* namedPieces(db: CacheDb): AsyncGenerator<readonly Named[]> {
  const reads = [
    (after: Place) => packedPiece(db, 'person', after),
    (after: Place) => areaPiece(db, after),
    (after: Place) => packedPiece(db, 'post', after),
  ];
  for (const read of reads) {
    let { piece, last } = await read(null);
    while (last !== null) {
      yield piece;
      ({ piece, last } = await read(last));
    }
  }
}

async function writePiece(
  db: CacheDb,
  place: KeyPlace,
  piece: readonly Named[],
  keying: Keying,
): Promise<void> {
  const fresh = piece.map((after) => ({ before: null, after }));
  await db.transaction('rw', place.rows, () => applyKeys(place, fresh, keying));
}

/**
 * Writes the key rows anew, if they are of another version, into the table that nobody asks, and then puts that
 * in use with one write: until then look-ups are answered from the old ones. Only under the sync lock.
 */
export async function rekeyIfOld(db: CacheDb, keying: Keying): Promise<boolean> {
  const cursor = await readCursor(db);
  if (cursor === null || cursor.keyVersion === keying.version) return false;
  const [old, place] = [await keysInUse(db), await keysBeside(db)];
  for await (const piece of namedPieces(db)) await writePiece(db, place, piece, keying);
  await db.transaction('rw', db.meta, async () => {
    await useKeys(db, place);
    await db.meta.put({ ...cursor, keyVersion: keying.version });
  });
  await old.rows.clear();
  return true;
}
