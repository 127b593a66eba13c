import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  comparePartial,
  daysBetween,
  firstDay,
  lastDay,
} from '@/lib/ledger/partial-date';
import { forAll } from './run';
import { days, partialDates } from './worlds';

const DAY_MS = 86_400_000;

describe('days are counted as the calendar of the language counts them', () => {
  test(
    'adding and taking days',
    forAll(
      fc.record({ day: days, count: fc.integer({ min: -40_000, max: 40_000 }) }),
      ({ day, count }) => {
        const expected = new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
        expect(addDays(day, count)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(count);
      },
    ),
  );

  test(
    'adding months keeps the day, or takes the last one of the month',
    forAll(
      fc.record({ day: days, months: fc.integer({ min: -300, max: 300 }) }),
      ({ day, months }) => {
        const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
        const lastOfMonth = new Date(Date.UTC(y, m + months, 0));
        const expected = new Date(
          Date.UTC(y, m - 1 + months, Math.min(d, lastOfMonth.getUTCDate())),
        );
        expect(addMonths(day, months)).toBe(expected.toISOString().slice(0, 10));
      },
    ),
  );
});

describe('partial dates', () => {
  test(
    'hold their first day, and end where the next begins',
    forAll(partialDates, (date) => {
      expect(firstDay(date).startsWith(date)).toBe(true);
      expect(lastDay(date).startsWith(date)).toBe(true);
      expect(addDays(lastDay(date), 1).startsWith(date)).toBe(false);
      expect(addDays(firstDay(date), -1).startsWith(date)).toBe(false);
    }),
  );

  test(
    'have a total order',
    forAll(fc.tuple(partialDates, partialDates, partialDates), ([a, b, c]) => {
      expect(Math.sign(comparePartial(a, b))).toBe(-Math.sign(comparePartial(b, a)) + 0);
      expect(comparePartial(a, b) === 0).toBe(a === b);
      const [x = '', y = '', z = ''] = [a, b, c].toSorted(comparePartial);
      expect([comparePartial(x, y), comparePartial(y, z), comparePartial(x, z)]).not.toContain(1);
    }),
  );
});
