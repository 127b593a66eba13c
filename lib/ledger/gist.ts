import type { BookDays, BookEntry, Gist, HeldOffice, HolderCount } from './books';
import type { Evidence } from './evidence';
import { timelineOf } from './holders';
import type { LedgerIndex } from './lookups';
import { addMonths, compareDays, daysBetween, later } from './partial-date';
import type { Day } from './records';

/** "The nth holder in … years" looks back this far: longer, and nobody remembers the first of them. */
const LATELY_YEARS = 5;

const DAYS_IN_YEAR = 365.25;

interface OpenLists {
  readonly made: readonly BookEntry[];
  readonly inherited: readonly BookEntry[];
}

/** The facts for the one-line gist of a person's book. */
export function gistOf(
  index: LedgerIndex,
  offices: readonly HeldOffice[],
  lists: OpenLists,
  days: BookDays,
): Gist {
  const held = offices.filter((o) => o.isHeld);
  const [office] = held;
  const isOne = held.length === 1 && office !== undefined && days.day !== null;
  return {
    holders: isOne && days.day !== null ? holdersLately(index, office.post.id, days.day) : null,
    ...termFacts([...lists.made, ...lists.inherited]),
    leftOpen: lists.inherited.length,
  };
}

/** How many open promises are overdue, and how many have passed unchecked. */
export function termFacts(entries: readonly BookEntry[]): {
  readonly overdue: number;
  readonly passedUnchecked: number;
} {
  const facts = { overdue: 0, passedUnchecked: 0 };
  for (const { term } of entries)
    if (term === 'overdue' || term === 'passedUnchecked') facts[term] += 1;
  return facts;
}

/**
 * Which holder in his own right the present one is, of those whom dated evidence shows in the last
 * `LATELY_YEARS` years before the day; null when he is the only one, or nobody is known to hold the post.
 */
export function holdersLately(index: LedgerIndex, postId: string, day: Day): HolderCount | null {
  const { evidence, spans } = timelineOf(index, postId);
  const holder = spans.find((s) => s.to === null || day <= s.to);
  if (holder?.state !== 'known') return null;
  const from = addMonths(day, -12 * LATELY_YEARS);
  const own = evidence.filter((e) => !e.isWeak && !e.membership.acting);
  const lately = own
    .filter((e) => isSeenWithin(e, from, day))
    .sort((a, b) => compareDays(a.firstSeen ?? '', b.firstSeen ?? ''));
  const nth = new Set(lately.map((e) => e.membership.personId)).size;
  const first = lately[0]?.firstSeen;
  if (nth < 2 || first == null) return null;
  const years = Math.max(1, Math.round(daysBetween(later(first, from), day) / DAYS_IN_YEAR));
  const hasGaps = spans.some(
    (s) => s.state === 'unknown' && s.from !== null && s.from <= day && (s.to ?? day) > from,
  );
  return { nth, years, atLeast: hasGaps || own.length < evidence.length || own.some(isUndated) };
}

function isUndated(e: Evidence): boolean {
  return e.firstSeen === null;
}

function isSeenWithin(e: Evidence, from: Day, to: Day): boolean {
  return e.firstSeen !== null && e.lastSeen !== null && e.firstSeen <= to && e.lastSeen >= from;
}
