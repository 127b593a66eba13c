import { describe, expect, test } from 'vitest';
import { areaBook } from '@/lib/ledger/area-book';
import type { BookEntry, PersonBook } from '@/lib/ledger/books';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import { area, event, held, ledgerOf, post, said, step } from './build';

// Three holders one after another; `c` is in office from 2022 on.
const MEMBERSHIPS = [
  held('a', { startDate: '2018-01-01', endDate: '2020-06-01' }),
  held('b', { startDate: '2020-06-01', endDate: '2022-01-01' }),
  held('c', { startDate: '2022-01-01', endDate: '2024-01-01' }),
];
const PROMISES = [
  said('open-a', 'a', { saidOn: '2019-05-01', dueOn: '2020' }),
  said('kept-by-b', 'a', { saidOn: '2019-06-01' }),
  said('open-b', 'b', { saidOn: '2021-02-01', dueOn: '2022' }),
  said('own-c', 'c', { saidOn: '2022-03-01' }),
  said('later-c', 'c', { saidOn: '2023-03-01' }),
  said('vague-a', 'a', { saidOn: '2019-07-01' }),
];
const EVENTS = [
  event('kept-by-b', 'kept', '2021-05-01'),
  event('open-b', 'inProgress', '2023-02-01'),
  event('vague-a', 'unrateable', '2019-08-01', { reasonCode: 'noMeasure' }),
];
const LEDGER = ledgerOf({
  memberships: MEMBERSHIPS,
  promises: PROMISES,
  statusEvents: EVENTS,
  stances: [
    {
      id: 's1',
      promiseId: 'open-a',
      membershipId: 'm-b',
      stance: 'renewed',
      on: '2020-07-01',
      sources: [],
    },
  ],
  replies: [
    {
      id: 'r1',
      promiseId: 'open-a',
      postId: 'p',
      on: '2022-05-01',
      text: { ru: 'Да' },
      sources: [],
    },
  ],
});
const INDEX = indexLedger(LEDGER);

function ids(entries: readonly BookEntry[]): readonly string[] {
  return entries.map((e) => e.promise.id);
}

function lists(book: PersonBook | null) {
  if (!book) return null;
  const { made, inherited, left, closed, outside, unclear } = book;
  return {
    made: ids(made),
    inherited: ids(inherited),
    left: ids(left),
    closed: ids(closed),
    outside: ids(outside),
    unclear: ids(unclear),
  };
}

const NONE = { made: [], inherited: [], left: [], closed: [], outside: [], unclear: [] };

describe('a person’s book on a day', () => {
  test('of the present holder: made, inherited, and nothing said later', () => {
    const book = personBook(INDEX, 'c', { day: '2022-06-01', today: '2022-06-01' });
    expect(lists(book)).toEqual({
      ...NONE,
      made: ['own-c'],
      inherited: ['open-a', 'open-b'],
      outside: ['vague-a'],
    });
  });

  test('of one who has left: who answers now', () => {
    const book = personBook(INDEX, 'a', { day: '2022-06-01', today: '2022-06-01' });
    expect(lists(book)).toEqual({
      ...NONE,
      left: ['open-a'],
      closed: ['kept-by-b'],
      outside: ['vague-a'],
    });
    expect(book?.left[0]?.answersNow.map((x) => [x.relation, x.personId])).toEqual([
      ['inherited', 'c'],
    ]);
    expect(book?.closed[0]?.closedBy.personId).toBe('b');
    expect(book?.closed[0]?.relation).toBe('made');
  });

  test('what he closed of a predecessor is his closed and inherited', () => {
    const book = personBook(INDEX, 'b', { day: '2021-12-01', today: '2021-12-01' });
    expect(lists(book)).toEqual({
      ...NONE,
      made: ['open-b'],
      inherited: ['open-a'],
      closed: ['kept-by-b'],
      outside: ['vague-a'],
    });
    expect(book?.closed[0]?.relation).toBe('inherited');
  });

  test('what was open on the day and has been closed since is told as closed, by whom', () => {
    const book = personBook(INDEX, 'a', { day: '2020-02-01', today: '2023-01-01' });
    expect(lists(book)).toMatchObject({ made: ['open-a'], closed: ['kept-by-b'] });
    const later = indexLedger({
      ...LEDGER,
      statusEvents: [...EVENTS, event('open-a', 'broken', '2022-09-01')],
    });
    const heir = personBook(later, 'b', { day: '2021-01-01', today: '2023-01-01' });
    expect(heir?.closed.map((e) => [e.promise.id, e.relation, e.closedBy.personId])).toEqual([
      ['open-a', 'inherited', 'c'],
      ['kept-by-b', 'inherited', 'b'],
    ]);
  });

  test('without a day only what he said, and a flag that inheritance was not judged', () => {
    const book = personBook(INDEX, 'b', { day: null, today: '2022-06-01' });
    expect(book?.isInheritanceJudged).toBe(false);
    expect(lists(book)).toEqual({ ...NONE, made: ['open-b'] });
    expect(book?.made[0]?.answer).toBeNull();
    expect(book?.offices.every((o) => o.holder === null && !o.isHeld)).toBe(true);
  });

  test('when nobody is known to have come next, his own promise is neither his nor left', () => {
    const begun = indexLedger(
      ledgerOf({
        memberships: [held('a', { startDate: '2019-01-01' })],
        promises: [said('x', 'a')],
      }),
    );
    const book = personBook(begun, 'a', { day: '2024-01-01', today: '2024-01-01' });
    expect(lists(book)).toEqual({ ...NONE, unclear: ['x'] });
  });

  test('a change of holder changes no status', () => {
    const before = personBook(INDEX, 'a', { day: '2020-05-31', today: '2020-06-01' });
    const after = personBook(INDEX, 'b', { day: '2020-06-01', today: '2020-06-01' });
    expect(before?.made[0]?.status).toEqual(after?.inherited[0]?.status);
  });

  test('made and inherited are counted apart', () => {
    const counts = personBook(INDEX, 'c', { day: '2023-06-01', today: '2023-06-01' })?.counts;
    expect(counts?.made.total).toBe(2);
    expect(counts?.inherited.total).toBe(2);
    expect(counts?.inherited.byTerm).toMatchObject({ overdue: 1, passedUnchecked: 1 });
    expect(counts?.inherited.byStatus).toMatchObject({ notRated: 1, inProgress: 1 });
  });

  test('the gist: the third holder in four years, two left open', () => {
    const gist = personBook(INDEX, 'c', { day: '2022-06-01', today: '2022-06-01' })?.gist;
    expect(gist).toEqual({
      // From 2018-01-01 to 2022-06-01 it is 4.4 years.
      holders: { nth: 3, years: 4, atLeast: false },
      leftOpen: 2,
      overdue: 0,
      passedUnchecked: 1,
    });
  });

  test('nobody of that id has no book', () => {
    expect(personBook(INDEX, 'nobody', { day: null, today: '2022-06-01' })).toBeNull();
  });
});

describe('weak sources', () => {
  const copy = [{ url: 'https://www.copy.example/1' }];
  const index = indexLedger(
    ledgerOf({
      memberships: MEMBERSHIPS,
      promises: [
        said('x', 'c', { saidOn: '2022-03-01' }),
        said('y', 'c', { saidOn: '2022-04-01' }),
      ],
      statusEvents: [
        event('x', 'inProgress', '2022-05-01', { sources: copy }),
        event('y', 'inProgress', '2022-05-01', {
          sources: [...copy, { url: 'https://n.example/' }],
        }),
      ],
      weakSources: [{ host: 'copy.example', why: 'copy' }],
    }),
  );
  test('a status that rests on them alone is told as unconfirmed, and only that one', () => {
    const book = personBook(index, 'c', { day: '2022-06-01', today: '2022-06-01' });
    expect(book?.made.map((e) => [e.promise.id, e.weakStatus, e.weakSource])).toEqual([
      ['x', true, false],
      ['y', false, false],
    ]);
  });
});

describe('the hands of a promise', () => {
  const days = { day: '2022-06-01', today: '2022-06-01' };
  const entry = personBook(INDEX, 'c', days)?.inherited[0];

  test('each with its days, how it came, what happened and the stance', () => {
    expect(entry?.hands.map((h) => [h.span.personId, h.from, h.to, h.by, h.stance])).toEqual([
      ['a', '2019-05-01', '2020-05-31', 'said', 'silent'],
      ['b', '2020-06-01', '2021-12-31', 'succession', 'renewed'],
      ['c', '2022-01-01', null, 'succession', 'silent'],
    ]);
  });

  test('replies of the office stand beside it from their day on', () => {
    expect(entry?.replies.map((r) => r.id)).toEqual(['r1']);
    const earlier = personBook(INDEX, 'b', { day: '2021-12-01', today: '2021-12-01' });
    expect(earlier?.inherited[0]?.replies).toEqual([]);
  });

  test('a closed promise is handed to nobody any more', () => {
    const book = postBook(INDEX, 'p', { day: '2023-06-01', today: '2023-06-01' });
    expect(book?.closed[0]?.hands.map((h) => [h.span.personId, h.to])).toEqual([
      ['a', '2020-05-31'],
      ['b', '2021-05-01'],
    ]);
  });

  test('an event belongs to the hand in whose days it falls', () => {
    const book = personBook(INDEX, 'c', { day: '2023-06-01', today: '2023-06-01' });
    const [first, second] = book?.inherited[1]?.hands ?? [];
    expect([first?.events.length, second?.events.length]).toEqual([0, 1]);
  });

  test('it begins with an unnamed predecessor when the source names no maker', () => {
    const unnamed = said('x', null, {
      saidOn: null,
      source: { url: 'https://n.example/1', publishedOn: '2020-07-01' },
    });
    const index = indexLedger(ledgerOf({ memberships: MEMBERSHIPS, promises: [unnamed] }));
    const book = personBook(index, 'c', days);
    expect(book?.inherited[0]?.makerUnnamed).toBe(true);
    expect(book?.inherited[0]?.hands.map((h) => [h.span.personId, h.from, h.by])).toEqual([
      ['b', null, 'unnamed'],
      ['c', '2022-01-01', 'succession'],
    ]);
  });
});

describe('a post’s book', () => {
  const book = postBook(INDEX, 'p', { day: '2023-06-01', today: '2023-06-01' });

  test('holds every promise once', () => {
    expect(ids(book?.open ?? [])).toEqual(['open-a', 'open-b', 'own-c', 'later-c']);
    expect(ids(book?.closed ?? [])).toEqual(['kept-by-b']);
    expect(ids(book?.outside ?? [])).toEqual(['vague-a']);
    expect(book?.counts.total).toBe(6);
  });

  test('tells what each holder did', () => {
    expect(book?.tallies).toEqual([
      { membershipId: 'm-a', made: 3, inherited: 0, closedMade: 0, closedInherited: 0 },
      { membershipId: 'm-b', made: 1, inherited: 3, closedMade: 0, closedInherited: 1 },
      { membershipId: 'm-c', made: 2, inherited: 3, closedMade: 0, closedInherited: 0 },
    ]);
  });

  test('the gist counts what the successor kept, and the usual term', () => {
    expect(book?.gist).toMatchObject({
      leftOpen: 2,
      madeOpen: 2,
      kept: 1,
      keptBySuccessor: 1,
      broken: 0,
      // 882, 579 and 730 days: the median is 730.
      usualTermDays: 730,
    });
  });

  test('lists holders in order, and those without dates apart', () => {
    const index = indexLedger(
      ledgerOf({
        memberships: [
          held('x'),
          held('y', { followsId: 'm-x' }),
          held('u'),
          held('v', { attestedOn: ['2020-02'], followsId: 'm-u' }),
          held('w', { attestedOn: ['2018'] }),
        ],
      }),
    );
    const undated = postBook(index, 'p', { day: '2020-02-07', today: '2020-02-07' });
    expect(undated?.holders.map((h) => h.membership.personId)).toEqual(['w', 'u', 'v']);
    expect(undated?.unordered.map((g) => g.map((h) => h.membership.personId))).toEqual([
      ['x', 'y'],
    ]);
  });

  test('a closed promise moves no more: it stays with the post in which it closed', () => {
    const index = indexLedger(
      ledgerOf({
        areas: [area('new')],
        lineages: [step('p', 'q', '2022-06-08', { kind: 'split', areaIds: ['new'] })],
        promises: [said('closed', 'a', { areaId: 'new' }), said('open', 'a', { areaId: 'new' })],
        statusEvents: [event('closed', 'kept', '2021-01-01')],
      }),
    );
    const days = { day: '2023-01-01', today: '2023-01-01' };
    const [p, q] = [postBook(index, 'p', days), postBook(index, 'q', days)];
    expect([ids(p?.closed ?? []), ids(p?.moved ?? []), ids(p?.open ?? [])]).toEqual([
      ['closed'],
      ['open'],
      [],
    ]);
    expect([ids(q?.closed ?? []), ids(q?.open ?? [])]).toEqual([[], ['open']]);
  });
});

describe('an area’s book', () => {
  test('holds its posts and children, and counts a promise once', () => {
    const index = indexLedger(
      ledgerOf({
        areas: [area('o'), area('d', { parentId: 'o' }), area('e', { parentId: 'o' })],
        posts: [post('p', { areaId: 'o' }), post('q', { areaId: 'd' })],
        // Without an area it goes to both posts of the split, and is still one promise.
        lineages: [step('p', 'q', '2022-06-08', { kind: 'split', areaIds: ['d'] })],
        promises: [said('x', null), said('y', null, { postId: 'q', saidOn: '2022-07-01' })],
      }),
    );
    const book = areaBook(index, 'o', { day: '2023-01-01', today: '2023-01-01' });
    expect(book?.posts.map((b) => b.counts.total)).toEqual([1]);
    expect(book?.children.map((c) => [c.area.id, c.counts.total])).toEqual([
      ['d', 2],
      ['e', 0],
    ]);
    expect(book?.counts.total).toBe(2);
  });
});
