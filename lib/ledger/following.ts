import { destinationsOfPromise } from './answers';
import { holderOn } from './holders';
import { originPosts } from './lineage';
import type { LedgerIndex } from './lookups';
import type { Day, Pledge, Status } from './records';
import { chainSteps, repeatChain } from './repeats';
import { statusOn, type TermState, termOn } from './statuses';
import { each, type Steps } from './steps';

/** What may be followed: an office, an area with all in it, or a matter (a promise and its repeats). Never a person. */
export interface FollowTarget {
  readonly kind: 'post' | 'area' | 'promise';
  readonly id: string;
}

/** What was known of a followed thing when it was last looked at. */
export interface FollowState {
  /**
   * Status and term of each promise, in texts of many lines: to keep 100,000 promises as fields of an object took
   * 200 ms in one go, and to read them 120 (measured).
   */
  readonly marks: readonly string[];
  /** Who holds each office; null: not established. */
  readonly holders: Readonly<Record<string, string | null>>;
}

/** One thing that has changed since. */
export type FollowNews =
  | { readonly kind: 'newPromise'; readonly promiseId: string }
  | { readonly kind: 'status'; readonly promiseId: string; readonly status: Status }
  /** The term is near, or has passed. */
  | { readonly kind: 'term'; readonly promiseId: string; readonly term: TermState }
  | { readonly kind: 'holder'; readonly postId: string; readonly personId: string | null };

/** Terms that are news when a promise comes to them. */
const TERM_NEWS: ReadonlySet<TermState> = new Set(['dueSoon', 'passedUnchecked', 'overdue']);

function postsOfArea(index: LedgerIndex, areaId: string): string[] {
  const areas = new Set([areaId]);
  for (const id of areas) for (const child of index.childAreas.get(id) ?? []) areas.add(child.id);
  return [...areas].flatMap((id) => (index.postsByArea.get(id) ?? []).map((post) => post.id));
}

interface Scope {
  readonly posts: readonly string[];
  readonly promises: Iterable<Pledge>;
}

function* promisesOf(
  index: LedgerIndex,
  posts: Iterable<string>,
): Generator<Pledge, void, undefined> {
  for (const id of posts) yield* index.promisesByPost.get(id) ?? [];
}

/** A follow is of the office: whoever holds it, and what it has inherited by lineage, is in it. */
function scopeOfPosts(index: LedgerIndex, posts: readonly string[]): Scope {
  const origins = new Set(posts.flatMap((post) => originPosts(index, post)));
  return { posts, promises: promisesOf(index, origins) };
}

function* scopeSteps(
  index: LedgerIndex,
  { kind, id }: FollowTarget,
  today: Day,
): Steps<Scope | null> {
  switch (kind) {
    case 'post':
      return index.posts.has(id) ? scopeOfPosts(index, [id]) : null;
    case 'area':
      return index.areas.has(id) ? scopeOfPosts(index, postsOfArea(index, id)) : null;
    case 'promise': {
      const promise = index.promises.get(id);
      if (promise === undefined) return null;
      yield* chainSteps(index, [promise]);
      const promises = repeatChain(index, promise).links.map((link) => link.promise);
      const posts = destinationsOfPromise(index, promise, today).map(({ postId }) => postId);
      return { posts, promises };
    }
  }
}

/** What is known of one promise of a followed thing. */
export interface FollowMark {
  readonly promiseId: string;
  readonly status: Status;
  readonly term: TermState | null;
}

/** Lines of one text. */
const LINES = 500;
/** No blank is in an id. */
const BETWEEN = ' ';

/** Writes marks as a state keeps them. */
export function* markSteps(marks: Iterable<FollowMark>): Steps<readonly string[]> {
  const texts: string[] = [];
  let lines: string[] = [];
  const ends = () => {
    if (lines.length > 0) texts.push(lines.join('\n'));
    lines = [];
  };
  yield* each(marks, ({ promiseId, status, term }) => {
    lines.push([promiseId, status, term ?? ''].join(BETWEEN));
    if (lines.length === LINES) ends();
  });
  ends();
  return texts;
}

function* marksIn(texts: readonly string[]): Generator<FollowMark, void, undefined> {
  for (const text of texts)
    for (const line of text.split('\n')) {
      // Written by `markSteps`.
      const [promiseId, status, term] = line.split(BETWEEN) as [string, Status, TermState | ''];
      yield { promiseId, status, term: term === '' ? null : term };
    }
}

function* marksNow(index: LedgerIndex, promises: Iterable<Pledge>, today: Day) {
  for (const promise of promises) {
    const current = statusOn(index.eventsByPromise.get(promise.id) ?? [], today);
    const term = termOn(promise, current, today);
    yield { promiseId: promise.id, status: current.status, term };
  }
}

/** How a followed thing stands today; null when the ledger does not have it. */
export function* followSteps(
  index: LedgerIndex,
  target: FollowTarget,
  today: Day,
): Steps<FollowState | null> {
  const scope = yield* scopeSteps(index, target, today);
  if (scope === null) return null;
  return {
    marks: yield* markSteps(marksNow(index, scope.promises, today)),
    holders: Object.fromEntries(
      scope.posts.map((postId) => [postId, holderOn(index, postId, today).personId]),
    ),
  };
}

function newsOfPromise(before: FollowMark | undefined, after: FollowMark): FollowNews[] {
  const { promiseId, status, term } = after;
  if (before === undefined) return [{ kind: 'newPromise', promiseId }];
  if (before.status !== status) return [{ kind: 'status', promiseId, status }];
  const isNews = term !== null && term !== before.term && TERM_NEWS.has(term);
  return isNews ? [{ kind: 'term', promiseId, term }] : [];
}

/**
 * What is new between two states of one followed thing, promises first. An office that was not in it before is no
 * news by itself; a holder who is no longer established is.
 */
export function* newsSteps(before: FollowState, after: FollowState): Steps<readonly FollowNews[]> {
  const known = new Map<string, FollowMark>();
  yield* each(marksIn(before.marks), (mark) => known.set(mark.promiseId, mark));
  const news: FollowNews[] = [];
  yield* each(marksIn(after.marks), (mark) => {
    news.push(...newsOfPromise(known.get(mark.promiseId), mark));
  });
  for (const [postId, personId] of Object.entries(after.holders)) {
    const holder = before.holders[postId];
    if (holder !== undefined && holder !== personId)
      news.push({ kind: 'holder', postId, personId });
  }
  return news;
}
