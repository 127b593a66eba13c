import { describe, expect, it, test } from 'vitest';
import { compiledPhrases } from '@/lib/language/compiled';
import { fold } from '@/lib/language/fold';
import { LANGUAGES } from '@/lib/language/languages';
import { lexicon, phrasesAt } from '@/lib/language/lexicon';
import type { LanguageRules } from '@/lib/language/rules';
import { LONGEST_MARKER } from '@/lib/names/text-document';

const wordsOf = (phrase: string) => phrase.split(/[\s/]+/u).map((word) => word.replace('~', ''));

/** The phrases of a language that are found at these words, each as it stands in the tables. */
function found(rules: LanguageRules, words: readonly string[]): string[] {
  const skeletons = words.map(fold);
  const skeletonAt = (offset: number) => skeletons[offset] ?? null;
  const { titles, kinds } = compiledPhrases(rules);
  return [
    ...phrasesAt(titles, skeletonAt).map(({ value }) => value.phrase),
    ...phrasesAt(kinds, skeletonAt).map(({ value }) => value.phrase),
  ];
}

describe.each(LANGUAGES.map((rules) => [rules.lang, rules] as const))('%s', (_, rules) => {
  it('finds each title and each kind of area by its own words', () => {
    for (const { phrase } of [...rules.titles, ...rules.kinds])
      expect(found(rules, wordsOf(phrase))).toContain(phrase);
  });

  it('files each marker under the beginning of its first word', () => {
    for (const phrase of rules.markers.flatMap(({ phrases }) => phrases)) {
      const [first = ''] = wordsOf(phrase);
      const filed = [...lexicon(rules, [[phrase, true]]).rows.keys()];
      // Where nothing is left of a word («№»), nothing can be found by it.
      const prefix = fold(first).slice(0, 2);
      expect(filed).toEqual(prefix === '' ? [] : [prefix]);
    }
  });

  it('has no marker longer than those that are looked for', () => {
    const lengths = rules.markers.flatMap(({ phrases }) => phrases.map((p) => wordsOf(p).length));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_MARKER);
  });
});

/** Words whose first two letters of a skeleton are not settled by the first two or three that are written. */
test.each([
  ['объявивший', 'ob'],
  ['ссыльный', 'si'],
  ['диагност', 'da'],
  ['джигит', 'ji'],
  ['и.о.', 'o'],
  ['я', 'a'],
  ['shaikh', 'wa'],
])('%s is filed under %s', (word, prefix) => {
  for (const rules of LANGUAGES) {
    expect(fold(word).slice(0, 2)).toBe(prefix);
    expect([...lexicon(rules, [[word, true]]).rows.keys()]).toEqual([prefix]);
  }
});
