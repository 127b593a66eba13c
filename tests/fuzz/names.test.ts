import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, squeeze } from '@/lib/language/fold';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { readLedgerFolder } from '../eval/ledger-folder';
import { anyText, damaged, survives } from './run';

const GOLD = new URL('../corpus/gold/', import.meta.url).pathname;
const gazetteer = memoryGazetteer(readLedgerFolder(`${GOLD}ledger`));

/** Whole articles in three languages; what they should give is not asked here. */
const ARTICLES = readFileSync(`${GOLD}open.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  // The corpus's own format.
  .map((line) => (JSON.parse(line) as { text: string }).text);

function isSound(blocks: readonly string[], mentions: Awaited<ReturnType<typeof link>>): boolean {
  return mentions.every(
    (m, at) =>
      blocks[m.block]?.slice(m.start, m.end) === m.surface &&
      m.surface !== '' &&
      (m.outcome === 'sure') === (m.personId !== null) &&
      (at === 0 || mentions[at - 1]?.block !== m.block || (mentions[at - 1]?.end ?? 0) <= m.start),
  );
}

async function read(text: string): Promise<void> {
  const blocks = text.split('\n');
  expect(isSound(blocks, await link(blocks, { date: '2022-05-01' }, gazetteer))).toBe(true);
}

describe('the name finder does not break, and its spans are spans of the text', () => {
  test('on random text', survives(anyText, read));
  test('on damaged articles', survives(fc.constantFrom(...ARTICLES).chain(damaged), read));
});

test(
  'a skeleton is its own skeleton',
  survives(anyText, (text) => {
    expect(squeeze(fold(text))).toBe(fold(text));
  }),
);
