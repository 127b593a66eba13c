import { CLASSES, type LookUpIndex } from './index-shape';
import type { Match } from './match';
import { QUALITY } from './quality';
import type { QueryWord } from './query';

/**
 * The typed words as bits: which of them fit each record, and how. A record is found when every word that is
 * needed fits it; how well is asked only then.
 */
export interface Fits {
  readonly words: readonly QueryWord[];
  readonly matches: readonly Match[];
  /** Words that must fit. */
  readonly needed: number;
  /** Words that fit a name, by person; stands until the next `fitsOf` of the index. */
  readonly persons: Uint32Array;
  /** The persons whom any word fits. */
  readonly touched: readonly number[];
  /** Words that fit the area or one that it lies in, by name or kind. */
  readonly areas: Uint32Array;
  /** Words that fit the area's own names. */
  readonly areaNames: Uint32Array;
  /** Words that are for its kind, by class. */
  readonly kinds: readonly number[];
  /** Words that fit the post by its role, its area or its label. */
  readonly posts: Uint32Array;
  /** Words that may say the role of a post. */
  readonly titles: number;
  /** Initials and patronymics: the ledger may not have that name of a person. */
  readonly maybeUnknown: number;
}

const bit = (at: number): number => 1 << at;

function maskOf(
  words: readonly QueryWord[],
  isIn: (word: QueryWord, at: number) => boolean,
): number {
  let mask = 0;
  for (const [at, word] of words.entries()) if (isIn(word, at)) mask |= bit(at);
  return mask;
}

/** Deeper trees of areas do not exist; a ring of parents ends here. */
export const DEEPEST = 6;

/** A word for a kind that is itself a name («столица») stands for the place of that name alone. */
function isWholeName({ areas, areaWords }: Match): boolean {
  return areas.some((quality, area) => quality >= QUALITY.stem && areaWords[area] === 1);
}

/** Words that fit each area's own names. */
function nameMasks(index: LookUpIndex, matches: readonly Match[]): Uint32Array {
  const masks = new Uint32Array(index.areas);
  for (const [at, match] of matches.entries())
    for (let area = 0; area < index.areas; area += 1)
      if (match.areas[area] !== 0) masks[area] = (masks[area] ?? 0) | bit(at);
  return masks;
}

function areaMasks(index: LookUpIndex, words: readonly QueryWord[], matches: readonly Match[]) {
  const own = nameMasks(index, matches);
  const byClass = CLASSES.map((one) =>
    maskOf(words, ({ classes }, at) => {
      const match = matches[at];
      return classes.has(one) && match !== undefined && !isWholeName(match);
    }),
  );
  const kindOf = (area: number): number => byClass[index.areaClasses[area] ?? 0] ?? 0;
  const all = new Uint32Array(index.areas);
  for (let area = 0; area < index.areas; area += 1) {
    let up = area;
    for (let depth = 0; up >= 0 && depth < DEEPEST; depth += 1) {
      // «Район» is said of the area that is named, not of one that happens to lie around it.
      const kind = depth === 0 || own[up] !== 0 ? kindOf(up) : 0;
      all[area] = (all[area] ?? 0) | (own[up] ?? 0) | kind;
      up = index.areaParents[up] ?? -1;
    }
  }
  return { own, all, byClass };
}

function postMasks(
  index: LookUpIndex,
  words: readonly QueryWord[],
  matches: readonly Match[],
  areas: Uint32Array,
): Uint32Array {
  const byRole = index.roles.map((role) =>
    maskOf(words, ({ title }) => title !== null && (title.isAnyHead || title.roles.has(role))),
  );
  const masks = new Uint32Array(index.posts);
  for (let post = 0; post < index.posts; post += 1) {
    const area = index.postAreas[post] ?? -1;
    masks[post] = (byRole[index.postRoles[post] ?? 0] ?? 0) | (area < 0 ? 0 : (areas[area] ?? 0));
  }
  for (const [at, match] of matches.entries())
    for (let post = 0; post < index.posts; post += 1)
      if (match.posts[post] !== 0) masks[post] = (masks[post] ?? 0) | bit(at);
  return masks;
}

/** The masks of all persons, kept to be filled anew: 0.4 MB of 100,000, needed up to three times a letter. */
const personMasks = new WeakMap<LookUpIndex, { masks: Uint32Array; set: number[] }>();

function personFits(
  index: LookUpIndex,
  matches: readonly Match[],
): Pick<Fits, 'persons' | 'touched'> {
  const kept = personMasks.get(index) ?? { masks: new Uint32Array(index.persons), set: [] };
  personMasks.set(index, kept);
  const { masks } = kept;
  for (const person of kept.set) masks[person] = 0;
  kept.set = [];
  for (const [at, { touched }] of matches.entries())
    for (const person of touched) {
      if (masks[person] === 0) kept.set.push(person);
      masks[person] = (masks[person] ?? 0) | bit(at);
    }
  return { persons: masks, touched: kept.set };
}

/** Which typed words fit which records. */
export function fitsOf(
  index: LookUpIndex,
  words: readonly QueryWord[],
  matches: readonly Match[],
): Fits {
  const areas = areaMasks(index, words, matches);
  const needed = maskOf(words, ({ isOptional }) => !isOptional);
  return {
    words,
    matches,
    needed: needed === 0 ? maskOf(words, () => true) : needed,
    ...personFits(index, matches),
    areas: areas.all,
    areaNames: areas.own,
    kinds: areas.byClass,
    posts: postMasks(index, words, matches, areas.all),
    titles: maskOf(words, ({ title }) => title !== null),
    maybeUnknown: maskOf(words, ({ isInitial, root }) => isInitial || root !== null),
  };
}
