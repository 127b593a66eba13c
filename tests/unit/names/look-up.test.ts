import { expect, test } from 'vitest';
import { lookUp } from '@/lib/names/look-up';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS } from './ledger-of';

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));

test.each([
  ['Болатову', 'bolatov'],
  ['ескен болатов', 'bolatov'],
  ['Bolatov E', 'bolatov'],
  ['Yesken', 'bolatov'],
  ['Боланов', 'bolatov'],
  ['Сауровой Инкар', 'saurova'],
  ['Маратұлы', 'bolatov'],
  ['сауро', 'saurova'],
])('%s finds %s first', async (query, personId) => {
  const [first] = await lookUp(query, gazetteer, 5);
  expect(first?.personId).toBe(personId);
});

test.each([
  ['аким Аркатау', 'akim-arka-'],
  ['Arkatau', 'akim-arka-'],
  ['министр водных ресурсов', 'minister-kz-Minister of Water Resources'],
])('%s finds the office %s', async (query, postId) => {
  const hits = await lookUp(query, gazetteer, 5);
  expect(hits.map((hit) => hit.postId)).toContain(postId);
});

test.each([[''], ['  '], ['ж'], ['Щербаков'], ['Ескен Саурова']])(
  '"%s" finds nobody',
  async (query) => {
    expect((await lookUp(query, gazetteer, 5)).filter((hit) => hit.personId !== null)).toEqual([]);
  },
);

test('no more hits than asked for', async () => {
  expect(await lookUp('а', gazetteer, 0)).toEqual([]);
  expect((await lookUp('аким', gazetteer, 2)).length).toBeLessThanOrEqual(2);
});
