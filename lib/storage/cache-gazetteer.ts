import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import type { CacheView } from './cache-view';
import type { Reading } from './current-cache';
import { targetsOf } from './key-rows';
import { recordsByAny, recordsById } from './packs';

/** Leaves out what was not found. */
export function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined);
}

const NOTHING = memoryGazetteer(EMPTY_LEDGER);

/** The name finder's view of the cache. */
export function cacheGazetteer(reading: Reading): Gazetteer {
  const ask = async <T>(read: (gazetteer: Gazetteer) => Promise<T>): Promise<T> => {
    const found = await reading<{ readonly answer: T } | null>(null, async (view) => ({
      answer: await read(gazetteerOf(view)),
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

/** The same at one moment of the cache. */
function gazetteerOf(view: CacheView): Gazetteer {
  const gazetteer: Gazetteer = {
    targets: (keys) => targetsOf(view, keys),
    persons: (ids) => recordsById(view, 'persons', ids),
    areas: async (ids) => present(await view.rows('areas', [...new Set(ids)])),
    posts: (ids) => recordsById(view, 'posts', ids),
    postsOfAreas: (ids) => recordsByAny(view, 'posts', 'areaId', ids),
    membershipsOfPersons: (ids) => recordsByAny(view, 'memberships', 'personId', ids),
    membershipsOfPosts: (ids) => recordsByAny(view, 'memberships', 'postId', ids),
    weakSources: async () => await view.allRows('weakSources'),
    atOnce: (read) => read(gazetteer),
  };
  return gazetteer;
}
