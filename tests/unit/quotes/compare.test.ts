import { describe, expect, test } from 'vitest';
import { nearest, sharedWords } from '@/lib/quotes/compare';

describe('the nearest stretch', () => {
  test.each([
    ['a word among words', 'мост', 'сдадим мост скоро', 'мост', 0],
    ['at the very end', 'мост', 'сдадим мост', 'мост', 0],
    ['with a letter swapped', 'школа', 'наша шкода тут', 'шкода', 1],
    ['with a letter lost', 'школа', 'наша шкла тут', 'шкла', 1],
    ['the first of equals', 'мост', 'мост мост', 'мост', 0],
    ['of one letter', 'а', 'бва', 'а', 0],
    [
      'of 33 letters, one more than a number has bits',
      'а'.repeat(33),
      `б${'а'.repeat(33)}б`,
      'а'.repeat(33),
      0,
    ],
    ['of 64 letters', `${'аб'.repeat(31)}вг`, `г${'аб'.repeat(31)}вгд`, `${'аб'.repeat(31)}вг`, 0],
  ])('%s', (_, pattern, text, stretch, errors) => {
    const match = nearest(pattern, text);
    expect(match.errors).toBe(errors);
    expect(text.slice(match.start, match.end)).toBe(stretch);
  });

  test('of two with as few errors it is the one as long as the pattern', () => {
    // «абв» ends where both «бв» (one lost) and «хбв» (one swapped) end.
    const { start, end, errors } = nearest('абв', 'ххбв');
    expect({ start, end, errors }).toEqual({ start: 1, end: 4, errors: 1 });
  });

  test('nothing in common: as many errors as letters', () => {
    expect(nearest('мост', 'ууу').errors).toBe(4);
    expect(nearest('мост', '')).toEqual({ start: 0, end: 0, errors: 4 });
  });

  test('of nothing is nowhere', () => {
    expect(nearest('', 'мост')).toEqual({ start: 0, end: 0, errors: 0 });
  });
});

describe('the share of words', () => {
  test.each([
    ['мост построим', 'построим мост', 1, 'in another order'],
    ['мост построим', 'мост закроем', 4 / 12, 'by letters: four of twelve'],
    ['мост мост', 'мост', 0.5, 'a word twice is there once'],
    ['мост', 'мост мост', 1, 'a word once is there twice'],
    ['мост', 'мостик', 0, 'no word that only begins alike'],
    ['мост 12', 'мост, 12!', 1, 'numbers are words, punctuation is none'],
    ['и\u0306од', 'и\u0306од', 1, 'marks belong to their words'],
    ['— …', 'мост', 0, 'without words there is nothing to share'],
  ])('%j in %j is %d: %s', (pattern, text, share) => {
    expect(sharedWords(pattern, text)).toBeCloseTo(share, 10);
  });
});
