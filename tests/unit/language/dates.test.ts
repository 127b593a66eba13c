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

  // By the grammars: alone, at that time, from then on, by a day of it, by its end. A case form of its own for each.
  it.each<readonly [Lang, string, readonly string[]]>([
    ['ru', '01', ['январь', 'в январе', 'с января', '9 января', 'конца января']],
    ['ru', '02', ['февраль', 'в феврале', 'с февраля', '9 февраля', 'конца февраля']],
    ['ru', '03', ['март', 'в марте', 'с марта', '9 марта', 'конца марта']],
    ['ru', '04', ['апрель', 'в апреле', 'с апреля', '9 апреля', 'конца апреля']],
    ['ru', '05', ['май', 'в мае', 'с мая', '9 мая', 'конца мая']],
    ['ru', '06', ['июнь', 'в июне', 'с июня', '9 июня', 'конца июня']],
    ['ru', '07', ['июль', 'в июле', 'с июля', '9 июля', 'конца июля']],
    ['ru', '08', ['август', 'в августе', 'с августа', '9 августа', 'конца августа']],
    ['ru', '09', ['сентябрь', 'в сентябре', 'с сентября', '9 сентября', 'конца сентября']],
    ['ru', '10', ['октябрь', 'в октябре', 'с октября', '9 октября', 'конца октября']],
    ['ru', '11', ['ноябрь', 'в ноябре', 'с ноября', '9 ноября', 'конца ноября']],
    ['ru', '12', ['декабрь', 'в декабре', 'с декабря', '9 декабря', 'конца декабря']],
    ['kk', '01', ['қаңтар', 'қаңтарда', 'қаңтардан', '9 қаңтарға', 'қаңтардың']],
    ['kk', '02', ['ақпан', 'ақпанда', 'ақпаннан', '9 ақпанға', 'ақпанның']],
    ['kk', '03', ['наурыз', 'наурызда', 'наурыздан', '9 наурызға', 'наурыздың']],
    ['kk', '04', ['сәуір', 'сәуірде', 'сәуірден', '9 сәуірге', 'сәуірдің']],
    ['kk', '05', ['мамыр', 'мамырда', 'мамырдан', '9 мамырға', 'мамырдың']],
    ['kk', '06', ['маусым', 'маусымда', 'маусымнан', '9 маусымға', 'маусымның']],
    ['kk', '07', ['шілде', 'шілдеде', 'шілдеден', '9 шілдеге', 'шілденің']],
    ['kk', '08', ['тамыз', 'тамызда', 'тамыздан', '9 тамызға', 'тамыздың']],
    ['kk', '09', ['қыркүйек', 'қыркүйекте', 'қыркүйектен', '9 қыркүйекке', 'қыркүйектің']],
    ['kk', '10', ['қазан', 'қазанда', 'қазаннан', '9 қазанға', 'қазанның']],
    ['kk', '11', ['қараша', 'қарашада', 'қарашадан', '9 қарашаға', 'қарашаның']],
    ['kk', '12', ['желтоқсан', 'желтоқсанда', 'желтоқсаннан', '9 желтоқсанға', 'желтоқсанның']],
    ['en', '01', ['January', 'in January', 'since January', '9 January', 'end of January']],
    ['en', '02', ['February', 'in February', 'since February', '9 February', 'end of February']],
    ['en', '03', ['March', 'in March', 'since March', '9 March', 'end of March']],
    ['en', '04', ['April', 'in April', 'since April', '9 April', 'end of April']],
    ['en', '05', ['May', 'in May', 'since May', '9 May', 'end of May']],
    ['en', '06', ['June', 'in June', 'since June', '9 June', 'end of June']],
    ['en', '07', ['July', 'in July', 'since July', '9 July', 'end of July']],
    ['en', '08', ['August', 'in August', 'since August', '9 August', 'end of August']],
    [
      'en',
      '09',
      ['September', 'in September', 'since September', '9 September', 'end of September'],
    ],
    ['en', '10', ['October', 'in October', 'since October', '9 October', 'end of October']],
    ['en', '11', ['November', 'in November', 'since November', '9 November', 'end of November']],
    ['en', '12', ['December', 'in December', 'since December', '9 December', 'end of December']],
  ])('%s: month %s in every case: %j', (lang, month, [alone, at, since, day, end]) => {
    const [date, ofDay] = [`2020-${month}`, `2020-${month}-09`];
    const whole = {
      ru: [`${alone} 2020`, `${at} 2020`, `${since} 2020`, `до ${day} 2020`, `до ${end} 2020`],
      kk: [
        `2020 жылғы ${alone}`,
        `2020 жылғы ${at}`,
        `2020 жылғы ${since} бері`,
        `2020 жылғы ${day} дейін`,
        `2020 жылғы ${end} соңына дейін`,
      ],
      en: [`${alone} 2020`, `${at} 2020`, `${since} 2020`, `by ${day} 2020`, `by the ${end} 2020`],
    };
    expect([
      dateInWords(lang, date),
      dateOfEvent(lang, date),
      dateOfBeginning(lang, date),
      dateOfTerm(lang, ofDay),
      dateOfTerm(lang, date),
    ]).toEqual(whole[lang]);
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
