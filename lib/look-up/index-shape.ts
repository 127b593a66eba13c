import type { AreaClass } from '@/lib/ledger/records';
import { KEY_VERSION } from '@/lib/names/keys';

/** Counts up whenever the same ledger would give another index of the same skeletons. */
const OWN_VERSION = 3;

/** Another one than that of a stored index: it is made anew. Skeletons change with the keys of names. */
export const INDEX_VERSION = `${KEY_VERSION}.${OWN_VERSION}`;

/**
 * The names of a ledger as arrays of numbers, which a browser stores and reads as they are. Records have
 * numbers: persons first, then areas, then posts; `ids` tells which record a number is.
 */
export interface LookUpIndex {
  readonly version: string;
  readonly persons: number;
  readonly areas: number;
  readonly posts: number;
  /** The ids in order of their numbers, one after another. */
  readonly ids: string;
  /** Where each id begins; one more at the end. So in all `…Starts`. */
  readonly idStarts: Uint32Array<ArrayBuffer>;
  /** The skeletons of all words in order, one byte a letter; patronymics' roots behind `ROOT`, after all others. */
  readonly letters: Uint8Array<ArrayBuffer>;
  readonly wordStarts: Uint32Array<ArrayBuffer>;
  readonly postingStarts: Uint32Array<ArrayBuffer>;
  /** Number of the record × 8, and the part of its name: see `PART`; with an area, how many words that name has. */
  readonly postings: Uint32Array<ArrayBuffer>;
  /** Bits of `PERSON`. */
  readonly personFlags: Uint8Array<ArrayBuffer>;
  readonly heldStarts: Uint32Array<ArrayBuffer>;
  /** Posts that a person holds or held, counted from the first post: one held now, then those seen last. */
  readonly heldPosts: Uint32Array<ArrayBuffer>;
  /** Places in `CLASSES`. */
  readonly areaClasses: Uint8Array<ArrayBuffer>;
  /** The area that each lies in, counted from the first area; -1: in none. */
  readonly areaParents: Int32Array<ArrayBuffer>;
  /** Places in `roles`. */
  readonly postRoles: Uint16Array<ArrayBuffer>;
  /** The area of each post, counted from the first area; -1: none. */
  readonly postAreas: Int32Array<ArrayBuffer>;
  /** 1: abolished. */
  readonly postsGone: Uint8Array<ArrayBuffer>;
  readonly roles: readonly string[];
}

/** Parts of a person's name; both halves of a double name have one of their own. */
export const PART = {
  family: 0,
  familyHalf: 1,
  given: 2,
  givenHalf: 3,
  patronymic: 4,
  /** Words of a name whose order is not known; three of them can be told apart. */
  other: 5,
} as const;

export const PARTS = 8;

/** What is known of a person besides the name. */
export const PERSON = { holdsNow: 1, hasPatronymic: 2 } as const;

/** Begins the root of a patronymic: «Маратович» and «Маратұлы» have one. Sorts after every letter. */
export const ROOT = '~';

/** Kinds of areas, those first that a name without its kind stands for first. */
export const CLASSES: readonly AreaClass[] = [
  'city',
  'country',
  'settlement',
  'oblast',
  'district',
  'ruralDistrict',
];
