import { describe, expect, it } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger, SourceCheck } from '@/lib/ledger/records';
import { A_STEP } from '@/lib/ledger/steps';
import { type WorkList, workList, workSteps } from '@/lib/ledger/work-list';
import { event, held, ledgerOf, post, said } from './build';

const TODAY = '2026-11-28';
const NOW = { startDate: '2025-01-10', attestedOn: ['2026-11-01'] };

function workOf(parts: Partial<Ledger>, posts: readonly string[] = ['p']): WorkList {
  const index = indexLedger(ledgerOf(parts));
  const books = posts.flatMap((id) => postBook(index, id, { day: TODAY, today: TODAY }) ?? []);
  return workList(books, parts.sourceChecks ?? []);
}

const check = (promiseId: string, state: SourceCheck['state'], day: string): SourceCheck => ({
  id: `${promiseId}-${day}`,
  promiseId,
  checkedOn: `${day}T08:00:00Z`,
  state,
  textDigest: 'a'.repeat(64),
});

describe('terms to look into', () => {
  it('are those that passed without a check, then those that come soon, and no others', () => {
    const { due } = workOf({
      memberships: [held('a', NOW)],
      promises: [
        said('soon', 'a', { saidOn: '2025-02-01', dueOn: '2026-12-10' }),
        said('far', 'a', { saidOn: '2025-02-01', dueOn: '2029' }),
        said('passed', 'a', { saidOn: '2025-02-01', dueOn: '2025' }),
        said('undated', 'a', { saidOn: '2025-02-01' }),
      ],
    });
    expect(due.map(({ promise }) => promise.id)).toEqual(['passed', 'soon']);
  });
});

describe('sources to look into', () => {
  it('are told by the last check, whatever the order of the checks', () => {
    const { sources } = workOf({
      memberships: [held('a', NOW)],
      promises: ['gone', 'back', 'changed', 'unchecked'].map((id) =>
        said(id, 'a', { saidOn: '2025-02-01' }),
      ),
      sourceChecks: [
        check('gone', 'gone', '2026-03-01'),
        check('gone', 'found', '2026-01-01'),
        check('back', 'gone', '2026-01-01'),
        check('back', 'found', '2026-03-01'),
        check('changed', 'changed', '2026-02-01'),
      ],
    });
    expect(sources.map((one) => [one.promise.id, one.check.state])).toEqual([
      ['changed', 'changed'],
      ['gone', 'gone'],
    ]);
  });
});

describe('offices to look into', () => {
  it('have no established holder today; those with more open promises come first', () => {
    const { holders } = workOf(
      {
        posts: [post('shut', { endDate: '2020' })],
        memberships: [
          held('a', NOW),
          held('b', { postId: 'q', startDate: '2015', endDate: '2017' }),
          held('c', { postId: 'r', startDate: '2015', endDate: '2017' }),
        ],
        promises: [said('x', 'c', { postId: 'r', saidOn: '2016' })],
      },
      ['p', 'q', 'r', 'shut'],
    );
    expect(holders.map((book) => book.post.id)).toEqual(['r', 'q']);
  });
});

describe('an office', () => {
  const two = [
    held('a', { startDate: '2025-01-10', endDate: '2027' }),
    held('b', { startDate: '2025-01-10', endDate: '2027' }),
  ];
  it('that several claim is to be looked into; one that is vacant or held by an acting holder is not', () => {
    expect(workOf({ memberships: two }).holders).toHaveLength(1);
    const vacant = [
      held('a', { startDate: '2025-01-10', endDate: '2026-10-01' }),
      held('b', { startDate: '2026-12-01', endDate: '2027-12-01' }),
    ];
    expect(workOf({ memberships: vacant }).holders).toEqual([]);
    expect(workOf({ memberships: [held('a', { ...NOW, acting: true })] }).holders).toEqual([]);
  });
});

describe('a check', () => {
  it('of something else than a promise is no fault of a promise', () => {
    const { promiseId: _, ...other } = check('x', 'gone', '2026-01-01');
    const promises = [said('x', 'a', { saidOn: '2025-02-01' })];
    expect(
      workOf({ memberships: [held('a', NOW)], promises, sourceChecks: [other] }).sources,
    ).toEqual([]);
  });
});

describe('holders who have said nothing', () => {
  const before = held('a', { startDate: '2020-01-01', endDate: '2025-01-10' });
  const inherited = said('x', 'a', { saidOn: '2021-02-01' });

  it('are those who inherited; their own promises wait for no word of theirs', () => {
    const { stances } = workOf({
      memberships: [before, held('b', NOW)],
      promises: [inherited, said('own', 'b', { saidOn: '2025-03-01' })],
    });
    expect(stances.map(({ entries }) => entries.map(({ promise }) => promise.id))).toEqual([['x']]);
  });

  it('are not those who have spoken, nor a holder who is not established', () => {
    const spoken = {
      id: 's',
      promiseId: 'x',
      membershipId: 'm-b',
      stance: 'acknowledged',
      on: '2025-05-01',
      sources: [{ url: 'https://news.example/2' }],
    } as const;
    const memberships = [before, held('b', NOW)];
    expect(workOf({ memberships, promises: [inherited], stances: [spoken] }).stances).toEqual([]);
    expect(workOf({ memberships: [before], promises: [inherited] }).stances).toEqual([]);
  });

  it('may be acting; of what is closed no word is waited for', () => {
    const memberships = [before, held('b', { ...NOW, acting: true })];
    expect(workOf({ memberships, promises: [inherited] }).stances).toHaveLength(1);
    const statusEvents = [event('x', 'kept', '2026')];
    expect(workOf({ memberships, promises: [inherited], statusEvents }).stances).toEqual([]);
  });
});

describe('the list of an office of many promises', () => {
  const MANY = 2_000;
  const ids = Array.from({ length: MANY }, (_, n) => `x${n}`);
  const ledger = ledgerOf({
    memberships: [held('a', { startDate: '2019', endDate: '2025-01-10' }), held('b', NOW)],
    promises: ids.map((id) => said(id, 'a', { dueOn: '2025' })),
  });
  const book = postBook(indexLedger(ledger), 'p', { day: TODAY, today: TODAY });

  it('is worked out in steps that may be broken off', () => {
    const checks = ids.map((id) => check(id, 'gone', '2026-01-01'));
    const steps = workSteps(book === null ? [] : [book], checks);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    // Gathered, passed or soon, unanswered, checked, lost.
    expect(count).toBeGreaterThanOrEqual(6 * Math.floor(MANY / A_STEP));
    const { due, sources, stances } = step.value;
    expect([due.length, sources.length, stances[0]?.entries.length]).toEqual([MANY, MANY, MANY]);
  });
});
