import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '@/lib/quotes/compare';
import { forAll } from './run';

/** The plain table of P. Sellers (1980): least errors of the pattern against any stretch of the text. */
function leastErrors(pattern: string, text: string, isWhole = false): number {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (isWhole ? at : 0));
  for (let letter = 1; letter <= pattern.length; letter++) {
    const next = [letter];
    for (let at = 1; at <= text.length; at++) {
      const swap = pattern[letter - 1] === text[at - 1] ? 0 : 1;
      next.push(Math.min((row[at - 1] ?? 0) + swap, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return isWhole ? (row.at(-1) ?? 0) : Math.min(...row);
}

// Few letters, so that much is alike; lengths around 32 and 64, where one number of bits ends.
const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' ', '1'), minLength: 1, maxLength });

describe('the nearest stretch', () => {
  test(
    'has the fewest errors that any stretch has, and exactly those',
    forAll(fc.tuple(letters(70), letters(110)), ([pattern, text]) => {
      const { start, end, errors } = nearest(pattern, text);
      expect(errors).toBe(leastErrors(pattern, text));
      expect(leastErrors(pattern, text.slice(start, end), true)).toBe(errors);
    }),
  );
});
