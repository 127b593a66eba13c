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
  ['second|2nd|q2|ii', 2],
  ['third|3rd|q3|iii', 3],
  ['fourth|4th|last|final|q4|iv', 4],
];

export const EN_NUMBERS: readonly WordRow[] = [
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
  ['fifteen', 15],
  ['eighteen', 18],
  ['twenty[ -]four', 24],
  ['twenty', 20],
  ['thirty', 30],
  ['forty[ -]eight', 48],
  ['forty', 40],
  ['sixty', 60],
  ['ninety', 90],
  ['a hundred|one hundred', 100],
];

export const EN_DAYS: readonly WordRow[] = [
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fifth', 5],
  ['tenth', 10],
  ['fifteenth', 15],
  ['twentieth', 20],
  ['twenty-fifth', 25],
  ['thirtieth', 30],
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
