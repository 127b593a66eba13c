import type { Hand, HandStance } from './books';
import { type HolderSpan, timelineOf } from './holders';
import type { Destination, Stay } from './lineage';
import type { LedgerIndex } from './lookups';
import { addDays, earlier, firstDay } from './partial-date';
import type { Day, Pledge, StatusEvent } from './records';

/**
 * The hands that a promise went through on its way to a destination, oldest first, up to and including the
 * day, or the day on which it was closed. It starts with who held the post when it was said; with an unknown day of saying, with the maker's
 * first known span, else with the holder on the source's date.
 */
export function handsOf(
  index: LedgerIndex,
  promise: Pledge,
  destination: Destination,
  day: Day,
  closedOn: Day | null = null,
): readonly Hand[] {
  const end = closedOn !== null && closedOn < day ? closedOn : null;
  const way: Way = { index, promise, day, start: startOf(index, promise, day), end };
  const hands: Hand[] = [];
  destination.stays.forEach((stay, i) => {
    const next = destination.stays[i + 1]?.since ?? null;
    const left = next === null ? null : addDays(next, -1);
    for (const span of spansWithin(way, stay, left))
      hands.push(handOf(way, span, stay, left, hands.length === 0));
  });
  return hands;
}

interface Way {
  readonly index: LedgerIndex;
  readonly promise: Pledge;
  readonly day: Day;
  readonly start: Day;
  /** The day of closing; null when it is open on the day. */
  readonly end: Day | null;
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
    events: eventsWithin(index, promise, from, to ?? day),
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

function spansWithin(way: Way, stay: Stay, left: Day | null): readonly HolderSpan[] {
  const from = later(way.start, stay.since);
  const last = way.end ?? way.day;
  const to = left === null ? last : earlier(left, last);
  return timelineOf(way.index, stay.postId).spans.filter(
    (s) => from <= to && (s.to === null || s.to >= from) && (s.from === null || s.from <= to),
  );
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
  index: LedgerIndex,
  promise: Pledge,
  from: Day | null,
  to: Day,
): readonly StatusEvent[] {
  const events = index.eventsByPromise.get(promise.id) ?? NO_EVENTS;
  if (events.length === 0) return events;
  return events.filter((e) => {
    const on = firstDay(e.on);
    return (from === null || on >= from) && on <= to;
  });
}

const NO_EVENTS: readonly StatusEvent[] = [];

/** The last stance of the span's holder up to the day. */
function stanceOf(index: LedgerIndex, promise: Pledge, span: HolderSpan, day: Day): HandStance {
  const stances = index.stancesByPromise.get(promise.id);
  if (!stances || span.membershipId === null) return 'silent';
  const own = stances.filter((s) => s.membershipId === span.membershipId && firstDay(s.on) <= day);
  return own.at(-1)?.stance ?? 'silent';
}
