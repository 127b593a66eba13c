import { fold, stem } from '@/lib/language/fold';
import { SAME_NAMES } from '@/lib/language/topic-words';
import { type ReadMatter, STEM_LETTERS } from './likeness-facts';

/** Shorter skeletons differ by a letter and are other names. */
export const LEAST_NEAR_NAME = 4;

/** Consonants that one name is spelt with in two languages: Сатпаев, Сәтбаев. */
const KIN_LETTERS = ['pb', 'td', 'kg', 'sw', 'zs', 'vu', 'hk'];

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
export function unknownNames(a: ReadMatter, b: ReadMatter): string[] {
  const isSame = a.matter.lang === b.matter.lang ? isSameName : isSameNameAbroad;
  const { names, maybeNames, allWords } = b.facts;
  const known = [...names, ...maybeNames, ...areaKeys(b.matter.areaId), ...ownArea(a, b)];
  return a.facts.names.filter(
    (name) =>
      !known.some((other) => isSame(name, other)) && !allWords.has(name.slice(0, STEM_LETTERS)),
  );
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
export function mayBeOneArea(a: ReadMatter, b: ReadMatter): boolean {
  const [areaA, areaB] = [a.matter.areaId, b.matter.areaId];
  if (areaA === null || areaB === null || areaA === areaB) return true;
  if (WIDE_AREA.test(areaA) || WIDE_AREA.test(areaB)) return true;
  return namesArea(a, areaB) || namesArea(b, areaA);
}

/** Names of both that are not those of the area, which every promise of it may hold. */
export function sharedNames(a: ReadMatter, b: ReadMatter): number {
  const isSame = a.matter.lang === b.matter.lang ? isSameName : isSameNameAbroad;
  const ofArea = [...areaKeys(a.matter.areaId), ...areaKeys(b.matter.areaId)];
  const isTold = (name: string): boolean => !ofArea.some((other) => isSameNameAbroad(name, other));
  const shared = (ofA: readonly string[], ofB: readonly string[]): string[] =>
    ofA.filter((name) => isTold(name) && ofB.some((other) => isSame(name, other)));
  return new Set([
    ...shared(a.facts.names, [...b.facts.names, ...b.facts.maybeNames]),
    ...shared(a.facts.maybeNames, b.facts.names),
  ]).size;
}

/** One word in two forms: one skeleton begins with the other. */
export function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length >= LEAST_NEAR_NAME && b.length >= LEAST_NEAR_NAME && isSameName(a, b))
  );
}
