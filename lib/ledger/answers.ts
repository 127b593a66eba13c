import type { HolderAnswer } from './holders';
import type { Reason } from './reasons';

/** How the holder of the day stands to the promise; `vacant`, `unknown` and `disputed` name nobody. */
export type Relation = 'made' | 'inherited' | 'vacant' | 'unknown' | 'disputed';

/** Who answers for a promise on a day, in one post. */
export interface Answer {
  readonly promiseId: string;
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
