import type { SpanUnit, WordRow } from '../deadline-words';

export const EN_MONTHS: readonly WordRow[] = [
  ['january|jan', 1],
  ['february|feb', 2],
  ['march|mar', 3],
  ['april|apr', 4],
  ['may', 5],
  ['june|jun', 6],
  ['july|jul', 7],
  ['august|aug', 8],
  ['september|sept|sep', 9],
  ['october|oct', 10],
  ['november|nov', 11],
  ['december|dec', 12],
];

export const EN_ORDINALS: readonly WordRow[] = [
  ['first|1st|q1|i', 1],
  ['second|latter|back|2nd|q2|ii', 2],
  ['third|3rd|q3|iii', 3],
  ['fourth|4th|last|final|q4|iv', 4],
];

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

export const EN_NUMBERS: readonly WordRow[] = [
  ...TENS.flatMap((ten, tens) =>
    ONES.map((one, n): WordRow => [`${ten}[ -]${one}`, tens * 10 + 21 + n]),
  ),
  ['a couple of', 2],
  ['an|a|one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
  ['a hundred|one hundred', 100],
];

const DAY_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

/** Days of a month in words. */
export const EN_DAYS: readonly WordRow[] = [
  ...DAY_WORDS.split(' ')
    .slice(0, 9)
    .map((word, at): WordRow => [`twenty[ -]${word}`, 21 + at]),
  ['thirty[ -]first', 31],
  ['thirtieth', 30],
  ...DAY_WORDS.split(' ').map((word, at): WordRow => [word, at + 1]),
];

export const EN_UNITS: readonly (readonly [pattern: string, unit: SpanUnit])[] = [
  ['hours?', 'hour'],
  ['days?', 'day'],
  ['weeks?', 'week'],
  ['months?', 'month'],
  ['quarters?', 'quarter'],
  ['half[ -]years?', 'halfYear'],
  ['years?', 'year'],
];

export const EN_SEASONS: readonly WordRow[] = [
  ['spring', 3],
  ['summer', 6],
  ['autumn|fall', 9],
  ['winter', 12],
];

export const EN_WEEKDAYS: readonly WordRow[] = [
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
];

export const EN_HOLIDAYS: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['nauryz|nowruz|nauryz holiday', 3, 22],
  ['women"s day', 3, 8],
  ['unity day', 5, 1],
  ['defender(?:"s|s)? day', 5, 7],
  ['victory day', 5, 9],
  ['capital(?: city)?(?:"s)? day|astana day|day of the capital', 7, 6],
  ['constitution day', 8, 30],
  ['republic day', 10, 25],
  ['independence day', 12, 16],
];
