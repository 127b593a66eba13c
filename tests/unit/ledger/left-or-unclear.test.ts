import { describe, expect, test } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import type { Ledger, Membership } from '@/lib/ledger/records';
import { area, event, held, ledgerOf, post, said, step } from './build';

const WEAK = { sources: [{ url: 'https://copy.example/x' }] };
const weakSources = [{ host: 'copy.example', why: 'copies' }];

/** In which lists of A's book of 2024 his promise of January 2020 stands. */
function listsOf(memberships: readonly Membership[], parts: Partial<Ledger> = {}): string {
  const promises = [said('x', 'a')];
  const index = indexLedger(ledgerOf({ memberships, promises, weakSources, ...parts }));
  const book = personBook(index, 'a', { day: '2024-01-01', today: '2024-01-01' });
  if (book === null) throw new Error('A is in the ledger');
  const { made, inherited, left, closed, outside, unclear } = book;
  return Object.entries({ made, inherited, left, closed, outside, unclear })
    .filter(([, entries]) => entries.length > 0)
    .map(([list]) => list)
    .join(' ');
}

describe('a promise of which nobody is known to answer now', () => {
  const seen = held('a', { attestedOn: ['2020-01-20'] });
  const seenB = (attestedOn: string, more: Partial<Membership> = {}) =>
    held('b', { attestedOn: [attestedOn], ...more });

  test.each<[string, string, readonly Membership[]]>([
    ['left', 'his term has ended', [held('a', { startDate: '2019', endDate: '2022' })]],
    ['unclear', 'his end is not known', [held('a', { startDate: '2019' })]],
    ['left', 'another has been seen after him', [seen, seenB('2021-05-01')]],
    ['unclear', 'the other was seen before him', [seen, seenB('2019-05-01')]],
    ['unclear', 'the other was seen on his own last day', [seen, seenB('2020-01-20')]],
    ['unclear', 'the other is seen only later than the book', [seen, seenB('2024-01-02')]],
    ['unclear', 'the other has no dates', [seen, held('b')]],
    ['unclear', 'only weak sources show the other', [seen, seenB('2021-05-01', WEAK)]],
    [
      'unclear',
      'the one seen after him is he himself',
      [seen, held('a', { id: 'm-a2', attestedOn: ['2021-05-01'] })],
    ],
    [
      'unclear',
      'he himself came again after an end that nobody knows',
      [seen, held('a', { id: 'm-a2', startDate: '2021', endDate: '2022' })],
    ],
    [
      'unclear',
      'only one of his two terms has ended',
      [
        held('a', { startDate: '2019', endDate: '2020-06' }),
        held('a', { id: 'm-a2', attestedOn: ['2022-05-01'] }),
      ],
    ],
    [
      'unclear',
      'a term of his without dates is listed too',
      [seen, held('a', { id: 'm-a2' }), seenB('2021-05-01')],
    ],
    ['unclear', 'he is not listed in the post', [seenB('2021-05-01')]],
  ])('is %s: %s', (list, _, memberships) => {
    expect(listsOf(memberships)).toBe(list);
    expect(listsOf(memberships.toReversed())).toBe(list);
  });

  test('is left where it has come to a post in which he is not listed', () => {
    const lineages = [step('p', 'q', '2023-01-01')];
    expect(listsOf([seen], { lineages })).toBe('left');
  });

  test('is left only when it is so in every post to which it has come', () => {
    const lineages = [step('p', 'q', '2023-01-01', { kind: 'split', areaIds: ['new'] })];
    const parts = { areas: [area('new')], lineages };
    expect(listsOf([seen], parts)).toBe('unclear');
    expect(listsOf([seen, seenB('2021-05-01')], parts)).toBe('left');
  });
});

describe('a promise of a post that several claim', () => {
  const claim = (id: string) => held(id, { startDate: '2023', endDate: '2025' });

  test('is unclear for its maker while he is a claimant, and left when he is none', () => {
    expect(listsOf([claim('a'), claim('b')])).toBe('unclear');
    expect(listsOf([claim('b'), claim('c')])).toBe('left');
  });

  test('of another is unclear for a claimant alone', () => {
    const promises = [said('x', 'd')];
    expect(listsOf([claim('a'), claim('b')], { promises })).toBe('unclear');
    const gone = held('a', { startDate: '2019', endDate: '2020' });
    expect(listsOf([gone, claim('b'), claim('c')], { promises })).toBe('');
  });
});

describe('the book of a holder of another time', () => {
  const memberships = [
    held('a', { startDate: '2018-01-01', endDate: '2019-01-01' }),
    held('b', { startDate: '2019-01-01', endDate: '2024-06-01' }),
  ];

  test.each([
    ['open', []],
    ['closed later than the day', [event('x', 'kept', '2024-03-01')]],
    ['not to be rated', [event('x', 'unrateable', '2021-01-01', { reasonCode: 'noMeasure' })]],
  ])('has no promise that his successor made and answers for: %s', (_, statusEvents) => {
    expect(listsOf(memberships, { promises: [said('x', 'b')], statusEvents })).toBe('');
  });

  test('has nothing that is said between its day and today', () => {
    const promises = [said('x', 'b', { saidOn: '2023-03-01' })];
    const index = indexLedger(ledgerOf({ memberships, promises }));
    const madeBy = (day: string) =>
      personBook(index, 'b', { day, today: '2024-01-01' })?.made.map(({ promise }) => promise.id);
    expect(madeBy('2023-02-28')).toEqual([]);
    expect(madeBy('2023-03-01')).toEqual(['x']);
  });

  test('tells of what cannot be rated who answers for it now', () => {
    const index = indexLedger(
      ledgerOf({
        memberships,
        posts: [post('p')],
        promises: [said('x', 'a', { saidOn: '2018-05-01' })],
        statusEvents: [event('x', 'unrateable', '2018-06-01', { reasonCode: 'noMeasure' })],
      }),
    );
    for (const id of ['a', 'b']) {
      const book = personBook(index, id, { day: '2024-01-01', today: '2024-01-01' });
      expect(book?.outside[0]?.answer).toMatchObject({ relation: 'inherited', personId: 'b' });
    }
  });
});
