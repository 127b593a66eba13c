import type { Answer } from './answers';
import type { HolderAnswer, HolderSpan } from './holders';
import type {
  Area,
  Day,
  Membership,
  PartialDate,
  Person,
  Pledge,
  Post,
  Reply,
  StanceKind,
  Status,
  StatusEvent,
} from './records';
import type { RepeatGist } from './repeats';
import type { CurrentStatus, TermState } from './statuses';

/**
 * The two days of a book. `day`: on which office and inheritance are judged (the article's date; null: not
 * known, then nothing is said to be inherited). `today`: up to which statuses, replies and terms are told.
 * For a book as it stood on a day, give the same day twice.
 */
export interface BookDays {
  readonly day: Day | null;
  readonly today: Day;
}

/** What a holder said of an inherited promise; `silent` when nothing is recorded. */
export type HandStance = StanceKind | 'silent';

/** One pair of hands that a promise was in: a span of one holder in one post. */
export interface Hand {
  readonly postId: string;
  readonly span: HolderSpan;
  /** First and last day in these hands; `from` null: the day of saying is not known; `to` null: until now. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** How it came here: said here, from an unnamed predecessor, handed on with the post, or moved with lineage. */
  readonly by: 'said' | 'unnamed' | 'succession' | 'lineage';
  /** Valid status events of these days, oldest first. */
  readonly events: readonly StatusEvent[];
  readonly stance: HandStance;
}

/** A promise as a book shows it. */
export interface BookEntry {
  readonly promise: Pledge;
  /** Who answers on the day, for this book's post or person; null when the day is not known. */
  readonly answer: Answer | null;
  readonly status: CurrentStatus;
  /** Null unless the promise is open. */
  readonly term: TermState | null;
  /** From the first holder to the one on `day`, oldest first; empty when the day is not known. */
  readonly hands: readonly Hand[];
  /** The source does not name who said it. */
  readonly makerUnnamed: boolean;
  /** The source is a copy or an aggregator: shown as unconfirmed. */
  readonly weakSource: boolean;
  /** All sources of the event that tells the status are weak: the status is shown as unconfirmed. */
  readonly weakStatus: boolean;
  readonly repeat: RepeatGist | null;
  readonly replies: readonly Reply[];
}

/** A promise left in an earlier post, with who answers for it now (several after a split without an area). */
export interface LeftEntry extends BookEntry {
  readonly answersNow: readonly Answer[];
}

/** A closed promise, with who held the post when it closed. */
export interface ClosedEntry extends BookEntry {
  /** A partial date: when the present status was first stated. */
  readonly closedOn: PartialDate;
  readonly closedBy: HolderAnswer;
  /** Whether the person or holder of this book made it or had inherited it. */
  readonly relation: 'made' | 'inherited';
}

/** How many promises, by status and term. `total` = sum of `byStatus` = open + closed + outside. */
export interface Counts {
  readonly total: number;
  readonly open: number;
  readonly closed: number;
  /** Cannot be rated. */
  readonly outside: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Of the open ones only; sums up to `open`. */
  readonly byTerm: Readonly<Record<TermState, number>>;
}

/** An office of a person, with who held it on the day of the book. */
export interface HeldOffice {
  readonly post: Post;
  readonly membership: Membership;
  /** Null when the day is not known. */
  readonly holder: HolderAnswer | null;
  /** Whether this person is the holder on the day. */
  readonly isHeld: boolean;
  readonly isWeak: boolean;
}

/** "The fourth akim in five years": counted from dated, not weak memberships; null when fewer than two. */
export interface HolderCount {
  readonly nth: number;
  /** Whole years from the first counted holder's first evidence to the day, rounded up; at most `LATELY_YEARS`. */
  readonly years: number;
  /** True when undated or unknown holders may come on top: "at least the fourth". */
  readonly atLeast: boolean;
}

/** The facts of the one-line gist. */
export interface Gist {
  /** For the office of the day; null when the person holds none, or several. */
  readonly holders: HolderCount | null;
  /** Open promises of predecessors, on the day. */
  readonly leftOpen: number;
  readonly overdue: number;
  readonly passedUnchecked: number;
}

/**
 * A person's book. Every promise is in exactly one of `made`, `inherited`, `left`, `closed`, `outside`,
 * `unclear`. Each list is ordered by the day of saying, oldest first, unknown days last.
 */
export interface PersonBook {
  readonly person: Person;
  readonly days: BookDays;
  /** False when `day` is null: inheritance was not judged. */
  readonly isInheritanceJudged: boolean;
  readonly offices: readonly HeldOffice[];
  /** Said by this person and open, and he answers for it on the day. */
  readonly made: readonly BookEntry[];
  /** Said by another, open, and he answers for it on the day. */
  readonly inherited: readonly BookEntry[];
  /** Said by this person and open, and others answer for it on the day. */
  readonly left: readonly LeftEntry[];
  /** Closed: said by him, or closed while he answered for it. */
  readonly closed: readonly ClosedEntry[];
  /** Cannot be rated: said by him, or his to answer for. */
  readonly outside: readonly BookEntry[];
  /** Open, his own or a predecessor's, and whether he answers for it cannot be told from the records. */
  readonly unclear: readonly BookEntry[];
  /** Made and inherited are never summed into one figure. */
  readonly counts: {
    readonly made: Counts;
    readonly inherited: Counts;
    readonly left: Counts;
    readonly closedMade: Counts;
    readonly closedInherited: Counts;
    readonly outside: Counts;
    readonly unclear: Counts;
  };
  readonly gist: Gist;
}

/** A holder in the order of a post. */
export interface PostHolder {
  readonly membership: Membership;
  /** First and last day that dated evidence shows; null: no dated evidence. */
  readonly firstSeen: Day | null;
  readonly lastSeen: Day | null;
  readonly isWeak: boolean;
}

/** What one holder did with the post's promises. */
export interface HolderTally {
  readonly membershipId: string;
  readonly made: number;
  readonly inherited: number;
  readonly closedMade: number;
  readonly closedInherited: number;
}

/** A post's book. Every promise is in exactly one of `open`, `closed`, `outside`, `moved`. */
export interface PostBook {
  readonly post: Post;
  readonly days: BookDays;
  /** The time line of the post: spans in order, from the first evidence to the last day of the book. */
  readonly spans: readonly HolderSpan[];
  /** The same, cut also where the reason changes: past the last evidence a span is only `withinReach`. */
  readonly segments: readonly HolderSpan[];
  /** Holders whose order is known, oldest first. */
  readonly holders: readonly PostHolder[];
  /** Groups whose place in the order is not known; inside a group the order is known. */
  readonly unordered: readonly (readonly PostHolder[])[];
  /** Who holds it on the day; null when the day is not known. */
  readonly holder: HolderAnswer | null;
  readonly open: readonly BookEntry[];
  readonly closed: readonly ClosedEntry[];
  readonly outside: readonly BookEntry[];
  /** Said in this post, and by the day gone to other posts with a step of lineage. */
  readonly moved: readonly LeftEntry[];
  readonly counts: Counts;
  readonly tallies: readonly HolderTally[];
  readonly gist: Gist & {
    /** Open, said by the holder of the day. */
    readonly madeOpen: number;
    /** Kept or kept in part, and how many of them by someone who had not said it. */
    readonly kept: number;
    readonly keptBySuccessor: number;
    readonly broken: number;
    /** Median days in office of the holders with both dates; null when none has. */
    readonly usualTermDays: number | null;
  };
}

/** An area's book: its posts, and the books of its children; a promise counts once in `counts`. */
export interface AreaBook {
  readonly area: Area;
  readonly days: BookDays;
  readonly posts: readonly PostBook[];
  readonly children: readonly AreaBook[];
  readonly counts: Counts;
}
