import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookUp } from '@/lib/look-up/look-up';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { gone, keyingOf, membership, person, pledge, post, put } from './records';

const TODAY = '2026-06-01';

let own: Connection<OwnDb>;
let current: CurrentCache;
let store: CacheStore;
let cache: CacheReader;

/** A context that has nothing in memory: a popup just opened, a worker just started. */
const coldReader = () => readerOf(own, new CurrentCache());

beforeEach(() => {
  own = new Connection(() => new OwnDb());
  current = new CurrentCache();
  store = new CacheStore(own, current, keyingOf(1));
  cache = readerOf(own, current);
});

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function filled(...changes: readonly CacheChange[]): Promise<CacheWriter> {
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  await next(writer, ...changes);
  await store.flip(writer);
  return writer;
}

async function next(writer: CacheWriter, ...changes: readonly CacheChange[]): Promise<void> {
  const { rev = 0, parts = 0 } = (await writer.cursor()) ?? {};
  const step = { from: { rev, parts }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
  await writer.apply(changes, step);
}

async function found(query: string, reader = cache): Promise<readonly string[]> {
  const index = await reader.lookUpIndex(TODAY);
  if (index === null) return ['no index'];
  return lookUp(index, query, { limit: 5, onPage: new Set() }).map(({ id }) => id);
}

async function madeAt(): Promise<unknown> {
  const pointer = await own.run((db) => db.read('cache'));
  const db = new CacheDb(pointer?.name ?? '');
  try {
    return await db.meta.get('lookUpMark');
  } finally {
    db.close();
  }
}

it('there is none before the first sync', async () => {
  expect(await cache.lookUpIndex(TODAY)).toBeNull();
  await cache.refreshLookUp(TODAY);
  expect(await cache.lookUpIndex(TODAY)).toBeNull();
});

it('a reader that finds none makes it, and the next one reads it', async () => {
  await filled(put('person', person('a', 'Омаров')));
  expect(await found('Омарову')).toEqual(['a']);
  const made = await madeAt();
  expect(made).toMatchObject({ madeOn: TODAY });
  expect(await found('Омарову', coldReader())).toEqual(['a']);
  expect(await madeAt()).toEqual(made);
});

it('names that a sync brought and took are found and gone after a refresh, in other contexts too', async () => {
  const writer = await filled(
    put('person', person('a', 'Омаров')),
    put('person', person('b', 'Жандосов')),
  );
  const other = coldReader();
  expect(await found('Жандосов', other)).toEqual(['b']);
  await next(writer, put('person', person('c', 'Оспанов')), gone('person', 'b'));
  expect(await found('Омаров', other)).toEqual(['a']);
  await cache.refreshLookUp(TODAY);
  expect(await found('Оспанов', other)).toEqual(['c']);
  expect(await found('Жандосов', other)).toEqual([]);
});

it('a refresh after a sync without names makes nothing', async () => {
  const writer = await filled(put('person', person('a', 'Омаров')), put('post', post('x')));
  await cache.refreshLookUp(TODAY);
  const made = await madeAt();
  await next(writer, put('promise', pledge('p', 'x')));
  await cache.refreshLookUp('2026-06-03');
  expect(await madeAt()).toEqual(made);
});

it('who holds an office now is told anew after a week', async () => {
  await filled(put('person', person('a', 'Омаров')));
  await cache.refreshLookUp(TODAY);
  await cache.refreshLookUp('2026-06-20');
  expect(await madeAt()).toMatchObject({ madeOn: '2026-06-20' });
});

it('a new holder counts as a change of names', async () => {
  const writer = await filled(
    put('person', person('a', 'Омаров')),
    put('person', person('b', 'Омаров')),
    put('post', post('x')),
  );
  expect(await found('Омаров')).toEqual(['a', 'b']);
  const now = { ...membership('b', 'x'), startDate: '2026-01-01', endDate: null };
  await next(writer, put('membership', now));
  await cache.refreshLookUp(TODAY);
  expect(await found('Омаров')).toEqual(['b', 'a']);
});

it('another data set has an index of its own', async () => {
  await filled(put('person', person('a', 'Омаров')));
  expect(await found('Омаров')).toEqual(['a']);
  const writer = await store.filling({ dataset: 'kz', epoch: 'e2', snapshot: 't' });
  await next(writer, put('person', person('b', 'Жандосов')));
  await store.flip(writer);
  expect(await found('Жандосов')).toEqual(['b']);
  expect(await found('Омаров')).toEqual([]);
});

it('one of another version is made anew', async () => {
  await filled(put('person', person('a', 'Омаров')));
  await cache.refreshLookUp(TODAY);
  const pointer = await own.run((db) => db.read('cache'));
  const db = new CacheDb(pointer?.name ?? '');
  const row = await db.meta.get('lookUpMark');
  if (row?.key !== 'lookUpMark') throw new Error('no mark');
  await db.meta.put({ ...row, version: 'older' });
  db.close();
  expect(await found('Омаров', coldReader())).toEqual(['a']);
  expect(await madeAt()).toEqual(row);
});
