import Dexie, { type EntityTable } from 'dexie';
import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import type { CacheDb } from './cache-db';
import { targetsOf } from './key-rows';

/** Runs a read on the cache that is current, at one moment of it; an empty answer before the first sync. */
export type Reading = <T>(empty: T, read: (db: CacheDb) => Promise<T>) => Promise<T>;

/** Leaves out what was not found. */
export function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined);
}

/**
 * All rows with any of these keys in an index. One request a key: Dexie's `anyOf` walks a cursor, a turn of the
 * event loop for each row. And the requests are the browser's own, since an article may ask for hundreds, and each
 * costs Dexie several promises. Inside a transaction of the caller's.
 */
export async function rowsByAny<Row extends { readonly id: string }>(
  table: EntityTable<Row, 'id'>,
  index: keyof Row & string,
  keys: readonly string[],
): Promise<Row[]> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return [];
  const source = Dexie.currentTransaction.idbtrans.objectStore(table.name).index(index);
  return await new Dexie.Promise<Row[]>((resolve, reject) => {
    const found: Row[] = [];
    let waiting = wanted.length;
    for (const key of wanted) {
      const request: IDBRequest<Row[]> = source.getAll(key);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        for (const row of request.result) found.push(row);
        waiting -= 1;
        if (waiting === 0) resolve(found);
      };
    }
  });
}

const NOTHING = memoryGazetteer(EMPTY_LEDGER);

/** The name finder's view of the cache. */
export function cacheGazetteer(reading: Reading): Gazetteer {
  const ask = async <T>(read: (gazetteer: Gazetteer) => Promise<T>): Promise<T> => {
    const found = await reading<{ readonly answer: T } | null>(null, async (db) => ({
      answer: await read(gazetteerOf(db)),
    }));
    return found === null ? await read(NOTHING) : found.answer;
  };
  return {
    targets: (keys) => ask((one) => one.targets(keys)),
    persons: (ids) => ask((one) => one.persons(ids)),
    areas: (ids) => ask((one) => one.areas(ids)),
    posts: (ids) => ask((one) => one.posts(ids)),
    postsOfAreas: (ids) => ask((one) => one.postsOfAreas(ids)),
    membershipsOfPersons: (ids) => ask((one) => one.membershipsOfPersons(ids)),
    membershipsOfPosts: (ids) => ask((one) => one.membershipsOfPosts(ids)),
    weakSources: () => ask((one) => one.weakSources()),
    atOnce: ask,
  };
}

/** The same inside a transaction of the cache. */
function gazetteerOf(db: CacheDb): Gazetteer {
  const gazetteer: Gazetteer = {
    targets: (keys) => targetsOf(db, keys),
    persons: async (ids) => present(await db.persons.bulkGet([...new Set(ids)])),
    areas: async (ids) => present(await db.areas.bulkGet([...new Set(ids)])),
    posts: async (ids) => present(await db.posts.bulkGet([...new Set(ids)])),
    postsOfAreas: (ids) => rowsByAny(db.posts, 'areaId', ids),
    membershipsOfPersons: (ids) => rowsByAny(db.memberships, 'personId', ids),
    membershipsOfPosts: (ids) => rowsByAny(db.memberships, 'postId', ids),
    weakSources: () => db.weakSources.toArray(),
    atOnce: (read) => read(gazetteer),
  };
  return gazetteer;
}
