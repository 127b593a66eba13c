import { type LedgerIndex, restsOnWeakSources } from './lookups';
import {
  addDays,
  addMonths,
  comparePartial,
  earlier,
  firstDay,
  lastDay,
  later,
} from './partial-date';
import type { Day, Membership, PartialDate } from './records';

/** Evidence of a holder reaches this far past its last date. */
export const REACH_MONTHS = 12;

/** What the records say about the days of one membership. Null days: no dated evidence. */
export interface Evidence {
  readonly membership: Membership;
  /** All its sources are weak: it decides no holder. */
  readonly isWeak: boolean;
  /** From the first possible day of the earliest dated evidence to the last possible day of the latest. */
  readonly firstSeen: Day | null;
  readonly lastSeen: Day | null;
  /** The days on which it surely holds, however its partial dates are read; `sureFrom` > `sureTo`: none. */
  readonly sureFrom: Day | null;
  readonly sureTo: Day | null;
  /** The start and end, stated, or taken from the neighbour that it is stated to follow or precede. */
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  /** The neighbour from which `start` or `end` was taken. */
  readonly startFromId: string | null;
  readonly endFromId: string | null;
  /** Last day on which it may still be named; `lastSeen` when the end is known. */
  readonly reachTo: Day | null;
}

/** Evidence of all memberships of a post, in order of their ids. */
export function evidenceOf(index: LedgerIndex, postId: string): readonly Evidence[] {
  const memberships = index.membershipsByPost.get(postId) ?? [];
  const strong = memberships.filter((m) => !restsOnWeakSources(index, m.sources));
  const neighbours = neighboursOf(strong);
  const own = memberships.map((m) => {
    const isWeak = !neighbours.byId.has(m.id);
    return datesOf(m, isWeak ? NO_NEIGHBOURS : neighbours, isWeak);
  });
  return own.map((evidence) => ({ ...evidence, reachTo: reachOf(evidence, own) }));
}

/** Memberships by their ids, and by the one that they are stated to follow. */
interface Neighbours {
  readonly byId: ReadonlyMap<string, Membership>;
  readonly followers: ReadonlyMap<string, readonly Membership[]>;
}

const NO_NEIGHBOURS: Neighbours = { byId: new Map(), followers: new Map() };

function neighboursOf(memberships: readonly Membership[]): Neighbours {
  const followers = new Map<string, Membership[]>();
  for (const m of memberships) {
    if (m.followsId === null) continue;
    const others = followers.get(m.followsId);
    if (others) others.push(m);
    else followers.set(m.followsId, [m]);
  }
  return { byId: new Map(memberships.map((m) => [m.id, m])), followers };
}

function datesOf(m: Membership, neighbours: Neighbours, isWeak: boolean): Evidence {
  const start = dateOr(m.startDate, statedPredecessor(m, neighbours), (n) => n.endDate);
  const end = dateOr(m.endDate, statedSuccessor(m, neighbours), (n) => n.startDate);
  const dates = [...m.attestedOn, start.date, end.date].filter((d) => d !== null);
  return {
    membership: m,
    isWeak,
    start: start.date,
    end: end.date,
    startFromId: start.fromId,
    endFromId: end.fromId,
    ...bounds(dates, start.date, end.date),
    reachTo: null,
  };
}

interface DateFrom {
  readonly date: PartialDate | null;
  readonly fromId: string | null;
}

/** The stated date, else that of the neighbour. */
function dateOr(
  own: PartialDate | null,
  neighbour: Membership | null,
  dateOf: (neighbour: Membership) => PartialDate | null,
): DateFrom {
  if (own !== null || neighbour === null) return { date: own, fromId: null };
  return { date: dateOf(neighbour), fromId: neighbour.id };
}

type Bounds = Pick<Evidence, 'firstSeen' | 'lastSeen' | 'sureFrom' | 'sureTo'>;

/** A stated start or end rules; attestations outside of them are a fault of the data, not evidence. */
function bounds(
  dates: readonly PartialDate[],
  start: PartialDate | null,
  end: PartialDate | null,
): Bounds {
  if (dates.length === 0) return { firstSeen: null, lastSeen: null, sureFrom: null, sureTo: null };
  const firsts = dates.map(firstDay);
  const lasts = dates.map(lastDay);
  return {
    firstSeen: start ? firstDay(start) : firsts.reduce(earlier),
    lastSeen: end ? lastDay(end) : lasts.reduce(later),
    sureFrom: lasts.reduce(earlier),
    sureTo: firsts.reduce(later),
  };
}

/** The one membership that this one is stated to follow, when its end is dated and fits. */
function statedPredecessor(m: Membership, { byId }: Neighbours): Membership | null {
  const before = byId.get(m.followsId ?? '');
  if (!before || before.endDate === null || before.personId === m.personId) return null;
  const end = before.endDate;
  return ownDates(m).every((date) => comparePartial(end, date) <= 0) ? before : null;
}

/** The one membership that is stated to follow this one, when its start is dated and fits. */
function statedSuccessor(m: Membership, neighbours: Neighbours): Membership | null {
  const followers = neighbours.followers.get(m.id) ?? [];
  const [after] = followers;
  if (followers.length !== 1 || !after || after.startDate === null) return null;
  if (after.personId === m.personId) return null;
  const start = after.startDate;
  return ownDates(m).every((date) => comparePartial(date, start) <= 0) ? after : null;
}

function ownDates(m: Membership): readonly PartialDate[] {
  return [
    ...m.attestedOn,
    ...(m.startDate ? [m.startDate] : []),
    ...(m.endDate ? [m.endDate] : []),
  ];
}

/** With an unknown end: twelve months past the last evidence, less where a neighbour is seen to have come. */
function reachOf(evidence: Evidence, all: readonly Evidence[]): Day | null {
  const { lastSeen } = evidence;
  if (lastSeen === null || evidence.end !== null) return lastSeen;
  let reach = addMonths(lastSeen, REACH_MONTHS);
  for (const other of all) {
    const came = cameAfter(other, evidence);
    if (came !== null) reach = earlier(reach, addDays(came, -1));
  }
  return later(reach, lastSeen);
}

/** The first day on which `other` is seen to have come after `evidence`, or null. */
function cameAfter(other: Evidence, evidence: Evidence): Day | null {
  if (other.isWeak && !evidence.isWeak) return null;
  if (other.membership.personId === evidence.membership.personId) return null;
  if (other.firstSeen === null || evidence.firstSeen === null || evidence.lastSeen === null)
    return null;
  if (other.firstSeen <= evidence.firstSeen) return null;
  const isLater = other.start !== null || other.firstSeen >= evidence.lastSeen;
  return isLater ? other.firstSeen : null;
}
