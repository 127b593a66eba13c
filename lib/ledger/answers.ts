import { type Evidence } from './evidence';
import { type HolderAnswer, holderOn, timelineOf } from './holders';
import { type Destination, destinationsOf } from './lineage';
import type { LedgerIndex } from './lookups';
import { remembered } from './memo';
import { firstDay, lastDay } from './partial-date';
import type { Reason } from './reasons';
import type { Day, Pledge } from './records';
import { comesAfter } from './succession';

/** How the holder of the day stands to the promise; `vacant`, `unknown` and `disputed` name nobody. */
export type Relation = 'made' | 'inherited' | 'vacant' | 'unknown' | 'disputed';

/** Who answers for a promise on a day, in one post. */
export interface Answer {
  /** The post in which it is answered for; null when the promise is bound to the person. */
  readonly postId: string | null;
  readonly relation: Relation;
  /** Who answers: set only for `made` and `inherited`. */
  readonly personId: string | null;
  readonly membershipId: string | null;
  /** The holder of the post on the day; null when the promise is bound to the person. */
  readonly holder: HolderAnswer | null;
  /** Steps of lineage from the post in which it was said, in order. */
  readonly lineageIds: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Whether a promise had not been said yet on the day; false when the day of saying is not known. */
export function isNotYetSaid(promise: Pledge, day: Day): boolean {
  return promise.saidOn !== null && day < firstDay(promise.saidOn);
}

/** The posts that a promise has come to by the day; the one in which it was said, when bound to the person. */
export function destinationsOfPromise(
  index: LedgerIndex,
  promise: Pledge,
  day: Day,
): readonly [Destination, ...Destination[]] {
  const since = promise.saidOn === null ? null : firstDay(promise.saidOn);
  const { postId, areaId } = promise;
  const until = promise.boundTo === 'person' ? (since ?? FIRST_DAY) : day;
  return destinationsOf(index, { postId, areaId, since }, until);
}

// Before every step of lineage.
const FIRST_DAY: Day = '0000-01-01';

/**
 * Who answers for a promise on a day: one answer for each post it has come to, none on a day before it was
 * said. A pure function of the records and the day.
 */
export function answersOn(index: LedgerIndex, promise: Pledge, day: Day): readonly Answer[] {
  if (isNotYetSaid(promise, day)) return [];
  if (promise.boundTo === 'person') return [personalAnswer(promise)];
  return destinationsOfPromise(index, promise, day).map((destination) =>
    answerIn(index, promise, destination, day),
  );
}

function personalAnswer(promise: Pledge): Answer {
  const { personId } = promise;
  const reasons: readonly Reason[] =
    personId === null ? [unnamed(promise)] : [{ code: 'boundToPerson', personId }];
  return {
    postId: null,
    relation: personId === null ? 'unknown' : 'made',
    personId,
    membershipId: null,
    holder: null,
    lineageIds: [],
    reasons,
  };
}

/** The answer of the post to which a promise has come. */
export function answerIn(
  index: LedgerIndex,
  promise: Pledge,
  destination: Destination,
  day: Day,
): Answer {
  const office = officeOn(index, destination.postId, day);
  const judgement = relationOf(index, promise, office.holder, day);
  const isShared = judgement.why.length === 0 && destination.stays.length === 1;
  if (!isShared) return answerOf(destination, office.holder, judgement);
  const { answers } = office;
  return (answers[judgement.relation] ??= answerOf(destination, office.holder, judgement));
}

interface Office {
  /** The last day asked for; null before the first. */
  day: Day | null;
  holder: HolderAnswer;
  /** The answers for promises that were said in this post, and of which nothing else is to be told. */
  answers: Partial<Record<Relation, Answer>>;
}

const offices = remembered(
  (index, postId): Office => ({
    day: null,
    holder: holderOn(index, postId, FIRST_DAY),
    answers: {},
  }),
);

/** Most promises of a post have one of a few answers on a day, so each is made once. */
function officeOn(index: LedgerIndex, postId: string, day: Day): Office {
  const office = offices(index, postId);
  if (office.day === day) return office;
  office.day = day;
  office.holder = holderOn(index, postId, day);
  office.answers = {};
  return office;
}

function answerOf(
  destination: Destination,
  holder: HolderAnswer,
  { relation, why }: Judgement,
): Answer {
  const isNamed = relation === 'made' || relation === 'inherited';
  return {
    postId: destination.postId,
    relation,
    personId: isNamed ? holder.personId : null,
    membershipId: isNamed ? holder.membershipId : null,
    holder,
    lineageIds: lineageIdsOf(destination),
    reasons: joined(joined(destination.reasons, holder.reasons), why),
  };
}

const NONE: readonly never[] = [];

function lineageIdsOf({ stays }: Destination): readonly string[] {
  if (stays.length === 1) return NONE;
  return stays.flatMap((s) => (s.lineageId === null ? [] : [s.lineageId]));
}

/** Most answers have reasons of one kind only: no list is copied for them. */
function joined(a: readonly Reason[], b: readonly Reason[]): readonly Reason[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

interface Judgement {
  readonly relation: Relation;
  readonly why: readonly Reason[];
}

const MADE: Judgement = { relation: 'made', why: NONE };
const INHERITED: Judgement = { relation: 'inherited', why: NONE };

function relationOf(
  index: LedgerIndex,
  promise: Pledge,
  holder: HolderAnswer,
  day: Day,
): Judgement {
  const { state, personId, membershipId } = holder;
  if (state !== 'known' && state !== 'acting') return { relation: state, why: NONE };
  if (promise.personId === null) return ofUnnamed(promise, day);
  if (promise.personId === personId) return MADE;
  if (isSaidBy(promise, day) || isHeldAfterMaker(index, promise, membershipId, day))
    return INHERITED;
  const why: readonly Reason[] =
    membershipId === null ? [] : [{ code: 'saidUnknown', membershipId }];
  return { relation: 'unknown', why };
}

/** Inherited by those who hold the post at or after the source's date; of earlier ones nothing is known. */
function ofUnnamed(promise: Pledge, day: Day): Judgement {
  const known = promise.source.publishedOn ?? promise.saidOn;
  const isInherited = known !== null && day >= firstDay(known);
  return { relation: isInherited ? 'inherited' : 'unknown', why: [unnamed(promise)] };
}

function unnamed(promise: Pledge): Reason {
  return { code: 'makerUnnamed', publishedOn: promise.source.publishedOn ?? null };
}

/** Whether it had surely been said by the day. */
function isSaidBy(promise: Pledge, day: Day): boolean {
  if (promise.saidOn !== null) return lastDay(promise.saidOn) <= day;
  const { publishedOn } = promise.source;
  return publishedOn !== undefined && lastDay(publishedOn) <= day;
}

/** Whether the holder came after the maker, by the maker's dates or by the stated order of memberships. */
function isHeldAfterMaker(
  index: LedgerIndex,
  promise: Pledge,
  membershipId: string | null,
  day: Day,
): boolean {
  const { evidence } = timelineOf(index, promise.postId);
  const makers = evidence.filter((e) => e.membership.personId === promise.personId && !e.isWeak);
  if (makers.length === 0) return false;
  return makers.every((m) => isOver(m, day) || comesAfter(index, membershipId, m.membership.id));
}

function isOver(maker: Evidence, day: Day): boolean {
  return maker.lastSeen !== null && maker.lastSeen < day;
}
