import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import { keysOfPerson } from '@/lib/names/keys';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { addToFilter, emptyFilter, mayHaveKey } from '@/lib/storage/key-filter';
import type { Keying } from '@/lib/storage/keying';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { OwnDb } from '@/lib/storage/own-db';
import { gone, person, put } from './records';

let own: Connection<OwnDb>;
let current: CurrentCache;
let cache: CacheReader;

beforeEach(() => {
  own = new Connection(() => new OwnDb());
  current = new CurrentCache();
  cache = readerOf(own, current);
});

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function next(writer: CacheWriter, ...changes: readonly CacheChange[]): Promise<void> {
  const { rev = 0, parts = 0 } = (await writer.cursor()) ?? {};
  await writer.apply(changes, {
    from: { rev, parts },
    to: { rev: rev + 1, parts: 0 },
    unknownRows: 0,
  });
}

async function filled(keying: Keying, ...changes: readonly CacheChange[]): Promise<CacheWriter> {
  const store = new CacheStore(own, current, keying);
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  await next(writer, ...changes);
  await store.flip(writer);
  return writer;
}

test('a key that was put in is never denied', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 200 }), (keys) => {
      const filter = emptyFilter();
      for (const key of keys) addToFilter(filter, key);
      expect(keys.filter((key) => !mayHaveKey(filter, key))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('with the 125,000 keys of 100,000 officials it denies nineteen of twenty others, in 128 KiB', () => {
  const filter = emptyFilter();
  expect(filter.byteLength).toBe(128 * 1024);
  for (let n = 0; n < 125_000; n += 1) addToFilter(filter, `f:omar${n.toString(36)}`);
  let wrong = 0;
  for (let n = 0; n < 20_000; n += 1) if (mayHaveKey(filter, `f:seit${n.toString(36)}`)) wrong += 1;
  expect(wrong).toBeLessThan(1_000);
});

const NAMES = ['Омаров', 'Ахметова', 'Цой', 'Токаев', 'Килимбаев', 'Жубаниязова'];
const persons = NAMES.map((name, n) => person(`p${n}`, name));
const keys = persons.flatMap(keysOfPerson);

test('the cache finds by its filter what memory finds without one, after changes and a re-key too', async () => {
  const writer = await filled(
    NAMES_KEYING,
    ...persons.slice(0, 3).map((one) => put('person', one)),
  );
  await next(writer, ...persons.slice(3).map((one) => put('person', one)), gone('person', 'p0'));
  const expected = memoryGazetteer({ ...EMPTY_LEDGER, persons: persons.slice(1) });
  const wanted = await expected.targets(keys);
  expect(wanted.size).toBeGreaterThan(persons.length);
  expect(await cache.gazetteer().targets(keys)).toEqual(new Map(wanted));
  writer.close();
  const newer = await new CacheStore(own, current, { ...NAMES_KEYING, version: 99 }).current();
  expect(await newer?.rekeyIfOld()).toBe(true);
  expect(await cache.gazetteer().targets(keys)).toEqual(new Map(wanted));
  newer?.close();
});

test('a cache whose keys were written without a filter denies none of them', async () => {
  const writer = await filled(NAMES_KEYING, put('person', person('a', 'Омаров')));
  const db = new CacheDb(writer.pointer.name);
  await db.meta.delete('filter');
  db.close();
  await next(writer, put('person', person('b', 'Цой')));
  const found = await cache.gazetteer().targets(['f:omarov', 'f:coi']);
  expect([...found.keys()]).toContain('f:omarov');
  writer.close();
});

test.each(['with its mark', 'written before it had one'])(
  'who has read the filter %s finds what was added since, and what was put in use anew',
  async (age) => {
    const writer = await filled(NAMES_KEYING, put('person', person('a', 'Омаров')));
    const db = new CacheDb(writer.pointer.name);
    if (age !== 'with its mark') await db.meta.put({ key: 'filter', table: 'keysA' });
    db.close();
    const targets = async (asked: string[]) => await cache.gazetteer().targets(asked);
    expect([...(await targets(['f:omarov', 'f:tokaev'])).keys()]).toEqual(['f:omarov']);
    await next(writer, put('person', person('b', 'Токаев')));
    expect([...(await targets(['f:omarov', 'f:tokaev'])).keys()]).toEqual(['f:omarov', 'f:tokaev']);
    writer.close();
    const other = { ...NAMES_KEYING, version: 99, keysOf: () => ['f:another'] };
    const newer = await new CacheStore(own, current, other).current();
    expect(await newer?.rekeyIfOld()).toBe(true);
    expect([...(await targets(['f:omarov', 'f:another'])).keys()]).toEqual(['f:another']);
    newer?.close();
  },
);
