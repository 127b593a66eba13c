import { describe, expect, it } from 'vitest';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

const COUNTS = [0, 1, 2, 5, 11, 21, 101] as const;
type Row = readonly [string, string, string, string, string, string, string];

const ru = strings('ru').pages;
const kk = strings('kk').pages;
const en = strings('en').pages;

/** A sentence after each of the counts above, in their order. */
const TABLE: readonly (readonly [Lang, (n: number) => string, Row])[] = [
  [
    'ru',
    (n) => `${n} ${ru.area.outlived(n)}`,
    [
      '0 обещаний пережили того, кто их дал',
      '1 обещание пережило того, кто его дал',
      '2 обещания пережили того, кто их дал',
      '5 обещаний пережили того, кто их дал',
      '11 обещаний пережили того, кто их дал',
      '21 обещание пережило того, кто его дал',
      '101 обещание пережило того, кто его дал',
    ],
  ],
  [
    'ru',
    ru.picture.handed,
    [
      'перешло 0 раз',
      'перешло 1 раз',
      'перешло 2 раза',
      'перешло 5 раз',
      'перешло 11 раз',
      'перешло 21 раз',
      'перешло 101 раз',
    ],
  ],
  [
    'ru',
    ru.area.moreEmpty,
    [
      'ещё 0 мест, где обещаний не записано',
      'ещё 1 место, где обещаний не записано',
      'ещё 2 места, где обещаний не записано',
      'ещё 5 мест, где обещаний не записано',
      'ещё 11 мест, где обещаний не записано',
      'ещё 21 место, где обещаний не записано',
      'ещё 101 место, где обещаний не записано',
    ],
  ],
  [
    'ru',
    ru.clips.attempts,
    [
      '0 попыток отправки',
      '1 попытка отправки',
      '2 попытки отправки',
      '5 попыток отправки',
      '11 попыток отправки',
      '21 попытка отправки',
      '101 попытка отправки',
    ],
  ],
  [
    'ru',
    strings('ru').review.silent,
    [
      '0 обещаний без слова преемника',
      '1 обещание без слова преемника',
      '2 обещания без слова преемника',
      '5 обещаний без слова преемника',
      '11 обещаний без слова преемника',
      '21 обещание без слова преемника',
      '101 обещание без слова преемника',
    ],
  ],
  [
    'ru',
    strings('ru').review.openHere,
    [
      '0 открытых',
      '1 открытое',
      '2 открытых',
      '5 открытых',
      '11 открытых',
      '21 открытое',
      '101 открытое',
    ],
  ],
  [
    'kk',
    strings('kk').review.silent,
    [
      'келесі басшы сөз айтпаған 0 уәде',
      'келесі басшы сөз айтпаған 1 уәде',
      'келесі басшы сөз айтпаған 2 уәде',
      'келесі басшы сөз айтпаған 5 уәде',
      'келесі басшы сөз айтпаған 11 уәде',
      'келесі басшы сөз айтпаған 21 уәде',
      'келесі басшы сөз айтпаған 101 уәде',
    ],
  ],
  [
    'en',
    strings('en').review.silent,
    [
      '0 promises without a word of the successor',
      '1 promise without a word of the successor',
      '2 promises without a word of the successor',
      '5 promises without a word of the successor',
      '11 promises without a word of the successor',
      '21 promises without a word of the successor',
      '101 promises without a word of the successor',
    ],
  ],
  [
    'kk',
    kk.picture.again,
    ['0-ші рет', '1-ші рет', '2-ші рет', '5-ші рет', '11-ші рет', '21-ші рет', '101-ші рет'],
  ],
  [
    'kk',
    kk.area.moreEmpty,
    [
      'уәде жазылмаған тағы 0 жер',
      'уәде жазылмаған тағы 1 жер',
      'уәде жазылмаған тағы 2 жер',
      'уәде жазылмаған тағы 5 жер',
      'уәде жазылмаған тағы 11 жер',
      'уәде жазылмаған тағы 21 жер',
      'уәде жазылмаған тағы 101 жер',
    ],
  ],
  [
    'en',
    en.picture.again,
    ['0th time', '1st time', '2nd time', '5th time', '11th time', '21st time', '101st time'],
  ],
  [
    'en',
    en.clips.attempts,
    [
      '0 attempts to send',
      '1 attempt to send',
      '2 attempts to send',
      '5 attempts to send',
      '11 attempts to send',
      '21 attempts to send',
      '101 attempts to send',
    ],
  ],
];

describe('counts on the ledger’s pages', () => {
  it.each(TABLE)('%s: %o', (_, sentence, expected) => {
    expect(COUNTS.map(sentence)).toEqual(expected);
  });

  it.each([
    [6, '6-шы рет'],
    [9, '9-шы рет'],
    [10, '10-шы рет'],
    [20, '20-шы рет'],
    [30, '30-шы рет'],
    [40, '40-шы рет'],
    [50, '50-ші рет'],
    [100, '100-ші рет'],
  ])('Kazakh ordinal %i is «%s»', (n, words) => {
    expect(kk.picture.again(n)).toBe(words);
  });

  it.each([
    [1.7, '1,7 года', '1,7 жыл', '1.7 years'],
    [1, '1 год', '1 жыл', '1 year'],
    [2, '2 года', '2 жыл', '2 years'],
    [5, '5 лет', '5 жыл', '5 years'],
  ])('%s years', (n, russian, kazakh, english) => {
    const all = (['ru', 'kk', 'en'] as const).map((lang) => strings(lang).ledger.years(n));
    expect(all).toEqual([russian, kazakh, english]);
  });
});
