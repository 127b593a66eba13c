import { type Fits, fitsOf } from './fits';
import type { LookUpIndex } from './index-shape';
import { giveBack, type Match, matchWord } from './match';
import { parseQuery, type QueryWord, withJoined } from './query';
import { bestRecords, type Fit, type Ranked, type RankWish } from './rank';
import { addTypos } from './typos';

/** One answer of the look-up, and how its name fits: see `Fit`. */
export interface LookUpHit {
  readonly kind: 'person' | 'area' | 'post';
  readonly id: string;
  readonly fit: Fit;
  /** A person's offices, one held now before those of the past, the last of these first; an office itself. */
  readonly posts: readonly string[];
  /** The area that an area lies in. */
  readonly parentId: string | null;
}

/** What is asked beside the words. */
export interface LookUpWish {
  readonly limit: number;
  /** Never changed once it was asked with. Records named on the page in front, as `person/{id}` and `post/{id}`: of equals they stand first. */
  readonly onPage: ReadonlySet<string>;
}

/** No name is as long; more words than these have no bit in a mask. */
const MOST_WORDS = 24;

/** Matches of the last words, so that each letter typed costs one word only. */
const matches = new WeakMap<LookUpIndex, Map<string, Match>>();
const MATCHES_KEPT = 12;

function keptOf(index: LookUpIndex): Map<string, Match> {
  const kept = matches.get(index) ?? new Map<string, Match>();
  matches.set(index, kept);
  return kept;
}

/** To be called between two queries: one that is being answered looks at all its matches. */
function forgetOldest(index: LookUpIndex): void {
  const kept = keptOf(index);
  for (const [key, match] of kept) {
    if (kept.size <= MATCHES_KEPT) return;
    kept.delete(key);
    giveBack(index, match);
  }
}

function matchOf(index: LookUpIndex, word: QueryWord, withTypos: boolean): Match {
  const kept = keptOf(index);
  const key = `${withTypos ? '?' : '='}${word.isInitial ? '.' : ''}${word.beginnings.join()} ${word.skeleton} ${word.letters}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = matchWord(index, word);
  if (withTypos) addTypos(index, made, word);
  kept.set(key, made);
  return made;
}

function fitsOfWords(index: LookUpIndex, words: readonly QueryWord[], withTypos: boolean): Fits {
  return fitsOf(
    index,
    words,
    words.map((word) => matchOf(index, word, withTypos)),
  );
}

/**
 * As typed; then with neighbours joined; then with typos. A later way is gone only where no hit is sure and there is
 * room: what it finds stands behind what is begun.
 */
function ranked(index: LookUpIndex, words: readonly QueryWord[], wish: RankWish): Ranked[] {
  const asTyped = bestRecords(index, fitsOfWords(index, words, false), wish);
  if (asTyped.length >= wish.limit || asTyped.some(({ fit }) => fit === 'sure')) return asTyped;
  const joined = words.flatMap((_, at) => {
    const one = withJoined(words, at);
    return one === null ? [] : bestRecords(index, fitsOfWords(index, one, false), wish);
  });
  if (joined.some(({ fit }) => fit === 'sure')) return merged([...asTyped, ...joined], wish.limit);
  const mistyped = bestRecords(index, fitsOfWords(index, words, true), wish);
  return merged([...asTyped, ...joined, ...mistyped], wish.limit);
}

function merged(records: readonly Ranked[], limit: number): Ranked[] {
  const best = new Map<number, Ranked>();
  for (const one of records)
    if ((best.get(one.record)?.rank ?? 0) < one.rank) best.set(one.record, one);
  return [...best.values()].sort((a, b) => b.rank - a.rank || a.record - b.record).slice(0, limit);
}

/** The numbers of the last page's records: the same set is asked with at every letter. */
const numbersOnPage = new WeakMap<
  LookUpIndex,
  { readonly of: ReadonlySet<string>; readonly numbers: ReadonlySet<number> }
>();

/** The number of each record named on the page. */
function numbersOf(index: LookUpIndex, onPage: ReadonlySet<string>): ReadonlySet<number> {
  const known = numbersOnPage.get(index);
  if (known?.of === onPage) return known.numbers;
  const numbers = new Set<number>();
  const { persons, areas, posts } = index;
  const records = onPage.size === 0 ? 0 : persons + areas + posts;
  for (let record = 0; record < records; record += 1)
    if (onPage.has(targetOf(index, record))) numbers.add(record);
  numbersOnPage.set(index, { of: onPage, numbers });
  return numbers;
}

function kindOf({ persons, areas }: LookUpIndex, record: number): LookUpHit['kind'] {
  if (record < persons) return 'person';
  return record < persons + areas ? 'area' : 'post';
}

const idOf = ({ ids, idStarts }: LookUpIndex, record: number): string =>
  ids.slice(idStarts[record], idStarts[record + 1]);

const targetOf = (index: LookUpIndex, record: number): string =>
  `${kindOf(index, record)}/${idOf(index, record)}`;

function postsOf(index: LookUpIndex, record: number): readonly string[] {
  const { persons, areas, heldPosts, heldStarts } = index;
  if (record >= persons) return kindOf(index, record) === 'post' ? [idOf(index, record)] : [];
  const held = heldPosts.subarray(heldStarts[record], heldStarts[record + 1]);
  return Array.from(held, (post) => idOf(index, persons + areas + post));
}

function parentOf(index: LookUpIndex, record: number): string | null {
  if (kindOf(index, record) !== 'area') return null;
  const parent = index.areaParents[record - index.persons] ?? -1;
  return parent < 0 ? null : idOf(index, index.persons + parent);
}

/**
 * Officials, offices and places by any part of a name, in any case ending, script or order, with initials and
 * up to two mistyped letters; best first, at most `limit`. Nothing typed, or a single letter, finds nothing.
 */
export function lookUp(
  index: LookUpIndex,
  query: string,
  { limit, onPage }: LookUpWish,
): readonly LookUpHit[] {
  const words = parseQuery(query);
  const isEnough = words.some(({ skeleton, letters }) => skeleton.length > 1 || letters > 1);
  if (!isEnough || words.length > MOST_WORDS || limit < 1) return [];
  forgetOldest(index);
  const wish = { limit, onPage: numbersOf(index, onPage) };
  return ranked(index, words, wish).map(({ record, fit }) => ({
    kind: kindOf(index, record),
    id: idOf(index, record),
    fit,
    posts: postsOf(index, record),
    parentId: parentOf(index, record),
  }));
}
