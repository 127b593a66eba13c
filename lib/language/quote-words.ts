import { EN_QUOTE } from './en/quote';
import { KK_QUOTE } from './kk/quote';
import { RU_QUOTE } from './ru/quote';

/** What must be exact in a quote, in one language; words in lower case, ё as е. */
export interface QuoteWords {
  readonly negations: readonly string[];
  /** Negation inside a word, as in Kazakh verbs. */
  readonly negationMarks: readonly RegExp[];
  readonly months: RegExp;
  readonly units: RegExp;
}

/** All languages at once: a page quotes in several, and a word of one seldom looks like another's. */
export const QUOTE_WORDS: readonly QuoteWords[] = [RU_QUOTE, KK_QUOTE, EN_QUOTE];
