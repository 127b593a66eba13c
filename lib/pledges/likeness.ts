import { fold, stem } from '@/lib/language/fold';
import { CONTAINERS, type ConceptId, DEED_GROUPS } from '@/lib/language/topic-concepts';
import type { Day, Lang } from '@/lib/ledger/records';
import { type Facts, factsOf } from './likeness-facts';

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

/** Without a known object, this share of the shorter text's words must be in the other. */
const SAME_WORDS = 0.6;
const LEAST_SAME_WORDS = 2;

function without<T>(a: Iterable<T>, has: (one: T) => boolean): T[] {
  return [...a].filter((one) => !has(one));
}

/** One name in two cases, languages or scripts: one skeleton begins with the other. */
function isSameName(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function areaKeys(areaId: string | null): string[] {
  return (areaId ?? '')
    .split(/[-:]/u)
    .map((part) => stem(fold(part)))
    .filter((part) => part.length > 2);
}

/** Names of `a` that neither the other text nor the other's area knows. */
function unknownNames(a: Facts, b: Facts, otherArea: string | null): string[] {
  const known = [...b.names, ...b.maybeNames, ...areaKeys(otherArea)];
  return without(a.names, (name) => known.some((other) => isSameName(name, other)));
}

const WIDE_AREA = /(?:oblast|district|region|country|kazakhstan)$/u;

/** Two areas may be one place when they are equal or one is wide enough to hold the other. */
function mayBeOneArea(a: Matter, b: Matter, sharesName: boolean): boolean {
  if (a.areaId === null || b.areaId === null || a.areaId === b.areaId) return true;
  return sharesName || WIDE_AREA.test(a.areaId) || WIDE_AREA.test(b.areaId);
}

function areDeedsApart(a: Facts, b: Facts): boolean {
  const groups = (facts: Facts): string[] =>
    [...facts.deeds].flatMap((id) => DEED_GROUPS[id] ?? []);
  const [ofA, ofB] = [groups(a), groups(b)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((group) => ofB.includes(group));
}

/** Whether the things named are the same ones; null when one side names none that is known. */
function sameThings(a: Facts, b: Facts): boolean | null {
  if (a.things.size === 0 || b.things.size === 0) return null;
  const shared = [...a.things].filter((id) => b.things.has(id));
  const onlyA = without(a.things, (id) => b.things.has(id));
  const onlyB = without(b.things, (id) => a.things.has(id));
  if (shared.length === 0) return false;
  const isOnlyWhere = (id: ConceptId): boolean => CONTAINERS.has(id);
  const extras = [...onlyA, ...onlyB].filter((id) => !isOnlyWhere(id));
  if (shared.every(isOnlyWhere) && extras.length > 0) return false;
  return onlyA.length === 0 || onlyB.length === 0;
}

function shareWords(a: Facts, b: Facts): boolean {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  const least = Math.min(a.words.size, b.words.size);
  return shared >= LEAST_SAME_WORDS && shared >= least * SAME_WORDS;
}

/** The first of the particulars in which the two cannot be one matter. */
function particularsApart(a: Matter, b: Matter, ofA: Facts, ofB: Facts): LikenessGround | null {
  const sharesName = ofA.names.some((name) =>
    [...ofB.names, ...ofB.maybeNames].some((other) => isSameName(name, other)),
  );
  if (!mayBeOneArea(a, b, sharesName)) return 'area';
  if (unknownNames(ofA, ofB, b.areaId).length > 0 && unknownNames(ofB, ofA, a.areaId).length > 0)
    return 'name';
  const onlyA = without(ofA.numbers, (n) => ofB.numbers.has(n));
  const onlyB = without(ofB.numbers, (n) => ofA.numbers.has(n));
  return onlyA.length > 0 && onlyB.length > 0 ? 'number' : null;
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

/**
 * Whether two promises are of the same matter, from text, language, area and day alone: the same thing and
 * deed in the same place, in whatever wording or language; names and numbers of one may be missing in the
 * other (a part of a named whole), but may not differ. Symmetric.
 */
export function compareMatters(a: ReadMatter, b: ReadMatter): Likeness {
  const apart = particularsApart(a.matter, b.matter, a.facts, b.facts);
  if (apart !== null) return { same: false, why: apart };
  const things = sameThings(a.facts, b.facts);
  if (things === false) return { same: false, why: 'object' };
  if (areDeedsApart(a.facts, b.facts)) return { same: false, why: 'deed' };
  if (things === true) return { same: true, why: 'sameObject' };
  const alike = a.matter.lang === b.matter.lang && shareWords(a.facts, b.facts);
  return { same: alike, why: alike ? 'sameWords' : 'unknown' };
}

/** `compareMatters` of two promises that are not read yet. */
export function isSameMatter(a: Matter, b: Matter): Likeness {
  return compareMatters(readMatter(a), readMatter(b));
}
