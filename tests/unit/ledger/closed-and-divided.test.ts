import { describe, expect, test } from 'vitest';
import { answersOn } from '@/lib/ledger/answers';
import { holderOn, timelineOf } from '@/lib/ledger/holders';
import { indexLedger } from '@/lib/ledger/lookups';
import { lastDay } from '@/lib/ledger/partial-date';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger, Pledge } from '@/lib/ledger/records';
import { entriesInside, outlivedOf, thesisOf } from '@/lib/ledger/thesis';
import { event, held, ledgerOf, post, said, step } from './build';

const TODAY = '2024-01-01';
const DAYS = { day: TODAY, today: TODAY };
const A = held('a', { startDate: '2019-01-01', endDate: '2021-01-01' });
const B = held('b', { startDate: '2021-01-01', endDate: '2025-01-01' });
const indexOf = (parts: Partial<Ledger>) => indexLedger(ledgerOf(parts));

describe('a closed promise in the book of its post', () => {
  const relations = (promise: Pledge, memberships = [A, B], on = '2020-05-01') =>
    postBook(
      indexOf({ memberships, promises: [promise], statusEvents: [event('x', 'kept', on)] }),
      'p',
      DAYS,
    )?.closed.map(({ relation }) => relation);

  test.each([
    ['made, where its maker held the post', said('x', 'a'), '2020-05-01', 'made'],
    ['inherited, where another did', said('x', 'a'), '2022-05-01', 'inherited'],
    ['inherited, where its maker is not named', said('x', null), '2022-05-01', 'inherited'],
  ])('is %s', (_, promise, on, expected) => {
    expect(relations(promise, [A, B], on)).toEqual([expected]);
  });

  test.each([
    ['2020-05-01', [1, 0, 0]],
    ['2022-05-01', [0, 0, 1]],
  ])(
    'counts for the one who held the post on %s: closed and made, or inherited',
    (on, expected) => {
      const statusEvents = [event('x', 'kept', on)];
      const promises = [said('x', 'a')];
      const [a, b] =
        postBook(indexOf({ memberships: [A, B], promises, statusEvents }), 'p', DAYS)?.tallies ??
        [];
      expect([a?.closedMade, a?.closedInherited, b?.closedInherited]).toEqual(expected);
    },
  );

  test('does not outlive its maker, where it is bound to the person', () => {
    const promises = [said('x', 'a', { boundTo: 'person' })];
    const statusEvents = [event('x', 'kept', '2022-05-01')];
    const book = postBook(indexOf({ memberships: [A, B], promises, statusEvents }), 'p', DAYS);
    expect(outlivedOf(entriesInside(book ? [book] : []))).toMatchObject({
      closed: [],
      unknown: [],
    });
  });

  test('is nobody’s own, where neither its maker nor the holder is known', () => {
    expect(relations(said('x', null), [A], '2023-05-01')).toEqual(['inherited']);
  });
});

describe('a promise without a date, and closed', () => {
  const outlived = (memberships: readonly (typeof A)[]) => {
    const promises = [said('x', 'a', { saidOn: null })];
    const statusEvents = [event('x', 'kept', '2022-06-01')];
    const book = postBook(indexOf({ memberships, promises, statusEvents }), 'p', DAYS);
    const { closed, undated } = outlivedOf(entriesInside(book ? [book] : []));
    return [closed.length, undated];
  };

  test('has outlived its maker, where another was in office then', () => {
    expect(outlived([A, B])).toEqual([1, 0]);
  });

  test('is left out, and counted, where nobody is known to have been', () => {
    expect(outlived([A])).toEqual([0, 1]);
  });
});

test('two in office of late are two persons', () => {
  const index = indexOf({
    memberships: [
      { ...A, endDate: '2023-01-01' },
      { ...B, id: 'm' },
    ],
  });
  const book = postBook(index, 'p', DAYS);
  expect(thesisOf(index, book ? [book] : [], TODAY).lately.persons).toBe(2);
});

describe('a promise without an area, where the post is divided', () => {
  const split = (to: string, date: string, kind: 'split' | 'renamed' = 'split') =>
    step('p', to, date, { kind });
  const told = (lineages: ReturnType<typeof split>[], day = '2023-06-01') =>
    answersOn(indexOf({ memberships: [A], lineages }), said('x', 'a'), day).map(
      ({ postId }) => postId,
    );

  test('goes to each part of that day', () => {
    expect(told([split('q', '2022'), split('r', '2022')])).toEqual(['p', 'q', 'r']);
  });

  test('goes on to the parts of a later day from what stayed', () => {
    expect(told([split('q', '2021'), split('r', '2023')], '2022-06-01')).toEqual(['p', 'q']);
    expect(told([split('q', '2021'), split('r', '2023')])).toEqual(['p', 'r', 'q']);
  });

  test('goes with the rest of the post when this is renamed later', () => {
    expect(told([split('q', '2021'), split('r', '2022', 'renamed')])).toEqual(['r', 'q']);
  });

  test('says why: it names no area', () => {
    const index = indexOf({ memberships: [A], lineages: [split('q', '2022')] });
    const [, there] = answersOn(index, said('x', 'a'), TODAY);
    expect(there?.reasons.slice(0, 2)).toEqual([
      { code: 'lineage', lineageId: 'p-q', date: '2022' },
      { code: 'noArea', lineageId: 'p-q' },
    ]);
  });

  test('stands in the book of each part with the answer of that part', () => {
    const there = held('c', { postId: 'q', startDate: '2022', endDate: '2025' });
    const index = indexOf({
      memberships: [A, B, there],
      promises: [said('x', 'a')],
      lineages: [split('q', '2022')],
    });
    const answer = (postId: string) => postBook(index, postId, DAYS)?.open[0]?.answer?.personId;
    expect([answer('p'), answer('q')]).toEqual(['b', 'c']);
  });
});

test('a promise bound to the person stands in the book of his post with him', () => {
  const promises = [said('x', 'a', { boundTo: 'person' })];
  const book = postBook(indexOf({ memberships: [A, B], promises }), 'p', DAYS);
  expect(book?.open[0]?.answer).toMatchObject({ relation: 'made', personId: 'a' });
});

describe('the holder of a post', () => {
  const on = (parts: Partial<Ledger>, day: string) => holderOn(indexOf(parts), 'p', day);
  const weak = { sources: [{ url: 'https://copy.example/x' }] };
  const weakSources = [{ host: 'copy.example', why: 'copies' }];

  test('is who surely was there, before who only may have been', () => {
    const memberships = [
      held('a', { startDate: '2019', endDate: '2020-06' }),
      held('b', { startDate: '2020-06-10', endDate: '2022' }),
    ];
    expect(on({ memberships }, '2020-06-15')).toMatchObject({ state: 'known', personId: 'b' });
  });

  test('is disputed by equal claims, which the reason names', () => {
    const [a, b] = ['a', 'b'].map((id) => held(id, { startDate: '2019', endDate: '2022' }));
    const memberships = [a, b].filter((one) => one !== undefined);
    expect(on({ memberships }, '2020-06-15')).toMatchObject({
      state: 'disputed',
      candidateIds: ['m-a', 'm-b'],
      reasons: [{ code: 'equalClaims', membershipIds: ['m-a', 'm-b'] }],
    });
  });

  test('may be seen in it on its last day', () => {
    const parts = {
      posts: [post('p', { endDate: '2020-01-31' })],
      memberships: [held('a', { attestedOn: ['2020-01-31'] })],
    };
    expect(on(parts, '2020-01-31').personId).toBe('a');
    expect(on(parts, '2020-02-01').state).toBe('vacant');
  });

  test('is not looked for among those whom only weak sources show', () => {
    const memberships = [
      held('a', { startDate: '2010-01-01', endDate: '2011-01-01' }),
      held('b', { startDate: '2012-01-01', endDate: '2013-01-01', ...weak }),
      held('c', { startDate: '2016-01-01', endDate: '2017-01-01', ...weak }),
      held('d', { startDate: '2018-01-01', endDate: '2019-01-01' }),
    ];
    expect(on({ memberships, weakSources }, '2015-01-01').reasons).toEqual([
      { code: 'beyondReach', membershipId: 'm-a', lastSeen: '2011-01-01' },
      { code: 'notYetSeen', membershipId: 'm-d', firstSeen: '2018-01-01' },
      { code: 'weakSources', membershipId: 'm-b' },
      { code: 'weakSources', membershipId: 'm-c' },
    ]);
  });

  test.each([
    ['z', 'a'],
    ['a', 'z'],
  ])('is missing between the nearest on both sides, whatever their ids: %s, %s', (near, far) => {
    const at = (id: string, startDate: string, endDate: string) => held(id, { startDate, endDate });
    const memberships = [
      at(`${far}1`, '2015-01-01', '2016-01-01'),
      at(`${near}1`, '2018-01-01', '2019-01-01'),
      at(`${near}2`, '2019-03-01', '2020-01-01'),
      at(`${far}2`, '2022-01-01', '2023-01-01'),
    ];
    expect(on({ memberships }, '2019-02-01').reasons).toEqual([
      { code: 'gap', membershipId: `m-${near}1`, otherId: `m-${near}2` },
    ]);
  });

  test('who is not known is not the same as a post that nobody can hold', () => {
    const posts = [post('p', { startDate: '2022', endDate: '2023' })];
    const { spans } = timelineOf(indexOf({ posts }), 'p');
    expect(spans.map(({ state }) => state)).toEqual(['vacant', 'unknown', 'vacant']);
  });
});

test.each([
  ['2020-04', '30'],
  ['2020-06', '30'],
  ['2020-07', '31'],
  ['2020-08', '31'],
  ['2020-09', '30'],
  ['2020-10', '31'],
  ['2020-11', '30'],
  ['2020-12', '31'],
])('the last day of %s is the %sth', (month, day) => {
  expect(lastDay(month)).toBe(`${month}-${day}`);
});
