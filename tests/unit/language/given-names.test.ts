import { expect, test } from 'vitest';
import { fold } from '@/lib/language/fold';
import { givenNames, isLikeGivenName } from '@/lib/language/given-names';
import { GIVEN_SKELETONS } from '@/lib/language/given-skeletons';
import { RU_STARTERS } from '@/lib/language/ru/words';

const skeletons = GIVEN_SKELETONS.trim().split(/\s+/u);

test('skeletons are written as names are folded, each once', () => {
  expect(skeletons.filter((one) => !/^[a-z]{4,}$/u.test(one))).toEqual([]);
  expect(skeletons.toSorted()).toEqual([...new Set(skeletons)].toSorted());
});

test('names in Cyrillic and in Latin letters are among them', () => {
  for (const name of ['Еркебұлан', 'Еркебулан', 'Yerkebulan', 'Перуза', 'Ансар'])
    expect(givenNames()).toContain(fold(name));
});

test('no word that begins sentences is a given name', () => {
  expect(RU_STARTERS.filter((word) => word.length > 2 && givenNames().has(fold(word)))).toEqual([]);
});

test.each([
  ['Тарланбек', true],
  ['Айсұлтан', true],
  ['Тойжан', true],
  ['Котлован', false],
  ['Мост', false],
])('%s looks like a given name: %s', (word, isOne) => {
  expect(isLikeGivenName(fold(word))).toBe(isOne);
});
