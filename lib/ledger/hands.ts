import type { Hand, HandStance } from './books';
import { type HolderSpan, timelineOf } from './holders';
import type { Destination, Stay } from './lineage';
import type { LedgerIndex } from './lookups';
import { remembered } from './memo';
import { addDays, earlier, firstDay } from './partial-date';
import type { Day, PartialDate, Pledge, StatusEvent } from './records';

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
  if (start > (end ?? day)) return NO_HANDS;
  const { stays } = destination;
  if (stays.length === 1 && promise.saidOn !== null && !index.stancesByPromise.has(promise.id))
    return handsAtHome(way, stays[0]);
  const hands: Hand[] = [];
  stays.forEach((stay, i) => {
    const next = stays[i + 1]?.since ?? null;
    const left = next === null ? null : addDays(next, -1);
    hands.push(...handsIn(way, stay, left, hands.length === 0));
  });
  return hands;
}

const NO_HANDS: readonly Hand[] = [];

/** The hands of one stay; `left` is its last day, null when it stays to the end. */
function handsIn(way: Way, stay: Stay, left: Day | null, isStart: boolean): readonly Hand[] {
  const from = later(way.start, stay.since);
  const last = way.end ?? way.day;
  const to = left === null ? last : earlier(left, last);
  if (from > to) return NO_HANDS;
  const { spans } = timelineOf(way.index, stay.postId);
  return spans
    .filter((s) => (s.to === null || s.to >= from) && (s.from === null || s.from <= to))
    .map((span, i) => handOf(way, span, stay, left, isStart && i === 0));
}

// A book is mostly of promises that never left the post in which they were said, and of which little is
// recorded, and their hands were half of its time and memory. So their hands are shared, and found by loops.

/** The hands of a promise that is still where it was said; of no holder a stance is recorded. */
function handsAtHome(way: Way, stay: Stay): readonly Hand[] {
  const bare = bareHands(way, stay);
  const { end, events } = way;
  if (end === null && events.length === 0) return bare;
  const hands = bare.slice(0, end === null ? bare.length : countUntil(bare, end));
  let i = 0;
  for (const { span } of hands) {
    if (!isQuiet(way, span)) hands[i] = handOf(way, span, stay, null, i === 0);
    i += 1;
  }
  return hands;
}

/** How many of the hands begin by the day. */
function countUntil(hands: readonly Hand[], day: Day): number {
  let count = 0;
  for (const { span } of hands) if (span.from === null || span.from <= day) count += 1;
  return count;
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

interface OfficeHands {
  /** The last day asked for; null before the first. */
  day: Day | null;
  /** A hand for each span of the post up to the day, as it is for a promise that came to it by succession. */
  quiet: readonly Hand[];
  /** The hands of the last promise asked for, as if nothing more were recorded of it, and who said it when. */
  bare: readonly Hand[];
  saidOn: PartialDate | null;
  personId: string | null;
}

const offices = remembered(
  (): OfficeHands => ({ day: null, quiet: [], bare: [], saidOn: null, personId: null }),
);

/** As if nothing were recorded of the promise: one list for all that a person said on one day. */
function bareHands(way: Way, stay: Stay): readonly Hand[] {
  const { index, promise, day, start } = way;
  const office = offices(index, stay.postId);
  if (office.day !== day) {
    office.day = day;
    office.quiet = drawQuietHands(index, stay.postId, day);
    office.saidOn = null;
  }
  // The promises of a post come in the order of the days on which they were said.
  if (office.saidOn !== promise.saidOn || office.personId !== promise.personId) {
    office.saidOn = promise.saidOn;
    office.personId = promise.personId;
    const [first, ...others] = office.quiet.filter(({ to }) => to === null || to >= start);
    const bare = { ...way, end: null, events: NO_EVENTS };
    office.bare = first ? [handOf(bare, first.span, stay, null, true), ...others] : NO_HANDS;
  }
  return office.bare;
}

function drawQuietHands(index: LedgerIndex, postId: string, day: Day): readonly Hand[] {
  const spans = timelineOf(index, postId).spans.filter((s) => s.from === null || s.from <= day);
  return spans.map((span) => ({
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

function isWithin(event: StatusEvent, from: Day | null, to: Day): boolean {
  const on = firstDay(event.on);
  return (from === null || on >= from) && on <= to;
}

function eventsWithin(
  events: readonly StatusEvent[],
  from: Day | null,
  to: Day,
): readonly StatusEvent[] {
  let within = 0;
  for (const e of events) if (isWithin(e, from, to)) within += 1;
  // Mostly all or none: then no list is copied.
  if (within === 0) return NO_EVENTS;
  return within === events.length ? events : events.filter((e) => isWithin(e, from, to));
}

/** The last stance of the span's holder up to the day. */
function stanceOf(index: LedgerIndex, promise: Pledge, span: HolderSpan, day: Day): HandStance {
  const stances = index.stancesByPromise.get(promise.id);
  if (!stances || span.membershipId === null) return 'silent';
  const own = stances.filter((s) => s.membershipId === span.membershipId && firstDay(s.on) <= day);
  return own.at(-1)?.stance ?? 'silent';
}
