import type { ConceptId } from '@/lib/language/topic-concepts';
import { DEED_GROUPS, INCIDENTAL, WIDE } from '@/lib/language/topic-roles';
import type { Facts } from './likeness-facts';
import { LEAST_NEAR_NAME } from './likeness-names';
import { isOneThing } from './likeness-things';

/** A wording is the other one with a word changed when this share of the longer one's words is in both. */
const NEAR_WORDING = 0.5;
/** From this share on an unknown word changed is enough. */
const VERY_NEAR_WORDING = 0.6;
const MOST_CHANGED = 2;

/** Whether two wordings are one but for a few words. */
export function areNearWordings(a: Facts, b: Facts, share = NEAR_WORDING): boolean {
  const shared = [...a.allWords].filter((word) => b.allWords.has(word)).length;
  return shared >= Math.max(a.allWords.size, b.allWords.size) * share;
}

/** The groups of deeds that may be one deed in other words. */
export function groupsOf(deeds: Iterable<ConceptId>): string[] {
  return [...deeds].flatMap((id) => DEED_GROUPS[id] ?? []);
}

/** Whether `to` has the word of `from`, or another for the same thing or deed. */
function isAnswered(word: string, from: Facts, to: Facts, isVeryNear: boolean): boolean {
  const thing = from.thingOfWord.get(word);
  if (thing !== undefined) {
    const isIn = (id: ConceptId): boolean => (isVeryNear ? thing === id : isOneThing(thing, id));
    return WIDE.has(thing) || INCIDENTAL.has(thing) || [...to.things].some(isIn);
  }
  const deed = from.deedOfWord.get(word);
  const groups = deed === undefined ? [] : groupsOf([deed]);
  if (groupsOf(to.deeds).some((group) => groups.includes(group))) return true;
  return [...to.allWords].some((one) => one.startsWith(word.slice(0, LEAST_NEAR_NAME)));
}

/** Whether two wordings are one but for what they are about: «балық зауыты», «тұз зауыты»; «почистим», «зарыбим». */
export function isWordChanged(a: Facts, b: Facts): boolean {
  if (!areNearWordings(a, b)) return false;
  const isVeryNear = areNearWordings(a, b, VERY_NEAR_WORDING);
  const changed = (from: Facts, to: Facts): boolean => {
    const words = [...from.telling].filter((word) => !isAnswered(word, from, to, isVeryNear));
    const isKnown = words.some((word) => from.known.has(word) || !from.words.has(word));
    return words.length > 0 && words.length <= MOST_CHANGED && (isVeryNear || isKnown);
  };
  return changed(a, b) && changed(b, a);
}
