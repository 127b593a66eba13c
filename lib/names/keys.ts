import { stem } from '@/lib/language/fold';
import { stemsOfForms, stemsOfToken } from '@/lib/language/inflect';
import { LANGUAGES } from '@/lib/language/languages';
import type { Area, Gender, Person, Post } from '@/lib/ledger/records';
import { wordsOfArea } from './area-names';
import { familyAliases } from './person-names';

/** Counts up whenever keys of the same record would come out differently: stored keys are then made anew. */
export const KEY_VERSION = 5;

/**
 * What a key begins with says where it is asked: `f:` surnames met in a text, `a:` names of areas,
 * `r:` roles of offices that have no area of their own.
 */
export const KEY = { family: 'f:', area: 'a:', role: 'r:' } as const;

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

/** Keys of a person: every surname of his in every script. */
export function keysOfPerson(person: Person): string[] {
  const keys = new Set<string>();
  for (const family of familyAliases(person))
    for (const key of stemsOfFamily(family, person.gender)) keys.add(KEY.family + key);
  return [...keys];
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
  }
  return [...keys];
}

/** Keys of a post: its role where that finds it. */
export function keysOfPost(post: Post): string[] {
  return AREA_ROLES.has(post.role) ? [] : [KEY.role + post.role];
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
