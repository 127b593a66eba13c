import { fold, stem } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { CASE, type LanguageRules } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import { isWithinOneEdit } from './edits';
import { aliasesOf } from './person-names';
import type { Token } from './tokens';

/** Shorter given names are too near to each other for a misspelling to be allowed. */
const SHORTEST_NEAR_GIVEN = 5;

/** Surname masks by person, language and word; they live as long as the person's record. */
const familyMasks = new WeakMap<Person, Map<LanguageRules, Map<string, number>>>();

function masksOf(person: Person, token: Token): Map<string, number> {
  const byRules = familyMasks.get(person) ?? new Map<LanguageRules, Map<string, number>>();
  familyMasks.set(person, byRules);
  const table = byRules.get(token.rules) ?? new Map<string, number>();
  byRules.set(token.rules, table);
  return table;
}

/** The cases of a token as a form of the person's surname, in any of its spellings. */
export function familyMask(person: Person, token: Token): number {
  const table = masksOf(person, token);
  const known = table.get(token.skeleton);
  if (known !== undefined) return known;
  let mask = 0;
  for (const alias of aliasesOf(person))
    mask |= caseOf(token.rules, alias.family, person.gender, token.skeleton);
  table.set(token.skeleton, mask);
  return mask;
}

/** The cases of a token as a form of the person's given name; a misspelt one has any case. */
export function givenMask(person: Person, token: Token): number {
  let mask = 0;
  for (const { given } of aliasesOf(person)) {
    if (given === '') continue;
    mask |= caseOf(token.rules, given, person.gender, token.skeleton);
  }
  if (mask !== 0) return mask;
  return isNearGiven(person, token) ? CASE.any | CASE.ablative : 0;
}

function isNearGiven(person: Person, token: Token): boolean {
  const own = stem(token.skeleton);
  if (own.length < SHORTEST_NEAR_GIVEN) return false;
  return aliasesOf(person).some(({ given }) => {
    const known = stem(fold(given));
    return (
      known.length >= SHORTEST_NEAR_GIVEN &&
      known.charAt(0) === own.charAt(0) &&
      stemsOfToken(token.rules, token.skeleton).some((one) => isWithinOneEdit(one, known))
    );
  });
}

/** The cases of a token as a form of the person's patronymic; null where the ledger has none in any spelling. */
export function patronymicMask(person: Person, token: Token): number | null {
  const names = aliasesOf(person).filter((alias) => alias.patronymic !== undefined);
  if (names.length === 0) return null;
  let mask = 0;
  for (const { patronymic = '' } of names)
    mask |= caseOf(token.rules, patronymic, person.gender, token.skeleton);
  return mask;
}

/** Whether a word is a patronymic by its ending, in any of its cases. */
export function looksLikePatronymic(token: Token): boolean {
  const table = patronymicWords.get(token.rules) ?? new Map<string, boolean>();
  patronymicWords.set(token.rules, table);
  const known = table.get(token.skeleton);
  if (known !== undefined) return known;
  if (table.size >= WORDS_KEPT) table.clear();
  const made = endsLikePatronymic(token);
  table.set(token.skeleton, made);
  return made;
}

const patronymicWords = new WeakMap<LanguageRules, Map<string, boolean>>();
const WORDS_KEPT = 20_000;

function endsLikePatronymic(token: Token): boolean {
  return token.rules.patronymics.some(({ suffix }) => {
    const own = stem(fold(suffix));
    return stemsOfToken(token.rules, token.skeleton).some(
      (one) => one.length > own.length + 1 && one.endsWith(own),
    );
  });
}

/** «Касым Жомарт» for Касым-Жомарт. */
export function joinedGiven(person: Person, first: Token, second: Token): number {
  const joined = first.skeleton + second.skeleton;
  let mask = 0;
  for (const { given } of aliasesOf(person))
    if (given !== '') mask |= caseOf(second.rules, given, person.gender, joined);
  return mask;
}
