import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearTo } from '@/lib/look-up/distance';

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

/** Out of reach, however far. */
const FAR = 100;

const bytes = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0));
const near = (a: string, b: string, most: number) =>
  nearTo({ skeleton: a, ends: [[a.length, most]], most }, bytes(b), 0, b.length, b.length);

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });

test('the distance is that of the whole table wherever it is within reach', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
      const plain = plainDistance(a, b);
      const { whole } = near(a, b, most);
      expect(whole <= most ? whole : FAR).toBe(plain <= most ? plain : FAR);
    }),
  );
});

test('the beginning is as near as the nearest beginning', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const plain = Math.min(
        ...Array.from({ length: b.length + 1 }, (_, end) => plainDistance(a, b.slice(0, end))),
      );
      const { beginning } = near(a, b, 2);
      expect(beginning <= 2 ? beginning : FAR).toBe(plain <= 2 ? plain : FAR);
    }),
  );
});

test('a stem counts where it is longer than its ending', () => {
  const typed = {
    skeleton: 'bolanovim',
    ends: [
      [7, 1],
      [9, 1],
    ] as const,
    most: 1,
  };
  expect(nearTo(typed, bytes('bolatov'), 0, 7, 7)).toMatchObject({ whole: 1, isWhole: false });
});
