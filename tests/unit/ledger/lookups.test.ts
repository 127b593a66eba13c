import { describe, expect, test } from 'vitest';
import {
  areaWithParents,
  indexLedger,
  isWeakSource,
  restsOnWeakSources,
} from '@/lib/ledger/lookups';
import type { Ledger, Reply, Stance } from '@/lib/ledger/records';
import { area, event, held, ledgerOf, post, said, step } from './build';

const weakIndex = indexLedger(
  ledgerOf({ weakSources: [{ host: 'WWW.Copy.example.', why: 'copies' }] }),
);

describe('a weak source', () => {
  test.each([
    ['https://copy.example/a', true],
    ['http://copy.example', true],
    ['HTTPS://WWW.COPY.EXAMPLE/a', true],
    ['https://copy.example./a', true],
    ['https://copy.example:8080/a', true],
    ['https://user:word@copy.example/a', true],
    ['https://copy.example?a', true],
    ['https://copy.example#a', true],
    ['https://news.example/copy.example', false],
    ['https://news.example/?u=https://copy.example', false],
    ['https://news.example/@copy.example', false],
    ['https://m.copy.example/a', false],
    ['https://copy.example.org/a', false],
    ['https://notcopy.example/a', false],
    ['https://copywww.example/a', false],
    ['ftp://copy.example/a', false],
    ['copy.example', false],
    ['see https://copy.example/a', false],
  ])('%s: %s', (url, expected) => {
    expect(isWeakSource(weakIndex, { url })).toBe(expected);
    expect(isWeakSource(indexLedger(ledgerOf({})), { url })).toBe(false);
  });

  test('alone makes a fact weak; beside another, or where there is none, it does not', () => {
    const weak = { url: 'https://copy.example/a' };
    const good = { url: 'https://news.example/a' };
    expect(restsOnWeakSources(weakIndex, [weak, weak])).toBe(true);
    expect(restsOnWeakSources(weakIndex, [weak, good])).toBe(false);
    expect(restsOnWeakSources(weakIndex, [])).toBe(false);
    expect(restsOnWeakSources(indexLedger(ledgerOf({})), [weak])).toBe(false);
  });
});

describe('an area and its parents', () => {
  const areas = [area('a', { parentId: 'b' }), area('b', { parentId: 'c' }), area('c')];
  test.each([
    ['a', ['a', 'b', 'c']],
    ['c', ['c']],
    ['unknown', ['unknown']],
  ])('of %s are %o', (id, expected) => {
    expect(areaWithParents(indexLedger(ledgerOf({ areas })), id)).toEqual(expected);
  });

  test('end where they close a ring', () => {
    const ring = [area('a', { parentId: 'b' }), area('b', { parentId: 'a' })];
    expect(areaWithParents(indexLedger(ledgerOf({ areas: ring })), 'a')).toEqual(['a', 'b']);
  });
});

const SOURCES = [{ url: 'https://news.example/2' }];
const reply = (id: string, on: string): Reply => ({
  id,
  promiseId: 'x',
  postId: 'p',
  on,
  text: { ru: 'Ответ' },
  sources: SOURCES,
});
const stance = (id: string, on: string): Stance => ({
  id,
  promiseId: 'x',
  membershipId: 'm-a',
  stance: 'acknowledged',
  on,
  sources: SOURCES,
});

/** Everything out of order. */
const LEDGER: Ledger = ledgerOf({
  areas: [area('d', { parentId: 'a' }), area('c', { parentId: 'a' }), area('a')],
  posts: [post('r', { areaId: 'c' }), post('q', { areaId: 'c' }), post('p')],
  memberships: [held('b'), held('a'), held('a', { id: 'm-0', postId: 'q' })],
  lineages: [
    step('p', 'r', '2022'),
    step('p', 'q', '2021-05', { id: 'z' }),
    step('p', 'q', '2021-05', { id: 'y' }),
  ],
  promises: [
    said('x', 'a', { saidOn: null }),
    said('w', 'a', { saidOn: null, repeatsId: 'x' }),
    said('v', null, { saidOn: '2021', repeatsId: 'x' }),
    said('u', 'a', { saidOn: '2021' }),
    said('t', 'a', { saidOn: '2020-05' }),
  ],
  statusEvents: [event('x', 'kept', '2022'), event('x', 'stalled', '2021')],
  replies: [reply('b', '2022'), reply('c', '2021'), reply('a', '2021')],
  stances: [stance('b', '2022'), stance('c', '2021'), stance('a', '2021')],
});

const reversed = (ledger: Ledger): Ledger => ({
  ...ledger,
  areas: ledger.areas.toReversed(),
  posts: ledger.posts.toReversed(),
  memberships: ledger.memberships.toReversed(),
  lineages: ledger.lineages.toReversed(),
  promises: ledger.promises.toReversed(),
  statusEvents: ledger.statusEvents.toReversed(),
  replies: ledger.replies.toReversed(),
  stances: ledger.stances.toReversed(),
});

describe.each([
  ['as it is', LEDGER],
  ['backwards', reversed(LEDGER)],
])('an index of a ledger %s', (_, ledger) => {
  const index = indexLedger(ledger);
  const ids = (list: readonly { readonly id: string }[] | undefined) =>
    list?.map(({ id }) => id).join(' ');

  test.each([
    [
      'promises of a post: by the day of saying, unknown days last',
      index.promisesByPost.get('p'),
      't u v w x',
    ],
    ['promises of a person: only his', index.promisesByPerson.get('a'), 't u w x'],
    ['repeats of a promise', index.repeatsOf.get('x'), 'v w'],
    ['memberships of a post: by id', index.membershipsByPost.get('p'), 'm-a m-b'],
    ['memberships of a person', index.membershipsByPerson.get('a'), 'm-0 m-a'],
    ['steps from a post: the earliest first, then by id', index.lineagesFrom.get('p'), 'y z p-r'],
    ['steps to a post', index.lineagesTo.get('q'), 'y z'],
    [
      'events of a promise: oldest first',
      index.eventsByPromise.get('x'),
      'x-stalled-2021 x-kept-2022',
    ],
    ['replies: by day, then by id', index.repliesByPromise.get('x'), 'a c b'],
    ['stances: by day, then by id', index.stancesByPromise.get('x'), 'a c b'],
    ['posts of an area', index.postsByArea.get('c'), 'q r'],
    ['areas in an area', index.childAreas.get('a'), 'c d'],
  ])('%s', (__, list, expected) => {
    expect(ids(list)).toBe(expected);
  });

  test('has each record by its id, and nothing under no id', () => {
    expect(index.posts.get('q')?.areaId).toBe('c');
    expect(index.areas.get('d')?.parentId).toBe('a');
    expect(index.persons.get('b')?.id).toBe('b');
    expect(index.promises.get('t')?.saidOn).toBe('2020-05');
    expect(index.memberships.get('m-0')?.postId).toBe('q');
    expect(index.lineages.get('y')?.toPostId).toBe('q');
    expect(index.promisesByPerson.size).toBe(1);
    expect(index.repeatsOf.size).toBe(1);
    expect(index.postsByArea.size).toBe(1);
  });
});
