import { readCursor } from './apply';
import { applyKeys } from './apply-keys';
import type { CacheDb } from './cache-db';
import { type KeyPlace, keysBeside, keysInUse, useKeys } from './key-rows';
import type { Keying, Named } from './keying';

/** Records whose keys are written in one transaction: a look-up waits for no more than these. */
const PIECE = 500;

/** Records that names lead to, a piece at a time, in the order of their ids. */
async function* namedPieces(db: CacheDb): AsyncGenerator<readonly Named[]> {
  const reads = [
    async (after: string) =>
      (await db.persons.where('id').above(after).limit(PIECE).toArray()).map(
        (record) => ({ kind: 'person', record }) as const,
      ),
    async (after: string) =>
      (await db.areas.where('id').above(after).limit(PIECE).toArray()).map(
        (record) => ({ kind: 'area', record }) as const,
      ),
    async (after: string) =>
      (await db.posts.where('id').above(after).limit(PIECE).toArray()).map(
        (record) => ({ kind: 'post', record }) as const,
      ),
  ];
  for (const read of reads) {
    let piece: readonly Named[] = await read('');
    while (piece.length > 0) {
      yield piece;
      piece = await read(piece.at(-1)?.record.id ?? '');
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
