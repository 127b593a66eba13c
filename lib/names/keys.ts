import { fold, stem } from '@/lib/language/fold';
import { stemsOfForms, stemsOfToken } from '@/lib/language/inflect';
import { LANGUAGES } from '@/lib/language/languages';
import type { Area, Gender, Person, PersonName, Post } from '@/lib/ledger/records';
import { wordsOfArea } from './area-names';
import { familyAliases, nameParts } from './person-names';

/** Counts up whenever keys of the same record would come out differently: stored keys are then made anew. */
export const KEY_VERSION = 1;

/**
 * What a key begins with says where it is asked: `f:` surnames met in a text, `a:` names of areas,
 * `r:` roles of offices that have no area of their own, `n:` any word of a name, for look-up as you type.
 */
export const KEY = { family: 'f:', area: 'a:', role: 'r:', word: 'n:' } as const;

/** Roles whose posts are found by their area; the others are few and are found by their role. */
const AREA_ROLES: ReadonlySet<string> = new Set([
  'akim',
  'deputyAkim',
  'firstDeputyAkim',
  'headOfDepartment',
  'maslikhatDeputy',
  'maslikhatSecretary',
  'mayor',
  'governor',
]);

/** Keys of a person: every surname of his in every script, and every word of his names. */
export function keysOfPerson(person: Person): string[] {
  const keys = new Set<string>();
  for (const family of familyAliases(person))
    for (const key of stemsOfFamily(family, person.gender)) keys.add(KEY.family + key);
  for (const name of allNames(person))
    for (const part of nameParts(name)) keys.add(KEY.word + fold(part));
  for (const other of person.otherNames) addWords(keys, other.name);
  return [...keys];
}

function allNames(person: Person): PersonName[] {
  return [person.name.ru, person.name.kk, person.name.en].filter((name) => name !== undefined);
}

function addWords(keys: Set<string>, text: string): void {
  for (const word of text.split(/[\s,«»"()]+/u)) {
    const skeleton = fold(word);
    if (skeleton.length > 1) keys.add(KEY.word + skeleton);
  }
}

/** Stems by the endings of every language, so that a fleeting vowel gives a second key. */
function stemsOfFamily(family: string, gender: Gender | null): Set<string> {
  const stems = new Set<string>();
  for (const rules of LANGUAGES)
    for (const one of stemsOfForms(rules, family, gender)) stems.add(one);
  return stems;
}

/** Keys of an area: the first word of each of its names, without the word for its kind. */
export function keysOfArea(area: Area): string[] {
  const keys = new Set<string>();
  for (const words of wordsOfArea(area)) {
    const first = words.words[0];
    if (first === undefined) continue;
    for (const rules of LANGUAGES)
      for (const one of stemsOfForms(rules, first, null)) keys.add(KEY.area + one);
    for (const word of words.words) keys.add(KEY.word + fold(word));
  }
  return [...keys];
}

/** Keys of a post: its role where that finds it, and the words of its label. */
export function keysOfPost(post: Post): string[] {
  if (AREA_ROLES.has(post.role)) return [];
  const keys = new Set([KEY.role + post.role]);
  for (const label of [post.label.ru, post.label.kk, post.label.en])
    if (label !== undefined) addWords(keys, label);
  return [...keys];
}

/** The keys under which a token of a text may be known as a surname or as an area. */
export function keysOfToken(
  kind: 'family' | 'area',
  skeleton: string,
  languages = LANGUAGES,
): string[] {
  const stems = new Set([stem(skeleton)]);
  for (const rules of languages) for (const one of stemsOfToken(rules, skeleton)) stems.add(one);
  return [...stems].map((one) => KEY[kind] + one);
}
