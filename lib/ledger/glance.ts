import type { BookEntry, LeftEntry, PersonBook } from './books';
import type { Person } from './records';
import { TERM_STATES } from './statuses';

/**
 * Entries of each list of a book that go to a card. A post may have thousands: sent and drawn whole they hold the
 * reader's page up for seconds (20,000 promises: 1–3 s), and nobody reads them in a card.
 */
export const GLANCE_LINES = 20;

/** What most needs an answer comes first: a term that has passed, then the nearest one. */
function urgency({ term }: BookEntry): number {
  return term === null ? TERM_STATES.length : TERM_STATES.length - TERM_STATES.indexOf(term);
}

function glance<T extends BookEntry>(entries: readonly T[], limit: number): readonly T[] {
  return entries.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, limit);
}

/**
 * A book for one glance: of each list at most `limit` entries, the most urgent first, else in the book's order.
 * Counts and gist stay those of the whole book.
 */
export function glanceOf(book: PersonBook, limit = GLANCE_LINES): PersonBook {
  return {
    ...book,
    made: glance(book.made, limit),
    inherited: glance(book.inherited, limit),
    left: glance(book.left, limit),
    closed: glance(book.closed, limit),
    outside: glance(book.outside, limit),
    unclear: glance(book.unclear, limit),
  };
}

function idsIn(entry: BookEntry | LeftEntry): (string | null)[] {
  const now = 'answersNow' in entry ? entry.answersNow.map(({ personId }) => personId) : [];
  return [entry.promise.personId, ...now];
}

/** The persons whom the entries of a book name, besides its own. */
export function personsNamedIn(
  book: PersonBook,
  persons: ReadonlyMap<string, Person>,
): readonly Person[] {
  const { made, inherited, left, closed, outside, unclear } = book;
  const entries = [...made, ...inherited, ...left, ...closed, ...outside, ...unclear];
  return [...new Set(entries.flatMap(idsIn))]
    .map((id) => (id === null ? undefined : persons.get(id)))
    .filter((person) => person !== undefined);
}
