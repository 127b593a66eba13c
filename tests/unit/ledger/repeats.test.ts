import { describe, expect, test } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Pledge } from '@/lib/ledger/records';
import { repeatChain, repeatGist } from '@/lib/ledger/repeats';
import { ledgerOf, said } from './build';

function chainOf(promises: readonly Pledge[], id: string) {
  const index = indexLedger(ledgerOf({ promises }));
  const promise = index.promises.get(id);
  if (!promise) throw new Error(`no promise ${id}`);
  return { chain: repeatChain(index, promise), gist: repeatGist(index, promise) };
}

const LRT = [
  said('p3', 'b', { saidOn: '2021-05-01', dueOn: '2023-06-30', repeatsId: 'p2' }),
  said('p1', 'a', { saidOn: '2019-05-01', dueOn: '2021' }),
  said('p2', null, { saidOn: '2020-05-01', repeatsId: 'p1' }),
];

describe('a repeat chain', () => {
  test.each(['p1', 'p2', 'p3'])('is the same whichever link is asked for: %s', (id) => {
    const { chain } = chainOf(LRT, id);
    expect(chain.links.map((l) => [l.promise.id, l.personId, l.dueOn, l.slippedDays])).toEqual([
      ['p1', 'a', '2021', null],
      ['p2', null, null, null],
      // From 2021-12-31 to 2023-06-30.
      ['p3', 'b', '2023-06-30', 546],
    ]);
    expect(chain.slippedDays).toBe(546);
  });

  test('tells the place of a promise: promised for the third time', () => {
    expect(chainOf(LRT, 'p3').gist).toEqual({
      nth: 3,
      total: 3,
      slippedDays: 546,
      firstId: 'p1',
    });
  });

  test('a promise without repeats has no gist', () => {
    expect(chainOf([said('x', 'a')], 'x').gist).toBeNull();
  });

  test('a repeat of an unknown promise starts its own chain', () => {
    expect(chainOf([said('x', 'a', { repeatsId: 'gone' })], 'x').gist).toBeNull();
  });

  test('two repeats of one promise stand in the order in which they were said', () => {
    const tree = [
      said('a', 'a', { saidOn: '2019-01-01' }),
      said('c', 'a', { saidOn: '2022-01-01', repeatsId: 'a' }),
      said('b', 'a', { saidOn: '2020-01-01', repeatsId: 'a' }),
      said('d', 'a', { saidOn: '2021-01-01', repeatsId: 'b' }),
    ];
    expect(chainOf(tree, 'd').chain.links.map((l) => l.promise.id)).toEqual(['a', 'b', 'd', 'c']);
  });

  test('a ring ends', () => {
    const ring = [said('x', 'a', { repeatsId: 'y' }), said('y', 'a', { repeatsId: 'x' })];
    expect(chainOf(ring, 'y').chain.links).toHaveLength(2);
  });

  test('from a ring starts with the least id of the ring, from wherever it is entered', () => {
    const ring = [
      said('a', 'a', { repeatsId: 'z' }),
      said('z', 'a', { repeatsId: 'y' }),
      said('y', 'a', { repeatsId: 'x' }),
      said('x', 'a', { repeatsId: 'z' }),
    ];
    for (const id of ['a', 'x', 'y', 'z'])
      expect(chainOf(ring, id).chain.links[0]?.promise.id).toBe('x');
    expect(chainOf(ring, 'a').chain.links).toHaveLength(4);
  });

  test('takes the source’s date where the day of saying is not known; unknown days are last, by id', () => {
    const source = { url: 'https://news.example/1', publishedOn: '2020-06-01' };
    const known = (id: string, saidOn: string) => said(id, 'a', { saidOn, repeatsId: 'a' });
    const tree = [
      said('a', 'a', { saidOn: null }),
      said('f', 'a', { saidOn: null, repeatsId: 'a' }),
      said('e', 'a', { saidOn: null, repeatsId: 'a' }),
      known('d', '2020-07'),
      said('c', 'a', { saidOn: null, repeatsId: 'a', source }),
      known('b', '2020-05'),
    ];
    for (const promises of [tree, tree.toReversed()]) {
      const { links } = chainOf(promises, 'e').chain;
      expect(links.map((l) => l.promise.id).join('')).toBe('abcdef');
    }
  });

  test('adds up what each term slipped, back and forth, over links without a term', () => {
    const dues = ['2020-01-10', null, '2020-01-31', '2020-01-11'];
    const links = dues.map((dueOn, at) =>
      said(`p${at}`, 'a', {
        saidOn: `2019-0${at + 1}-01`,
        dueOn,
        repeatsId: at === 0 ? null : `p${at - 1}`,
      }),
    );
    const { chain, gist } = chainOf(links, 'p2');
    expect(chain.links.map((l) => l.slippedDays)).toEqual([null, null, 21, -20]);
    expect(chain.slippedDays).toBe(1);
    expect(gist).toEqual({ nth: 3, total: 4, slippedDays: 1, firstId: 'p0' });
    expect(chainOf(links.slice(0, 2), 'p0').gist?.slippedDays).toBeNull();
  });
});
