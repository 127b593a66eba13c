import { expect, test } from 'vitest';
import { missedGoals } from '../../eval/goals';

test('a figure that misses its goal is told with both', () => {
  expect(
    missedGoals('mentions-gold', { names: 0.9599, offices: 1, precision: 1, sure: 1 }),
  ).toEqual(['mentions-gold: names 0.9599, asked 0.96']);
  expect(
    missedGoals('mentions-gold', { names: 0.96, offices: 0.94, precision: 0.98, sure: 1 }),
  ).toEqual([]);
});

test('of some there may be at most so many', () => {
  expect(missedGoals('noise', { links: 2 })).toEqual([]);
  expect(missedGoals('noise', { links: 3 })).toEqual(['noise: links 3, asked at most 2']);
});

test('what was not measured, or over nothing, meets no goal; a set without goals has none', () => {
  expect(missedGoals('deadline', { falseOnNone: null })).toEqual([
    'deadline: exact not measured, asked 95',
    'deadline: falseOnNone not measured, asked at most 0',
  ]);
  expect(missedGoals('own gold, held', { names: 0 })).toEqual([]);
});

/** What the issues ask of clips and of the look-up: a goal below it would be none. */
test.each([
  ['deadline', { exact: 94.9, falseOnNone: 0 }],
  ['deadline', { exact: 95, falseOnNone: 0.1 }],
  ['speech', { promisePrecision: 94.9, promiseRecall: 100 }],
  ['speech', { promisePrecision: 100, promiseRecall: 89.9 }],
  ['repeat', { precision: 94.9, recall: 100 }],
  ['repeat', { precision: 100, recall: 79.9 }],
  ['article', { right: 99.9 }],
  ['anchor', { right: 99.9, foundThoughNot: 0 }],
  ['anchor', { right: 100, foundThoughNot: 1 }],
  ['look-up', { first: 0.969, seen: 1 }],
  ['look-up', { first: 1, seen: 0.994 }],
])('%s fails at %o', (set, figures) => {
  expect(missedGoals(set, figures)).toHaveLength(1);
});
