import type { Day, PartialDate } from './records';

/** Why an answer is what it is, one step each, in the order in which the steps were taken. */
export type Reason =
  /** The membership's dates hold the day. */
  | { readonly code: 'inTerm'; readonly membershipId: string }
  /** The day lies in a partial date of the membership, so it holds only as far as the source is exact. */
  | { readonly code: 'inPartialDate'; readonly membershipId: string; readonly date: PartialDate }
  /** Nothing dated later than `lastSeen`; the day is within twelve months of it. */
  | { readonly code: 'withinReach'; readonly membershipId: string; readonly lastSeen: Day }
  /** The membership's missing end is the start of the one stated to follow it, or the other way round. */
  | { readonly code: 'statedSuccession'; readonly membershipId: string; readonly otherId: string }
  /** Dated evidence of the membership ends on `lastSeen` and the day is beyond its reach. */
  | { readonly code: 'beyondReach'; readonly membershipId: string; readonly lastSeen: Day }
  /** The first dated evidence of the membership is later than the day. */
  | { readonly code: 'notYetSeen'; readonly membershipId: string; readonly firstSeen: Day }
  /** No date at all is known for the membership. */
  | { readonly code: 'undated'; readonly membershipId: string }
  /** All sources of the membership are weak: it decides nothing. */
  | { readonly code: 'weakSources'; readonly membershipId: string }
  /** Several claim the day with equal right. */
  | { readonly code: 'equalClaims'; readonly membershipIds: readonly string[] }
  /** A gap between two dated neighbours. */
  | { readonly code: 'gap'; readonly membershipId: string; readonly otherId: string }
  | { readonly code: 'noMembership'; readonly postId: string }
  | { readonly code: 'postNotFounded'; readonly postId: string; readonly date: PartialDate }
  | { readonly code: 'postAbolished'; readonly postId: string; readonly date: PartialDate }
  /** The promise went from one post to another by a step of lineage. */
  | { readonly code: 'lineage'; readonly lineageId: string; readonly date: PartialDate }
  /** The promise names no area, so a split hands it to each post. */
  | { readonly code: 'noArea'; readonly lineageId: string }
  | { readonly code: 'boundToPerson'; readonly personId: string }
  /** The source names no maker. */
  | { readonly code: 'makerUnnamed'; readonly publishedOn: PartialDate | null }
  /** The day of saying is not known, and the holder may have come before the maker. */
  | { readonly code: 'saidUnknown'; readonly membershipId: string }
  /** The promise was not yet said on the day. */
  | { readonly code: 'notYetSaid'; readonly saidOn: PartialDate };
