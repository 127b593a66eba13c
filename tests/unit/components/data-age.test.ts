import { describe, expect, it } from 'vitest';
import { ageWords, dayOfStamp, todayBy } from '@/components/data-age';

describe('the day of a stamp', () => {
  it.each([
    ['2026-11-24T18:59:59Z', '2026-11-24'],
    ['2026-11-24T19:00:00Z', '2026-11-25'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
  ])('%s is %s in Almaty', (stamp, day) => {
    expect(dayOfStamp(stamp)).toBe(day);
  });
});

describe('today by a clock that may be wrong', () => {
  const EVENING = Date.parse('2026-11-24T18:50:00Z');
  it.each([
    ['never set right', null, '2026-11-24'],
    ['right', 0, '2026-11-24'],
    ['an hour behind the tracker', 3_600_000, '2026-11-25'],
    ['a year ahead of it', -365 * 86_400_000, '2025-11-24'],
  ])('%s', (_, offsetMs, day) => {
    expect(todayBy(EVENING, offsetMs)).toBe(day);
  });
});

describe('the age of the data', () => {
  it('is only dated while it is fresh', () => {
    const age = ageWords('2026-11-11T06:00:00Z', '2026-11-25', 'ru');
    expect(age).toEqual({ text: 'данные на 11 ноября 2026', isOld: false });
  });

  it('is called old, with its days, after two weeks', () => {
    const age = ageWords('2026-11-10T06:00:00Z', '2026-11-25', 'ru');
    expect(age.isOld).toBe(true);
    expect(age.text).toContain('15 дней');
  });

  it('says so where there never was a sync', () => {
    expect(ageWords(null, '2026-11-25', 'en')).toEqual({ text: 'no data loaded yet', isOld: true });
  });
});
