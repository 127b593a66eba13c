import type { AreaBook, BookDays, BookEntry, PostBook } from './books';
import { countEntries } from './counts';
import type { LedgerIndex } from './lookups';
import { postBookSteps } from './post-book';
import type { Area } from './records';
import { atOnce, each, type Steps } from './steps';

/**
 * The book of an area with its children as they are today; null when the ledger has no such area. A child
 * whose parents run in a ring is shown once, where it is met first.
 */
export function areaBook(index: LedgerIndex, areaId: string, days: BookDays): AreaBook | null {
  return atOnce(areaBookSteps(index, areaId, days));
}

/** The same, step by step. */
export function* areaBookSteps(
  index: LedgerIndex,
  areaId: string,
  days: BookDays,
): Steps<AreaBook | null> {
  const area = index.areas.get(areaId);
  return area ? (yield* bookOf(index, area, days, new Set([areaId]))).book : null;
}

interface WithEntries {
  readonly book: AreaBook;
  readonly entries: Iterable<BookEntry>;
}

function* bookOf(
  index: LedgerIndex,
  area: Area,
  days: BookDays,
  shown: Set<string>,
): Steps<WithEntries> {
  const posts: PostBook[] = [];
  for (const post of index.postsByArea.get(area.id) ?? []) {
    const book = yield* postBookSteps(index, post.id, days);
    if (book !== null) posts.push(book);
    yield;
  }
  const children: WithEntries[] = [];
  for (const child of index.childAreas.get(area.id) ?? []) {
    if (shown.has(child.id)) continue;
    shown.add(child.id);
    children.push(yield* bookOf(index, child, days, shown));
  }
  // A promise without an area is in the books of all posts to which a split took it.
  const entries = new Map<string, BookEntry>();
  const own = posts.flatMap((p) => [p.open, p.closed, p.outside, p.moved]);
  for (const list of [...own, ...children.map((child) => child.entries)])
    yield* each(list, (entry) => {
      entries.set(entry.promise.id, entry);
    });
  const counts = yield* countEntries(entries.values());
  const book = { area, days, posts, children: children.map((child) => child.book), counts };
  return { book, entries: entries.values() };
}
