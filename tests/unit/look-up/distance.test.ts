import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachNear, type Mistyped, type Nearness, type SortedWords } from '@/lib/look-up/distance';

/** The plain table of the textbook, with neighbours swapped. */
function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = d[i];
      if (row !== undefined) row[j] = best;
    }
  return at(a.length, b.length);
}

/** A stem as the index has it: without its last vowels, two letters at least. */
const stemOf = (word: string) => word.slice(0, 2) + word.slice(2).replace(/a+$/, '');

/** Out of reach, however far. */
const FAR = 100;
const reached = (edits: number, most: number) => (edits <= most ? edits : FAR);

function packed(words: readonly string[]): SortedWords {
  const wordStarts = [0];
  for (const word of words) wordStarts.push((wordStarts.at(-1) ?? 0) + word.length);
  const letters = Uint8Array.from(words.join(''), (letter) => letter.charCodeAt(0));
  return { letters, wordStarts: Uint32Array.from(wordStarts) };
}

/** What is told of each word; those that are passed over are far. */
function nearnessOf(words: readonly string[], typed: Mistyped): readonly Nearness[] {
  const all = words.map((): Nearness => ({ whole: FAR, isWhole: false, beginning: FAR }));
  const order: number[] = [];
  eachNear(packed(words), words.length, typed, (word, { whole, isWhole, beginning }) => {
    order.push(word);
    all[word] = { whole, isWhole, beginning };
  });
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  return all;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
const sorted = fc.uniqueArray(word, { maxLength: 40 }).map((words) => words.toSorted());
const typedWord = fc.record({
  skeleton: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 }),
  most: fc.integer({ min: 1, max: 2 }),
});

test('words and their stems are as near as the whole table tells, wherever they are within reach', () => {
  fc.assert(
    fc.property(sorted, typedWord, fc.nat(2), (words, { skeleton, most }, cut) => {
      const ends = [...new Set([skeleton.length - cut, skeleton.length])].map(
        (length) => [length, most] as const,
      );
      const found = nearnessOf(words, { skeleton, ends, most });
      for (const [at, one] of words.entries()) {
        const edits = (typed: string) =>
          Math.min(plainDistance(typed, one), plainDistance(typed, stemOf(one)));
        const plain = Math.min(...ends.map(([length]) => edits(skeleton.slice(0, length))));
        expect(reached(found[at]?.whole ?? FAR, most)).toBe(reached(plain, most));
      }
    }),
  );
});

test('the beginning is as near as the nearest beginning', () => {
  fc.assert(
    fc.property(sorted, typedWord, (words, { skeleton, most }) => {
      const found = nearnessOf(words, { skeleton, ends: [[skeleton.length, most]], most });
      for (const [at, one] of words.entries()) {
        const plain = Math.min(
          ...Array.from({ length: one.length + 1 }, (_, end) =>
            plainDistance(skeleton, one.slice(0, end)),
          ),
        );
        expect(reached(found[at]?.beginning ?? FAR, most)).toBe(reached(plain, most));
      }
    }),
  );
});

test('a stem counts where it is nearer than the word with its ending', () => {
  const typed = {
    skeleton: 'bolanovim',
    ends: [
      [7, 1],
      [9, 1],
    ] as const,
    most: 1,
  };
  expect(nearnessOf(['bolatov'], typed)).toMatchObject([{ whole: 1, isWhole: false }]);
});

test('of many that begin alike and too far only one is compared', () => {
  const words = Array.from({ length: 1000 }, (_, n) => `zz${String(n).padStart(3, '0')}`);
  let calls = 0;
  const typed = { skeleton: 'bolat', ends: [[5, 1]] as const, most: 1 };
  eachNear(packed(['bulat', ...words]), 1001, typed, () => {
    calls += 1;
  });
  expect(calls).toBe(1);
});
