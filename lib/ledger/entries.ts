import { type Answer, answerIn, answersOn, destinationsOfPromise } from './answers';
import type { BookDays, BookEntry, ClosedEntry, LeftEntry } from './books';
import { handsOf } from './hands';
import { type HolderAnswer, holderOn, timelineOf } from './holders';
import type { Destination } from './lineage';
import { compareSaid, isWeakSource, type LedgerIndex, restsOnWeakSources } from './lookups';
import { firstDay, lastDay } from './partial-date';
import type { Day, PartialDate, Pledge, Reply, StatusEvent } from './records';
import { repeatGist } from './repeats';
import { type CurrentStatus, statusOn, termOn } from './statuses';
import { type Steps, sorted } from './steps';

/** A promise with what every list of a book asks about it. */
export interface Judged {
  readonly promise: Pledge;
  readonly status: CurrentStatus;
  /** Where it has come to by the day of the book (by today when the day is not known). */
  readonly destinations: readonly [Destination, ...Destination[]];
}

const NO_EVENTS: readonly StatusEvent[] = [];

/** The status and place of a promise on the days of a book. */
export function judge(index: LedgerIndex, promise: Pledge, days: BookDays): Judged {
  const status = statusOn(index.eventsByPromise.get(promise.id) ?? NO_EVENTS, days.today);
  const destinations = destinationsOfPromise(index, promise, days.day ?? days.today);
  return { promise, status, destinations };
}

/** The answers for a judged promise on the day of the book; none when the day is not known. */
export function answersFor(index: LedgerIndex, judged: Judged, day: Day | null): readonly Answer[] {
  if (day === null) return [];
  if (judged.promise.boundTo === 'person') return answersOn(index, judged.promise, day);
  const [first, ...others] = judged.destinations;
  const answer = answerIn(index, judged.promise, first, day);
  if (others.length === 0) return [answer];
  return [answer, ...others.map((d) => answerIn(index, judged.promise, d, day))];
}

/** The entry of a judged promise, with the answer of one of the posts it has come to. */
export function entryOf(
  index: LedgerIndex,
  judged: Judged,
  answer: Answer | null,
  days: BookDays,
): BookEntry {
  const { promise, status, destinations } = judged;
  const destination = destinations.find((d) => d.postId === answer?.postId) ?? destinations[0];
  const { day } = days;
  const closedOn = status.closedOn === null ? null : lastDay(status.closedOn);
  return {
    promise,
    answer,
    status,
    term: termOn(promise, status, days.today),
    hands: day === null ? [] : handsOf(index, promise, destination, day, closedOn),
    makerUnnamed: promise.personId === null,
    weakSource: isWeakSource(index, promise.source),
    weakStatus: status.event !== null && restsOnWeakSources(index, status.event.sources),
    repeat: repeatGist(index, promise),
    replies: repliesUntil(index, promise, days.today),
  };
}

/** The entry of an open promise that others answer for. */
export function leftEntryOf(
  index: LedgerIndex,
  judged: Judged,
  answersNow: readonly Answer[],
  days: BookDays,
): LeftEntry {
  return { ...entryOf(index, judged, answersNow[0] ?? null, days), answersNow };
}

/** The entry of a closed promise, as seen by the one whose relation to it is given. */
export function closedEntryOf(
  entry: BookEntry,
  closing: Closing,
  relation: ClosedEntry['relation'],
): ClosedEntry {
  // Field by field: a spread took a tenth of the time of a whole book.
  return {
    promise: entry.promise,
    answer: entry.answer,
    status: entry.status,
    term: entry.term,
    hands: entry.hands,
    makerUnnamed: entry.makerUnnamed,
    weakSource: entry.weakSource,
    weakStatus: entry.weakStatus,
    repeat: entry.repeat,
    replies: entry.replies,
    closedOn: closing.on,
    closedBy: closing.holder,
    relation,
  };
}

/** When, in which post and in whose time a promise was closed. */
export interface Closing {
  readonly on: PartialDate;
  readonly holder: HolderAnswer;
}

/** The closing of a judged promise; null when it is not closed. */
export function closingOf(index: LedgerIndex, judged: Judged): Closing | null {
  const on = judged.status.closedOn;
  if (on === null) return null;
  const [destination] = destinationsOfPromise(index, judged.promise, firstDay(on));
  return { on, holder: holderThroughout(index, destination.postId, on) };
}

/** Who held a post through the whole of a partial date; `unknown` when it changed hands within it. */
function holderThroughout(index: LedgerIndex, postId: string, on: PartialDate): HolderAnswer {
  const holder = holderOn(index, postId, firstDay(on));
  const [from, to] = [firstDay(on), lastDay(on)];
  if (from === to) return holder;
  const within = timelineOf(index, postId).spans.filter(
    (s) => (s.to === null || s.to >= from) && (s.from === null || s.from <= to),
  );
  if (within.length === 1) return holder;
  const reasons = within.flatMap((s) => s.reasons);
  return {
    postId,
    state: 'unknown',
    membershipId: null,
    personId: null,
    candidateIds: [],
    reasons,
  };
}

const NO_REPLIES: readonly Reply[] = [];

function repliesUntil(index: LedgerIndex, promise: Pledge, today: Day): readonly Reply[] {
  if (index.repliesByPromise.size === 0) return NO_REPLIES;
  const replies = index.repliesByPromise.get(promise.id);
  return replies?.filter((r) => firstDay(r.on) <= today) ?? NO_REPLIES;
}

/** By the day of saying, oldest first, unknown days last, then by id. */
export function sortEntries<T extends BookEntry>(entries: readonly T[]): Steps<readonly T[]> {
  return sorted(entries, (a, b) => compareSaid(a.promise, b.promise));
}
