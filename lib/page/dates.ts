import type { PartialDate } from '@/lib/ledger/records';

/** Beginnings of month names, ru · kk · en, in the calendar's order: enough to tell them apart in any case. */
const MONTHS: readonly RegExp[] = [
  /^(?:янв|қаңтар|jan)/,
  /^(?:фев|ақпан|feb)/,
  /^(?:мар|наурыз|mar)/,
  /^(?:апр|сәуір|apr)/,
  /^(?:ма[йя]|мамыр|may)/,
  /^(?:июн|маусым|jun)/,
  /^(?:июл|шілде|jul)/,
  /^(?:авг|тамыз|aug)/,
  /^(?:сен|қыркүйек|sep)/,
  /^(?:окт|қазан|oct)/,
  /^(?:ноя|қараша|nov)/,
  /^(?:дек|желтоқсан|dec)/,
];

const WORD = String.raw`\p{L}{3,}`;
const YEAR = String.raw`(?:19|20)\d\d`;
/** `7 февраля 2020`, `07 Feb, 2020`, `7 ақпан 2020`. */
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})[\s\u00A0]+(${WORD})\.?,?[\s\u00A0]+(${YEAR})(?!\d)`,
  'gu',
);
/** `2020 жылғы 7 ақпан`, `2020 ж. 7 ақпан`, `2020, 7 ақпан`. */
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(${YEAR})(?:[\s\u00A0]*(?:жылғы|жылы|жыл|ж\.))?,?[\s\u00A0]+(\d{1,2})[\s\u00A0-]+(${WORD})`,
  'gu',
);
/** `February 7, 2020`. */
const MONTH_FIRST = new RegExp(
  String.raw`(${WORD})\.?[\s\u00A0]+(\d{1,2})(?:st|nd|rd|th)?,[\s\u00A0]*(${YEAR})(?!\d)`,
  'gu',
);
/** `07.02.2020`, `7/2/2020`: day first, as everywhere in Kazakhstan. */
const FIGURES = new RegExp(String.raw`(?<!\d)(\d{1,2})[./](\d{1,2})[./](${YEAR})(?!\d)`, 'g');
/** `2020-02-07`, `2020.02.07`. */
const ISO = new RegExp(String.raw`(?<!\d)(${YEAR})[-./](\d{1,2})[-./](\d{1,2})(?!\d)`, 'g');

/** A date in a text, and where it stands there. */
export interface DateInText {
  readonly date: PartialDate;
  readonly index: number;
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  return MONTHS.findIndex((month) => month.test(lower)) + 1;
}

function asDay(year: string, month: number, day: string): PartialDate | null {
  const d = Number(day);
  const last =
    month < 1 || month > 12 ? 0 : new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (d < 1 || d > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Which groups of a pattern hold year, month (a word or figures) and day. */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}[] = [
  { pattern: DAY_FIRST, day: 1, month: 2, year: 3 },
  { pattern: YEAR_FIRST, year: 1, day: 2, month: 3 },
  { pattern: MONTH_FIRST, month: 1, day: 2, year: 3 },
  { pattern: FIGURES, day: 1, month: 2, year: 3 },
  { pattern: ISO, year: 1, month: 2, day: 3 },
];

/** All whole dates (day, month and year) that a text prints in Russian, Kazakh, English or figures, in text order. */
export function datesIn(text: string): DateInText[] {
  const found: DateInText[] = [];
  if (!/(?:19|20)\d\d/.test(text)) return found;
  for (const { pattern, year, month, day } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const word = match[month] ?? '';
      const number = /^\d/.test(word) ? Number(word) : monthNumber(word);
      const date = asDay(match[year] ?? '', number, match[day] ?? '');
      if (date !== null) found.push({ date, index: match.index });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

const STAMP =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i;

/**
 * The day of a machine-readable stamp. A date with an offset keeps its own day; a stamp in UTC is the day that
 * it was in Almaty; without an offset it is taken as printed. Null when it is no date.
 */
export function dayOfStamp(stamp: string): PartialDate | null {
  const match = STAMP.exec(stamp);
  if (match === null) return datesIn(stamp)[0]?.date ?? partOf(stamp);
  const [, year = '', month = '', day = '', hour, minute, zone] = match;
  const own = asDay(year, Number(month), day);
  if (own === null || hour === undefined || !isUtc(zone)) return own;
  return almatyDay(Date.parse(`${own}T${hour}:${minute ?? '00'}:00Z`));
}

function isUtc(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:z|[+-]00:?00)$/i.test(zone);
}

/** `2020-02` and `2020` are dates too, of lesser precision. */
function partOf(stamp: string): PartialDate | null {
  return /^\s*((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\s*$/.exec(stamp)?.[1] ?? null;
}

/** Almaty kept +06:00 until 1 March 2024, and has +05:00 since. */
const ALMATY_CHANGED = Date.UTC(2024, 1, 29, 18);

function almatyDay(time: number): PartialDate {
  const hours = time < ALMATY_CHANGED ? 6 : 5;
  return new Date(time + hours * 3_600_000).toISOString().slice(0, 10);
}
