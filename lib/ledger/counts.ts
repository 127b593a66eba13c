import type { BookEntry, Counts } from './books';
import { STATUSES } from './records';
import { TERM_STATES } from './statuses';

/** Counts promises, each id once, by status and term. */
export function countEntries(entries: Iterable<BookEntry>): Counts {
  const byStatus = zeros(STATUSES);
  const byTerm = zeros(TERM_STATES);
  const byPhase = { open: 0, closed: 0, outside: 0 };
  const seen = new Set<string>();
  for (const { promise, status, term } of entries) {
    if (seen.has(promise.id)) continue;
    seen.add(promise.id);
    byStatus[status.status] += 1;
    byPhase[status.phase] += 1;
    if (term !== null) byTerm[term] += 1;
  }
  return { total: seen.size, ...byPhase, byStatus, byTerm };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  // `fromEntries` forgets the keys' type; every key of K is in the list.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
