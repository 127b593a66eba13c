import { fold, stem } from '@/lib/language/fold';
import type { ConceptId } from '@/lib/language/topic-concepts';
import { CONTAINERS, DEED_GROUPS, INCIDENTAL, KIN, WIDE } from '@/lib/language/topic-kin';
import { SAME_NAMES } from '@/lib/language/topic-words';
import type { Day, Lang } from '@/lib/ledger/records';
import { type Facts, factsOf, STEM_LETTERS } from './likeness-facts';

/** What of a promise its likeness is told by. */
export interface Matter {
  readonly text: string;
  readonly lang: Lang;
  readonly saidOn: Day;
  readonly areaId: string | null;
}

/** What decided: the first ground against, or that for. */
export type LikenessGround =
  | 'area'
  | 'name'
  | 'number'
  | 'object'
  | 'deed'
  | 'unknown'
  | 'sameObject'
  | 'sameWords';

export interface Likeness {
  readonly same: boolean;
  readonly why: LikenessGround;
}

/** Without a known object, this share of the shorter text's telling words must be in the other. */
const SAME_WORDS = 0.5;
/** A wording is the other one with a word changed when this share of the longer one's words is in both. */
const NEAR_WORDING = 0.5;
const MOST_CHANGED = 2;
/** Shorter skeletons differ by a letter and are other names. */
const LEAST_NEAR_NAME = 4;

function without<T>(a: Iterable<T>, has: (one: T) => boolean): T[] {
  return [...a].filter((one) => !has(one));
}

/** Consonants that one name is spelt with in two languages: Сатпаев, Сәтбаев. */
const KIN_LETTERS = ['pb', 'td', 'kg', 'sw', 'zs', 'vu'];

function isSlight(a: string, b: string): boolean {
  if (!/[^aeiou]/.test(a + b)) return true;
  return KIN_LETTERS.some((pair) => pair === a + b || pair === b + a);
}

/** Whether a vowel more or less, another vowel or a kin consonant makes `b` of `a`. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1)) return isSlight(restA.charAt(0), restB.charAt(0));
  if (restA.slice(1) === restB) return isSlight(restA.charAt(0), '');
  return restA === restB.slice(1) && isSlight(restB.charAt(0), '');
}

/** One name in two cases, languages or scripts: one skeleton begins with the other. */
function isSameName(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** The same across languages, where spellings differ by a letter (Сатпаев, Сәтбаев) or names are translated. */
function isSameNameAbroad(a: string, b: string): boolean {
  if (
    isSameName(a, b) ||
    SAME_NAMES.some((names) => [a, b].every((one) => names.some((name) => one.startsWith(name))))
  )
    return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < LEAST_NEAR_NAME) return false;
  return [-1, 0, 1].some((more) => differByOne(short, long.slice(0, short.length + more)));
}

function areaKeys(areaId: string | null): string[] {
  return (areaId ?? '')
    .split(/[-:]/u)
    .map((part) => stem(fold(part)))
    .filter((part) => part.length > 2);
}

/** The name of `a`'s area when it is wide and holds that of `b`: «во всех сёлах района», «в селе». */
function ownArea(a: ReadMatter, b: ReadMatter): string[] {
  const [areaA, areaB] = [a.matter.areaId, b.matter.areaId];
  if (areaA === null || areaB === null) return [];
  return WIDE_AREA.test(areaA) && !WIDE_AREA.test(areaB) ? areaKeys(areaA) : [];
}

/** Names of `a` that neither the other text nor the other's area knows. */
function unknownNames(a: ReadMatter, b: ReadMatter): string[] {
  const isSame = a.matter.lang === b.matter.lang ? isSameName : isSameNameAbroad;
  const { names, maybeNames, allWords } = b.facts;
  const known = [...names, ...maybeNames, ...areaKeys(b.matter.areaId), ...ownArea(a, b)];
  return without(
    a.facts.names,
    (name) =>
      known.some((other) => isSame(name, other)) || allWords.has(name.slice(0, STEM_LETTERS)),
  );
}

function shareName(a: ReadMatter, b: ReadMatter): boolean {
  const isSame = a.matter.lang === b.matter.lang ? isSameName : isSameNameAbroad;
  const ofB = [...b.facts.names, ...b.facts.maybeNames];
  return a.facts.names.some((name) => ofB.some((other) => isSame(name, other)));
}

const WIDE_AREA = /(?:oblast|district|region|country|kazakhstan)$/u;

function namesArea(a: ReadMatter, areaId: string): boolean {
  const keys = areaKeys(areaId);
  return [...a.facts.names, ...a.facts.maybeNames].some((name) =>
    keys.some((key) => isSameNameAbroad(name, key)),
  );
}

/**
 * Two areas may be one place when they are equal, one is wide enough to hold the other, or one text names the other's
 * area. A street's name in both says nothing: every town has an Abai street.
 */
function mayBeOneArea(a: ReadMatter, b: ReadMatter): boolean {
  const [areaA, areaB] = [a.matter.areaId, b.matter.areaId];
  if (areaA === null || areaB === null || areaA === areaB) return true;
  if (WIDE_AREA.test(areaA) || WIDE_AREA.test(areaB)) return true;
  return namesArea(a, areaB) || namesArea(b, areaA);
}

function areDeedsApart(a: Facts, b: Facts): boolean {
  // Another stage of the same thing: its design is not the thing built.
  if (a.deeds.has('design') !== b.deeds.has('design')) return true;
  const groups = (facts: Facts): string[] =>
    [...facts.deeds].flatMap((id) => DEED_GROUPS[id] ?? []);
  const [ofA, ofB] = [groups(a), groups(b)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((group) => ofB.includes(group));
}

/** What a wide thing holds goes before it: «дорожка у озера» is no lake. */
function telling(things: ReadonlySet<ConceptId>): ConceptId[] {
  const narrow = without(things, (id) => WIDE.has(id));
  return narrow.length > 0 ? narrow : [...things];
}

function isOneThing(a: ConceptId, b: ConceptId): boolean {
  return a === b || KIN.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

/** Where the thing is, when it is told by what holds it: «в парке», «на площади», «у реки». */
function holders({ things, places }: Facts): ConceptId[] {
  return [...things, ...places].filter(
    (id) => CONTAINERS.has(id) || WIDE.has(id) || id === 'river',
  );
}

/** Whether both tell what holds the thing, and these are different holders. */
function standApart(a: Facts, b: Facts): boolean {
  const [ofA, ofB] = [holders(a), holders(b)];
  if (ofA.length === 0 || ofB.length === 0) return false;
  return !ofA.some((id) => ofB.some((other) => isOneThing(id, other)));
}

/** Whether the things named are the same ones; null when one side names none that is known. */
function sameThings(a: Facts, b: Facts): boolean | null {
  const [ofA, ofB] = [telling(a.things), telling(b.things)];
  if (ofA.length === 0 || ofB.length === 0) return null;
  const shared = ofA.filter((id) => ofB.some((other) => isOneThing(id, other)));
  const onlyA = without(ofA, (id) => ofB.some((other) => isOneThing(id, other)));
  const onlyB = without(ofB, (id) => ofA.some((other) => isOneThing(id, other)));
  if (shared.length === 0 || standApart(a, b)) return false;
  const isOnlyWhere = (id: ConceptId): boolean => CONTAINERS.has(id);
  const extras = [...onlyA, ...onlyB].filter((id) => !isOnlyWhere(id));
  if (shared.every(isOnlyWhere) && extras.length > 0) return false;
  return onlyA.length === 0 || onlyB.length === 0;
}

function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length >= LEAST_NEAR_NAME && b.length >= LEAST_NEAR_NAME && isSameName(a, b))
  );
}

/** Telling words of both, loan words across languages too (трамвай, tram). */
function shareWords(a: Facts, b: Facts, sharesName: boolean): boolean {
  const shared = [...a.words].filter((word) => [...b.words].some((one) => isSameWord(word, one)));
  const least = Math.min(a.words.size, b.words.size);
  return shared.length >= (sharesName ? 1 : 2) && shared.length >= least * SAME_WORDS;
}

/** Whether two wordings are one but for a telling word: «балық зауыты», «тұз зауыты». */
function isWordChanged(a: Facts, b: Facts): boolean {
  const shared = [...a.allWords].filter((word) => b.allWords.has(word)).length;
  if (shared < Math.max(a.allWords.size, b.allWords.size) * NEAR_WORDING) return false;
  const changed = (from: Facts, to: Facts): string[] =>
    without(from.words, (word) => {
      const thing = from.thingOfWord.get(word);
      if (thing !== undefined && (WIDE.has(thing) || INCIDENTAL.has(thing))) return true;
      const isNamed = (id: ConceptId): boolean => thing === id;
      const start = word.slice(0, LEAST_NEAR_NAME);
      return [...to.allWords].some((one) => one.startsWith(start)) || [...to.things].some(isNamed);
    });
  const [onlyA, onlyB] = [changed(a, b), changed(b, a)];
  const isFew = (words: readonly string[]): boolean =>
    words.length > 0 && words.length <= MOST_CHANGED;
  return isFew(onlyA) && isFew(onlyB);
}

/** A promise read once, for comparison with any number of others. */
export interface ReadMatter {
  readonly matter: Matter;
  readonly facts: Facts;
}

/** Reads a promise for `compareMatters`. */
export function readMatter(matter: Matter): ReadMatter {
  return { matter, facts: factsOf(matter.text, matter.saidOn, matter.lang) };
}

/** The first of the particulars in which the two cannot be one matter. */
function particularsApart(a: ReadMatter, b: ReadMatter): LikenessGround | null {
  if (!mayBeOneArea(a, b)) return 'area';
  if (unknownNames(a, b).length > 0 && unknownNames(b, a).length > 0) return 'name';
  const onlyA = without(a.facts.numbers, (n) => b.facts.numbers.has(n));
  const onlyB = without(b.facts.numbers, (n) => a.facts.numbers.has(n));
  return onlyA.length > 0 && onlyB.length > 0 ? 'number' : null;
}

/**
 * Whether two promises are of the same matter, from text, language, area and day alone: the same thing and
 * deed in the same place, in whatever wording or language; names and numbers of one may be missing in the
 * other (a part of a named whole), but may not differ. Symmetric.
 */
export function compareMatters(a: ReadMatter, b: ReadMatter): Likeness {
  const apart = particularsApart(a, b);
  if (apart !== null) return { same: false, why: apart };
  const things = sameThings(a.facts, b.facts);
  if (things === false) return { same: false, why: 'object' };
  const isOneLang = a.matter.lang === b.matter.lang;
  if (isOneLang && isWordChanged(a.facts, b.facts)) return { same: false, why: 'object' };
  if (areDeedsApart(a.facts, b.facts)) return { same: false, why: 'deed' };
  if (things === true) return { same: true, why: 'sameObject' };
  const alike = shareWords(a.facts, b.facts, shareName(a, b));
  return { same: alike, why: alike ? 'sameWords' : 'unknown' };
}

/** `compareMatters` of two promises that are not read yet. */
export function isSameMatter(a: Matter, b: Matter): Likeness {
  return compareMatters(readMatter(a), readMatter(b));
}
