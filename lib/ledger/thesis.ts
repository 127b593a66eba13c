import type { AreaBook, BookEntry, ClosedEntry, PostBook } from './books';
import type { Evidence } from './evidence';
import { timelineOf } from './holders';
import type { LedgerIndex } from './lookups';
import { addMonths, daysBetween, firstDay } from './partial-date';
import type { Day, Membership, Post } from './records';
import { atOnce, each, type Steps } from './steps';

/** How far back "lately" looks for holders. */
const LATELY_MONTHS = 24;

/**
 * Promises that outlived their makers: given by one holder, and answered for or closed by another. Each is in one
 * list only; a promise bound to the person never outlives its maker's office.
 */
export interface Outlived {
  /** Open, and somebody else answers for it, or nobody since the post is vacant. */
  readonly open: readonly BookEntry[];
  /** Closed while a later holder held the post. */
  readonly closed: readonly ClosedEntry[];
  /** Open or closed, and who answers or answered cannot be told. */
  readonly unknown: readonly BookEntry[];
  /** Left out: without any date it cannot be told whether its maker was still there. */
  readonly undated: number;
}

/** One holder in one post. */
export interface HeldRow {
  readonly post: Post;
  readonly membership: Membership;
  /** From the first to the last dated day; null where not both ends are known. */
  readonly days: number | null;
}

/** The thesis of the project in figures, each with its rows and with how many records it leaves out. */
export interface Thesis {
  readonly outlived: Outlived;
  /** Holders in their own right with both ends dated, shortest first; `medianDays` null without any. */
  readonly tenure: {
    readonly rows: readonly HeldRow[];
    readonly medianDays: number | null;
    readonly undated: number;
  };
  /** Whom dated evidence shows in office in the last `LATELY_MONTHS`; a person counts once in `persons`. */
  readonly lately: {
    readonly rows: readonly HeldRow[];
    readonly persons: number;
    readonly undated: number;
  };
}

/** All posts of an area and of the areas in it, each once. */
export function postsInside(book: AreaBook): readonly PostBook[] {
  return [...book.posts, ...book.children.flatMap(postsInside)];
}

/** Every promise of some posts once: where it has come to, else where it was said. */
export function entriesInside(posts: readonly PostBook[]): readonly (BookEntry | ClosedEntry)[] {
  return atOnce(insideSteps(posts));
}

/** The same, step by step. */
export function* insideSteps(
  posts: readonly PostBook[],
): Steps<readonly (BookEntry | ClosedEntry)[]> {
  const here = posts.flatMap((post) => [post.open, post.closed, post.outside]);
  const byId = new Map<string, BookEntry | ClosedEntry>();
  for (const list of [...here, ...posts.map((post) => post.moved)])
    yield* each(list, (entry) => {
      if (!byId.has(entry.promise.id)) byId.set(entry.promise.id, entry);
    });
  return [...byId.values()];
}

/** What became of promises when their makers left. */
export function outlivedOf(entries: readonly (BookEntry | ClosedEntry)[]): Outlived {
  return atOnce(outlivedSteps(entries));
}

/** The same, step by step. */
export function* outlivedSteps(entries: readonly (BookEntry | ClosedEntry)[]): Steps<Outlived> {
  const lists = {
    open: [] as BookEntry[],
    closed: [] as ClosedEntry[],
    unknown: [] as BookEntry[],
  };
  let undated = 0;
  yield* each(entries, (entry) => {
    const { promise } = entry;
    if (promise.boundTo === 'person' || entry.status.phase === 'outside') return;
    if (isUndated(entry) && relationOf(entry) === 'unknown') undated += 1;
    else if ('closedBy' in entry) placeClosed(entry, lists);
    else placeOpen(entry, lists);
  });
  return { ...lists, undated };
}

interface Lists {
  readonly open: BookEntry[];
  readonly closed: ClosedEntry[];
  readonly unknown: BookEntry[];
}

function isUndated({ promise }: BookEntry): boolean {
  return promise.saidOn === null && promise.source.publishedOn === undefined;
}

function relationOf(entry: BookEntry | ClosedEntry): string {
  if (!('closedBy' in entry)) return entry.answer?.relation ?? 'unknown';
  return entry.closedBy.personId === null ? 'unknown' : entry.relation;
}

function placeClosed(entry: ClosedEntry, lists: Lists): void {
  if (entry.closedBy.personId === null) lists.unknown.push(entry);
  else if (entry.relation === 'inherited') lists.closed.push(entry);
}

function placeOpen(entry: BookEntry, lists: Lists): void {
  switch (entry.answer?.relation) {
    case 'inherited':
    case 'vacant':
      lists.open.push(entry);
      return;
    case 'unknown':
    case 'disputed':
      lists.unknown.push(entry);
      return;
    case 'made':
    case undefined:
      return;
  }
}

/** The figures over some posts on a day. Weak memberships decide nothing and are left out of all of them. */
export function thesisOf(index: LedgerIndex, posts: readonly PostBook[], today: Day): Thesis {
  return atOnce(thesisSteps(index, posts, entriesInside(posts), today));
}

/** The same, step by step; `entries` are those that `insideSteps` gives of the posts. */
export function* thesisSteps(
  index: LedgerIndex,
  posts: readonly PostBook[],
  entries: readonly (BookEntry | ClosedEntry)[],
  today: Day,
): Steps<Thesis> {
  const held = posts.flatMap(({ post }) =>
    timelineOf(index, post.id)
      .evidence.filter((one) => !one.isWeak)
      .map((evidence) => ({ post, evidence })),
  );
  return {
    outlived: yield* outlivedSteps(entries),
    tenure: tenureOf(held.filter(({ evidence }) => !evidence.membership.acting)),
    lately: latelyOf(held, today),
  };
}

interface Held {
  readonly post: Post;
  readonly evidence: Evidence;
}

function rowOf({ post, evidence }: Held): HeldRow {
  const { start, end, membership } = evidence;
  const days = start !== null && end !== null ? daysBetween(firstDay(start), firstDay(end)) : null;
  return { post, membership, days };
}

function tenureOf(held: readonly Held[]): Thesis['tenure'] {
  const all = held.map(rowOf);
  const rows = all.filter((row) => row.days !== null).sort((a, b) => (a.days ?? 0) - (b.days ?? 0));
  const middle = (rows.length - 1) / 2;
  const low = rows[Math.floor(middle)]?.days;
  const high = rows[Math.ceil(middle)]?.days;
  const medianDays = low == null || high == null ? null : Math.round((low + high) / 2);
  return { rows, medianDays, undated: all.length - rows.length };
}

function latelyOf(held: readonly Held[], today: Day): Thesis['lately'] {
  const from = addMonths(today, -LATELY_MONTHS);
  const dated = held.filter(({ evidence }) => evidence.lastSeen !== null);
  const rows = dated
    .filter(
      ({ evidence: { firstSeen, lastSeen } }) =>
        (firstSeen ?? '') <= today && (lastSeen ?? '') >= from,
    )
    .map(rowOf);
  return {
    rows,
    persons: new Set(rows.map(({ membership }) => membership.personId)).size,
    undated: held.length - dated.length,
  };
}
