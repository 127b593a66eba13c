import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOn } from '@/lib/ledger/answers';
import { areaBook } from '@/lib/ledger/area-book';
import type { Counts } from '@/lib/ledger/books';
import { checkLedger } from '@/lib/ledger/faults';
import { holderOn, timelineOf } from '@/lib/ledger/holders';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger, Membership } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';
import { event, said } from '../unit/ledger/build';
import { forAll } from './run';
import { days, shuffled, worlds } from './worlds';

const cases = fc.record({ ledger: worlds, day: days });

/** First and last day of a partial date by the calendar of the language itself. */
function bounds(date: string): readonly [Date, Date] {
  const [y = 0, m, d] = date.split('-').map(Number);
  const first = new Date(Date.UTC(y, (m ?? 1) - 1, d ?? 1));
  if (d !== undefined) return [first, first];
  return [first, new Date(m === undefined ? Date.UTC(y, 12, 0) : Date.UTC(y, m, 0))];
}

function isWeak(m: Membership): boolean {
  return m.sources.length > 0 && m.sources.every((s) => /\/\/(www\.)?copy\.example\//.test(s.url));
}

/** How far the evidence of a membership reaches, told a second time in the plainest way. */
function isWithinReach(ledger: Ledger, m: Membership, day: string): boolean {
  const strong = ledger.memberships.filter((x) => x.postId === m.postId && !isWeak(x));
  const before = strong.find((x) => x.id === m.followsId);
  const followers = strong.filter((x) => x.followsId === m.id);
  const start = m.startDate ?? before?.endDate ?? null;
  const end = m.endDate ?? (followers.length === 1 ? followers[0]?.startDate : null) ?? null;
  const dates = [start, end, ...m.attestedOn].filter((d) => d !== null).map(bounds);
  const firsts = dates.map(([first]) => first.getTime());
  const last = new Date(Math.max(...dates.map(([, x]) => x.getTime())));
  const reach = new Date(last);
  reach.setUTCFullYear(last.getUTCFullYear() + 1);
  const on = new Date(day).getTime();
  return on >= Math.min(...firsts) && on <= reach.getTime();
}

describe('holders', () => {
  test(
    'nobody is named as holder beyond the reach of the evidence',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const { id } of ledger.posts) {
        const holder = holderOn(index, id, day);
        const isNamed = holder.state === 'known' || holder.state === 'acting';
        expect(holder.personId !== null).toBe(isNamed);
        const membership = index.memberships.get(holder.membershipId ?? '');
        expect(membership !== undefined).toBe(isNamed);
        if (!membership) continue;
        expect(membership.personId).toBe(holder.personId);
        expect(membership.acting).toBe(holder.state === 'acting');
        expect(isWeak(membership)).toBe(false);
        expect(isWithinReach(ledger, membership, day)).toBe(true);
        const end = bounds(membership.endDate ?? '9999')[1];
        expect(end.getTime()).toBeGreaterThanOrEqual(Date.parse(day));
      }
    }),
  );

  test(
    'a time line has one answer for every day',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const { id } of ledger.posts) {
        const { spans, segments } = timelineOf(index, id);
        for (const list of [spans, segments]) {
          expect(list[0]?.from).toBeNull();
          expect(list.at(-1)?.to).toBeNull();
          list.slice(1).forEach((span, i) => {
            const end = list[i]?.to;
            expect(end && span.from && Date.parse(span.from) - Date.parse(end)).toBe(86_400_000);
          });
        }
        const within = spans.filter((s) => (s.from ?? '') <= day && day <= (s.to ?? '9'));
        expect(within).toHaveLength(1);
        expect(within[0]?.personId).toBe(holderOn(index, id, day).personId);
      }
    }),
  );

  test(
    'every claim that is not disputed has no equal',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const { id } of ledger.posts) {
        const { state, candidateIds } = holderOn(index, id, day);
        const persons = new Set(candidateIds.map((m) => index.memberships.get(m)?.personId));
        expect(persons.size > 1).toBe(state === 'disputed');
      }
    }),
  );
});

describe('answers', () => {
  test(
    'a promise has exactly one answer per post on any day',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const promise of ledger.promises) {
        const answers = answersOn(index, promise, day);
        expect(answers.length > 0).toBe(isSaid(promise.saidOn, day));
        expect(new Set(answers.map((a) => a.postId)).size).toBe(answers.length);
        for (const { relation, personId, holder, postId } of answers) {
          expect(personId !== null).toBe(relation === 'made' || relation === 'inherited');
          expect(relation === 'made').toBe(personId !== null && personId === promise.personId);
          expect([holder?.personId ?? promise.personId, null]).toContain(personId);
          expect(postId === null).toBe(promise.boundTo === 'person');
        }
      }
    }),
  );

  test(
    'after a split the promises of an area go to exactly one post',
    forAll(cases, ({ ledger, day }) => {
      // A post that ends by a split hands on even what no part lists, so here no post ends.
      const posts = ledger.posts.map((p) => ({ ...p, endDate: null }));
      const index = indexLedger({ ...ledger, posts });
      const promises = ledger.promises.filter((p) => p.areaId !== null && isSaid(p.saidOn, day));
      for (const promise of promises) expect(answersOn(index, promise, day)).toHaveLength(1);
    }),
  );

  test(
    'what no step of lineage has touched stays in its post',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger({ ...ledger, lineages: [] });
      for (const promise of ledger.promises)
        for (const { postId } of answersOn(index, promise, day))
          expect([promise.postId, null]).toContain(postId);
    }),
  );
});

describe('books', () => {
  const books = (ledger: Ledger, day: string | null, today: string) => {
    const index = indexLedger(ledger);
    const ofPersons = ledger.persons.map((p) => p.id).toSorted(compare);
    const ofPosts = ledger.posts.map((p) => p.id).toSorted(compare);
    return {
      persons: ofPersons.map((id) => personBook(index, id, { day, today })),
      posts: ofPosts.map((id) => postBook(index, id, { day, today })),
    };
  };

  test(
    'do not depend on the order of records',
    forAll(
      fc.record({ ledger: worlds, day: days, seed: fc.nat({ max: 1000 }) }),
      ({ ledger, day, seed }) => {
        const mixed = shuffled(ledger, seed);
        expect(JSON.stringify(books(mixed, day, day))).toBe(
          JSON.stringify(books(ledger, day, day)),
        );
        expect(new Set(checkLedger(mixed).map(codeAndId))).toEqual(
          new Set(checkLedger(ledger).map(codeAndId)),
        );
      },
    ),
  );

  test(
    'of a past day stay the same when later events and promises come',
    forAll(fc.record({ ledger: worlds, day: days, later: days }), ({ ledger, day, later }) => {
      fc.pre(later > day);
      const grown: Ledger = {
        ...ledger,
        promises: [...ledger.promises, said('x-new', 'pa', { saidOn: later, postId: 'p0' })],
        statusEvents: [
          ...ledger.statusEvents,
          ...ledger.promises.map((p) => event(p.id, 'kept', later, { id: `new-${p.id}` })),
        ],
      };
      expect(books(grown, day, day)).toEqual(books(ledger, day, day));
    }),
  );

  test(
    'a person’s lists are disjoint and their counts add up',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const { id } of ledger.persons)
        for (const asked of [day, null]) {
          const book = personBook(index, id, { day: asked, today: day });
          if (!book) throw new Error('no book');
          const lists = [
            book.made,
            book.inherited,
            book.left,
            book.closed,
            book.outside,
            book.unclear,
          ];
          const ids = lists.flat().map((e) => e.promise.id);
          expect(new Set(ids).size).toBe(ids.length);
          const counts = Object.values(book.counts);
          counts.forEach(expectSound);
          expect(sum(counts.map((c) => c.total))).toBe(ids.length);
          const own = ledger.promises.filter((p) => p.personId === id && isSaid(p.saidOn, day));
          expect(own.every((p) => ids.includes(p.id))).toBe(true);
          expect(asked === null ? book.inherited : []).toEqual([]);
          for (const e of book.inherited) expect(e.promise.personId).not.toBe(id);
          for (const e of book.made) expect(e.promise.personId).toBe(id);
        }
    }),
  );

  test(
    'a post’s lists hold every promise said in it once',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      for (const { id } of ledger.posts) {
        const book = postBook(index, id, { day, today: day });
        if (!book) throw new Error('no book');
        const ids = [book.open, book.closed, book.outside, book.moved]
          .flat()
          .map((e) => e.promise.id);
        expect(new Set(ids).size).toBe(ids.length);
        expectSound(book.counts);
        expect(book.counts.total).toBe(ids.length);
        const own = ledger.promises.filter((p) => p.postId === id && isSaid(p.saidOn, day));
        expect(own.every((p) => ids.includes(p.id))).toBe(true);
      }
    }),
  );

  test(
    'say of a promise what they say of it alone, whatever was asked before',
    forAll(
      fc.record({ ledger: worlds, day: days, before: days }),
      ({ ledger: world, day, before }) => {
        // Half of them on one day: what is shared between promises is shared by the day.
        const promises = world.promises.map((p, i) => (i % 2 === 0 ? { ...p, saidOn: before } : p));
        const ledger = { ...world, promises };
        const index = indexLedger(ledger);
        for (const { id } of ledger.posts) {
          postBook(index, id, { day: before, today: before });
          const book = postBook(index, id, { day, today: day });
          if (!book) throw new Error('no book');
          for (const entry of [book.open, book.closed, book.outside, book.moved].flat()) {
            const alone = indexLedger({ ...ledger, promises: [entry.promise] });
            const own = postBook(alone, id, { day, today: day });
            if (!own) throw new Error('no book');
            const [same] = [own.open, own.closed, own.outside, own.moved].flat();
            expect(entry.hands).toEqual(same?.hands);
            expect(entry.answer).toEqual(same?.answer);
            expect(entry.status).toEqual(same?.status);
          }
        }
      },
    ),
  );

  test(
    'an area counts every promise of its posts once',
    forAll(cases, ({ ledger, day }) => {
      const index = indexLedger(ledger);
      const roots = ledger.areas.filter((a) => a.parentId === null);
      const totals = roots.map((a) => areaBook(index, a.id, { day, today: day })?.counts);
      for (const counts of totals) if (counts) expectSound(counts);
      const said = ledger.promises.filter((p) => isSaid(p.saidOn, day)).length;
      // A promise without an area may have come to posts of several roots.
      expect(sum(totals.map((c) => c?.total ?? 0))).toBeGreaterThanOrEqual(said);
      for (const counts of totals) expect(counts?.total).toBeLessThanOrEqual(said);
    }),
  );
});

describe('repeat chains', () => {
  test(
    'are the same from whichever link, and slip by the sum of their links',
    forAll(worlds, (ledger) => {
      const index = indexLedger(ledger);
      for (const promise of ledger.promises) {
        const chain = repeatChain(index, promise);
        const ids = chain.links.map((l) => l.promise.id);
        expect(ids).toContain(promise.id);
        expect(new Set(ids).size).toBe(ids.length);
        const other = chain.links.at(-1)?.promise ?? promise;
        expect(repeatChain(indexLedger(ledger), other)).toEqual(chain);
        const dues = chain.links.flatMap((l) => (l.dueOn ? [bounds(l.dueOn)[1].getTime()] : []));
        const [first, last] = [dues[0], dues.at(-1)];
        const slipped =
          dues.length < 2 || first === undefined || last === undefined
            ? null
            : (last - first) / 86_400_000;
        expect(chain.slippedDays).toBe(slipped);
      }
    }),
  );
});

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function codeAndId({ code, id, field }: { code: string; id: string; field: string }): string {
  // Which record of an overlapping or ringed pair is named first is no matter of order.
  return /Ring|duplicateId/.test(code) ? code : `${code} ${id} ${field}`;
}

function isSaid(saidOn: string | null, day: string): boolean {
  return saidOn === null || bounds(saidOn)[0].getTime() <= Date.parse(day);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function expectSound(counts: Counts): void {
  expect(sum(Object.values(counts.byStatus))).toBe(counts.total);
  expect(counts.open + counts.closed + counts.outside).toBe(counts.total);
  expect(sum(Object.values(counts.byTerm))).toBe(counts.open);
}
