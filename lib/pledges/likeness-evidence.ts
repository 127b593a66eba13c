import type { ConceptId } from '@/lib/language/topic-concepts';
import { PARTS } from '@/lib/language/topic-roles';
import type { Facts, ReadMatter } from './likeness-facts';
import { isSameWord, sharedNames } from './likeness-names';
import { isHolder, standApart, type Things, thingsOfBoth } from './likeness-things';
import { areNearWordings, groupsOf } from './likeness-wording';

/** What each thing in which two promises agree is worth. */
const WORTH = {
  thing: 2,
  /** What other things stand in: it may be only the place. */
  holder: 1,
  /** The share of a thing of its kin: «надземный переход», «мост». */
  kin: 0.85,
  name: 1.2,
  number: 1,
  word: 0.8,
  whom: 1,
  deed: 0.4,
  place: 0.4,
  otherThings: -2,
  otherPeople: -1.5,
};
/** A known thing in both is enough. */
export const ENOUGH = 2;
/** Names and words beyond these tell no more. */
const MOST_COUNTED = 2;

function worthOf(id: ConceptId): number {
  return isHolder(id) ? WORTH.holder : WORTH.thing;
}

function sharedWorth(id: ConceptId, like: readonly ConceptId[]): number {
  return like.includes(id) ? worthOf(id) : Math.max(...[id, ...like].map(worthOf)) * WORTH.kin;
}

/** What is told besides what both stand in; parts of a building that is mended as a whole are no other things. */
function extrasOf(ids: readonly ConceptId[], a: Facts, b: Facts): ConceptId[] {
  const areBothMended = [a, b].every(({ deeds }) => groupsOf(deeds).includes('mend'));
  return ids.filter((id) => !isHolder(id) && !(areBothMended && PARTS.has(id)));
}

/** What two promises are worth that both name nothing but what other things stand in; null when the rest differs. */
function worthOfHolders(
  a: Facts,
  b: Facts,
  { onlyA, onlyB }: Things,
  shared: number,
): number | null {
  if (onlyA.length > 0 && onlyB.length > 0) return null;
  const isMore =
    (onlyA.length > 0 && isMostlyUnknown(b, a)) || (onlyB.length > 0 && isMostlyUnknown(a, b));
  // A school that neither text says more of is itself what is mended.
  if (extrasOf([...onlyA, ...onlyB], a, b).length === 0 && !isMore) return shared + WORTH.holder;
  return areNearWordings(a, b) ? null : Math.min(shared, WORTH.holder);
}

/** What the things of two promises are worth; null when they speak of different ones. */
function worthOfThings(a: Facts, b: Facts): number | null {
  const things = thingsOfBoth(a, b);
  const { both, onlyA, onlyB } = things;
  if (both.length === 0) return onlyA.length > 0 && onlyB.length > 0 ? null : 0;
  if (standApart(a, b)) return null;
  const shared = both.reduce((sum, [id, like]) => sum + sharedWorth(id, like), 0);
  if (both.every(([id]) => isHolder(id))) return worthOfHolders(a, b, things, shared);
  const areOther = [onlyA, onlyB].every((ids) => ids.some((id) => !isHolder(id)));
  return shared + (areOther ? WORTH.otherThings : 0);
}

/** Whether what `a` speaks of is half or more in words that no table knows and `b` has not. */
function isMostlyUnknown(a: Facts, b: Facts): boolean {
  const own = [...a.words].filter(
    (word) => !a.known.has(word) && ![...b.allWords].some((one) => isSameWord(word, one)),
  );
  return own.length * 2 >= a.words.size && own.length > 0;
}

function worthOfPeople(a: Facts, b: Facts): number {
  if (a.whom.size === 0 || b.whom.size === 0) return 0;
  return [...a.whom].some((id) => b.whom.has(id)) ? WORTH.whom : WORTH.otherPeople;
}

/** Words that no table knows, in both; loan words across languages too (трамвай, tram). */
function sharedWords(a: Facts, b: Facts): number {
  return [...a.words].filter(
    (word) => !a.known.has(word) && [...b.words].some((one) => isSameWord(word, one)),
  ).length;
}

/** What street, river or building both name; a village is told by its name alone. */
function sharePlace(a: Facts, b: Facts): boolean {
  return [...a.places].some((one) => one !== 'settlement' && b.places.has(one));
}

function shareNumber(a: Facts, b: Facts): boolean {
  return [...a.numbers].some((one) => b.numbers.has(one));
}

/** How much of what `a` says `b` says too; null when the things are different ones. */
export function evidenceIn(a: ReadMatter, b: ReadMatter): number | null {
  const [ofA, ofB] = [a.facts, b.facts];
  const things = worthOfThings(ofA, ofB);
  if (things === null) return null;
  const grounds = [
    things,
    worthOfPeople(ofA, ofB),
    Math.min(sharedNames(a, b), MOST_COUNTED) * WORTH.name,
    Math.min(sharedWords(ofA, ofB), MOST_COUNTED) * WORTH.word,
    shareNumber(ofA, ofB) ? WORTH.number : 0,
    sharePlace(ofA, ofB) ? WORTH.place : 0,
    ofA.deeds.size > 0 && ofB.deeds.size > 0 ? WORTH.deed : 0,
  ];
  return grounds.reduce((sum, worth) => sum + worth, 0);
}
