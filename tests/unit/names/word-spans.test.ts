import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWord } from '@/lib/names/word-spans';

/** What a word is, said as one expression: a hyphen joins, an apostrophe too unless it begins the possessive. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]*(?:(?:[-\u2010\u2011]|['’ʼ](?!s(?![\p{L}\p{M}])))[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]+)*/gu;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

test.each([
  ['Экс-аким Омаров', ['Экс-аким', 'Омаров']],
  ["the akim's office, O'Brien’s", ['the', 'akim', 's', 'office', "O'Brien", 's']],
  ['Ама\u00ADнов - сам', ['Ама\u00ADнов', 'сам']],
  ['— «Вода»… 2024-05', ['Вода', '2024-05']],
  ['и\u0306од', ['и\u0306од']],
  ['', []],
])('%j is cut into words', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '-',
    '’',
    "'",
    'ʼ',
    's',
    '’s',
    '\u2011',
    '\u00AD',
    '\u0301',
    ' ',
    'Омар',
    '𝒜',
    '\uD835',
  ),
);

test('any text is cut as the expression cuts it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      expect(wordsOf(text)).toEqual(text.match(WORD) ?? []);
    }),
    { numRuns: 20_000 },
  );
});
