import {
  DEADLINE_WORDS,
  type DeadlineRule,
  type DeadlineWords,
} from '@/lib/language/deadline-words';
import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, PartialDate } from '@/lib/ledger/records';
import { compileRules, rowOf } from './deadline-patterns';
import { type Groups, valueOfExpression, type YearWords } from './deadline-values';
import { plainPattern } from './letters';
import { type PlainText, plainText } from './plain';

/** A deadline that a sentence names, and the words it was read from (UTF-16 offsets of the raw text). */
export interface Deadline {
  readonly dueOn: PartialDate;
  readonly span: { readonly start: number; readonly end: number };
}

interface Expression {
  readonly start: number;
  readonly end: number;
  readonly rule: DeadlineRule;
  readonly groups: Groups;
  readonly year: YearWords;
}

function yearWords(groups: Groups, saidOn: Day, words: DeadlineWords): YearWords {
  const isNext = groups['next'] !== undefined;
  if (groups['y'] !== undefined) return { year: Number(groups['y']), isNext };
  const inWords = groups['yw'] === undefined ? null : rowOf(words.tables['yw'] ?? [], groups['yw']);
  if (inWords !== null) return { year: inWords[1], isNext };
  const rel = groups['rel'];
  const add = rel === undefined ? undefined : rowOf(words.tables['rel'] ?? [], rel)?.[1];
  return { year: add === undefined ? null : Number(saidOn.slice(0, 4)) + add, isNext };
}

/** All expressions of time, the longest where they overlap, in text order. */
function expressionsIn(text: string, saidOn: Day, words: DeadlineWords): Expression[] {
  const all: Expression[] = [];
  for (const { rule, pattern } of compileRules(words)) {
    for (const match of text.matchAll(pattern)) {
      const groups: Groups = match.groups ?? {};
      const end = match.index + match[0].length;
      all.push({ start: match.index, end, rule, groups, year: yearWords(groups, saidOn, words) });
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Expression[] = [];
  for (const one of all)
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** «В будущем году, к маю»: a bare year beside an expression without one belongs to it. */
function joinYears(text: string, expressions: readonly Expression[], saidOn: Day): Expression[] {
  const joined: Expression[] = [];
  for (const one of expressions) {
    const before = joined.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, one.start);
    if (before === undefined || !/^[ ,(-]{1,3}$/.test(gap)) {
      joined.push(one);
      continue;
    }
    const pair = withYear(before, one, saidOn) ?? withYear(one, before, saidOn);
    if (pair === null) joined.push(one);
    else joined[joined.length - 1] = { ...pair, start: before.start, end: one.end };
  }
  return joined;
}

const TAKES_YEAR = new Set(['date', 'season', 'half', 'quarter', 'holiday', 'heating', 'school']);

function withYear(of: Expression, to: Expression, saidOn: Day): Expression | null {
  if (of.rule.means.as !== 'year' || !TAKES_YEAR.has(to.rule.means.as)) return null;
  if (to.year.year !== null || to.year.isNext) return null;
  const year = of.year.year ?? Number(saidOn.slice(0, 4)) + (of.rule.means.add ?? 0);
  return { ...to, year: { year, isNext: false } };
}

/**
 * The clause around an expression, in which names keep their capitals and so are no verbs; marks inside the
 * expression part nothing.
 */
function clauseAround(
  { text, cased }: PlainText,
  { start, end }: Expression,
  clauseEnd: RegExp,
): string {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(clauseEnd)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  const clause = cased.slice(from, to).trim();
  const opensSentence = /(?:^|[.!?]"?|["-]) ?$/.test(text.slice(0, from));
  return opensSentence ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}

/** Whether what stands right beside an expression makes it a name, a number or a past. */
function isNoTerm(text: string, { start, end }: Expression, words: DeadlineWords): boolean {
  const before = text.slice(0, start);
  if (plainPattern(words.notAfter).test(before)) return true;
  if (plainPattern(words.notBefore).test(text.slice(end))) return true;
  if (words.placesBefore === undefined || !/\d/.test(text.charAt(start))) return false;
  return plainPattern(words.placesBefore).test(before);
}

/** Why an expression is a deadline: `deed`, or `step` on the way to it; null when it is none. */
function standing(plain: PlainText, one: Expression, words: DeadlineWords): 'deed' | 'step' | null {
  const { text } = plain;
  if (isNoTerm(text, one, words)) return null;
  const clause = clauseAround(plain, one, plainPattern(words.clauseEnd));
  if (plainPattern(words.givenUp).test(clause) || plainPattern(words.elsewhere).test(clause))
    return null;
  const looksAhead = plainPattern(words.future).test(clause);
  if (one.rule.weak === true && !looksAhead) return null;
  if (plainPattern(words.past).test(clause) && !looksAhead) return null;
  return plainPattern(words.step).test(clause) ? 'step' : 'deed';
}

interface Candidate {
  readonly expression: Expression;
  readonly dueOn: PartialDate;
  readonly isStep: boolean;
  readonly isPrecise: boolean;
}

/** The outcome goes before steps on the way, then what is said more exactly, then the later day, then the shorter interval. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.isStep !== b.isStep) return b.isStep;
  if (a.isPrecise !== b.isPrecise) return a.isPrecise;
  const [dayA, dayB] = [lastDay(a.dueOn), lastDay(b.dueOn)];
  return dayA === dayB ? firstDay(a.dueOn) > firstDay(b.dueOn) : dayA > dayB;
}

/** Spans of a plain text that name a time, whatever for: what a comparison of two promises leaves out. */
export function timeSpans(
  plain: string,
  saidOn: Day,
  lang: Lang,
): { readonly start: number; readonly end: number }[] {
  return expressionsIn(plain, saidOn, DEADLINE_WORDS[lang]).map(({ start, end }) => ({
    start,
    end,
  }));
}

/**
 * The deadline of the deed that a sentence speaks of, counted from the day it was said. Null when it names
 * none: past facts, sums, numbers, «поэтапно», what comes every year, dates of something else than the deed.
 */
export function readDeadline(
  text: string,
  { saidOn, lang }: { readonly saidOn: Day; readonly lang: Lang },
): Deadline | null {
  const words = DEADLINE_WORDS[lang];
  const plain = plainText(text);
  let best: Candidate | null = null;
  for (const expression of joinYears(
    plain.text,
    expressionsIn(plain.text, saidOn, words),
    saidOn,
  )) {
    const as = standing(plain, expression, words);
    if (as === null) continue;
    const { rule, groups, year } = expression;
    const dueOn = valueOfExpression(rule.means, groups, saidOn, year, words);
    if (dueOn === null || lastDay(dueOn) < saidOn) continue;
    const isPrecise = plainPattern(words.precise).test(plain.text.slice(0, expression.start));
    const candidate = { expression, dueOn, isStep: as === 'step', isPrecise };
    if (best === null || isBetter(candidate, best)) best = candidate;
  }
  if (best === null) return null;
  const { start, end } = best.expression;
  const span = { start: plain.at[start] ?? 0, end: (plain.at[end - 1] ?? text.length - 1) + 1 };
  return { dueOn: best.dueOn, span };
}
