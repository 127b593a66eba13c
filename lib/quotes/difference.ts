import { QUOTE_WORDS, type QuoteWords } from '@/lib/language/quote-words';
import { normaliseQuote } from './normalise';

/** What kind of words differ; `words` when none of the exact kinds does. */
export type DifferenceKind = 'number' | 'month' | 'unit' | 'negation' | 'words';

/** The two lines of a difference: the block as it was quoted and as it stands now; null when it is gone. */
export interface Difference {
  readonly was: string;
  readonly now: string | null;
  /** The kinds of words that differ, in a fixed order. */
  readonly kinds: readonly DifferenceKind[];
}

const WORD = /[\p{L}\p{M}\p{N}"]+/gu;

/** Words that one text has more often than the other. */
function oneSided(a: readonly string[], b: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0).map(([word]) => word);
}

const TESTS: readonly (readonly [DifferenceKind, (word: string, rules: QuoteWords) => boolean])[] =
  [
    ['number', (word) => /\d/.test(word)],
    ['month', (word, rules) => rules.months.test(word)],
    ['unit', (word, rules) => rules.units.test(word)],
    [
      'negation',
      (word, rules) =>
        rules.negations.includes(word) || rules.negationMarks.some((mark) => mark.test(word)),
    ],
  ];

/** What differs between a quoted block and the words that stand in its place. */
export function difference(was: string, now: string): Difference {
  const words = (text: string): string[] => normaliseQuote(text).toLowerCase().match(WORD) ?? [];
  const changed = oneSided(words(was), words(now));
  const kinds = TESTS.filter(([, test]) =>
    changed.some((word) => QUOTE_WORDS.some((rules) => test(word, rules))),
  ).map(([kind]) => kind);
  return { was, now, kinds: kinds.length === 0 ? ['words'] : kinds };
}
