import { describe, expect, test } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Membership } from '@/lib/ledger/records';
import { comesAfter, orderOf } from '@/lib/ledger/succession';
import { held, ledgerOf } from './build';

const indexOf = (memberships: readonly Membership[]) =>
  indexLedger(ledgerOf({ memberships, weakSources: [{ host: 'copy.example', why: 'copies' }] }));

const WEAK = { sources: [{ url: 'https://copy.example/x' }] };
const after = (person: string) => ({ followsId: `m-${person}` });

/** Persons of a post in their order, then those whose place is not known. */
function order(...memberships: readonly Membership[]) {
  const { ordered, unordered } = orderOf(indexOf(memberships), 'p');
  const who = (list: readonly { readonly membership: Membership }[]) =>
    list.map(({ membership }) => membership.personId).join(' ');
  return [who(ordered), ...unordered.map(who)];
}

describe('the holders of a post', () => {
  test.each<[string, readonly Membership[], readonly string[]]>([
    [
      'stand by the first day on which they are seen',
      [held('a', { startDate: '2020' }), held('b', { attestedOn: ['2018-05-01'] })],
      ['b a'],
    ],
    [
      'and of one day by the last',
      [
        held('a', { startDate: '2020', endDate: '2022' }),
        held('b', { startDate: '2020', endDate: '2021' }),
      ],
      ['b a'],
    ],
    [
      'and of the same days by their id',
      [held('b', { startDate: '2020' }), held('a', { startDate: '2020' })],
      ['a b'],
    ],
    [
      'without a date behind whom they follow',
      [held('c', { startDate: '2021' }), held('a', { startDate: '2019' }), held('b', after('a'))],
      ['a b c'],
    ],
    [
      'without a date before whoever follows them',
      [
        held('b', { startDate: '2021', ...after('a') }),
        held('a'),
        held('c', { startDate: '2020' }),
      ],
      ['c a b'],
    ],
    [
      'without a date between two who are dated',
      [
        held('a', { startDate: '2019' }),
        held('b', after('a')),
        held('c', { startDate: '2021', ...after('b') }),
      ],
      ['a b c'],
    ],
    [
      'that are dated stand by their dates, whatever follows what',
      [held('a', { startDate: '2022' }), held('b', { startDate: '2019', ...after('a') })],
      ['b a'],
    ],
    [
      'without a date and a neighbour have no place',
      [held('a', { startDate: '2019' }), held('b')],
      ['a', 'b'],
    ],
    ['without dates follow each other in a group', [held('b'), held('a', after('b'))], ['', 'b a']],
    [
      'of whom two follow one have no place behind him',
      [held('a', { startDate: '2019' }), held('b', after('a')), held('c', after('a'))],
      ['a', 'b', 'c'],
    ],
    [
      'on weak sources have no place, dated or not, and nobody stands behind them',
      [
        held('a', { startDate: '2019' }),
        held('b', { startDate: '2020', ...WEAK, ...after('a') }),
        held('c', after('b')),
      ],
      ['a', 'b', 'c'],
    ],
    [
      'who follow each other in a ring are a group',
      [held('a', after('b')), held('b', after('a'))],
      ['', 'a b'],
    ],
    [
      'may follow somebody who is not there',
      [held('a', { startDate: '2019', ...after('z') })],
      ['a'],
    ],
    ['may be none', [], ['']],
  ])('%s', (_, memberships, expected) => {
    expect(order(...memberships)).toEqual(expected);
    expect(order(...memberships.toReversed())).toEqual(expected);
  });
});

describe('one comes after another', () => {
  const index = indexOf([
    held('a'),
    held('b', after('a')),
    held('c', after('b')),
    held('d', after('z')),
  ]);
  const ring = indexOf([held('a', after('b')), held('b', after('a')), held('c')]);

  test.each([
    ['in one step', 'm-b', 'm-a', true],
    ['in two', 'm-c', 'm-a', true],
    ['not the other way', 'm-a', 'm-b', false],
    ['not itself', 'm-a', 'm-a', false],
    ['not where another is followed', 'm-d', 'm-a', false],
    ['not where nobody is there', null, 'm-a', false],
    ['not where nobody knows it', 'm-y', 'm-a', false],
  ])('%s', (_, later, earlier, expected) => {
    expect(comesAfter(index, later, earlier)).toBe(expected);
  });

  test('in a ring each after each, and the search ends', () => {
    expect(comesAfter(ring, 'm-a', 'm-b')).toBe(true);
    expect(comesAfter(ring, 'm-a', 'm-a')).toBe(true);
    expect(comesAfter(ring, 'm-a', 'm-c')).toBe(false);
  });
});
