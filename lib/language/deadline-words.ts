import type { Lang } from '@/lib/ledger/records';
import { EN_DEADLINE } from './en/deadline';
import { KK_DEADLINE } from './kk/deadline';
import { RU_DEADLINE } from './ru/deadline';

/** A regular expression's source, and what a word that matches it wholly stands for. */
export type WordRow = readonly [pattern: string, value: number];

/** The unit of a span. */
export type SpanUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';

/** What an expression of time names that a year may stand beside; the groups of its pattern say the rest. */
export type DatedMeaning =
  /** `d`, `month` (or figures `mm`), `y` or `rel`: a day or a month. */
  | { readonly as: 'date' }
  /** `y` or `rel`: a year. */
  | { readonly as: 'year'; readonly add?: number }
  /** A season reached (its first month), its middle, or over (its last month). */
  | { readonly as: 'season'; readonly edge: 'first' | 'middle' | 'last' }
  /** `ord` of a year; half 1–2, quarter 1–4. `of`: this or the next one without a number. */
  | { readonly as: 'half' | 'quarter'; readonly of?: 'this' | 'next' }
  /** A day that comes every year, of the language's holidays. */
  | { readonly as: 'holiday' }
  | { readonly as: 'heating' | 'school' | 'newYear' };

/** What is counted from the day said. */
export type NearMeaning =
  /** `n` of `unit`; `half` matched adds a half; without `n` one. */
  | { readonly as: 'span'; readonly n?: number; readonly unit?: SpanUnit }
  | { readonly as: 'month' | 'week' | 'day'; readonly add: number }
  /** `wd`, 1 = Monday. */
  | { readonly as: 'weekday'; readonly add?: number };

export type Meaning = DatedMeaning | NearMeaning;

/**
 * A rule: a pattern over text in lower case (ё as е, one space, straight quotes and dashes), in which `{name}`
 * stands for a table or a macro of the language. `weak`: taken only beside a verb of the future.
 */
export interface DeadlineRule {
  readonly pattern: string;
  readonly means: Meaning;
  readonly weak?: boolean;
}

/** Deadlines of one language. */
export interface DeadlineWords {
  readonly tables: Readonly<Record<string, readonly WordRow[]>>;
  readonly units: readonly (readonly [pattern: string, unit: SpanUnit])[];
  /** `[pattern, month, day]`; day 0 for a whole month. */
  readonly holidays: readonly (readonly [pattern: string, month: number, day: number])[];
  readonly macros: Readonly<Record<string, string>>;
  readonly rules: readonly DeadlineRule[];
  /** What parts clauses. */
  readonly clauseEnd: RegExp;
  /** Directly before an expression: it is no term (a street, a number, «не», «каждый»). */
  readonly notAfter: RegExp;
  /** Words for places named after days, right before one that no preposition begins: «улица 9 Мая». */
  readonly placesBefore?: RegExp;
  /** Directly after an expression: it is no term («назад», "ago"). */
  readonly notBefore: RegExp;
  /** Directly before an expression: it says another one more exactly. */
  readonly precise: RegExp;
  /** A clause that tells of the past, … */
  readonly past: RegExp;
  /** … unless it also has one of these. */
  readonly future: RegExp;
  /** A clause whose date is given up: «не успели», or comes again each year. */
  readonly givenUp: RegExp;
  /** A clause about something else than the deed: talking, coming back to it. */
  readonly elsewhere: RegExp;
  /** A clause about a step on the way; counts only when there is no other date. */
  readonly step: RegExp;
}

/** The deadline rules by language. */
export const DEADLINE_WORDS: Readonly<Record<Lang, DeadlineWords>> = {
  ru: RU_DEADLINE,
  kk: KK_DEADLINE,
  en: EN_DEADLINE,
};
