import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { foldFresh } from '@/lib/storage/fresh';
import { OwnDb } from '@/lib/storage/own-db';
import { lineHash } from '@/lib/sync/read-files';
import { gone, keyingOf, pledge, post, put, statusEvent } from './records';

let own: Connection<OwnDb>;
let writer: CacheWriter;
let cache: CacheReader;

async function next(...changes: readonly CacheChange[]): Promise<void> {
  const { rev = 0, parts = 0 } = (await writer.cursor()) ?? {};
  const step = { from: { rev, parts }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
  await writer.apply(changes, step);
}

/** A cache of one office, two promises and what became of one of them; then a delta's writer on it. */
beforeEach(async () => {
  own = new Connection(() => new OwnDb());
  const current = new CurrentCache();
  const store = new CacheStore(own, current, keyingOf(1));
  cache = readerOf(own, current);
  writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  await next(
    put('post', post('office')),
    put('post', post('other')),
    put('promise', pledge('p1', 'office')),
    put('promise', pledge('p2', 'office')),
    put('statusEvent', statusEvent('s1', 'p1')),
  );
  await store.flip(writer);
  writer.close();
  const inUse = await store.current();
  if (inUse === null) throw new Error('no cache in use');
  writer = inUse;
});

afterEach(async () => {
  writer.close();
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Keys of bundles, and of what is laid over them. */
async function keys(fold = false): Promise<readonly (readonly string[])[]> {
  const db = new CacheDb(writer.pointer.name);
  if (fold) await foldFresh(db, 0);
  const found = [
    await db.bundles.toCollection().primaryKeys(),
    await db.fresh.toCollection().primaryKeys(),
  ];
  db.close();
  return found;
}

async function shown(postId: string) {
  const { promises, statusEvents } = await cache.ledgerForPost(postId);
  const said = promises.map(({ id, quote }) => `${id} ${quote}`).sort();
  return { said, became: statusEvents.map(({ id }) => id).sort() };
}

it.each([
  [
    'a promise changed, one new, an event gone and one new',
    [
      put('promise', pledge('p1', 'office', { quote: 'иначе' })),
      put('promise', pledge('p3', 'office', { personId: 'guest' })),
      gone('statusEvent', 's1'),
      put('statusEvent', statusEvent('s2', 'p3')),
    ],
    { said: ['p1 иначе', 'p2 null', 'p3 null'], became: ['s2'] },
  ],
  [
    'an event that moves to the other promise of its office',
    [put('statusEvent', statusEvent('s1', 'p2'))],
    { said: ['p1 null', 'p2 null'], became: ['s1'] },
  ],
])(
  '%s: read over the bundle, which stays as it is, and then folded in',
  async (_, delta, expected) => {
    await next(...delta);
    expect(await keys()).toEqual([['office'], ['office']]);
    expect(await shown('office')).toEqual(expected);
    expect(await keys(true)).toEqual([['office'], []]);
    expect(await shown('office')).toEqual(expected);
  },
);

it('the page, the speaker and the number of what was laid over a bundle are found', async () => {
  const url = 'https://news.example/new';
  await next(put('promise', pledge('p3', 'office', { personId: 'guest', source: { url } })));
  expect((await cache.recordsOfPage(url)).map(({ id }) => id)).toEqual(['p3']);
  const counts = await cache.promiseCounts([{ kind: 'person', id: 'guest', posts: [] }]);
  expect(counts.get('person/guest')).toBe(3);
});

it.each([
  ['gone', [gone('promise', 'p1')], [['?p1', 'office'], []]],
  ['moved to another office', [put('promise', pledge('p1', 'other'))], [['office', 'other'], []]],
  [
    'whose event came first',
    [put('statusEvent', statusEvent('s3', 'p9'))],
    [['?p9', 'office'], []],
  ],
])(
  'a promise %s: its bundles are written anew, with what was laid over them',
  async (_, delta, expected) => {
    await next(put('promise', pledge('p2', 'office', { quote: 'иначе' })));
    await next(...delta, put('promise', pledge('p4', 'office')));
    expect(await keys()).toEqual(expected);
    expect((await shown('office')).said).toContain('p2 иначе');
  },
);

it('after more deltas than rows of places are kept, all is as many and the same', async () => {
  for (let n = 0; n < 70; n += 1) await next(put('promise', pledge(`q${n % 40}`, 'office')));
  await next(gone('promise', 'q0'));
  await writer.compact();
  writer.close();
  await next(put('promise', pledge('q1', 'office', { quote: 'иначе' })), gone('promise', 'q2'));
  const { n, sum64 } = (await writer.cursor()) ?? {};
  expect(n).toBe(5 + 38);
  expect(await writer.digestOfRows(lineHash)).toEqual({ n, sum64 });
});
