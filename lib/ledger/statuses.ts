import type { Day, Status, StatusEvent } from './records';

/** Phase of a status: `outside` cannot be rated. */
export type Phase = 'open' | 'closed' | 'outside';

/** Computed, never stored. `passedUnchecked` is no verdict: the term has passed and nobody has checked since. */
export type TermState = 'noDate' | 'notDue' | 'dueSoon' | 'passedUnchecked' | 'overdue';

/** The status of a promise on a day. */
export interface CurrentStatus {
  readonly status: Status;
  readonly phase: Phase;
  /** The event that says so; null for `notRated` without any event. */
  readonly event: StatusEvent | null;
  /** First day on which the present closed status holds; null unless closed. */
  readonly closedOn: Day | null;
}
