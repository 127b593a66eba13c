import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { atOnce } from '@/lib/ledger/steps';
import { readerOf } from '@/lib/storage/cache';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { FollowStore } from '@/lib/storage/follows';
import { OwnDb, type OwnMeta } from '@/lib/storage/own-db';
import { area, gone, keyingOf, pledge, post, put, statusEvent } from './records';

const TODAY = '2026-06-01';
const OFFICE = { kind: 'post', id: 'x' } as const;

let own: Connection<OwnDb>;
let store: CacheStore;
let follows: FollowStore;

beforeEach(() => {
  own = new Connection(() => new OwnDb());
  const current = new CurrentCache();
  store = new CacheStore(own, current, keyingOf(1));
  follows = new FollowStore(readerOf(own, current), async (steps) => atOnce(steps), own);
});

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function next(writer: CacheWriter, ...changes: readonly CacheChange[]): Promise<void> {
  const { rev = 0, parts = 0 } = (await writer.cursor()) ?? {};
  const step = { from: { rev, parts }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
  await writer.apply(changes, step);
}

async function filled(): Promise<CacheWriter> {
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  await next(
    writer,
    put('area', area('a')),
    put('post', post('x')),
    put('promise', pledge('p', 'x')),
  );
  await store.flip(writer);
  return writer;
}

const newsNow = async () => (await follows.list()).map(({ news }) => news.map(({ kind }) => kind));

it('nothing is followed at first, and nothing that the ledger does not have can be', async () => {
  expect(await follows.list()).toEqual([]);
  expect(await follows.follow(OFFICE, TODAY)).toBe(false);
  expect(await follows.list()).toEqual([]);
});

it('what is known at the beginning is no news; followed twice is followed once', async () => {
  await filled();
  expect(await follows.follow(OFFICE, TODAY)).toBe(true);
  expect(await follows.follow(OFFICE, TODAY)).toBe(true);
  expect(await follows.look(TODAY)).toEqual([]);
  expect(await newsNow()).toEqual([[]]);
});

it('news are answered once, and kept until they are seen', async () => {
  const writer = await filled();
  await follows.follow(OFFICE, TODAY);
  await next(writer, put('promise', pledge('q', 'x')), put('statusEvent', statusEvent('s', 'p')));
  const found = await follows.look(TODAY);
  expect(found.map(({ news }) => news.map(({ kind }) => kind).sort())).toEqual([
    ['newPromise', 'status'],
  ]);
  expect(await follows.look(TODAY)).toEqual([]);
  expect((await newsNow())[0]).toHaveLength(2);
  await follows.see(OFFICE);
  expect(await newsNow()).toEqual([[]]);
});

it('two looks at once tell the same news once', async () => {
  const writer = await filled();
  await follows.follow(OFFICE, TODAY);
  await next(writer, put('promise', pledge('q', 'x')));
  const found = await Promise.all([follows.look(TODAY), follows.look(TODAY)]);
  expect(found.flat()).toHaveLength(1);
  expect(await newsNow()).toEqual([['newPromise']]);
});

it('a follow outlives a ledger that has lost its record for a while', async () => {
  const writer = await filled();
  await follows.follow(OFFICE, TODAY);
  await next(writer, gone('promise', 'p'), gone('post', 'x'));
  expect(await follows.look(TODAY)).toEqual([]);
  await next(writer, put('post', post('x')), put('promise', pledge('p', 'x')));
  expect(await follows.look(TODAY)).toEqual([]);
  expect(await newsNow()).toEqual([[]]);
});

it('what is no longer followed is forgotten', async () => {
  await filled();
  await follows.follow(OFFICE, TODAY);
  await follows.follow({ kind: 'area', id: 'a' }, TODAY);
  await follows.unfollow(OFFICE);
  expect((await follows.list()).map(({ target }) => target)).toEqual([{ kind: 'area', id: 'a' }]);
});

it('a follow kept by the first version, with a field for each promise, is read and goes on', async () => {
  const writer = await filled();
  const kept = {
    target: OFFICE,
    state: { promises: { p: ['notRated', 'noDate'], gone: ['kept', null] }, holders: { x: null } },
    news: [],
  };
  // As it lies on a disk: today's shape is another.
  await own.run((db) => db.keep('follows', [kept] as unknown as OwnMeta['follows']));
  expect(await follows.look(TODAY)).toEqual([]);
  await next(writer, put('promise', pledge('q', 'x')));
  await follows.look(TODAY);
  expect(await newsNow()).toEqual([['newPromise']]);
});
