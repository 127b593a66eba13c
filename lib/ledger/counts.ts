import type { BookEntry, Counts } from './books';
import { STATUSES } from './records';
import { TERM_STATES } from './statuses';

/** Counts the entries by status and term; no promise may be among them twice. */
export function countEntries(entries: Iterable<BookEntry>): Counts {
  const byStatus = zeros(STATUSES);
  const byTerm = zeros(TERM_STATES);
  const byPhase = { open: 0, closed: 0, outside: 0 };
  let total = 0;
  for (const { status, term } of entries) {
    total += 1;
    byStatus[status.status] += 1;
    byPhase[status.phase] += 1;
    if (term !== null) byTerm[term] += 1;
  }
  return { total, ...byPhase, byStatus, byTerm };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  // `fromEntries` forgets the keys' type; every key of K is in the list.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
