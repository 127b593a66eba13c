import type { Reason } from './reasons';
import type { Day } from './records';

/** `known` a holder in his own right, `acting` one who stands in; the others name nobody. */
export type HolderState = 'known' | 'acting' | 'vacant' | 'unknown' | 'disputed';

/** Who holds a post, and why this is said. */
export interface HolderAnswer {
  readonly postId: string;
  readonly state: HolderState;
  /** Set only in the states `known` and `acting`. */
  readonly membershipId: string | null;
  readonly personId: string | null;
  /** Those who claim the day with equal right; empty unless `disputed`. */
  readonly candidateIds: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A stretch of days with one answer. Null bounds are open: the beginning and the end of time. */
export interface HolderSpan extends HolderAnswer {
  readonly from: Day | null;
  readonly to: Day | null;
}
