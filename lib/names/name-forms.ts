import { fold, stem } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { CASE, type LanguageRules } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import { isWithinOneEdit } from './edits';
import type { Knowledge } from './knowledge';
import { aliasesOf } from './person-names';
import type { Token } from './tokens';
import type { Word } from './words';

/** Shorter given names are too near to each other for a misspelling to be allowed. */
const SHORTEST_NEAR_GIVEN = 5;

/** A listed person whose surname a word may be, and the cases of that form. */
export interface Bearer {
  readonly person: Person;
  readonly mask: number;
}

/** Bearers by word; a text asks for those of one word many times over. */
const bearers = new WeakMap<Knowledge, Map<Word, readonly Bearer[]>>();

/** Every listed person a token may be a form of whose surname, in any of its spellings. */
export function bearersOf(knowledge: Knowledge, token: Token): readonly Bearer[] {
  const table = bearers.get(knowledge) ?? new Map<Word, readonly Bearer[]>();
  bearers.set(knowledge, table);
  const known = table.get(token.word);
  if (known !== undefined) return known;
  const made: Bearer[] = [];
  for (const person of knowledge.personsAt(token.skeleton)) {
    const mask = familyMask(person, token);
    if (mask !== 0) made.push({ person, mask });
  }
  table.set(token.word, made);
  return made;
}

function familyMask(person: Person, token: Token): number {
  let mask = 0;
  for (const alias of aliasesOf(person))
    mask |= caseOf(token.rules, alias.family, person.gender, token.skeleton);
  return mask;
}

/** The cases of a token as a form of the person's given name; a misspelt one has any case. */
export function givenMask(person: Person, token: Token): number {
  const mask = maskOfGiven(person, token, token.skeleton) || maskAtSeam(person, token);
  if (mask !== 0) return mask;
  return isNearGiven(person, token) ? CASE.any | CASE.ablative : 0;
}

function maskOfGiven(person: Person, { rules }: Token, skeleton: string): number {
  let mask = 0;
  for (const { given } of aliasesOf(person))
    if (given !== '') mask |= caseOf(rules, given, person.gender, skeleton);
  return mask;
}

/** `Ashat`: in the alphabet of 2021 the two letters of Асхат, in that of 2018 the one of Ашат. */
function maskAtSeam(person: Person, token: Token): number {
  const word = token.text.toLowerCase();
  let mask = 0;
  for (const seam of token.rules.seams)
    if (word.includes(seam)) {
      const parted = word.replaceAll(seam, Array.from(seam).join('·'));
      mask |= maskOfGiven(person, token, fold(parted));
    }
  return mask;
}

function isNearGiven(person: Person, token: Token): boolean {
  const own = stem(token.skeleton);
  if (own.length < SHORTEST_NEAR_GIVEN) return false;
  return aliasesOf(person).some(({ given }) => {
    const skeleton = fold(given);
    // Nearly all part here, before a stem is cut.
    if (skeleton.charCodeAt(0) !== own.charCodeAt(0)) return false;
    const known = stem(skeleton);
    return (
      known.length >= SHORTEST_NEAR_GIVEN &&
      stemsOfToken(token.rules, token.skeleton).some(
        // «Виктор», of the stem of «Виктория» and none of her forms, is a man and no misspelling.
        (one) => one !== known && isWithinOneEdit(one, known),
      )
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
