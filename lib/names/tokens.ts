import { fold } from '@/lib/language/fold';
import type { LanguageRules } from '@/lib/language/rules';

export type Shape = 'lower' | 'title' | 'upper' | 'initial' | 'number';

/** One word of the text. Offsets are of its block; `block` -1 is the article's title. */
export interface Token {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly skeleton: string;
  readonly shape: Shape;
  /** What stands between the token before it (in the same block) and this one. */
  readonly gap: string;
  readonly startsSentence: boolean;
  readonly rules: LanguageRules;
}

/** A word; a hyphen joins, an apostrophe too unless it begins the English possessive. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]*(?:(?:[-\u2010\u2011]|['’ʼ](?!s(?![\p{L}\p{M}])))[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]+)*/gu;

const HYPHEN = /[-\u2010\u2011]/u;
const SENTENCE_END = /[.!?…:\n]/u;
/** An abbreviation before a full stop («г.», «ул.», «им.») ends no sentence. */
const LONGEST_ABBREVIATION = 3;
const INITIAL = /^\p{Lu}\p{M}*$|^(?:Дж|Ю|Я|Ё|Zh|Sh|Ch|Kh|Ye|Yu|Ya|Ш|Щ)$/u;

const BLANK = 32;
const LOWER = /^\p{Ll}/u;
const UPPER_REST = /\p{Ll}/u;

function shapeOf(word: string, after: string): Shape {
  if (after === '.' && INITIAL.test(word)) return 'initial';
  const code = word.charCodeAt(0);
  // а–я and a–z, nearly all words of a text.
  if ((code >= 0x430 && code <= 0x44f) || (code >= 0x61 && code <= 0x7a)) return 'lower';
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return LOWER.test(word) ? 'lower' : 'number';
  if (!UPPER_REST.test(word) && word.length > 1) return 'upper';
  return 'title';
}

/** Parts of a hyphenated word that are words of their own: «экс-аким», «Бейсенов-старший». */
export interface SplitParts {
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
}

function splitAt(word: string, parts: SplitParts): number {
  if (!word.includes('-') && !word.includes('\u2011') && !word.includes('\u2010')) return 0;
  const hyphen = word.search(HYPHEN);
  if (parts.prefixes.has(fold(word.slice(0, hyphen)))) return hyphen;
  const last = Math.max(
    word.lastIndexOf('-'),
    word.lastIndexOf('\u2011'),
    word.lastIndexOf('\u2010'),
  );
  return LOWER.test(word.slice(last + 1)) && parts.suffixes.has(fold(word.slice(last + 1)))
    ? last
    : 0;
}

function endsSentence(gap: string, before: Token | null): boolean {
  if (before === null) return true;
  if (gap === ' ') return false;
  if (!SENTENCE_END.test(gap)) return false;
  if (!gap.trimStart().startsWith('.') || /[!?…:\n]/u.test(gap)) return true;
  if (before.shape === 'initial') return false;
  return before.shape !== 'lower' || before.text.length > LONGEST_ABBREVIATION;
}

/** The words of a block in order. */
export function tokenise(
  text: string,
  block: number,
  rules: LanguageRules,
  parts: SplitParts,
): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number): void => {
    const before = tokens.at(-1) ?? null;
    const word = text.slice(start, end);
    const endBefore = before?.end ?? 0;
    // Most gaps are one blank: no new string for those.
    const gap =
      start === endBefore + 1 && text.charCodeAt(endBefore) === BLANK
        ? ' '
        : text.slice(endBefore, start);
    tokens.push({
      block,
      start,
      end,
      text: word,
      skeleton: fold(word),
      shape: shapeOf(word, text.charAt(end)),
      gap,
      startsSentence: endsSentence(gap, before),
      rules,
    });
  };
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const cut = splitAt(word, parts);
    if (cut > 0) push(match.index, match.index + cut);
    push(cut > 0 ? match.index + cut + 1 : match.index, match.index + word.length);
  }
  return tokens;
}

const BLANKS = /^[\s\u00A0\u202F]*$/u;
/** The apostrophe of the English possessive, whose `s` is a token of its own. */
const POSSESSIVE = /^['’ʼ]$/u;

/** Whether two neighbours belong to one phrase: only blanks (or an abbreviation's full stop) between them. */
export function isNextTo(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.block !== token.block) return false;
  if (token.gap === ' ') return true;
  if (BLANKS.test(token.gap)) return !token.gap.includes('\n');
  if (POSSESSIVE.test(token.gap)) return true;
  if (HYPHEN.test(token.gap)) return token.gap.length === 1;
  return /^\.[\s\u00A0\u202F]*-?$/u.test(token.gap) && !token.startsSentence;
}

/** Whether the token at a place follows the one before it in one phrase. */
export function isFollowed({ tokens }: { readonly tokens: readonly Token[] }, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isNextTo(tokens[at - 1], token);
}
