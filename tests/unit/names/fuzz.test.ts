import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, squeeze } from '@/lib/language/fold';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS } from './ledger-of';

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));
const ARTICLE =
  'Аким Тургайской области Ескен Болатов сказал: «Вода будет».\nСауровой вручили букет. Арқатау қаласының әкімі келді, деді Е. М. Болатов.\nThe akim of Turgai Region, Yesken Bolatov, has left.';

function isSound(blocks: readonly string[], mentions: Awaited<ReturnType<typeof link>>): boolean {
  return mentions.every(
    (m, at) =>
      blocks[m.block]?.slice(m.start, m.end) === m.surface &&
      m.surface !== '' &&
      (m.outcome === 'sure') === (m.personId !== null) &&
      (at === 0 || mentions[at - 1]?.block !== m.block || (mentions[at - 1]?.end ?? 0) <= m.start),
  );
}

// 20,000 texts in all: half random Unicode, half articles with pieces cut, doubled and replaced.
const RUNS = 10_000;

test('random text never breaks the finder, and its spans are spans of the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
      const blocks = text.split('\n');
      expect(isSound(blocks, await link(blocks, { date: '2022-05-01' }, gazetteer))).toBe(true);
    }),
    { numRuns: RUNS, seed: 4 },
  );
}, 120_000);

test('a damaged article never breaks it either', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(ARTICLE.length),
      fc.nat(40),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('«', '-', '.', 'С', ' ', '\u00AD', 'АКИМ ', 'Болатов '),
      ),
      async (at, length, put) => {
        const text = ARTICLE.slice(0, at) + put + ARTICLE.slice(at + length);
        const blocks = text.split('\n');
        expect(isSound(blocks, await link(blocks, { date: '2022-05-01' }, gazetteer))).toBe(true);
      },
    ),
    { numRuns: RUNS, seed: 5 },
  );
}, 120_000);

test('a skeleton is its own skeleton', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(squeeze(fold(text))).toBe(fold(text));
    }),
  );
});
