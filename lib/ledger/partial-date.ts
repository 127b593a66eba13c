import type { Day, PartialDate } from './records';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS_IN_YEAR = 12;

/** True for `2020`, `2020-06`, `2020-06-30` that exist in the calendar, of the years 1800 to 2200: others are slips. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = SHAPE.exec(text) ?? [];
  if (year === undefined || year < '1800' || year > '2200') return false;
  if (month < '01' || Number(month) > MONTHS_IN_YEAR || day < '01') return false;
  // Every month has 28 days.
  return day <= '28' || Number(day) <= daysInMonth(Number(year), Number(month));
}

/** Days of a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** First day of the interval that a partial date names. */
export function firstDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day of the interval that a partial date names. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}

/** Whether the interval of a partial date holds the day. */
export function holds(date: PartialDate, day: Day): boolean {
  return firstDay(date) <= day && day <= lastDay(date);
}

/** Whether the whole interval of `date` lies before the day. */
export function isBefore(date: PartialDate, day: Day): boolean {
  return lastDay(date) < day;
}

/** Whether the whole interval of `date` lies after the day. */
export function isAfter(date: PartialDate, day: Day): boolean {
  return firstDay(date) > day;
}

/**
 * Order of two partial dates as intervals: by their last days, then the wider one first; 0 only for the
 * same interval. A total order, fit for sorting; it does not say that the intervals are apart.
 */
export function comparePartial(a: PartialDate, b: PartialDate): number {
  return compareDays(lastDay(a), lastDay(b)) || compareDays(firstDay(a), firstDay(b));
}

/** Order of two days; days have one length, so their texts sort as time does. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The day `months` later (earlier when negative); the 31st becomes the month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const count = year * MONTHS_IN_YEAR + (month - 1) + months;
  const toYear = Math.floor(count / MONTHS_IN_YEAR);
  const toMonth = count - toYear * MONTHS_IN_YEAR + 1;
  return format(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

function parts(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function format(year: number, month: number, date: number): Day {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

// Serial day numbers of the Gregorian calendar (the algorithm of H. Hinnant, "chrono-compatible low-level
// date algorithms"): a year starts in March, so that the leap day is its last.
const DAYS_IN_ERA = 146_097;

function numberOfDay(day: Day): number {
  const [year, month, date] = parts(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return era * DAYS_IN_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}

function dayOfNumber(serial: number): Day {
  const era = Math.floor(serial / DAYS_IN_ERA);
  const inEra = serial - era * DAYS_IN_ERA;
  const ofEra = Math.floor(
    (inEra -
      Math.floor(inEra / 1460) +
      Math.floor(inEra / 36_524) -
      Math.floor(inEra / (DAYS_IN_ERA - 1))) /
      365,
  );
  const ofYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const date = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return format(ofEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
