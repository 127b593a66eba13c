import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { readerOf } from '@/lib/storage/cache';
import { CacheStore } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { lookUpRows } from '../../../entrypoints/own-page/look-up-rows';
import { area, keyingOf, lineage, membership, person, pledge, post, put } from '../storage/records';

const own = new Connection(() => new OwnDb());

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function found(query: string, ...changes: readonly CacheChange[]) {
  const current = new CurrentCache();
  const store = new CacheStore(own, current, keyingOf(1));
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  const step = { from: { rev: 0, parts: 0 }, to: { rev: 1, parts: 0 }, unknownRows: 0 };
  await writer.apply(changes, step);
  await store.flip(writer);
  const rows = await lookUpRows(query, {
    cache: readerOf(own, current),
    lang: 'ru',
    today: '2026-06-01',
    onPage: new Set(),
  });
  return rows.map(({ target, detail, promises }) => ({ target, detail, promises }));
}

const held = (personId: string, postId: string, startDate: string, endDate: string | null) =>
  put('membership', { ...membership(personId, postId), startDate, endDate });

/** Nobody is said to hold an office now whom nothing has named there for long. */
const holding = (personId: string, postId: string, startDate: string) => {
  const named = { startDate, attestedOn: ['2026-03-01'] };
  return put('membership', { ...membership(personId, postId), ...named });
};

it('a person stands with the office that he holds now, though he was seen in another one later', async () => {
  const rows = await found(
    'Сапаров',
    put('person', person('s', 'Сапаров')),
    put('post', post('now')),
    put('post', post('late')),
    holding('s', 'now', '2019'),
    held('s', 'late', '2020', '2026-04-30'),
  );
  expect(rows).toEqual([
    { target: 'person/s', detail: 'аким now · 2019 — … · ещё 1 должность', promises: 0 },
  ]);
});

it('a person who holds none stands with the last one, and the years of his last time in it', async () => {
  const first = { ...membership('s', 'early'), id: 'first', startDate: '2010', endDate: '2012' };
  const again = { ...membership('s', 'early'), id: 'again', startDate: '2020', endDate: '2022' };
  const rows = await found(
    'Сапаров',
    put('person', person('s', 'Сапаров')),
    put('post', post('early')),
    put('post', post('between')),
    put('membership', first),
    put('membership', again),
    held('s', 'between', '2013', '2019'),
  );
  expect(rows.map(({ detail }) => detail)).toEqual(['аким early · 2020 — 2022 · ещё 1 должность']);
});

it('an office stands with its holder, or with how many have held it', async () => {
  const records = [
    put('person', person('first', 'Ахметов')),
    put('person', person('last', 'Сапаров')),
    put('area', { ...area('land'), name: { ru: 'Талгар' } }),
    put('post', { ...post('p', 'land'), label: { ru: 'аким Талгара' } }),
    held('first', 'p', '2010', '2019'),
  ];
  const offices = (rows: Awaited<ReturnType<typeof found>>) =>
    rows.filter(({ target }) => target === 'post/p').map(({ detail }) => detail);
  const holds = await found('аким Талгара', ...records, holding('last', 'p', '2019'));
  expect(offices(holds)).toEqual(['сейчас: Имя Сапаров']);
  const nobody = await found('аким Талгара', ...records);
  expect(offices(nobody)).toEqual(['известно: 1 человек на этой должности']);
});

it('a place stands with its kind and what it lies in', async () => {
  const rows = await found(
    'Талгар',
    put('area', { ...area('land'), name: { ru: 'Алматинская область' } }),
    put('area', { ...area('town', 'land'), name: { ru: 'Талгар' } }),
  );
  expect(rows.map(({ detail }) => detail)).toEqual(['район · Алматинская область']);
});

it('counts an office with those it came of, and what a person said where he held nothing', async () => {
  const rows = await found(
    'Сапаров',
    put('person', person('s', 'Сапаров')),
    put('post', post('before')),
    put('post', post('after')),
    put('post', post('guest')),
    put('lineage', lineage('before', 'after')),
    held('s', 'after', '2022', null),
    put('promise', pledge('p1', 'before')),
    put('promise', pledge('p2', 'after')),
    put('promise', pledge('p3', 'guest', { personId: 's' })),
  );
  expect(rows.map(({ promises }) => promises)).toEqual([3]);
});
