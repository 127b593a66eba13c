import { describe, expect, test } from 'vitest';
import { readDeadline } from '@/lib/pledges/deadline';

describe('a deadline', () => {
  test('knows the words it was read from', () => {
    const text = '«Мост  сдадим к\u00A020 мая», — сказал аким.';
    const deadline = readDeadline(text, { saidOn: '2026-02-01', lang: 'ru' });
    expect(deadline?.dueOn).toBe('2026-05-20');
    expect(text.slice(deadline?.span.start, deadline?.span.end)).toBe('20 мая');
  });

  test.each([
    [
      'ru',
      'До 29 февраля сдадим.',
      '2026-03-01',
      null,
      'a day that the calendar does not have next time',
    ],
    ['ru', 'К 31 июня сдадим.', '2026-03-01', null, 'no such day'],
    ['ru', 'До 1 марта сдадим.', '2026-03-01', '2026-03-01', 'the same day counts'],
    ['ru', 'До 1 марта сдадим.', '2026-03-02', '2027-03-01', 'the day after it does not'],
    ['ru', 'Сдадим через месяц.', '2026-01-31', '2026-02', 'the month after the 31st'],
    ['ru', 'Зимой поставим.', '2026-01-15', '2026-02', 'a winter that is running'],
    ['kk', 'Қыста орнатамыз.', '2025-11-15', '2026-02', 'a winter over the new year'],
    ['en', 'We may build it one day.', '2026-01-15', null, 'the verb "may"'],
    ['en', 'We will build it by May.', '2026-06-15', '2027-05', 'the month'],
  ] as const)('%s %s said on %s: %s (%s)', (lang, text, saidOn, dueOn, _why) => {
    expect(readDeadline(text, { saidOn, lang })?.dueOn ?? null).toBe(dueOn);
  });
});
