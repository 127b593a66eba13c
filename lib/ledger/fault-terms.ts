import type { Evidence } from './evidence';
import type { Fault, FaultCode } from './faults';
import { timelineOf } from './holders';
import type { LedgerIndex } from './lookups';
import { addDays, earlier, firstDay, isPartialDate, lastDay, later } from './partial-date';
import type { Day, Ledger, Membership, Pledge, Post } from './records';

/** Terms that contradict each other, their post, or what was said in them. */
export function faultsOfTerms(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  if (!ledger.memberships.every(hasSoundDates)) return [];
  const faults: Fault[] = [];
  for (const postId of [...index.membershipsByPost.keys()].sort()) {
    const { evidence } = timelineOf(index, postId);
    faults.push(...overlaps(evidence), ...outsidePost(evidence, index.posts.get(postId)));
    for (const { membership } of evidence) faults.push(...ofFollowing(membership, index));
  }
  for (const personId of [...index.membershipsByPerson.keys()].sort())
    faults.push(...twoPostsAtOnce(personId, index));
  for (const promise of ledger.promises) faults.push(...ofSpeaker(promise, index));
  return faults;
}

function hasSoundDates(m: Membership): boolean {
  return [m.startDate, m.endDate, ...m.attestedOn].every((d) => d === null || isPartialDate(d));
}

function fault(
  code: FaultCode,
  { id }: Membership,
  field: string,
  rest: string,
  otherId?: string,
): Fault {
  const message = `membership ${id}: ${rest}.`;
  const other = otherId === undefined ? {} : { otherId };
  return { code, severity: 'error', kind: 'membership', id, field, ...other, message };
}

/** Pairs of holders in their own right who surely hold on the same days; one handover day is no overlap. */
function overlaps(evidence: readonly Evidence[]): readonly Fault[] {
  const claims = evidence.filter((e) => !e.isWeak && !e.membership.acting && sureDays(e) !== null);
  claims.sort((a, b) => ((a.sureFrom ?? '') < (b.sureFrom ?? '') ? -1 : 1));
  const faults: Fault[] = [];
  claims.forEach((a, i) => {
    for (const b of claims.slice(i + 1)) {
      if ((b.sureFrom ?? '') > (a.sureTo ?? '')) break;
      const days = sharedDays(a, b);
      if (days && a.membership.personId !== b.membership.personId) faults.push(overlap(a, b, days));
    }
  });
  return faults;
}

type Days = readonly [from: Day, to: Day];

function sureDays(e: Evidence): Days | null {
  if (e.sureFrom === null || e.sureTo === null || e.sureFrom > e.sureTo) return null;
  return [e.sureFrom, e.sureTo];
}

/** The days on which both surely hold, or null; a day that ends one and starts the other is not shared. */
function sharedDays(a: Evidence, b: Evidence): Days | null {
  const [x, y] = [sureDays(a), sureDays(b)];
  if (!x || !y) return null;
  const [from, to] = [later(x[0], y[0]), earlier(x[1], y[1])];
  if (from > to) return null;
  const isInside = (days: Days): boolean => days[0] < from && to < days[1];
  return from < to || isInside(x) || isInside(y) ? [from, to] : null;
}

function overlap(a: Evidence, b: Evidence, [from, to]: Days): Fault {
  const rest = `from ${from} to ${to} it overlaps with ${b.membership.id} in the post ${a.membership.postId}`;
  const isKept = [a, b].some(({ membership }) => isKeptConflict(membership));
  return {
    ...fault('overlap', a.membership, 'endDate', rest, b.membership.id),
    severity: isKept ? 'doubt' : 'error',
  };
}

/** A membership whose sources disagree and whose editor has said so. */
function isKeptConflict(m: Membership): boolean {
  return m.sources.some((s) => s.note?.includes('conflict of sources'));
}

function outsidePost(evidence: readonly Evidence[], post: Post | undefined): readonly Fault[] {
  if (!post) return [];
  const faults: Fault[] = [];
  for (const { membership, sureFrom, sureTo } of evidence) {
    const { startDate, endDate } = post;
    if (
      endDate &&
      isPartialDate(endDate) &&
      sureTo !== null &&
      sureTo > addDays(lastDay(endDate), 1)
    )
      faults.push(
        fault(
          'afterAbolition',
          membership,
          'endDate',
          `held on ${sureTo}, after the post ${post.id} was abolished on ${endDate}`,
          post.id,
        ),
      );
    if (
      startDate &&
      isPartialDate(startDate) &&
      sureFrom !== null &&
      sureFrom < firstDay(startDate)
    )
      faults.push(
        fault(
          'beforeFoundation',
          membership,
          'startDate',
          `held on ${sureFrom}, before the post ${post.id} was founded on ${startDate}`,
          post.id,
        ),
      );
  }
  return faults;
}

function ofFollowing(m: Membership, index: LedgerIndex): readonly Fault[] {
  const before = m.followsId === null ? undefined : index.memberships.get(m.followsId);
  if (!before) return [];
  if (before.postId !== m.postId) {
    const rest = `it follows ${before.id}, which is in another post, ${before.postId}`;
    return [fault('followsOtherPost', m, 'followsId', rest, before.id)];
  }
  const last = [m.startDate, m.endDate, ...m.attestedOn].flatMap((d) => (d ? [lastDay(d)] : []));
  const first = [before.startDate, ...before.attestedOn].flatMap((d) => (d ? [firstDay(d)] : []));
  if (last.length === 0 || first.length === 0) return [];
  const [end, start] = [last.reduce(earlier), first.reduce(later)];
  if (end >= start) return [];
  const rest = `seen by ${end}, it follows ${before.id}, which is seen on ${start}`;
  return [fault('followsLater', m, 'followsId', rest, before.id)];
}

/** Two offices of one person at once happen, and are often a sign of a wrong date: a doubt. */
function twoPostsAtOnce(personId: string, index: LedgerIndex): readonly Fault[] {
  const memberships = new Set(index.membershipsByPerson.get(personId));
  const posts = new Set([...memberships].map(({ postId }) => postId));
  const evidence = new Map(
    [...posts].flatMap((id) => timelineOf(index, id).evidence.map((e) => [e.membership, e])),
  );
  // Of what has no sure day nothing can be said.
  const own = [...memberships].flatMap((m) => {
    const e = evidence.get(m);
    return e && !m.acting && sureDays(e) !== null ? [e] : [];
  });
  return own.flatMap((a, i) =>
    own.slice(i + 1).flatMap((b): readonly Fault[] => {
      const days = a.membership.postId === b.membership.postId ? null : sharedDays(a, b);
      if (!days) return [];
      const rest = `from ${days[0]} to ${days[1]} the person ${personId} holds ${a.membership.postId} and ${b.membership.postId}`;
      const found = fault('twoPostsAtOnce', a.membership, 'endDate', rest, b.membership.id);
      return [{ ...found, severity: 'doubt' }];
    }),
  );
}

function ofSpeaker(p: Pledge, index: LedgerIndex): readonly Fault[] {
  if (p.personId === null || !index.persons.has(p.personId) || !index.posts.has(p.postId))
    return [];
  const own = (index.membershipsByPerson.get(p.personId) ?? []).filter(
    (m) => m.postId === p.postId,
  );
  const [first] = own;
  const found = { severity: 'error', kind: 'promise', id: p.id } as const;
  if (!first) {
    const message = `promise ${p.id}: ${p.personId} has no membership in the post ${p.postId}.`;
    return [
      { ...found, code: 'speakerWithoutMembership', field: 'personId', otherId: p.postId, message },
    ];
  }
  const { saidOn } = p;
  if (saidOn === null || !isPartialDate(saidOn)) return [];
  if (own.some((m) => !isOutside(saidOn, m))) return [];
  const message = `promise ${p.id}: said on ${saidOn}, outside every term of ${p.personId} in the post ${p.postId}.`;
  return [{ ...found, code: 'saidOutsideTerm', field: 'saidOn', otherId: first.id, message }];
}

function isOutside(saidOn: string, m: Membership): boolean {
  const isEarly = m.startDate !== null && lastDay(saidOn) < firstDay(m.startDate);
  const isLate = m.endDate !== null && firstDay(saidOn) > lastDay(m.endDate);
  return isEarly || isLate;
}
