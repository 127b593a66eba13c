import type { Hand, HandStance } from './books';
import { type HolderSpan, timelineOf } from './holders';
import type { Destination, Stay } from './lineage';
import type { LedgerIndex } from './lookups';
import { addDays, comparePartial, firstDay } from './partial-date';
import type { Day, Pledge, StatusEvent } from './records';

/**
 * The hands that a promise went through on its way to a destination, oldest first, up to and including the
 * day. It starts with who held the post when it was said; with an unknown day of saying, with the maker's
 * first known span, else with the holder on the source's date.
 */
export function handsOf(
  index: LedgerIndex,
  promise: Pledge,
  destination: Destination,
  day: Day,
): readonly Hand[] {
  const hands: Hand[] = [];
  const events = index.eventsByPromise.get(promise.id) ?? [];
  const start = startOf(index, promise, day);
  destination.stays.forEach((stay, i) => {
    const next = destination.stays[i + 1]?.since ?? null;
    const until = next === null ? day : addDays(next, -1);
    for (const span of spansWithin(index, stay, later(start, stay.since), until)) {
      const from = hands.length === 0 ? knownStart(promise) : later(span.from, stay.since);
      const to = earlierOf(span.to, next === null ? null : until, day);
      const by = hands.length === 0 ? firstBy(promise, span) : byOf(span, stay);
      hands.push({
        postId: stay.postId,
        span,
        from,
        to,
        by,
        events: eventsWithin(events, from, to ?? day),
        stance: stanceOf(index, promise, span, day),
      });
    }
  });
  return hands;
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

function spansWithin(index: LedgerIndex, stay: Stay, from: Day, to: Day): readonly HolderSpan[] {
  const { spans } = timelineOf(index, stay.postId);
  return spans.filter((s) => (s.to === null || s.to >= from) && (s.from === null || s.from <= to));
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

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function later<T extends Day | null>(a: T, b: Day | null): T | Day {
  return b !== null && (a === null || b > a) ? b : a;
}

/** The end of a hand; null when it reaches beyond the day of the book. */
function earlierOf(spanEnd: Day | null, stayEnd: Day | null, day: Day): Day | null {
  const ends = [spanEnd, stayEnd].filter((d) => d !== null).sort();
  const [end] = ends;
  return end === undefined || end > day ? null : end;
}

function eventsWithin(
  events: readonly StatusEvent[],
  from: Day | null,
  to: Day,
): readonly StatusEvent[] {
  if (events.length === 0) return events;
  return events.filter((e) => {
    const on = firstDay(e.on);
    return (from === null || on >= from) && on <= to;
  });
}

/** The last stance of the span's holder up to the day. */
function stanceOf(index: LedgerIndex, promise: Pledge, span: HolderSpan, day: Day): HandStance {
  const stances = index.stancesByPromise.get(promise.id);
  if (!stances || span.membershipId === null) return 'silent';
  const own = stances.filter((s) => s.membershipId === span.membershipId && firstDay(s.on) <= day);
  return own.sort((a, b) => comparePartial(a.on, b.on)).at(-1)?.stance ?? 'silent';
}
