import { expect, test } from 'vitest';
import { contextSteps } from '@/entrypoints/long/seam';
import { atOnce } from '@/lib/ledger/steps';
import type { Mention } from '@/lib/names/gazetteer';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS } from '../names/ledger-of';

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));
const find = (blocks: readonly string[]): Promise<readonly Mention[]> =>
  link(blocks, { date: '2022-05-01' }, gazetteer);

interface Block {
  readonly text: string;
}

/** As the page asks: each portion with what it needs of those before; the marks of all, by block and words. */
async function inPortions(portions: readonly (readonly string[])[]): Promise<string[]> {
  const said: Block[] = [];
  const marks: Parameters<typeof contextSteps<Block>>[1][number][] = [];
  const found: string[] = [];
  for (const portion of portions) {
    const fresh = portion.map((text) => ({ text }));
    const context = atOnce(contextSteps(said, marks));
    const blocks = [...context, ...fresh];
    for (const mention of await find(blocks.map(({ text }) => text))) {
      const block = blocks[mention.block];
      const { personId, start, end, surface, light } = mention;
      if (mention.block < context.length || block === undefined || personId === null) continue;
      marks.push({ block, mark: { personId, start, end, text: surface, light } });
      found.push(`${said.length + mention.block - context.length} ${surface} → ${personId}`);
    }
    said.push(...fresh);
  }
  return found;
}

async function atOneGo(portions: readonly (readonly string[])[]): Promise<string[]> {
  const mentions = await find(portions.flat());
  return mentions
    .filter(({ personId }) => personId !== null)
    .map(({ block, surface, personId }) => `${block} ${surface} → ${personId}`);
}

const HIM = 'Аким Тургайской области Ескен Болатов открыл школу.';
const ANOTHER = 'Водитель Руслан Болатов привёз воду.';
const FILLER = Array.from({ length: 40 }, () => 'Вода в реке была очень холодной.');

test.each([
  ['him in full before the seam', [[HIM], ['Болатов сказал, что дорогу починят.']], 2],
  [
    'him in another case',
    [
      ['Встретились с акимом Тургайской области Ескеном Болатовым.'],
      ['Болатов сказал, что дорогу починят.'],
    ],
    2,
  ],
  ['another bearer after him', [[HIM, ANOTHER], ['Болатов сказал, что дорогу починят.']], 1],
  [
    'another bearer in capitals',
    [[HIM, 'ВОДИТЕЛЬ РУСЛАН БОЛАТОВ', ANOTHER], ['Болатов сказал, что воды нет.']],
    1,
  ],
  ['another bearer before him', [[ANOTHER, HIM], ['Болатов сказал, что дорогу починят.']], 2],
  [
    'him, another, and him again',
    [[HIM, ANOTHER, HIM], ['Болатов сказал, что дорогу починят.']],
    3,
  ],
  [
    'another bearer two seams back',
    [[HIM, ANOTHER], FILLER, ['Болатов сказал, что дорогу починят.']],
    1,
  ],
  [
    'another bearer between two seams',
    [[HIM], [...FILLER, ANOTHER], ['Болатов сказал, что воды нет.']],
    1,
  ],
] as const)('a bare surname after a seam: %s', async (_, portions, count) => {
  const found = await inPortions(portions);
  expect(found).toEqual(await atOneGo(portions));
  expect(found).toHaveLength(count);
});

test('only what is needed goes along: the first and last block in full, and other bearers after it', () => {
  const texts = [HIM, ...FILLER, HIM, ...FILLER, HIM, ...FILLER, ANOTHER];
  const blocks = texts.map((text) => ({ text }));
  const start = HIM.indexOf('Ескен');
  const text = 'Ескен Болатов';
  const mark = { personId: 'bolatov', start, end: start + text.length, text, light: false };
  const marks = blocks.filter((block) => block.text === HIM).map((block) => ({ block, mark }));
  const context = atOnce(contextSteps(blocks, marks));
  expect(context).toEqual([blocks[0], blocks[82], blocks.at(-1)]);
});
