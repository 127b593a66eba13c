import type { BookEntry, PostBook } from './books';
import type { Pledge, SourceCheck } from './records';
import { entriesInside } from './thesis';

/** A promise whose source was changed or is gone, by the last check. */
export interface LostSource {
  readonly promise: Pledge;
  readonly check: SourceCheck;
}

/** An office whose holder has said nothing of some open promises that came to him. */
export interface SilentHolder {
  readonly book: PostBook;
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
  const entries = entriesInside(posts);
  return {
    due: [
      ...entries.filter(({ term }) => term === 'passedUnchecked'),
      ...entries.filter(({ term }) => term === 'dueSoon'),
    ],
    sources: lostSources(entries, checks),
    holders: posts.filter(isHolderOpen).sort((a, b) => b.open.length - a.open.length),
    stances: posts.flatMap(silentHolder),
  };
}

function lostSources(
  entries: readonly BookEntry[],
  checks: readonly SourceCheck[],
): readonly LostSource[] {
  const last = new Map<string, SourceCheck>();
  for (const check of checks) {
    const { promiseId } = check;
    if (promiseId === undefined) continue;
    const known = last.get(promiseId);
    if (known === undefined || known.checkedOn < check.checkedOn) last.set(promiseId, check);
  }
  return entries.flatMap(({ promise }) => {
    const check = last.get(promise.id);
    return check === undefined || check.state === 'found' ? [] : [{ promise, check }];
  });
}

/** An abolished office and one that is stated to be vacant wait for nobody. */
function isHolderOpen({ holder }: PostBook): boolean {
  return holder?.state === 'unknown' || holder?.state === 'disputed';
}

function silentHolder(book: PostBook): readonly SilentHolder[] {
  if (book.holder?.state !== 'known' && book.holder?.state !== 'acting') return [];
  const entries = book.open.filter(isUnanswered);
  return entries.length === 0 ? [] : [{ book, entries }];
}

/** Came from an earlier holder, and the present one has said nothing of it. */
function isUnanswered({ hands }: BookEntry): boolean {
  const last = hands.at(-1);
  if (last === undefined || last.span.membershipId === null) return false;
  return last.by !== 'said' && last.stance === 'silent';
}
