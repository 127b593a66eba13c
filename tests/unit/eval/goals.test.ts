import { expect, test } from 'vitest';
import { belowGoals } from '../../eval/goals';

test('a share below its goal is told with both figures', () => {
  expect(belowGoals('mentions-gold', { names: 0.9599, offices: 1, precision: 1, sure: 1 })).toEqual(
    ['mentions-gold: names 0.9599, asked 0.96'],
  );
  expect(
    belowGoals('mentions-gold', { names: 0.96, offices: 0.94, precision: 0.98, sure: 1 }),
  ).toEqual([]);
});

test('a share that was not measured is below its goal; a set without goals has none', () => {
  expect(belowGoals('mentions-gold', { names: 1, precision: 1, sure: 1 })).toEqual([
    'mentions-gold: offices not measured, asked 0.94',
  ]);
  expect(belowGoals('own gold, held', { names: 0 })).toEqual([]);
});
