import { type Evidence, evidenceOf, REACH_MONTHS } from './evidence';
import type { LedgerIndex } from './lookups';
import { remembered } from './memo';
import { addDays, addMonths, firstDay, lastDay } from './partial-date';
import type { Reason } from './reasons';
import type { Day, Membership, Post } from './records';

/** `known` a holder in his own right, `acting` one who stands in; the others name nobody. */
export type HolderState = 'known' | 'acting' | 'vacant' | 'unknown' | 'disputed';

/** Who holds a post, and why this is said. */
export interface HolderAnswer {
  readonly postId: string;
  readonly state: HolderState;
  /** Set only in the states `known` and `acting`. */
  readonly membershipId: string | null;
  readonly personId: string | null;
  /** Memberships that claim the day with equal right; empty unless `disputed`. */
  readonly candidateIds: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A stretch of days with one answer. Null bounds are open: the beginning and the end of time. */
export interface HolderSpan extends HolderAnswer {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The time line of one post: every day lies in exactly one of its spans. */
export interface PostTimeline {
  readonly evidence: readonly Evidence[];
  /** In order; neighbours differ in state, holder or reason. */
  readonly segments: readonly HolderSpan[];
  /** In order; neighbours differ in state or holder. */
  readonly spans: readonly HolderSpan[];
}

/** The time line of a post, worked out once for each index. An unknown post is `unknown` for ever. */
export const timelineOf = remembered(drawTimeline);

/** Who holds a post on a day. The answer does not depend on the order of records, nor on today. */
export function holderOn(index: LedgerIndex, postId: string, day: Day): HolderAnswer {
  return spanAt(timelineOf(index, postId).segments, day);
}

/** The last day that anything dated says of a membership; empty when nothing does. */
export function lastSeen({ startDate, endDate, attestedOn }: Membership): string {
  const dates = [startDate, endDate, ...attestedOn].filter((date) => date !== null);
  return dates.map(firstDay).sort().at(-1) ?? '';
}

/** The span of a time line that holds the day. */
function spanAt(spans: readonly HolderSpan[], day: Day): HolderSpan {
  const span = spans.find((s) => s.to === null || day <= s.to);
  // A time line ends with an open span, so this is a fault of the caller.
  if (!span) throw new RangeError(`no span holds ${day}`);
  return span;
}

function drawTimeline(index: LedgerIndex, postId: string): PostTimeline {
  const evidence = evidenceOf(index, postId);
  const post = index.posts.get(postId) ?? null;
  const starts = breakpoints(evidence, post);
  const beforeAll = addDays(starts[0] ?? '2000-01-01', -1);
  const segments = [beforeAll, ...starts].map((day, i) => {
    const next = starts[i];
    const answer = holderByEvidence(postId, post, evidence, day);
    return spanOf(answer, i === 0 ? null : day, next === undefined ? null : addDays(next, -1));
  });
  return { evidence, segments: mergeSpans(segments, hasSameReasons), spans: mergeSpans(segments) };
}

/** All spans have one shape: every promise of a book reads them. */
function spanOf(answer: HolderAnswer, from: Day | null, to: Day | null): HolderSpan {
  return {
    postId: answer.postId,
    state: answer.state,
    membershipId: answer.membershipId,
    personId: answer.personId,
    candidateIds: answer.candidateIds,
    reasons: answer.reasons,
    from,
    to,
  };
}

/** Every day on which the answer may change. */
function breakpoints(evidence: readonly Evidence[], post: Post | null): readonly Day[] {
  const days = new Set<Day>();
  for (const e of evidence) {
    for (const day of [e.firstSeen, e.sureFrom]) if (day !== null) days.add(day);
    for (const day of [e.sureTo, e.lastSeen, e.reachTo])
      if (day !== null) days.add(addDays(day, 1));
  }
  if (post?.startDate) days.add(firstDay(post.startDate));
  if (post?.endDate) days.add(addDays(lastDay(post.endDate), 1));
  return [...days].sort();
}

function mergeSpans(
  segments: readonly HolderSpan[],
  isAlike: (a: HolderSpan, b: HolderSpan) => boolean = () => true,
): readonly HolderSpan[] {
  const merged: HolderSpan[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (last && hasSameHolder(last, segment) && isAlike(last, segment)) {
      const reasons = union(last, segment);
      merged[merged.length - 1] = spanOf({ ...last, reasons }, last.from, segment.to);
    } else merged.push(segment);
  }
  return merged;
}

function hasSameHolder(a: HolderAnswer, b: HolderAnswer): boolean {
  return (
    a.state === b.state &&
    a.membershipId === b.membershipId &&
    a.candidateIds.join() === b.candidateIds.join()
  );
}

function hasSameReasons(a: HolderAnswer, b: HolderAnswer): boolean {
  return JSON.stringify(a.reasons) === JSON.stringify(b.reasons);
}

function union(a: HolderAnswer, b: HolderAnswer): readonly Reason[] {
  const seen = new Set(a.reasons.map((r) => JSON.stringify(r)));
  return [...a.reasons, ...b.reasons.filter((r) => !seen.has(JSON.stringify(r)))];
}

/** The rule itself: who holds the post on a day, of the evidence of all its memberships. */
function holderByEvidence(
  postId: string,
  post: Post | null,
  evidence: readonly Evidence[],
  day: Day,
): HolderAnswer {
  if (post?.startDate && day < firstDay(post.startDate))
    return nobody(postId, 'vacant', [{ code: 'postNotFounded', postId, date: post.startDate }]);
  if (post?.endDate && day > lastDay(post.endDate))
    return nobody(postId, 'vacant', [{ code: 'postAbolished', postId, date: post.endDate }]);
  const claims = bestClaims(evidence, day);
  const [claim] = claims;
  if (!claim) return withoutClaim(postId, evidence, day);
  if (isOnePerson(claims)) return heldBy(postId, claim, day);
  const successor = handedOverOn(claims, day);
  return successor ? heldBy(postId, successor, day) : disputed(postId, claims);
}

function nobody(postId: string, state: HolderState, reasons: readonly Reason[]): HolderAnswer {
  return { postId, state, membershipId: null, personId: null, candidateIds: [], reasons };
}

function disputed(postId: string, claims: readonly Evidence[]): HolderAnswer {
  const ids = claims.map((c) => c.membership.id);
  return {
    ...nobody(postId, 'disputed', [{ code: 'equalClaims', membershipIds: ids }]),
    candidateIds: ids,
  };
}

function heldBy(postId: string, claim: Evidence, day: Day): HolderAnswer {
  const { id, personId, acting } = claim.membership;
  return {
    postId,
    state: acting ? 'acting' : 'known',
    membershipId: id,
    personId,
    candidateIds: [],
    reasons: [whyClaimed(claim, day), ...whyBounded(claim)],
  };
}

function isSure(e: Evidence, day: Day): boolean {
  return e.sureFrom !== null && e.sureTo !== null && e.sureFrom <= day && day <= e.sureTo;
}

function isPossible(e: Evidence, day: Day): boolean {
  return e.firstSeen !== null && e.reachTo !== null && e.firstSeen <= day && day <= e.reachTo;
}

/** Sure claims go before possible ones, and among these holders in their own right before acting ones. */
function bestClaims(evidence: readonly Evidence[], day: Day): readonly Evidence[] {
  const claims = evidence.filter((e) => !e.isWeak && isPossible(e, day));
  const sure = claims.filter((e) => isSure(e, day));
  const best = sure.length > 0 ? sure : claims;
  const full = best.filter((e) => !e.membership.acting);
  return full.length > 0 ? full : best;
}

function isOnePerson(claims: readonly Evidence[]): boolean {
  return new Set(claims.map((c) => c.membership.personId)).size === 1;
}

/** On a handover day the successor holds: the only one who comes on it, when all others go on it. */
function handedOverOn(claims: readonly Evidence[], day: Day): Evidence | null {
  const coming = claims.filter((c) => c.start === day || (c.firstSeen === day && c.end !== day));
  const [successor] = coming;
  if (coming.length !== 1 || !successor) return null;
  const areOthersGoing = claims.every(
    (c) => c === successor || c.end === day || (c.lastSeen === day && c.firstSeen !== day),
  );
  return areOthersGoing ? successor : null;
}

function whyClaimed(claim: Evidence, day: Day): Reason {
  const membershipId = claim.membership.id;
  if (isSure(claim, day)) return { code: 'inTerm', membershipId };
  if (claim.lastSeen !== null && day > claim.lastSeen)
    return { code: 'withinReach', membershipId, lastSeen: claim.lastSeen };
  const dates = [claim.start, ...claim.membership.attestedOn, claim.end];
  const date = dates.find((d) => d !== null && firstDay(d) <= day && day <= lastDay(d));
  return date ? { code: 'inPartialDate', membershipId, date } : { code: 'inTerm', membershipId };
}

function whyBounded(claim: Evidence): readonly Reason[] {
  const membershipId = claim.membership.id;
  return [claim.startFromId, claim.endFromId]
    .filter((id) => id !== null)
    .map((otherId) => ({ code: 'statedSuccession', membershipId, otherId }));
}

function withoutClaim(postId: string, evidence: readonly Evidence[], day: Day): HolderAnswer {
  const gap = vacantGap(evidence, day);
  if (gap) return nobody(postId, 'vacant', [gap]);
  return nobody(postId, 'unknown', whyUnknown(postId, evidence, day));
}

/**
 * Two dated neighbours with a gap between them. A gap longer than evidence reaches is a gap in the records
 * (national offices list only persons known from elsewhere), unless the later is stated to follow the other.
 */
function vacantGap(evidence: readonly Evidence[], day: Day): Reason | null {
  const before = lastBefore(evidence, day);
  const after = firstAfter(evidence, day);
  if (!before?.membership.endDate || !after?.membership.startDate) return null;
  const [from, to] = [lastDay(before.membership.endDate), firstDay(after.membership.startDate)];
  const isStated = after.membership.followsId === before.membership.id;
  if (!isStated && addMonths(from, REACH_MONTHS) < to) return null;
  if (!isStated && evidence.some((e) => mayFill(e, from, to))) return null;
  return { code: 'gap', membershipId: before.membership.id, otherId: after.membership.id };
}

/** Whether a membership may have been held in the gap: it has no dates, or weak evidence for it. */
function mayFill(e: Evidence, from: Day, to: Day): boolean {
  if (e.firstSeen === null || e.reachTo === null) return true;
  return e.isWeak && e.firstSeen < to && e.reachTo > from;
}

function lastBefore(evidence: readonly Evidence[], day: Day): Evidence | null {
  return evidence
    .filter((e) => !e.isWeak && e.lastSeen !== null && e.lastSeen < day)
    .reduce<Evidence | null>(
      (a, b) => (a && (a.lastSeen ?? '') >= (b.lastSeen ?? '') ? a : b),
      null,
    );
}

function firstAfter(evidence: readonly Evidence[], day: Day): Evidence | null {
  return evidence
    .filter((e) => !e.isWeak && e.firstSeen !== null && e.firstSeen > day)
    .reduce<Evidence | null>(
      (a, b) => (a && (a.firstSeen ?? '') <= (b.firstSeen ?? '') ? a : b),
      null,
    );
}

function whyUnknown(postId: string, evidence: readonly Evidence[], day: Day): readonly Reason[] {
  if (evidence.length === 0) return [{ code: 'noMembership', postId }];
  const reasons: Reason[] = [];
  const before = lastBefore(evidence, day);
  if (before?.lastSeen)
    reasons.push({
      code: 'beyondReach',
      membershipId: before.membership.id,
      lastSeen: before.lastSeen,
    });
  const after = firstAfter(evidence, day);
  if (after?.firstSeen)
    reasons.push({
      code: 'notYetSeen',
      membershipId: after.membership.id,
      firstSeen: after.firstSeen,
    });
  for (const e of evidence) {
    const membershipId = e.membership.id;
    if (e.isWeak) reasons.push({ code: 'weakSources', membershipId });
    else if (e.firstSeen === null) reasons.push({ code: 'undated', membershipId });
  }
  return reasons;
}
