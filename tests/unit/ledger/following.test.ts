import { describe, expect, test } from 'vitest';
import {
  type FollowState,
  type FollowTarget,
  followSteps,
  newsSteps,
} from '@/lib/ledger/following';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Ledger } from '@/lib/ledger/records';
import { A_STEP, atOnce } from '@/lib/ledger/steps';
import { area, event, held, ledgerOf, post, said } from './build';

const OFFICE: FollowTarget = { kind: 'post', id: 'p' };
const AREA: FollowTarget = { kind: 'area', id: 'a' };
const MATTER: FollowTarget = { kind: 'promise', id: 'x' };

const before: Partial<Ledger> = {
  areas: [area('a'), area('b', { parentId: 'a' }), area('far')],
  posts: [post('p', { areaId: 'b' }), post('q', { areaId: 'far' })],
  memberships: [held('one', { startDate: '2024-01-01', attestedOn: ['2026-04-01'] })],
  promises: [said('x', 'one', { dueOn: '2026-06-30' }), said('y', null, { postId: 'q' })],
};

function stateOf(records: Partial<Ledger>, target: FollowTarget, today: string): FollowState {
  const state = atOnce(followSteps(indexLedger(ledgerOf(records)), target, today));
  if (state === null) throw new Error('not in the ledger');
  return state;
}

const newsBetween = (one: FollowState, other: FollowState) => atOnce(newsSteps(one, other));

const newsOf = (
  after: Partial<Ledger>,
  target: FollowTarget,
  [from, to]: readonly [string, string] = ['2026-04-15', '2026-04-15'],
) => newsBetween(stateOf(before, target, from), stateOf({ ...before, ...after }, target, to));

describe.each([
  ['an office', OFFICE],
  ['an area, through the areas in it', AREA],
  ['a matter', MATTER],
])('of %s', (_, target) => {
  test('nothing is new while nothing changes', () => {
    expect(newsOf({}, target)).toEqual([]);
  });

  test('a status is news', () => {
    const statusEvents = [event('x', 'kept', '2026-04-10')];
    expect(newsOf({ statusEvents }, target)).toEqual([
      { kind: 'status', promiseId: 'x', status: 'kept' },
    ]);
  });

  test('a term that comes near is news, and once more when it has passed', () => {
    expect(newsOf({}, target, ['2026-04-15', '2026-06-10'])).toEqual([
      { kind: 'term', promiseId: 'x', term: 'dueSoon' },
    ]);
    expect(newsOf({}, target, ['2026-06-10', '2026-07-02'])).toEqual([
      { kind: 'term', promiseId: 'x', term: 'passedUnchecked' },
    ]);
  });

  test('a new holder is news, and the follow goes on with him', () => {
    const memberships = [
      held('one', { startDate: '2024-01-01', endDate: '2026-04-10', attestedOn: ['2026-04-01'] }),
      held('two', { startDate: '2026-04-10' }),
    ];
    expect(newsOf({ memberships }, target)).toEqual([
      { kind: 'holder', postId: 'p', personId: 'two' },
    ]);
    const later = { ...before, memberships };
    const kept = { ...later, statusEvents: [event('x', 'broken', '2026-04-14')] };
    expect(
      newsBetween(stateOf(later, target, '2026-04-15'), stateOf(kept, target, '2026-04-15')),
    ).toEqual([{ kind: 'status', promiseId: 'x', status: 'broken' }]);
  });

  test('what happens elsewhere is no news', () => {
    const statusEvents = [event('y', 'broken', '2026-04-10')];
    expect(newsOf({ statusEvents }, target)).toEqual([]);
  });
});

test.each([
  ['an office', OFFICE, said('z', 'one')],
  ['an area', AREA, said('z', 'one')],
  ['a matter, as a repeat of it', MATTER, said('z', 'one', { repeatsId: 'x', saidOn: '2025-01' })],
])('a new promise of %s is news', (_, target, promise) => {
  const promises = [...(before.promises ?? []), promise];
  expect(newsOf({ promises }, target)).toEqual([{ kind: 'newPromise', promiseId: 'z' }]);
});

test('a new promise of the office about something else is no news of a matter', () => {
  const promises = [...(before.promises ?? []), said('z', 'one')];
  expect(newsOf({ promises }, MATTER)).toEqual([]);
});

test.each([OFFICE, AREA, MATTER])('%o that the ledger does not have has no state', (target) => {
  expect(atOnce(followSteps(indexLedger(ledgerOf({})), target, '2026-04-15'))).toBeNull();
});

test('an office of many promises is looked at in steps, and one that was added is news', () => {
  const many = Array.from({ length: 3_000 }, (_, n) => said(`z${n}`, 'one'));
  const steps = followSteps(
    indexLedger(ledgerOf({ ...before, promises: many })),
    OFFICE,
    '2026-04-15',
  );
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(many.length / A_STEP - 1);
  const state = step.value;
  if (state === null) throw new Error('not in the ledger');
  // A few texts, since a field for each promise is slow to keep and to read.
  expect(state.marks.length).toBeLessThan(10);
  const promises = [...many, said('new', 'one')];
  expect(newsBetween(state, stateOf({ ...before, promises }, OFFICE, '2026-04-15'))).toEqual([
    { kind: 'newPromise', promiseId: 'new' },
  ]);
});
