import { describe, expect, it } from 'vitest';
import { GLANCE_LINES, glanceOf, personsNamedIn } from '@/lib/ledger/glance';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import type { Ledger, Pledge } from '@/lib/ledger/records';
import { event, held, ledgerOf, said } from './build';

const TODAY = '2020-06-01';
const MANY = 200;

const TERMS = [
  held('before', { startDate: '2015-01-01', endDate: '2019-01-01' }),
  held('now', { startDate: '2019-01-01', endDate: '2022-01-01' }),
];

function many(count: number, personId: string, rest: Partial<Pledge> = {}): Pledge[] {
  return Array.from({ length: count }, (_, n) =>
    said(`${personId}-${String(n).padStart(3, '0')}`, personId, { saidOn: '2018-01-10', ...rest }),
  );
}

function bookOf(parts: Partial<Ledger>) {
  const index = indexLedger(ledgerOf({ memberships: TERMS, ...parts }));
  const book = personBook(index, 'now', { day: TODAY, today: TODAY });
  if (book === null) throw new Error('no book');
  return { index, book };
}

const idsOf = (entries: readonly { readonly promise: Pledge }[]) =>
  entries.map(({ promise }) => promise.id);

describe('a book for one glance', () => {
  it('holds few lines of many, and counts them all', () => {
    const { book } = bookOf({ promises: many(MANY, 'before') });
    const { inherited, counts, gist } = glanceOf(book);
    expect(inherited).toHaveLength(GLANCE_LINES);
    expect(counts.inherited.total).toBe(MANY);
    expect(gist.leftOpen).toBe(MANY);
  });

  it('holds all of a few, in the order of the book', () => {
    const { book } = bookOf({ promises: many(3, 'before') });
    expect(idsOf(glanceOf(book).inherited)).toEqual(idsOf(book.inherited));
  });

  it('puts first what needs an answer: overdue, then passed, then due soon, then due, then without a term', () => {
    const at = '2018-01-10';
    const promises = [
      said('none', 'before', { saidOn: at }),
      said('later', 'before', { saidOn: at, dueOn: '2021' }),
      said('soon', 'before', { saidOn: at, dueOn: '2020-06-15' }),
      said('passed', 'before', { saidOn: at, dueOn: '2019-10-01' }),
      said('overdue', 'before', { saidOn: at, dueOn: '2019-10-01' }),
    ];
    const statusEvents = [event('overdue', 'stalled', '2020-02-01')];
    const { book } = bookOf({ promises, statusEvents });
    const order = ['overdue', 'passed', 'soon', 'later', 'none'];
    expect(idsOf(glanceOf(book).inherited)).toEqual(order);
  });

  it('names the persons of its lines, and no others', () => {
    const promises = [...many(GLANCE_LINES, 'before', { dueOn: '2019' }), ...many(5, 'elder')];
    const { index, book } = bookOf({ promises });
    expect(personsNamedIn(book, index.persons).map(({ id }) => id)).toEqual(['before', 'elder']);
    expect(personsNamedIn(glanceOf(book), index.persons).map(({ id }) => id)).toEqual(['before']);
  });
});
