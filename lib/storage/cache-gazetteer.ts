import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import type { CacheDb } from './cache-db';
import { targetsOf } from './key-rows';
import { recordsByAny, recordsById } from './packs';

/** Runs a read on the cache that is current, at one moment of it; an empty answer before the first sync. */
export type Reading = <T>(empty: T, read: (db: CacheDb) => Promise<T>) => Promise<T>;

/** Leaves out what was not found. */
export function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined);
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
    persons: (ids) => recordsById(db, 'persons', ids),
    areas: async (ids) => present(await db.areas.bulkGet([...new Set(ids)])),
    posts: (ids) => recordsById(db, 'posts', ids),
    postsOfAreas: (ids) => recordsByAny(db, 'posts', 'areaId', ids),
    membershipsOfPersons: (ids) => recordsByAny(db, 'memberships', 'personId', ids),
    membershipsOfPosts: (ids) => recordsByAny(db, 'memberships', 'postId', ids),
    weakSources: () => db.weakSources.toArray(),
    atOnce: (read) => read(gazetteer),
  };
  return gazetteer;
}
