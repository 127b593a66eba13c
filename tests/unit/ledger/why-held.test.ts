import { describe, expect, test } from 'vitest';
import { holderOn, lastSeen, timelineOf } from '@/lib/ledger/holders';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Ledger, Membership } from '@/lib/ledger/records';
import { held, ledgerOf, post } from './build';

const WEAK = { sources: [{ url: 'https://copy.example/x' }] };
const weakSources = [{ host: 'copy.example', why: 'copies' }];

function on(memberships: readonly Membership[], day: string, rest: Partial<Ledger> = {}) {
  return holderOn(indexLedger(ledgerOf({ memberships, weakSources, ...rest })), 'p', day);
}

const reasons = (memberships: readonly Membership[], day: string, rest: Partial<Ledger> = {}) =>
  on(memberships, day, rest).reasons;

const BEGUN = held('a', { startDate: '2020-03', endDate: '2021-06' });

describe('why somebody holds a post', () => {
  test('the day is in the term, however its dates are read', () => {
    for (const day of ['2020-03-31', '2021-01-01', '2021-06-01'])
      expect(reasons([BEGUN], day)).toEqual([{ code: 'inTerm', membershipId: 'm-a' }]);
  });

  test.each([
    ['2020-03-01', '2020-03'],
    ['2020-03-30', '2020-03'],
    ['2021-06-02', '2021-06'],
    ['2021-06-30', '2021-06'],
  ])('%s is only in a partial date: %s', (day, date) => {
    const code = 'inPartialDate';
    expect(reasons([BEGUN], day)).toEqual([{ code, membershipId: 'm-a', date }]);
  });

  test('a day of an attested month is in that month', () => {
    expect(reasons([held('a', { attestedOn: ['2020-02', '2020-05'] })], '2020-05-20')).toEqual([
      { code: 'inPartialDate', membershipId: 'm-a', date: '2020-05' },
    ]);
  });

  test('both ends may be those of neighbours, each named', () => {
    const three = [
      held('a', { startDate: '2018', endDate: '2019-01-01' }),
      held('b', { attestedOn: ['2019-06-01'], followsId: 'm-a' }),
      held('c', { startDate: '2020-01-01', followsId: 'm-b' }),
    ];
    expect(reasons(three, '2019-07-01')).toEqual([
      { code: 'inTerm', membershipId: 'm-b' },
      { code: 'statedSuccession', membershipId: 'm-b', otherId: 'm-a' },
      { code: 'statedSuccession', membershipId: 'm-b', otherId: 'm-c' },
    ]);
  });
});

describe('why nobody does', () => {
  const posts = [post('p', { startDate: '2022-06', endDate: '2024-01' })];
  test.each([
    ['2022-05-31', { code: 'postNotFounded', postId: 'p', date: '2022-06' }],
    ['2022-06-01', { code: 'noMembership', postId: 'p' }],
    ['2024-01-31', { code: 'noMembership', postId: 'p' }],
    ['2024-02-01', { code: 'postAbolished', postId: 'p', date: '2024-01' }],
  ])('on %s: %o', (day, reason) => {
    expect(reasons([], day, { posts })).toEqual([reason]);
  });

  test('who was seen before and after, and who may have been there at any time', () => {
    const memberships = [
      held('a', { startDate: '2010-01-01', endDate: '2011-01-01' }),
      held('b', { startDate: '2012-01-01', endDate: '2013-01-01' }),
      held('c', { attestedOn: ['2018-05-01'] }),
      held('d', { attestedOn: ['2020-05-01'] }),
      held('e'),
      held('f', { startDate: '2015-01-01', endDate: '2017-01-01', ...WEAK }),
      held('g', WEAK),
    ];
    for (const some of [memberships, memberships.toReversed()])
      expect(on(some, '2016-01-01')).toMatchObject({
        state: 'unknown',
        personId: null,
        reasons: [
          { code: 'beyondReach', membershipId: 'm-b', lastSeen: '2013-01-01' },
          { code: 'notYetSeen', membershipId: 'm-c', firstSeen: '2018-05-01' },
          { code: 'undated', membershipId: 'm-e' },
          { code: 'weakSources', membershipId: 'm-f' },
          { code: 'weakSources', membershipId: 'm-g' },
        ],
      });
  });
});

describe('a gap between two neighbours', () => {
  const gap = (from: string, to: string, more: Partial<Membership> = {}) => [
    held('a', { startDate: '2018-01-01', endDate: from }),
    held('b', { startDate: to, endDate: '2023-01-01', ...more }),
  ];
  const state = (memberships: readonly Membership[], day = '2020-02-01') =>
    on(memberships, day).state;

  test.each([
    ['of twelve months is vacant', '2020-01-10', '2021-01-10', 'vacant'],
    ['of a day more is one of the records', '2020-01-10', '2021-01-11', 'unknown'],
  ])('%s', (_, from, to, expected) => {
    expect(state(gap(from, to))).toBe(expected);
  });

  test('longer than that is vacant where the later is stated to follow the other', () => {
    expect(state(gap('2020-01-10', '2022-01-10', { followsId: 'm-a' }))).toBe('vacant');
    expect(state([...gap('2020-01-10', '2022-01-10', { followsId: 'm-a' }), held('c')])).toBe(
      'vacant',
    );
  });

  test.each([
    ['in it', '2020-02', '2020-03', 'unknown'],
    ['over its beginning', '2019-06', '2020-02', 'unknown'],
    ['over its end', '2020-03', '2021-06', 'unknown'],
    ['up to its first day', '2019-06', '2020-01-10', 'vacant'],
    ['from its last day on', '2020-04-01', '2021-06', 'vacant'],
  ])('may be filled by a holder on weak sources %s', (_, startDate, endDate, expected) => {
    const weak = held('w', { startDate, endDate, ...WEAK });
    expect(state([...gap('2020-01-10', '2020-04-01'), weak])).toBe(expected);
  });

  test('has the nearest of several on each side', () => {
    const [a, b] = gap('2020-01-10', '2020-04-01');
    const far = [
      held('c', { startDate: '2015-01-01', endDate: '2016-01-01' }),
      held('d', { startDate: '2024-01-01', endDate: '2025-01-01' }),
    ];
    for (const all of [
      [a, b, ...far],
      [...far, b, a],
    ])
      expect(
        reasons(
          all.filter((m) => m !== undefined),
          '2020-02-01',
        ),
      ).toEqual([{ code: 'gap', membershipId: 'm-a', otherId: 'm-b' }]);
  });

  test('is none where the earlier end is only attested', () => {
    const seen = [
      held('a', { attestedOn: ['2020-01-10'] }),
      held('b', { startDate: '2021-04-01', endDate: '2023-01-01' }),
    ];
    expect(state(seen, '2021-03-01')).toBe('unknown');
  });
});

describe('a handover day', () => {
  const going = held('a', { startDate: '2018-01-01', endDate: '2019-03-01' });
  const who = (memberships: readonly Membership[]) => {
    const { state, personId } = on(memberships, '2019-03-01');
    return `${state} ${personId}`;
  };

  test.each<[string, readonly Membership[], string]>([
    [
      'is of the one who comes',
      [going, held('b', { startDate: '2019-03-01', endDate: '2020' })],
      'known b',
    ],
    [
      'is of nobody where two come',
      [
        going,
        held('b', { startDate: '2019-03-01', endDate: '2020' }),
        held('c', { startDate: '2019-03-01', endDate: '2020' }),
      ],
      'disputed null',
    ],
    [
      'is of nobody where one stays',
      [
        going,
        held('b', { startDate: '2019-03-01', endDate: '2020' }),
        held('c', { startDate: '2018-06-01', endDate: '2020' }),
      ],
      'disputed null',
    ],
    [
      'is of the one who is seen on it first, when the other was seen last',
      [
        held('a', { attestedOn: ['2018-06-01', '2019-03-01'] }),
        held('b', { attestedOn: ['2019-03-01', '2019-09-01'] }),
      ],
      'known b',
    ],
    [
      'is disputed by two who are seen on this day alone',
      [held('a', { attestedOn: ['2019-03-01'] }), held('b', { attestedOn: ['2019-03-01'] })],
      'disputed null',
    ],
  ])('%s', (_, memberships, expected) => {
    expect(who(memberships)).toBe(expected);
    expect(who(memberships.toReversed())).toBe(expected);
  });
});

describe('the spans of a time line', () => {
  test('name a holder once, with every reason; its segments part where a reason changes', () => {
    const { spans, segments } = timelineOf(indexLedger(ledgerOf({ memberships: [BEGUN] })), 'p');
    expect(segments.map(({ from, to, personId }) => [from, to, personId])).toEqual([
      [null, '2020-02-29', null],
      ['2020-03-01', '2020-03-30', 'a'],
      ['2020-03-31', '2021-06-01', 'a'],
      ['2021-06-02', '2021-06-30', 'a'],
      ['2021-07-01', null, null],
    ]);
    expect(spans.map(({ from, to, personId }) => [from, to, personId])).toEqual([
      [null, '2020-02-29', null],
      ['2020-03-01', '2021-06-30', 'a'],
      ['2021-07-01', null, null],
    ]);
    const membershipId = 'm-a';
    expect(spans[1]?.reasons).toEqual([
      { code: 'inPartialDate', membershipId, date: '2020-03' },
      { code: 'inTerm', membershipId },
      { code: 'inPartialDate', membershipId, date: '2021-06' },
    ]);
  });

  test('part where others dispute the post', () => {
    const two = (a: string, b: string) => [
      held(a, { startDate: '2018-01-01', endDate: '2020-01-01' }),
      held(b, { startDate: '2018-01-01', endDate: '2020-01-01' }),
    ];
    const later = [
      held('c', { startDate: '2020-01-02', endDate: '2021-01-01' }),
      held('d', { startDate: '2020-01-02', endDate: '2021-01-01' }),
    ];
    const { spans } = timelineOf(
      indexLedger(ledgerOf({ memberships: [...two('a', 'b'), ...later] })),
      'p',
    );
    expect(spans.map(({ candidateIds }) => candidateIds)).toEqual([
      [],
      ['m-a', 'm-b'],
      ['m-c', 'm-d'],
      [],
    ]);
  });
});

describe('the last day that anything dated says of a membership', () => {
  test.each<[Partial<Membership>, string]>([
    [{}, ''],
    [{ startDate: '2020' }, '2020-01-01'],
    [{ startDate: '2020', endDate: '2021-05' }, '2021-05-01'],
    [{ endDate: '2021-05', attestedOn: ['2019', '2021-06-02', '2020'] }, '2021-06-02'],
  ])('of %o is %j', (dates, expected) => {
    expect(lastSeen(held('a', dates))).toBe(expected);
  });
});
