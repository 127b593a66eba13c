import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { CacheDb } from '@/lib/storage/cache-db';
import { OwnDb } from '@/lib/storage/own-db';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** In which order two things end of which the second is begun while the first, on another table, is open. */
async function orderOf(
  db: Dexie,
  held: string,
  second: (db: Dexie) => Promise<unknown>,
): Promise<readonly string[]> {
  const order: string[] = [];
  let other: Promise<unknown> = Promise.resolve();
  await db.open();
  await db.transaction('rw', db.table(held), async () => {
    await db.table(held).count();
    other = Dexie.ignoreTransaction(() => second(db)).then(() => order.push('second'));
    await Dexie.waitFor(new Promise((resolve) => setTimeout(resolve, 50)));
    order.push('first');
  });
  await other;
  db.close();
  return order;
}

const CACHE = 'uade-cache.kz.7.e0.0';

test.each([
  ['clips', 'meta', new OwnDb()],
  ['meta', 'clips', new OwnDb()],
  // It may be lost, but what deletes it deletes the clips.
  ['keysA', 'meta', new CacheDb(CACHE)],
  ['places', 'bundles', new CacheDb(CACHE)],
])('while %s is written, a write to %s waits', async (held, other, db) => {
  expect(await orderOf(db, held, () => db.table(other).clear())).toEqual(['first', 'second']);
});

test('the control, a database as it comes, has both open at once', async () => {
  const db = new Dexie('plain');
  db.version(1).stores({ clips: 'id', meta: 'key' });
  expect(await orderOf(db, 'clips', () => db.table('meta').clear())).toEqual(['second', 'first']);
});
