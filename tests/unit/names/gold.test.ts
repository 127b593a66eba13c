import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '@/lib/ledger/records';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { mentionsIn, parseArticle, predictionsOf } from '../../eval/detect';
import { readLedgerFolder } from '../../eval/ledger-folder';
import { type Faults, faultsOf, type Gold } from './gold-faults';
import { isSound } from './gold-sound';

const CORPUS = new URL('../../corpus/', import.meta.url).pathname;

/** Faults that are known, a set and an article each; an article that is not named has none. */
type Known = Readonly<Record<string, Readonly<Record<string, Partial<Faults>>>>>;

const read = (path: string): string => readFileSync(CORPUS + path, 'utf8');
// Our own files, of a fixed shape.
const KNOWN = JSON.parse(read('gold-known-faults.json')) as Known;

const articlesOf = (set: string) =>
  read(`${set}.jsonl`)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => ({ article: parseArticle(line, at), gold: JSON.parse(line) as Gold }));

const NONE: Faults = { missed: 0, wrong: 0, false: 0, borders: 0, posts: 0, unsaid: 0 };

describe('a fault is counted', () => {
  const text = 'Ескен Болатов, аким. Саурова ждала Тена.';
  const gold: Gold = {
    text,
    mentions: [
      { start: 0, end: 13, personId: 'bolatov', postId: null, ambiguous: [] },
      { start: 21, end: 28, personId: 'saurova', postId: 'akim-arka', ambiguous: [] },
      { start: 35, end: 39, personId: null, postId: null, ambiguous: ['ten-a', 'ten-o'] },
    ],
    allowed: [],
  };
  const link = (start: number, end: number, personId: string, postId: string | null = null) => ({
    start,
    end,
    personId,
    postId,
    ambiguous: [],
  });
  const both = [link(0, 13, 'bolatov'), link(21, 28, 'saurova', 'akim-arka')];
  const shrug = { ...link(35, 39, ''), personId: null, ambiguous: ['ten-a', 'ten-o'] };

  test.each([
    ['of no kind where all is as labelled', [...both, shrug], {}],
    [
      'nor where the office beside a name is linked too',
      [...both, shrug, link(15, 19, 'bolatov')],
      {},
    ],
    ['where nobody is linked', [link(0, 13, 'bolatov'), shrug], { missed: 1 }],
    [
      'where another is',
      [link(0, 13, 'bolatov'), link(21, 28, 'ten-a'), shrug],
      { missed: 1, wrong: 1 },
    ],
    [
      'where somebody is though nobody can tell',
      [...both, link(35, 39, 'ten-a')],
      { wrong: 1, unsaid: 1 },
    ],
    ['where no label is', [...both, shrug, link(29, 34, 'bolatov')], { false: 1 }],
    [
      'where a letter is missing',
      [link(0, 12, 'bolatov'), ...both.slice(1), shrug],
      { borders: 1 },
    ],
    [
      'where it is another office',
      [...both.slice(0, 1), link(21, 28, 'saurova', 'x'), shrug],
      { posts: 1 },
    ],
    ['where the doubt is not told', both, { unsaid: 1 }],
  ])('%s', (_, links, faults) => {
    expect(faultsOf(gold, links)).toEqual({ ...NONE, ...faults });
  });
});

test('every gold set of the corpus is read below', () => {
  const sets = readdirSync(CORPUS)
    .filter((folder) => /^gold(?:-hold(?:-\d+)?)?$/u.test(folder))
    .flatMap((folder) =>
      readdirSync(CORPUS + folder)
        .filter((file) => file.endsWith('.jsonl'))
        .map((file) => `${folder}/${file.replace('.jsonl', '')}`),
    );
  expect(sets.toSorted()).toEqual(Object.keys(KNOWN).toSorted());
});

/**
 * By the labels of people who read the articles: an article is read with no more faults than are known of it. And
 * whatever is told of a mention holds, be it right or wrong.
 */
describe.each(Object.entries(KNOWN))('gold articles of %s', (set, known) => {
  let ledger: Ledger;
  let gazetteer: Gazetteer;
  beforeAll(() => {
    ledger = readLedgerFolder(`${CORPUS}${set.split('/')[0]}/ledger`);
    gazetteer = memoryGazetteer(ledger);
  });

  test.each(articlesOf(set))('$article.id', async ({ article, gold }) => {
    const mentions = await mentionsIn(article, gazetteer);
    expect(mentions.filter((mention) => !isSound(mention, article, ledger))).toEqual([]);
    const faults = faultsOf(gold, predictionsOf(article, mentions));
    const most: Faults = { ...NONE, ...known[article.id] };
    const less = Object.entries(faults).map(([kind, n]) => [
      kind,
      Math.min(n, most[kind as keyof Faults]),
    ]);
    // Names the kinds that are more than known.
    expect(faults).toEqual(Object.fromEntries(less));
  });
});
