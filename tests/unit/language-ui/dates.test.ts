import { describe, expect, it } from 'vitest';
import {
  dateInWords,
  dateOfBeginning,
  dateOfEvent,
  dateOfTerm,
  monthNames,
  tenure,
} from '@/lib/language/dates';
import type { Lang } from '@/lib/ledger/records';

type Row = readonly [Lang, string, string];

describe('dates in words', () => {
  it.each<Row>([
    ['ru', '2020-02-07', '7 февраля 2020'],
    ['ru', '2020-02', 'февраль 2020'],
    ['ru', '2020', '2020 год'],
    ['kk', '2020-02-07', '2020 жылғы 7 ақпан'],
    ['kk', '2020-02', '2020 жылғы ақпан'],
    ['kk', '2020', '2020 жыл'],
    ['en', '2020-02-07', '7 February 2020'],
    ['en', '2020-02', 'February 2020'],
    ['en', '2020', '2020'],
  ])('%s: %s stands alone as «%s»', (lang, date, words) => {
    expect(dateInWords(lang, date)).toBe(words);
  });

  it.each<Row>([
    ['ru', '2025-05-12', '12 мая 2025'],
    ['ru', '2025-05', 'в мае 2025'],
    ['ru', '2025', 'в 2025 году'],
    ['kk', '2025-05-12', '2025 жылғы 12 мамырда'],
    ['kk', '2025-09', '2025 жылғы қыркүйекте'],
    ['kk', '2025', '2025 жылы'],
    ['en', '2025-05-12', 'on 12 May 2025'],
    ['en', '2025-05', 'in May 2025'],
    ['en', '2025', 'in 2025'],
  ])('%s: a thing of %s happened «%s»', (lang, date, words) => {
    expect(dateOfEvent(lang, date)).toBe(words);
  });

  it.each<Row>([
    ['ru', '2021-06-30', 'до 30 июня 2021'],
    ['ru', '2021-06', 'до конца июня 2021'],
    ['ru', '2021', 'до конца 2021 года'],
    ['kk', '2021-06-30', '2021 жылғы 30 маусымға дейін'],
    ['kk', '2021-07', '2021 жылғы шілденің соңына дейін'],
    ['kk', '2021', '2021 жылдың соңына дейін'],
    ['en', '2021-06-30', 'by 30 June 2021'],
    ['en', '2021-06', 'by the end of June 2021'],
    ['en', '2021', 'by the end of 2021'],
  ])('%s: a term of %s is «%s»', (lang, date, words) => {
    expect(dateOfTerm(lang, date)).toBe(words);
  });

  it.each<Row>([
    ['ru', '2024-08-02', 'с 2 августа 2024'],
    ['ru', '2024-08', 'с августа 2024'],
    ['ru', '2024', 'с 2024 года'],
    ['kk', '2024-08-02', '2024 жылғы 2 тамыздан бері'],
    ['kk', '2024', '2024 жылдан бері'],
    ['en', '2024-08', 'since August 2024'],
  ])('%s: what began in %s began «%s»', (lang, date, words) => {
    expect(dateOfBeginning(lang, date)).toBe(words);
  });

  it('names all twelve months in each language, Kazakh ones in Kazakh letters', () => {
    expect(monthNames('kk')).toEqual([
      'қаңтар',
      'ақпан',
      'наурыз',
      'сәуір',
      'мамыр',
      'маусым',
      'шілде',
      'тамыз',
      'қыркүйек',
      'қазан',
      'қараша',
      'желтоқсан',
    ]);
    expect(monthNames('ru')[4]).toBe('май');
    expect(monthNames('en')).toHaveLength(12);
  });

  // Each case form begins with the month's own stem: a table shifted by one would be wrong here.
  it.each<Lang>(['ru', 'kk', 'en'])('%s: every month is the same month in every form', (lang) => {
    for (const [at, name] of monthNames(lang).entries()) {
      const date = `2020-${String(at + 1).padStart(2, '0')}`;
      const stem = name.slice(0, 3).replace('май', 'ма');
      for (const day of ['', '-05']) {
        const forms = [dateInWords, dateOfEvent, dateOfTerm, dateOfBeginning];
        for (const form of forms) expect(form(lang, date + day)).toContain(stem);
      }
    }
  });

  it('takes the day of a time stamp, and nothing that is no date', () => {
    expect(dateInWords('ru', '2026-11-24T21:00:00Z')).toBe('24 ноября 2026');
    expect(() => dateInWords('ru', 'скоро')).toThrow(RangeError);
  });
});

describe('time in office', () => {
  it.each([
    ['2020-02-05', '2021', '5 февраля 2020 — 2021 год'],
    ['2024', null, 'с 2024 года'],
    [null, '2021-05', '… — май 2021'],
    [null, null, null],
  ] as const)('%s to %s is «%s»', (from, until, words) => {
    expect(tenure('ru', from, until)).toBe(words);
  });
});
