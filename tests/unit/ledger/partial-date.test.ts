import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  comparePartial,
  daysBetween,
  firstDay,
  holds,
  isAfter,
  isBefore,
  isPartialDate,
  lastDay,
} from '@/lib/ledger/partial-date';

describe('a partial date is an interval', () => {
  test.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2020-04', '2020-04-01', '2020-04-30'],
    ['2020-06-08', '2020-06-08', '2020-06-08'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  test('it holds its first and last day and no other', () => {
    expect(holds('2020-02', '2020-02-01')).toBe(true);
    expect(holds('2020-02', '2020-02-29')).toBe(true);
    expect(holds('2020-02', '2020-03-01')).toBe(false);
    expect(holds('2020-02', '2020-01-31')).toBe(false);
  });

  test('the month of a day is neither before nor after it', () => {
    expect(isBefore('2020-02', '2020-02-15')).toBe(false);
    expect(isAfter('2020-02', '2020-02-15')).toBe(false);
    expect(isBefore('2020-02', '2020-03-01')).toBe(true);
    expect(isAfter('2020-02', '2020-01-31')).toBe(true);
  });

  test('a year sorts behind the days in it that come before its end', () => {
    const dates = ['2021', '2020', '2020-12-31', '2020-06'];
    expect(dates.sort(comparePartial)).toEqual(['2020-06', '2020', '2020-12-31', '2021']);
  });
});

describe('what is no date', () => {
  test.each([
    '',
    '20',
    '2020-13',
    '2020-00',
    '2020-02-30',
    '2019-02-29',
    '2020-1-1',
    '2020-06-31',
    '2020-02-00',
    '2020-00-10',
    '1799',
    '2201-10',
    ' 2020',
    '2020-06-30T10:00',
  ])('%j', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });
  test.each(['2020', '2020-12', '2020-02-29', '2020-12-31', '1800', '2200-10'])(
    'but %j is one',
    (text) => {
      expect(isPartialDate(text)).toBe(true);
    },
  );
});

describe('months and days are counted by the calendar', () => {
  test.each([
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-12-15', 1, '2021-01-15'],
    ['2020-01-15', -1, '2019-12-15'],
    ['2020-03-31', -13, '2019-02-28'],
  ])('%s and %i months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });

  test.each([
    ['2020-02-28', 2, '2020-03-01'],
    ['2019-02-28', 1, '2019-03-01'],
    ['2020-01-01', -1, '2019-12-31'],
    ['1999-12-31', 366, '2000-12-31'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
    expect(daysBetween(day, result)).toBe(days);
  });
});
