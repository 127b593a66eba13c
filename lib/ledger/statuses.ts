import { comparePartial, daysBetween, firstDay, lastDay } from './partial-date';
import type { Day, PartialDate, Pledge, Status, StatusEvent } from './records';

/** Phase of a status: `outside` cannot be rated. */
export type Phase = 'open' | 'closed' | 'outside';

export const TERM_STATES = ['noDate', 'notDue', 'dueSoon', 'passedUnchecked', 'overdue'] as const;
/** Computed, never stored. `passedUnchecked` is no verdict: the term has passed and nobody has checked since. */
export type TermState = (typeof TERM_STATES)[number];

/** How many days before the last day of its term a promise is "due soon". */
const DUE_SOON_DAYS = 30;

/** The status of a promise on a day. */
export interface CurrentStatus {
  readonly status: Status;
  readonly phase: Phase;
  /** The event that says so; null for `notRated` without any event. */
  readonly event: StatusEvent | null;
  /** When the present closed status was first stated; null unless closed. */
  readonly closedOn: PartialDate | null;
}

const PHASES: Readonly<Record<Status, Phase>> = {
  notRated: 'open',
  inProgress: 'open',
  stalled: 'open',
  kept: 'closed',
  partlyKept: 'closed',
  broken: 'closed',
  unrateable: 'outside',
};

/** The phase of a status. */
export function phaseOf(status: Status): Phase {
  return PHASES[status];
}

/** The statuses that need at least one source. */
export const SOURCED_STATUSES: ReadonlySet<Status> = new Set([
  'kept',
  'partlyKept',
  'broken',
  'stalled',
]);

const UNTOUCHED: CurrentStatus = { status: 'notRated', phase: 'open', event: null, closedOn: null };

/** The events that are not named by another's `correctsId`, oldest first by `on`, then `recordedAt`. */
export function validEvents(events: readonly StatusEvent[]): readonly StatusEvent[] {
  const corrected = new Set(events.map((e) => e.correctsId));
  return events.filter((e) => !corrected.has(e.id)).sort(compareEvents);
}

function compareEvents(a: StatusEvent, b: StatusEvent): number {
  return (
    comparePartial(a.on, b.on) ||
    compareTexts(a.recordedAt, b.recordedAt) ||
    compareTexts(a.id, b.id)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The status on a day, of events that come from `validEvents`. An event counts from the first day of its
 * partial date.
 */
export function statusOn(valid: readonly StatusEvent[], day: Day): CurrentStatus {
  let event: StatusEvent | null = null;
  /** Of the first event of the unbroken run of one status that ends the known ones. */
  let statedOn: PartialDate | null = null;
  for (const next of valid) {
    if (firstDay(next.on) > day) continue;
    if (next.status !== event?.status) statedOn = next.on;
    event = next;
  }
  if (event === null) return UNTOUCHED;
  const { status } = event;
  const phase = phaseOf(status);
  return { status, phase, event, closedOn: phase === 'closed' ? statedOn : null };
}

/**
 * The state of the term of an open promise on a day; null when the promise is not open. The term has passed
 * after the last day of its partial date; it is `overdue` only by an event dated wholly after that day.
 */
export function termOn(promise: Pledge, current: CurrentStatus, day: Day): TermState | null {
  if (current.phase !== 'open') return null;
  if (promise.dueOn === null) return 'noDate';
  const due = lastDay(promise.dueOn);
  if (day <= due) return daysBetween(day, due) <= DUE_SOON_DAYS ? 'dueSoon' : 'notDue';
  const { status, event } = current;
  const isCheckedSince = event !== null && firstDay(event.on) > due;
  return isCheckedSince && (status === 'inProgress' || status === 'stalled')
    ? 'overdue'
    : 'passedUnchecked';
}
