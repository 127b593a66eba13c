import type { BookEntry, ClosedEntry, PostBook } from '@/lib/ledger/books';
import type { HolderSpan, HolderState } from '@/lib/ledger/holders';
import {
  addMonths,
  compareDays,
  daysBetween,
  earlier,
  firstDay,
  lastDay,
  later,
} from '@/lib/ledger/partial-date';
import type { Day, Status } from '@/lib/ledger/records';
import { phaseOf } from '@/lib/ledger/statuses';
import { atOnce, each, type Steps, sorted } from '@/lib/ledger/steps';

/** A band of the picture: who held the office, from where to where in per cent of the width. */
export interface Band {
  readonly state: HolderState;
  readonly personId: string | null;
  readonly left: number;
  readonly width: number;
  /** Counts the known holders only, so that neighbours differ. */
  readonly isEven: boolean;
  /** From where on nothing dated shows the holder there: the band is only likely, and drawn paler. Null: nowhere. */
  readonly likelyFrom: number | null;
}

/** A promise that was given again: from the line of the earlier word to the line of the later one. */
export interface Again {
  /** Places in `lines`; the earlier word stands above. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly at: number;
  /** 2: said for the second time. */
  readonly nth: number;
}

/** A promise's line; all places in per cent of the width. */
export interface Line {
  readonly entry: BookEntry;
  readonly status: Status;
  readonly from: number;
  /** The day of saying is not known: the line begins with the day its source was published. */
  readonly isFromOpen: boolean;
  readonly to: number;
  /** Null: no term. May lie beyond `to` while the term has not come. */
  readonly due: number | null;
  /** Where it was handed on. */
  readonly crossings: readonly number[];
}

/** The office picture: years, bands, lines, and what had to be left out. */
export interface Picture {
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly bands: readonly Band[];
  readonly lines: readonly Line[];
  /** Repeats among the lines. */
  readonly again: readonly Again[];
  /** Holders whose whole time lies before what is drawn. */
  readonly earlierHolders: number;
  /** Promises whose source gives no day at all; they stand in the table. */
  readonly undated: readonly BookEntry[];
  /** Today, when terms reach beyond it; else null. */
  readonly today: number | null;
}

/** Terms further away than this do not stretch the picture; their sign stands at its edge. */
const AHEAD_MONTHS = 24;
/** How much of the office's time before its first promise is drawn. */
const LEAD_MONTHS = 18;
/** Room before the first thing, so that its sign is not cut. */
const BEFORE_MONTHS = 3;
/** At most so many year labels fit at the narrowest width at which the picture is shown. */
const YEAR_LABELS = 9;

const startOf = ({ promise }: BookEntry): Day | null => {
  const date = promise.saidOn ?? promise.source.publishedOn ?? null;
  return date === null ? null : firstDay(date);
};
const endOf = (entry: BookEntry, today: Day): Day => {
  const { event } = entry.status;
  return phaseOf(entry.status.status) === 'open' || event === null ? today : lastDay(event.on);
};

/** Every promise said in the office, in the order of saying. */
export function entriesOf(book: PostBook): readonly (BookEntry | ClosedEntry)[] {
  return atOnce(entriesSteps(book));
}

/** The same, step by step. */
export function* entriesSteps(book: PostBook): Steps<readonly (BookEntry | ClosedEntry)[]> {
  const starts: { readonly entry: BookEntry | ClosedEntry; readonly start: string }[] = [];
  for (const list of [book.open, book.closed, book.outside, book.moved])
    yield* each(list, (entry) => starts.push({ entry, start: startOf(entry) ?? '~' }));
  const inOrder = yield* sorted(starts, (a, b) => compareDays(a.start, b.start));
  const entries: (BookEntry | ClosedEntry)[] = [];
  yield* each(inOrder, ({ entry }) => entries.push(entry));
  return entries;
}

interface Range {
  readonly from: Day;
  readonly to: Day;
}

function* rangeOf(book: PostBook, entries: readonly BookEntry[]): Steps<Range> {
  const { today } = book.days;
  const held = book.spans.flatMap((span) => (span.from === null ? [] : [span.from]));
  let [firstSaid, lastDue] = [today, today];
  yield* each(entries, (entry) => {
    const { dueOn } = entry.promise;
    firstSaid = earlier(firstSaid, startOf(entry) ?? today);
    if (dueOn !== null) lastDue = later(lastDue, lastDay(dueOn));
  });
  // Holders long before the first promise stand in the list below; here they would only squeeze the rest.
  const first = later(held.reduce(earlier, firstSaid), addMonths(firstSaid, -LEAD_MONTHS));
  const last = earlier(lastDue, addMonths(today, AHEAD_MONTHS));
  return { from: addMonths(first, -BEFORE_MONTHS), to: last };
}

function yearsOf({ from, to }: Range, at: (day: Day) => number): Picture['years'] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  const step = Math.max(1, Math.ceil((last - first + 1) / YEAR_LABELS));
  const years: { year: number; at: number }[] = [];
  for (let year = first; year <= last; year += step) years.push({ year, at: at(`${year}-01-01`) });
  return years;
}

/** The day from which on a span rests only on the reach of older evidence; null: it does nowhere. */
function likelyFrom(book: PostBook, span: HolderSpan): Day | null {
  const found = book.segments.find(
    (segment) =>
      segment.membershipId === span.membershipId &&
      segment.from !== null &&
      segment.from >= (span.from ?? '') &&
      segment.reasons.some(({ code }) => code === 'withinReach'),
  );
  return found?.from ?? null;
}

function bandsOf(book: PostBook, range: Range, at: (day: Day) => number): Band[] {
  let known = 0;
  return book.spans.flatMap((span) => {
    const left = at(span.from ?? range.from);
    const right = span.to === null ? at(book.days.today) : at(span.to);
    if (right <= left) return [];
    if (span.personId !== null) known += 1;
    const { state, personId } = span;
    const likely = personId === null ? null : likelyFrom(book, span);
    const from = likely === null ? null : Math.min(right, Math.max(left, at(likely)));
    const isEven = known % 2 === 0;
    return [{ state, personId, left, width: right - left, isEven, likelyFrom: from }];
  });
}

function* againOf(lines: readonly Line[]): Steps<readonly Again[]> {
  const places = new Map<string, number>();
  let line = 0;
  yield* each(lines, ({ entry }) => places.set(entry.promise.id, line++));
  const again: Again[] = [];
  let toLine = 0;
  yield* each(lines, ({ entry, from }) => {
    const fromLine = places.get(entry.promise.repeatsId ?? '');
    if (fromLine !== undefined && fromLine < toLine)
      again.push({ fromLine, toLine, at: from, nth: entry.repeat?.nth ?? 2 });
    toLine += 1;
  });
  return again;
}

function holdersBefore(book: PostBook, from: Day): number {
  return book.holders.filter(({ lastSeen }) => lastSeen !== null && lastSeen < from).length;
}

function lineOf(entry: BookEntry, start: Day, today: Day, at: (day: Day) => number): Line {
  const { promise, status, hands } = entry;
  const end = endOf(entry, today);
  const crossings = hands
    .slice(1)
    .flatMap(({ from }) => (from !== null && from > start && from <= end ? [at(from)] : []));
  return {
    entry,
    status: status.status,
    from: at(start),
    isFromOpen: promise.saidOn === null,
    to: at(end),
    due: promise.dueOn === null ? null : at(lastDay(promise.dueOn)),
    crossings,
  };
}

/** Lays an office's book out over time, of the entries that are to be shown, in the order of saying. */
export function pictureOf(
  book: PostBook,
  entries: readonly BookEntry[] = entriesOf(book),
): Picture {
  return atOnce(pictureSteps(book, entries));
}

/** The same, step by step. */
export function* pictureSteps(book: PostBook, entries: readonly BookEntry[]): Steps<Picture> {
  const { today } = book.days;
  const range = yield* rangeOf(book, entries);
  const length = Math.max(1, daysBetween(range.from, range.to));
  const places = new Map<Day, number>();
  // A thousand promises share few days: each is worked out once.
  const at = (day: Day) => {
    const known = places.get(day);
    if (known !== undefined) return known;
    const place = Math.min(100, Math.max(0, (daysBetween(range.from, day) / length) * 100));
    places.set(day, place);
    return place;
  };
  const lines: Line[] = [];
  const undated: BookEntry[] = [];
  yield* each(entries, (entry) => {
    const start = startOf(entry);
    if (start === null) undated.push(entry);
    else lines.push(lineOf(entry, start, today, at));
  });
  return {
    years: yearsOf(range, at),
    bands: bandsOf(book, range, at),
    lines,
    again: yield* againOf(lines),
    earlierHolders: holdersBefore(book, range.from),
    undated,
    today: range.to > today ? at(today) : null,
  };
}
