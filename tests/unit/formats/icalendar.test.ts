import fc from 'fast-check';
import { createEvents } from 'ics';
import { expect, test } from 'vitest';
import { CALENDAR_END, calendarDay, calendarHead, type DayEvent } from '@/lib/formats/icalendar';

const DAY: DayEvent = {
  uid: 'p-1@uade',
  stamp: '20210201T063000Z',
  start: '20210228',
  end: '20210301',
  summary: '',
  description: '',
  url: 'https://tracker.example/ru/promise/p-1',
};

/** Words of three scripts, with all that has a meaning in a calendar, and line ends. */
const texts = fc
  .array(fc.constantFrom('Дорога', 'Жаңаөзен', 'road', '😀', ';', ',', '\\', ' ', ':', '\n', '"'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const unfolded = (text: string) => text.replaceAll(/\r\n[\t ]/g, '');

test('says what the package ics says', () => {
  fc.assert(
    fc.property(texts, texts, texts, (name, summary, description) => {
      const whole =
        calendarHead(name) + calendarDay({ ...DAY, summary, description }) + CALENDAR_END;
      // A day's stamp is taken from here; its types do not list it.
      const stamped = { timestamp: Date.parse('2021-02-01T06:30:00Z') };
      const { value } = createEvents(
        [
          {
            ...stamped,
            uid: DAY.uid,
            start: [2021, 2, 28],
            end: [2021, 3, 1],
            title: summary,
            description,
            url: DAY.url,
            transp: 'TRANSPARENT',
            busyStatus: 'FREE',
          },
        ],
        { productId: '-//uade//due dates//EN' },
      );
      // It does not escape the calendar's name.
      const nameless = unfolded(whole).replace(/X-WR-CALNAME:.*\r\n/, '');
      expect(nameless).toBe(unfolded(value ?? ''));
    }),
  );
});

test('no line is longer than 75 octets, and none ends within a letter', () => {
  fc.assert(
    fc.property(texts, (summary) => {
      const bytes = new TextEncoder().encode(calendarDay({ ...DAY, summary }));
      const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
      for (const line of lines)
        expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\uFFFD');
    }),
  );
});

test('a line of 75 octets is not broken, one of 76 is', () => {
  const lines = (summary: string) => calendarDay({ ...DAY, summary }).match(/\r\n(?= )/g) ?? [];
  expect(lines('a'.repeat(75 - 'SUMMARY:'.length))).toHaveLength(0);
  expect(lines('a'.repeat(76 - 'SUMMARY:'.length))).toHaveLength(1);
});

test('the name of the calendar cannot begin a line of its own', () => {
  expect(calendarHead('Сроки, все\nBEGIN:VEVENT')).toContain(
    'X-WR-CALNAME:Сроки\\, все\\nBEGIN:VEVENT',
  );
});
