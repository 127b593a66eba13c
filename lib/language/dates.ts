import type { Lang, PartialDate } from '@/lib/ledger/records';
import { enDates } from './en/ui-dates';
import { kkDates } from './kk/ui-dates';
import { ruDates } from './ru/ui-dates';

/** A partial date taken apart; `month` is 1–12. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/**
 * How one language says a partial date. Own tables, since Chromium's Intl has no Kazakh
 * (it prints "2020 M02 14").
 */
export interface DateWords {
  /** The twelve months standing alone, January first. */
  readonly months: readonly string[];
  /** Standing alone: «12 марта 2025», «март 2025», «2025 год». */
  plain(date: DateParts): string;
  /** When a thing happened: «12 марта 2025», «в марте 2025», «в 2025 году». */
  on(date: DateParts): string;
  /** From when on: «с 12 марта 2025», «с марта 2025», «с 2025 года». */
  since(date: DateParts): string;
  /** By when a thing is due: «до 12 марта 2025», «до конца марта 2025», «до конца 2025 года». */
  by(date: DateParts): string;
}

const WORDS: Record<Lang, DateWords> = { ru: ruDates, kk: kkDates, en: enDates };
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** Takes a partial date, or the day of a time stamp, apart; throws `RangeError` on anything else. */
export function datePartsOf(date: PartialDate): DateParts {
  const found = PARTIAL.exec(date);
  if (!found) throw new RangeError(`not a partial date: ${date}`);
  const [, year, month, day] = found;
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** Names of the twelve months standing alone, January first; for the choice in a form. */
export function monthNames(lang: Lang): readonly string[] {
  return WORDS[lang].months;
}

/** A partial date standing alone, in words of the language, months in full. */
export function dateInWords(lang: Lang, date: PartialDate): string {
  return WORDS[lang].plain(datePartsOf(date));
}

/** When a thing happened: «12 марта 2025», "in March 2025", «2025 жылғы наурызда». */
export function dateOfEvent(lang: Lang, date: PartialDate): string {
  return WORDS[lang].on(datePartsOf(date));
}

/** From when on: «с марта 2025», "since March 2025", «2025 жылғы наурыздан бері». */
export function dateOfBeginning(lang: Lang, date: PartialDate): string {
  return WORDS[lang].since(datePartsOf(date));
}

/** By when a thing is due; the last day of a partial date counts: «до конца 2021 года». */
export function dateOfTerm(lang: Lang, date: PartialDate): string {
  return WORDS[lang].by(datePartsOf(date));
}

/** A time in office: «5 февраля 2020 — 20 мая 2021», «с 2 августа 2024», «… — 2021 год»; null: neither end is known. */
export function tenure(
  lang: Lang,
  from: PartialDate | null,
  until: PartialDate | null,
): string | null {
  if (from === null) return until === null ? null : `… — ${dateInWords(lang, until)}`;
  if (until === null) return dateOfBeginning(lang, from);
  return `${dateInWords(lang, from)} — ${dateInWords(lang, until)}`;
}
