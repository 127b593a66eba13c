import { phrasesAt } from '@/lib/language/lexicon';
import type { LanguageRules } from '@/lib/language/rules';
import { type Shape, type Word, wordsOfPieces } from './words';

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
  readonly word: Word;
}

const HYPHEN = /[-\u2010\u2011]/u;
const SENTENCE_END = /[.!?…:\n]/u;
/** An abbreviation before a full stop («г.», «ул.», «им.») ends no sentence. */
const LONGEST_ABBREVIATION = 3;

const BLANK = 32;
const FULL_STOP = 46;

function endsSentence(gap: string, before: Token | null): boolean {
  if (before === null) return true;
  if (gap === ' ') return false;
  if (!SENTENCE_END.test(gap)) return false;
  if (!gap.trimStart().startsWith('.') || /[!?…:\n]/u.test(gap)) return true;
  if (before.shape === 'initial') return false;
  if (before.shape !== 'lower' || before.text.length > LONGEST_ABBREVIATION) return true;
  return isSmallWord(before.word);
}

/** «Заметили все. Аким …», `Қонақ көп. Облыс әкімі …`: a small word is no abbreviation, unless it may be one («им. Абая»). */
function isSmallWord({ language, skeleton }: Word): boolean {
  if (skeleton.length < 2) return false;
  const found = phrasesAt(language.before, (offset) => (offset === 0 ? skeleton : null));
  if (found.some(({ value }) => value === 'memorial')) return false;
  return language.starters.has(skeleton) || found.some(({ value }) => value === 'generic');
}

/**
 * Adds the words of a block in order. Here, as in other loops over all words of a text, no iterator: before the code is
 * compiled each step of one leaves an object to be collected, and the first article waits for that.
 */
export function tokenise(text: string, block: number, rules: LanguageRules, tokens: Token[]): void {
  const wordsOf = wordsOfPieces(rules);
  let before: Token | null = null;
  const push = (start: number, end: number, word: Word): void => {
    const gap = gapBetween(text, before?.end ?? 0, start);
    before = {
      block,
      start,
      end,
      text: word.text,
      skeleton: word.skeleton,
      shape: word.mayBeInitial && text.charCodeAt(end) === FULL_STOP ? 'initial' : word.shape,
      gap,
      startsSentence: endsSentence(gap, before),
      rules,
      word,
    };
    tokens.push(before);
  };
  let from = 0;
  const pieces = text.split(' ');
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const spans = wordsOf(piece);
    for (let nth = 0; nth < spans.length; nth += 1) {
      const span = spans[nth];
      if (span) push(from + span.start, from + span.end, span.word);
    }
    from += piece.length + 1;
  }
}

/** Most gaps are one blank: no new string for those. */
function gapBetween(text: string, from: number, to: number): string {
  return to === from + 1 && text.charCodeAt(from) === BLANK ? ' ' : text.slice(from, to);
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

/** The sentence of a token; token indices, end exclusive. */
export function sentenceAround(tokens: readonly Token[], at: number): { from: number; to: number } {
  let [from, to] = [at, at + 1];
  while (from > 0 && tokens[from]?.startsSentence === false) from -= 1;
  while (tokens[to]?.startsSentence === false) to += 1;
  return { from, to };
}

/** Whether every word of a phrase is inflected and no article stands between them, as in Russian. */
export const isInflecting = ({ rules }: Token): boolean =>
  rules.agreement === 'all' && rules.links.length === 0;
