import type { Evidence } from './evidence';
import { timelineOf } from './holders';
import type { LedgerIndex } from './lookups';
import { compareDays } from './partial-date';

/** Whether a membership is stated, by `followsId` in one or more steps, to come after another. */
export function comesAfter(
  index: LedgerIndex,
  membershipId: string | null,
  earlierId: string,
): boolean {
  const seen = new Set<string>();
  let next = followed(index, membershipId);
  while (next !== null && !seen.has(next)) {
    if (next === earlierId) return true;
    seen.add(next);
    next = followed(index, next);
  }
  return false;
}

function followed(index: LedgerIndex, membershipId: string | null): string | null {
  return membershipId === null ? null : (index.memberships.get(membershipId)?.followsId ?? null);
}

/** Memberships of a post in their order, as far as it is known. */
export interface PostOrder {
  /** Oldest first. */
  readonly ordered: readonly Evidence[];
  /** Groups whose place is not known; inside a group each follows the one before it. */
  readonly unordered: readonly (readonly Evidence[])[];
}

/**
 * The order of a post's memberships: dated ones by their evidence; undated ones stand beside the dated ones
 * that they are stated to follow or precede; the rest is listed as of unknown order. Weak ones are never
 * placed among the others: they are groups of their own.
 */
export function orderOf(index: LedgerIndex, postId: string): PostOrder {
  const { evidence } = timelineOf(index, postId);
  const groups = chainsOf(evidence);
  const isDated = (g: readonly Evidence[]) => firstSeenOf(g) !== null && !g.some((e) => e.isWeak);
  const dated = groups.filter(isDated);
  const rest = groups.filter((g) => !isDated(g));
  return { ordered: sortByEvidence(dated).flat(), unordered: rest };
}

/** Cuts the memberships into runs in which each follows the one before it and at most one is dated. */
function chainsOf(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const byId = new Map(evidence.map((e) => [e.membership.id, e]));
  const followers = new Map<string, Evidence[]>();
  for (const e of evidence) {
    const before = e.membership.followsId;
    if (before !== null && byId.has(before))
      followers.set(before, [...(followers.get(before) ?? []), e]);
  }
  const placed = new Set<Evidence>();
  const chains: Evidence[][] = [];
  // Heads first; members of a ring (a fault that the check names) are heads of their own afterwards.
  const heads = evidence.filter((e) => !byId.has(e.membership.followsId ?? ''));
  for (const head of [...heads, ...evidence]) {
    if (placed.has(head)) continue;
    chains.push(...cut(runFrom(head, followers, placed)));
  }
  return chains;
}

function runFrom(
  head: Evidence,
  followers: ReadonlyMap<string, readonly Evidence[]>,
  placed: Set<Evidence>,
): readonly Evidence[] {
  const run: Evidence[] = [];
  const waiting: Evidence[] = [head];
  for (let e = waiting.shift(); e; e = waiting.shift()) {
    if (placed.has(e)) continue;
    placed.add(e);
    run.push(e);
    const next = followers.get(e.membership.id) ?? [];
    // Of several followers only one can stand right behind; the others' place is not known.
    if (next.length === 1) waiting.push(...next);
  }
  return run;
}

/** Cuts a run before each dated or weak membership that comes after another dated or weak one. */
function cut(run: readonly Evidence[]): Evidence[][] {
  const pieces: Evidence[][] = [];
  let isAnchored = false;
  let isLastWeak = false;
  for (const e of run) {
    const last = pieces.at(-1);
    if (last && !(isAnchor(e) && isAnchored) && !isLastWeak && !e.isWeak) {
      last.push(e);
      isAnchored ||= isAnchor(e);
    } else {
      pieces.push([e]);
      isAnchored = isAnchor(e);
    }
    isLastWeak = e.isWeak;
  }
  return pieces;
}

function isAnchor(e: Evidence): boolean {
  return e.firstSeen !== null;
}

function firstSeenOf(group: readonly Evidence[]): string | null {
  return group.find(isAnchor)?.firstSeen ?? null;
}

function sortByEvidence(
  groups: readonly (readonly Evidence[])[],
): readonly (readonly Evidence[])[] {
  return [...groups].sort((a, b) => {
    const [x, y] = [a.find(isAnchor), b.find(isAnchor)];
    if (!x?.firstSeen || !y?.firstSeen) return 0;
    return (
      compareDays(x.firstSeen, y.firstSeen) ||
      compareDays(x.lastSeen ?? '', y.lastSeen ?? '') ||
      compareDays(x.membership.id, y.membership.id)
    );
  });
}
