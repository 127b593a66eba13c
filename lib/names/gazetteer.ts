import type { Area, Membership, PartialDate, Person, Post, WeakSource } from '@/lib/ledger/records';

/** What a key leads to: the kind and the id of a record, e.g. `person/batalov-amandyk`. */
export type KeyTarget = `${'person' | 'area' | 'post'}/${string}`;

/**
 * The store that the name finder reads: memory in Node, IndexedDB in the extension's worker.
 * Keys are those of `keysOf`; ids that are not known are simply missing from the answers.
 */
export interface Gazetteer {
  targets(keys: readonly string[]): Promise<ReadonlyMap<string, readonly KeyTarget[]>>;
  persons(ids: readonly string[]): Promise<readonly Person[]>;
  areas(ids: readonly string[]): Promise<readonly Area[]>;
  posts(ids: readonly string[]): Promise<readonly Post[]>;
  postsOfAreas(areaIds: readonly string[]): Promise<readonly Post[]>;
  membershipsOfPersons(personIds: readonly string[]): Promise<readonly Membership[]>;
  membershipsOfPosts(postIds: readonly string[]): Promise<readonly Membership[]>;
  weakSources(): Promise<readonly WeakSource[]>;
  /** Runs reads that must be of one moment: what a sync writes meanwhile is seen by all of them or by none. */
  atOnce<T>(read: (gazetteer: Gazetteer) => Promise<T>): Promise<T>;
}

/** What is known of the text. `title` may anchor names but gets no mentions of its own. */
export interface LinkContext {
  /** The article's date; null: not known, then no mention by office alone. */
  readonly date: PartialDate | null;
  readonly title?: string;
}

/** Why a mention was linked, for "why am I seeing this?"; the page turns these into words. */
export type Reason =
  | { readonly kind: 'fullName' }
  | { readonly kind: 'initials' }
  | { readonly kind: 'givenPatronymic' }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'bareSurname'; readonly anchor: string }
  | { readonly kind: 'office'; readonly postId: string; readonly date: PartialDate }
  | { readonly kind: 'area'; readonly areaId: string }
  | { readonly kind: 'tenure'; readonly membershipId: string }
  | { readonly kind: 'namesakes'; readonly count: number }
  | { readonly kind: 'holderUnsure' }
  | { readonly kind: 'onlySurname' };

/**
 * One place in the text. `sure` carries one person; `ambiguous` carries all candidates and is never marked.
 * Offsets are UTF-16 code units into `blocks[block]`, end exclusive.
 */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly outcome: 'sure' | 'ambiguous';
  readonly personId: string | null;
  /** Set when the mention names an office rather than a person. */
  readonly postId: string | null;
  readonly candidates: readonly string[];
  /** True for a bare surname or an office alone: marked in the light style. */
  readonly light: boolean;
  readonly reasons: readonly Reason[];
}
