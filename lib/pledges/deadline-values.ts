import type {
  DatedMeaning,
  DeadlineWords,
  Meaning,
  NearMeaning,
  SpanUnit,
} from '@/lib/language/deadline-words';
import { addDays, addMonths, daysBetween, isPartialDate } from '@/lib/ledger/partial-date';
import type { Day, PartialDate } from '@/lib/ledger/records';
import { rowOf } from './deadline-patterns';

/** The named groups of a matched rule. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What an expression says about its year: a year, or how many years from the one in which it was said. */
export interface YearWords {
  readonly year: number | null;
  readonly isNext: boolean;
}

interface Said {
  readonly on: Day;
  readonly year: number;
  readonly month: number;
}

type Reader = (
  groups: Groups,
  said: Said,
  year: YearWords,
  words: DeadlineWords,
) => PartialDate | null;

const MONTHS_IN_YEAR = 12;
const HEATING_MONTH = 10;
const SCHOOL_MONTH = 9;
const DAYS_IN_WEEK = 7;
/** A Monday, to count weekdays from. */
const SOME_MONDAY = '2024-01-01';

const two = (n: number): string => String(n).padStart(2, '0');
const monthDate = (year: number, month: number): PartialDate => `${year}-${two(month)}`;

function valueOf(words: DeadlineWords, table: string, word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word);
  return rowOf(words.tables[table] ?? [], word)?.[1] ?? null;
}

/** The month in the given year, or the next one that has not passed. */
function nextMonth(month: number, said: Said, year: number | null): PartialDate {
  return monthDate(year ?? (month < said.month ? said.year + 1 : said.year), month);
}

function nextDay(month: number, day: number, said: Said, year: number | null): PartialDate | null {
  const inYear = (y: number): PartialDate => `${monthDate(y, month)}-${two(day)}`;
  const date = year === null ? inYear(said.year) : inYear(year);
  const next = year === null && date < said.on ? inYear(said.year + 1) : date;
  return isPartialDate(next) ? next : null;
}

const readDate: Reader = (groups, said, { year, isNext }, words) => {
  const month = valueOf(words, 'month', groups['month'] ?? groups['mm']);
  if (month === null) return null;
  const own = year ?? (isNext ? said.year + 1 : null);
  const day = valueOf(words, 'd', groups['d']);
  return day === null ? nextMonth(month, said, own) : nextDay(month, day, said, own);
};

/** Months of a season: its first, middle and last. */
function seasonMonth(start: number, edge: 'first' | 'middle' | 'last'): number {
  const add = { first: 0, middle: 1, last: 2 }[edge];
  return ((start + add - 1) % MONTHS_IN_YEAR) + 1;
}

function readSeason(
  edge: 'first' | 'middle' | 'last',
  groups: Groups,
  said: Said,
  { year, isNext }: YearWords,
  words: DeadlineWords,
): PartialDate | null {
  const start = valueOf(words, 'season', groups['season']);
  if (start === null) return null;
  const month = seasonMonth(start, edge);
  const over = month < start;
  // «зимой 2027 года» said before that year is the winter that ends in it.
  if (year !== null) return monthDate(over && year <= said.year ? year + 1 : year, month);
  const isWinter = start === MONTHS_IN_YEAR;
  if (isNext && !isWinter) return monthDate(said.year + 1, month);
  const inWinter = said.month === MONTHS_IN_YEAR || said.month <= 2;
  if (isNext && inWinter) {
    const nextStart = said.month === MONTHS_IN_YEAR ? said.year + 1 : said.year;
    return monthDate(over ? nextStart + 1 : nextStart, month);
  }
  return nextMonth(month, said, null);
}

function readPart(
  monthsInPart: number,
  of: 'this' | 'next' | undefined,
  groups: Groups,
  said: Said,
  { year, isNext }: YearWords,
  words: DeadlineWords,
): PartialDate | null {
  if (of !== undefined) {
    const current = Math.ceil(said.month / monthsInPart) + (of === 'next' ? 1 : 0);
    if (year !== null) return null;
    return addMonths(`${said.year}-01-01`, current * monthsInPart - 1).slice(0, 7);
  }
  const ord = valueOf(words, 'ord', groups['ord']);
  if (ord === null || ord * monthsInPart > MONTHS_IN_YEAR) return null;
  return nextMonth(ord * monthsInPart, said, year ?? (isNext ? said.year + 1 : null));
}

const SPAN_DAYS: Partial<Record<SpanUnit, number>> = { day: 1, week: DAYS_IN_WEEK };
const SPAN_MONTHS: Partial<Record<SpanUnit, number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: MONTHS_IN_YEAR,
};
const HOURS_IN_DAY = 24;
const HALF_MONTH_DAYS = 15;

function spanEnd(count: number, unit: SpanUnit, said: Said): PartialDate {
  if (unit === 'hour') return addDays(said.on, Math.floor(count / HOURS_IN_DAY));
  const days = SPAN_DAYS[unit];
  if (days !== undefined) return addDays(said.on, Math.round(count * days));
  const months = count * (SPAN_MONTHS[unit] ?? 1);
  const wholeMonths = Math.floor(months);
  const end = addMonths(said.on, wholeMonths);
  return (months > wholeMonths ? addDays(end, HALF_MONTH_DAYS) : end).slice(0, 7);
}

function readSpan(
  means: Extract<NearMeaning, { as: 'span' }>,
  groups: Groups,
  said: Said,
  words: DeadlineWords,
): PartialDate | null {
  const named = groups['n'] ?? groups['nj'];
  const count =
    valueOf(words, 'n', groups['n']) ?? valueOf(words, 'nj', groups['nj']) ?? means.n ?? 1;
  const unit = means.unit ?? rowOf(words.units, groups['unit'] ?? '')?.[1];
  if (unit === undefined || (named !== undefined && count === 0)) return null;
  return spanEnd(groups['half'] === undefined ? count : count + 0.5, unit, said);
}

/** 0 = Monday. */
function weekdayOf(day: Day): number {
  const days = daysBetween(SOME_MONDAY, day) % DAYS_IN_WEEK;
  return (days + DAYS_IN_WEEK) % DAYS_IN_WEEK;
}

function readWeekday(
  add: number,
  groups: Groups,
  said: Said,
  words: DeadlineWords,
): PartialDate | null {
  const wanted = valueOf(words, 'wd', groups['wd']);
  if (wanted === null) return null;
  const today = weekdayOf(said.on);
  if (add > 0) return addDays(said.on, wanted - 1 - today + DAYS_IN_WEEK * add);
  const ahead = (wanted - 1 - today + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return addDays(said.on, ahead === 0 ? DAYS_IN_WEEK : ahead);
}

function readHoliday(
  groups: Groups,
  said: Said,
  { year, isNext }: YearWords,
  words: DeadlineWords,
): PartialDate | null {
  const row = rowOf(words.holidays, groups['holiday'] ?? '');
  if (row === null) return null;
  const [, month, day] = row;
  const own = year ?? (isNext ? said.year + 1 : null);
  return day === 0 ? nextMonth(month, said, own) : nextDay(month, day, said, own);
}

function readHeating(said: Said, { year, isNext }: YearWords): PartialDate {
  if (year !== null) return monthDate(year, HEATING_MONTH);
  const running = isNext ? said.month >= HEATING_MONTH : said.month > HEATING_MONTH;
  return monthDate(running ? said.year + 1 : said.year, HEATING_MONTH);
}

const NEAR: ReadonlySet<Meaning['as']> = new Set(['span', 'month', 'week', 'day', 'weekday']);

function isNear(means: Meaning): means is NearMeaning {
  return NEAR.has(means.as);
}

/** The date that an expression names, counted from the day it was said; null when it names none. */
export function valueOfExpression(
  means: Meaning,
  groups: Groups,
  saidOn: Day,
  year: YearWords,
  words: DeadlineWords,
): PartialDate | null {
  const said = { on: saidOn, year: Number(saidOn.slice(0, 4)), month: Number(saidOn.slice(5, 7)) };
  return isNear(means)
    ? valueOfNear(means, groups, said, words)
    : valueOfDated(means, groups, said, year, words);
}

function readYear(add: number, said: Said, { year }: YearWords): PartialDate {
  return String(year ?? said.year + add);
}

/** The eve of the new year: a term, as people mean it. */
function readNewYear(said: Said, { year }: YearWords): PartialDate {
  return `${year === null ? said.year : year - 1}-12-31`;
}

function valueOfDated(
  means: DatedMeaning,
  groups: Groups,
  said: Said,
  year: YearWords,
  words: DeadlineWords,
): PartialDate | null {
  switch (means.as) {
    case 'date':
      return readDate(groups, said, year, words);
    case 'year':
      return readYear(means.add ?? 0, said, year);
    case 'season':
      return readSeason(means.edge, groups, said, year, words);
    case 'half':
      return readPart(6, means.of, groups, said, year, words);
    case 'quarter':
      return readPart(3, means.of, groups, said, year, words);
    case 'holiday':
      return readHoliday(groups, said, year, words);
    case 'heating':
      return readHeating(said, year);
    case 'school':
      return nextDay(SCHOOL_MONTH, 1, said, year.year);
    case 'newYear':
      return readNewYear(said, year);
  }
}

function valueOfNear(
  means: NearMeaning,
  groups: Groups,
  said: Said,
  words: DeadlineWords,
): PartialDate | null {
  switch (means.as) {
    case 'span':
      return readSpan(means, groups, said, words);
    case 'month':
      return addMonths(said.on, means.add).slice(0, 7);
    case 'week':
      return addDays(said.on, DAYS_IN_WEEK * (means.add + 1) - 1 - weekdayOf(said.on));
    case 'day':
      return addDays(said.on, means.add);
    case 'weekday':
      return readWeekday(means.add ?? 0, groups, said, words);
  }
}
