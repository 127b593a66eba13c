import type { BookEntry, Counts } from './books';
import { STATUSES } from './records';
import { TERM_STATES } from './statuses';
import { each, type Steps } from './steps';

/** Counts the entries by status and term; no promise may be among them twice. */
export function* countEntries(entries: Iterable<BookEntry>): Steps<Counts> {
  const counts = noCounts();
  yield* each(entries, (entry) => countIn(counts, entry));
  return counts;
}

/** Counts to add to by `countIn`. */
export type OpenCounts = {
  -readonly [K in keyof Counts]: Counts[K] extends number
    ? number
    : Record<keyof Counts[K], number>;
};

/** Counts of no promise. */
export function noCounts(): OpenCounts {
  const [byStatus, byTerm] = [zeros(STATUSES), zeros(TERM_STATES)];
  return { total: 0, open: 0, closed: 0, outside: 0, byStatus, byTerm };
}

/** Adds an entry that was not counted yet. */
export function countIn(counts: OpenCounts, { status, term }: BookEntry): void {
  counts.total += 1;
  counts.byStatus[status.status] += 1;
  counts[status.phase] += 1;
  if (term !== null) counts.byTerm[term] += 1;
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  // `fromEntries` forgets the keys' type; every key of K is in the list.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
