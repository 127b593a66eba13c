import type { AreaBook, BookDays, BookEntry } from './books';
import { countEntries } from './counts';
import type { LedgerIndex } from './lookups';
import { postBook } from './post-book';
import type { Area } from './records';

/**
 * The book of an area with its children as they are today; null when the ledger has no such area. A child
 * whose parents run in a ring is shown once, where it is met first.
 */
export function areaBook(index: LedgerIndex, areaId: string, days: BookDays): AreaBook | null {
  const area = index.areas.get(areaId);
  return area ? bookOf(index, area, days, new Set([areaId])).book : null;
}

interface WithEntries {
  readonly book: AreaBook;
  readonly entries: readonly BookEntry[];
}

function bookOf(index: LedgerIndex, area: Area, days: BookDays, shown: Set<string>): WithEntries {
  const posts = (index.postsByArea.get(area.id) ?? [])
    .map((post) => postBook(index, post.id, days))
    .filter((book) => book !== null);
  const children: WithEntries[] = [];
  for (const child of index.childAreas.get(area.id) ?? []) {
    if (shown.has(child.id)) continue;
    shown.add(child.id);
    children.push(bookOf(index, child, days, shown));
  }
  const own = posts.flatMap((p) => [...p.open, ...p.closed, ...p.outside, ...p.moved]);
  const all = [...own, ...children.flatMap((c) => c.entries)];
  // A promise without an area is in the books of all posts to which a split took it.
  const entries = [...new Map(all.map((entry) => [entry.promise.id, entry])).values()];
  return {
    book: {
      area,
      days,
      posts,
      children: children.map((c) => c.book),
      counts: countEntries(entries),
    },
    entries,
  };
}
