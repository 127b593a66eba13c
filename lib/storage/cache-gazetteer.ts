import type { Area, Membership, Person, Post, WeakSource } from '@/lib/ledger/records';
import type { Gazetteer, KeyTarget } from '@/lib/names/gazetteer';
import type { CacheDb } from './cache-db';
import { targetsByPrefix, targetsOf } from './key-rows';

/** Runs a read on the cache that is current; an empty answer before the first sync. */
export type Reading = <T>(empty: T, read: (db: CacheDb) => Promise<T>) => Promise<T>;

/** Leaves out what was not found. */
export function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined);
}

/** The name finder's view of the cache. */
export function cacheGazetteer(reading: Reading): Gazetteer {
  return {
    targets: (keys) => reading(new Map(), (db) => targetsOf(db, keys)),
    targetsByPrefix: (prefix, limit) =>
      reading<readonly KeyTarget[]>([], (db) => targetsByPrefix(db, prefix, limit)),
    persons: (ids) =>
      reading<Person[]>([], async (db) => present(await db.persons.bulkGet([...new Set(ids)]))),
    areas: (ids) =>
      reading<Area[]>([], async (db) => present(await db.areas.bulkGet([...new Set(ids)]))),
    posts: (ids) =>
      reading<Post[]>([], async (db) => present(await db.posts.bulkGet([...new Set(ids)]))),
    postsOfAreas: (ids) =>
      reading<Post[]>([], (db) => db.posts.where('areaId').anyOf(ids).toArray()),
    membershipsOfPersons: (ids) =>
      reading<Membership[]>([], (db) => db.memberships.where('personId').anyOf(ids).toArray()),
    membershipsOfPosts: (ids) =>
      reading<Membership[]>([], (db) => db.memberships.where('postId').anyOf(ids).toArray()),
    weakSources: () => reading<WeakSource[]>([], (db) => db.weakSources.toArray()),
  };
}
