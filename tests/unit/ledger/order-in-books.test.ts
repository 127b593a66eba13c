import { expect, test } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import { isBefore } from '@/lib/ledger/partial-date';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import { held, ledgerOf } from './build';

const PAIR = indexLedger(
  ledgerOf({
    memberships: [
      held('a', { startDate: '2018-01-10', endDate: '2019-03-01' }),
      held('b', { startDate: '2019-03-01', endDate: '2020-06-30' }),
    ],
  }),
);

test.each([
  ['2018-01-09', []],
  ['2018-01-10', ['a']],
  ['2019-02-28', ['a']],
  ['2019-03-01', ['a', 'b']],
  ['2020-06-30', ['a', 'b']],
  ['2020-07-01', ['a', 'b', null]],
])('the spans of a post on %s begin with the first evidence: %o', (day, expected) => {
  const book = postBook(PAIR, 'p', { day, today: '2026-01-01' });
  expect(book?.spans.map(({ personId }) => personId)).toEqual(expected);
  expect(book?.segments.map(({ personId }) => personId)).toEqual(expected);
});

test('the office that a person holds on the day stands before those of other days', () => {
  const index = indexLedger(
    ledgerOf({
      memberships: [
        held('a', { id: 'm-1', postId: 'old', startDate: '2015', endDate: '2017' }),
        held('a', { id: 'm-2', postId: 'new', startDate: '2018', endDate: '2022' }),
      ],
    }),
  );
  const officesOn = (day: string) =>
    personBook(index, 'a', { day, today: '2026-01-01' })?.offices.map(({ post }) => post.id);
  expect(officesOn('2020-01-01')).toEqual(['new', 'old']);
  expect(officesOn('2016-01-01')).toEqual(['old', 'new']);
});

test('a month is not before its last day, and before the next', () => {
  expect(isBefore('2020-02', '2020-02-29')).toBe(false);
  expect(isBefore('2020-02', '2020-03-01')).toBe(true);
});
