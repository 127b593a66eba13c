import { destinationsOfPromise } from './answers';
import { holderOn } from './holders';
import { originPosts } from './lineage';
import type { LedgerIndex } from './lookups';
import type { Day, Pledge, Status } from './records';
import { repeatChain } from './repeats';
import { statusOn, type TermState, termOn } from './statuses';

/** What may be followed: an office, an area with all in it, or a matter (a promise and its repeats). Never a person. */
export interface FollowTarget {
  readonly kind: 'post' | 'area' | 'promise';
  readonly id: string;
}

/** What was known of a followed thing when it was last looked at. */
export interface FollowState {
  /** Status and term by promise. */
  readonly promises: Readonly<Record<string, readonly [Status, TermState | null]>>;
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
  readonly promises: readonly Pledge[];
}

/** A follow is of the office: whoever holds it, and what it has inherited by lineage, is in it. */
function scopeOfPosts(index: LedgerIndex, posts: readonly string[]): Scope {
  const origins = new Set(posts.flatMap((post) => originPosts(index, post)));
  return { posts, promises: [...origins].flatMap((id) => index.promisesByPost.get(id) ?? []) };
}

function scopeOf(index: LedgerIndex, { kind, id }: FollowTarget, today: Day): Scope | null {
  switch (kind) {
    case 'post':
      return index.posts.has(id) ? scopeOfPosts(index, [id]) : null;
    case 'area':
      return index.areas.has(id) ? scopeOfPosts(index, postsOfArea(index, id)) : null;
    case 'promise': {
      const promise = index.promises.get(id);
      if (promise === undefined) return null;
      const promises = repeatChain(index, promise).links.map((link) => link.promise);
      const posts = destinationsOfPromise(index, promise, today).map(({ postId }) => postId);
      return { posts, promises };
    }
  }
}

/** How a followed thing stands today; null when the ledger does not have it. */
export function followState(
  index: LedgerIndex,
  target: FollowTarget,
  today: Day,
): FollowState | null {
  const scope = scopeOf(index, target, today);
  if (scope === null) return null;
  return {
    promises: Object.fromEntries(
      scope.promises.map((promise) => {
        const current = statusOn(index.eventsByPromise.get(promise.id) ?? [], today);
        return [promise.id, [current.status, termOn(promise, current, today)] as const];
      }),
    ),
    holders: Object.fromEntries(
      scope.posts.map((postId) => [postId, holderOn(index, postId, today).personId]),
    ),
  };
}

function newsOfPromise(
  promiseId: string,
  before: FollowState['promises'][string] | undefined,
  [status, term]: FollowState['promises'][string],
): FollowNews[] {
  if (before === undefined) return [{ kind: 'newPromise', promiseId }];
  if (before[0] !== status) return [{ kind: 'status', promiseId, status }];
  const isNews = term !== null && term !== before[1] && TERM_NEWS.has(term);
  return isNews ? [{ kind: 'term', promiseId, term }] : [];
}

/**
 * What is new between two states of one followed thing, promises first. An office that was not in it before is no
 * news by itself; a holder who is no longer established is.
 */
export function newsBetween(before: FollowState, after: FollowState): readonly FollowNews[] {
  const ofPromises = Object.entries(after.promises).flatMap(([id, mark]) =>
    newsOfPromise(id, before.promises[id], mark),
  );
  const ofHolders = Object.entries(after.holders).flatMap(([postId, personId]): FollowNews[] => {
    const known = before.holders[postId];
    return known === undefined || known === personId ? [] : [{ kind: 'holder', postId, personId }];
  });
  return [...ofPromises, ...ofHolders];
}
