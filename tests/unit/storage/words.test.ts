import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BLANK, Words, WordTable } from '@/lib/storage/words';

// Few letters, so that words come again; some are empty, as the parents of most records are.
const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'қ'), maxLength: 4 });

it('words are cut out as they were put together', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (list) => {
      const words = new Words(list.join(BLANK), list.length);
      expect(list.map((_, at) => words.at(at))).toEqual(list);
    }),
  );
});

it('the last place of a word is found, and no other word', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (list, asked) => {
      const table = new WordTable(list.join(BLANK), list.length);
      for (const one of [...list, ...asked]) {
        const at = list.lastIndexOf(one);
        expect(table.lastOf(one)).toBe(at < 0 ? null : at);
      }
      expect([...table.words()].sort()).toEqual([...new Set(list)].sort());
    }),
  );
});

it('an empty table has no word', () => {
  const table = new WordTable('', 0);
  expect(table.lastOf('')).toBeNull();
  expect([...table.words()]).toEqual([]);
});
