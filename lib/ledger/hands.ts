import type { Hand, HandStance } from './books';
import { type HolderSpan, timelineOf } from './holders';
import type { Destination, Stay } from './lineage';
import type { LedgerIndex } from './lookups';
import { addDays, earlier, firstDay } from './partial-date';
import type { Day, Pledge, StatusEvent } from './records';

const NO_EVENTS: readonly StatusEvent[] = [];

/**
 * The hands that a promise went through on its way to a destination, oldest first, up to and including the
 * day, or the day on which it was closed. It starts with who held the post when it was said; with an unknown
 * day of saying, with the maker's first known span, else with the holder on the source's date.
 */
export function handsOf(
  index: LedgerIndex,
  promise: Pledge,
  destination: Destination,
  day: Day,
  closedOn: Day | null = null,
): readonly Hand[] {
  const end = closedOn !== null && closedOn < day ? closedOn : null;
  const start = startOf(index, promise, day);
  const events = index.eventsByPromise.get(promise.id) ?? NO_EVENTS;
  const way: Way = { index, promise, day, start, end, events };
  const [only] = destination.stays;
  if (destination.stays.length === 1) return handsIn(way, only, null, true);
  const hands: Hand[] = [];
  destination.stays.forEach((stay, i) => {
    const next = destination.stays[i + 1]?.since ?? null;
    const left = next === null ? null : addDays(next, -1);
    hands.push(...handsIn(way, stay, left, hands.length === 0));
  });
  return hands;
}

/** The hands of one stay; `left` is its last day, null when it stays to the end. */
function handsIn(way: Way, stay: Stay, left: Day | null, isStart: boolean): readonly Hand[] {
  const { index, promise, day } = way;
  const from = later(way.start, stay.since);
  const last = way.end ?? day;
  const to = left === null ? last : earlier(left, last);
  if (from > to) return [];
  const quiet = quietHands(index, stay.postId, day);
  const begin = quiet.findIndex(({ span }) => span.to === null || span.to >= from);
  const end = quiet.findIndex(({ span }) => span.from !== null && span.from > to);
  const hands = quiet.slice(begin, end < 0 ? quiet.length : end);
  const isPlain = stay.since === null && left === null && !index.stancesByPromise.has(promise.id);
  hands.forEach(({ span }, i) => {
    const isFirst = isStart && i === 0;
    if (isFirst || !isPlain || !isQuiet(way, span))
      hands[i] = handOf(way, span, stay, left, isFirst);
  });
  return hands;
}

/** Whether nothing is recorded of the promise in the span, its closing neither. */
function isQuiet({ end, day, events }: Way, span: HolderSpan): boolean {
  if (end !== null && (span.to === null || span.to >= end)) return false;
  for (const { on } of events) {
    const first = firstDay(on);
    if ((span.from === null || first >= span.from) && first <= (span.to ?? day)) return false;
  }
  return true;
}

const quietMemo = new WeakMap<LedgerIndex, { day: Day; byPost: Map<string, readonly Hand[]> }>();

/**
 * One hand for each span of a post up to the day, as it is for every promise that came to it by succession and
 * of which nothing is recorded in it: most hands of most books, so they are made once for all promises.
 */
function quietHands(index: LedgerIndex, postId: string, day: Day): readonly Hand[] {
  const known = quietMemo.get(index);
  const memo = known?.day === day ? known : { day, byPost: new Map<string, readonly Hand[]>() };
  if (memo !== known) quietMemo.set(index, memo);
  const made = memo.byPost.get(postId) ?? drawQuietHands(index, postId, day);
  memo.byPost.set(postId, made);
  return made;
}

function drawQuietHands(index: LedgerIndex, postId: string, day: Day): readonly Hand[] {
  return timelineOf(index, postId).spans.map((span) => ({
    postId,
    span,
    from: span.from,
    to: earliestBy(day, span.to, null),
    by: 'succession',
    events: NO_EVENTS,
    stance: 'silent',
  }));
}

interface Way {
  readonly index: LedgerIndex;
  readonly promise: Pledge;
  readonly day: Day;
  readonly start: Day;
  /** The day of closing; null when it is open on the day. */
  readonly end: Day | null;
  readonly events: readonly StatusEvent[];
}

/** The hand of one span; `left` is the last day of its stay, null when it stays to the end. */
function handOf(way: Way, span: HolderSpan, stay: Stay, left: Day | null, isFirst: boolean): Hand {
  const { index, promise, day, end } = way;
  const from = isFirst ? knownStart(promise) : later(span.from, stay.since);
  const to = earliestBy(end ?? day, span.to, left) ?? end;
  return {
    postId: stay.postId,
    span,
    from,
    to,
    by: isFirst ? firstBy(promise, span) : byOf(span, stay),
    events: eventsWithin(way.events, from, to ?? day),
    stance: stanceOf(index, promise, span, day),
  };
}

function startOf(index: LedgerIndex, promise: Pledge, day: Day): Day {
  if (promise.saidOn !== null) return firstDay(promise.saidOn);
  const { spans } = timelineOf(index, promise.postId);
  const own = spans.find((s) => s.personId !== null && s.personId === promise.personId);
  const published = promise.source.publishedOn;
  return own?.from ?? (published === undefined ? day : earlier(firstDay(published), day));
}

function knownStart(promise: Pledge): Day | null {
  return promise.saidOn === null ? null : firstDay(promise.saidOn);
}

/** Another known holder than the maker got it from him, though no evidence of the maker's days was met. */
function firstBy(promise: Pledge, span: HolderSpan): Hand['by'] {
  if (promise.personId === null) return 'unnamed';
  return span.personId === null || span.personId === promise.personId ? 'said' : 'succession';
}

function byOf(span: HolderSpan, stay: Stay): 'succession' | 'lineage' {
  const isFirstInPost = stay.since !== null && (span.from === null || span.from <= stay.since);
  return isFirstInPost ? 'lineage' : 'succession';
}

function later<T extends Day | null>(a: T, b: Day | null): T | Day {
  return b !== null && (a === null || b > a) ? b : a;
}

/** The earlier of two ends, when it is not beyond the last day. */
function earliestBy(last: Day, a: Day | null, b: Day | null): Day | null {
  const end = a !== null && b !== null ? earlier(a, b) : (a ?? b);
  return end === null || end > last ? null : end;
}

function eventsWithin(
  events: readonly StatusEvent[],
  from: Day | null,
  to: Day,
): readonly StatusEvent[] {
  if (events.length === 0) return NO_EVENTS;
  const within = events.filter((e) => {
    const on = firstDay(e.on);
    return (from === null || on >= from) && on <= to;
  });
  return within.length === 0 ? NO_EVENTS : within;
}

/** The last stance of the span's holder up to the day. */
function stanceOf(index: LedgerIndex, promise: Pledge, span: HolderSpan, day: Day): HandStance {
  const stances = index.stancesByPromise.get(promise.id);
  if (!stances || span.membershipId === null) return 'silent';
  const own = stances.filter((s) => s.membershipId === span.membershipId && firstDay(s.on) <= day);
  return own.at(-1)?.stance ?? 'silent';
}
