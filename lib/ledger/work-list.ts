import type { BookEntry, PostBook } from './books';
import type { Pledge, SourceCheck } from './records';
import { atOnce, each, passing, type Steps, sorted } from './steps';
import { insideSteps } from './thesis';

/** A promise whose source was changed or is gone, by the last check. */
export interface LostSource {
  readonly promise: Pledge;
  readonly check: SourceCheck;
}

/** An office whose holder has said nothing of some open promises that came to him. */
export interface SilentHolder {
  readonly book: PostBook;
  readonly first: BookEntry;
  /** All of them. */
  readonly entries: readonly BookEntry[];
}

/** What an editor may want to look into, from the ledger itself. */
export interface WorkList {
  /** Terms that have passed without a check, then those that come soon. */
  readonly due: readonly BookEntry[];
  readonly sources: readonly LostSource[];
  /** Offices of which it is not known, or disputed, who holds them; most open promises first. */
  readonly holders: readonly PostBook[];
  readonly stances: readonly SilentHolder[];
}

/** Works out what is to be looked into. The books are those of today. */
export function workList(posts: readonly PostBook[], checks: readonly SourceCheck[]): WorkList {
  return atOnce(workSteps(posts, checks));
}

/** The same, step by step. */
export function* workSteps(
  posts: readonly PostBook[],
  checks: readonly SourceCheck[],
): Steps<WorkList> {
  const entries = yield* insideSteps(posts);
  const passed = yield* passing(entries, ({ term }) => term === 'passedUnchecked');
  const soon = yield* passing(entries, ({ term }) => term === 'dueSoon');
  const open = yield* passing(posts, isHolderOpen);
  const stances: SilentHolder[] = [];
  for (const book of posts) {
    const waiting = yield* silentEntries(book);
    const [first] = waiting;
    if (first !== undefined) stances.push({ book, first, entries: waiting });
  }
  return {
    due: [...passed, ...soon],
    sources: yield* lostSources(entries, checks),
    holders: yield* sorted(open, (a, b) => b.open.length - a.open.length),
    stances,
  };
}

function* lostSources(
  entries: readonly BookEntry[],
  checks: readonly SourceCheck[],
): Steps<readonly LostSource[]> {
  const last = new Map<string, SourceCheck>();
  yield* each(checks, (check) => {
    const { promiseId } = check;
    if (promiseId === undefined) return;
    const known = last.get(promiseId);
    if (known === undefined || known.checkedOn < check.checkedOn) last.set(promiseId, check);
  });
  const lost: LostSource[] = [];
  yield* each(entries, ({ promise }) => {
    const check = last.get(promise.id);
    if (check !== undefined && check.state !== 'found') lost.push({ promise, check });
  });
  return lost;
}

/** An abolished office and one that is stated to be vacant wait for nobody. */
function isHolderOpen({ holder }: PostBook): boolean {
  return holder?.state === 'unknown' || holder?.state === 'disputed';
}

function* silentEntries(book: PostBook): Steps<readonly BookEntry[]> {
  if (book.holder?.state !== 'known' && book.holder?.state !== 'acting') return [];
  return yield* passing(book.open, isUnanswered);
}

/** Came from an earlier holder, and the present one has said nothing of it. */
function isUnanswered({ hands }: BookEntry): boolean {
  const last = hands.at(-1);
  if (last === undefined || last.span.membershipId === null) return false;
  return last.by !== 'said' && last.stance === 'silent';
}
