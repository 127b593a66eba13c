import { fold, stem } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { CASE, type LanguageRules } from '@/lib/language/rules';
import type { Person, PersonName } from '@/lib/ledger/records';
import { isWithinOneEdit } from './edits';
import type { Knowledge } from './knowledge';
import { isGivenName, maybeGivenName, type NameGroup } from './name-groups';
import { aliasesOf } from './person-names';
import type { Places } from './places';
import { languageAt, type TextDocument } from './text-document';
import type { Token } from './tokens';

/** The text with what the ledger says of its words. */
export interface Reading {
  readonly document: TextDocument;
  readonly knowledge: Knowledge;
  readonly places: Places;
}

/** How the words around a surname speak of a listed person. */
export type HitKind = 'full' | 'initials' | 'bare' | 'conflict';

/** A listed person's surname in the text, with what stands beside it; tokens, end exclusive. */
export interface NameHit {
  readonly person: Person;
  readonly kind: HitKind;
  readonly surnameAt: number;
  readonly from: number;
  readonly to: number;
  /** Cases of the surname's form. */
  readonly mask: number;
  readonly hasPatronymic: boolean;
}

/** Shorter given names are too near to each other for a misspelling to be allowed. */
const SHORTEST_NEAR_GIVEN = 5;

/** Every listed person whose surname a word of the group may be. */
export function hitsOfGroup(reading: Reading, group: NameGroup): NameHit[] {
  const { document, knowledge } = reading;
  const hits: NameHit[] = [];
  for (let at = group.from; at < group.to; at += 1) {
    const token = document.tokens[at];
    if (!token || token.shape === 'initial') continue;
    for (const person of knowledge.personsAt(token.skeleton)) {
      const mask = familyMask(person, token);
      if (mask !== 0) hits.push(hitOf(reading, group, person, at, mask));
    }
  }
  return hits;
}

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

/** What the neighbours of a surname on one side are. */
interface SideReading {
  readonly kind: 'none' | 'given' | 'initials' | 'conflict' | 'ignored';
  /** How many tokens belong to the name. */
  readonly taken: number;
  readonly mask: number;
  readonly hasPatronymic: boolean;
}

const NOTHING: SideReading = { kind: 'none', taken: 0, mask: CASE.any, hasPatronymic: false };
const CONFLICT: SideReading = { kind: 'conflict', taken: 0, mask: 0, hasPatronymic: false };
const IGNORED: SideReading = { ...NOTHING, kind: 'ignored' };

function hitOf(
  reading: Reading,
  group: NameGroup,
  person: Person,
  at: number,
  mask: number,
): NameHit {
  const left = readLeft(reading, group, person, at, mask);
  // In Kazakh the last word alone is inflected: after a case ending the name is over.
  const isOver =
    reading.document.tokens[at]?.rules.agreement === 'last' && (mask & CASE.nominative) === 0;
  const right = isOver ? NOTHING : readRight(reading, group, person, at);
  const base = { person, surnameAt: at, mask };
  const side = left.kind === 'given' || left.kind === 'initials' ? left : right;
  const isSideLeft = side === left;
  const from = isSideLeft ? at - left.taken : at;
  const to = isSideLeft ? at + 1 : at + 1 + right.taken;
  const hasPatronymic = side.hasPatronymic;
  const kind = kindOf(reading.document, left, right, at, mask);
  return { ...base, kind, from, to, hasPatronymic };
}

function kindOf(
  document: TextDocument,
  left: SideReading,
  right: SideReading,
  at: number,
  mask: number,
): HitKind {
  const kinds = [left.kind, right.kind];
  if (left.kind === 'conflict') return 'conflict';
  if (left.kind !== 'given' && left.kind !== 'initials' && right.kind === 'conflict')
    return 'conflict';
  const token = document.tokens[at];
  if (kinds.includes('given')) {
    const side = left.kind === 'given' ? left : right;
    const mustAgree = token?.rules.agreement === 'all';
    return mustAgree && (side.mask & mask) === 0 ? 'conflict' : 'full';
  }
  return kinds.includes('initials') ? 'initials' : 'bare';
}

function readLeft(
  reading: Reading,
  group: NameGroup,
  person: Person,
  at: number,
  mask: number,
): SideReading {
  const { document, places } = reading;
  const { tokens } = document;
  const before = at > group.from ? tokens[at - 1] : undefined;
  if (before === undefined) return NOTHING;
  const second = at - 1 > group.from ? tokens[at - 2] : undefined;
  if (before.shape === 'initial')
    return readInitials(person, second?.shape === 'initial' ? [second, before] : [before]);
  const given = givenMask(person, before);
  if (given !== 0) return { kind: 'given', taken: 1, mask: given, hasPatronymic: false };
  const joined = second ? joinedGiven(person, second, before) : 0;
  if (joined !== 0) return { kind: 'given', taken: 2, mask: joined, hasPatronymic: false };
  if (second && looksLikePatronymic(before)) return readFullPatronymic(person, second, before);
  if (places.endingAt.has(at) || isOtherSurname(reading, before)) return IGNORED;
  return maybeGivenName(document, at - 1, mask) ? CONFLICT : IGNORED;
}

/** A surname of another listed person beside this one: `Килімбаев Жұбаниязбен бірге`. */
function isOtherSurname({ knowledge }: Reading, token: Token): boolean {
  if (token.rules.agreement !== 'last' || isGivenName(token)) return false;
  return knowledge.personsAt(token.skeleton).some((person) => familyMask(person, token) !== 0);
}

function readFullPatronymic(person: Person, first: Token, patronymic: Token): SideReading {
  const own = patronymicMask(person, patronymic);
  const given = givenMask(person, first);
  if (given === 0 || own === 0) return CONFLICT;
  return { kind: 'given', taken: 2, mask: given, hasPatronymic: true };
}

/** «Касым Жомарт» for Касым-Жомарт. */
function joinedGiven(person: Person, first: Token, second: Token): number {
  const joined = first.skeleton + second.skeleton;
  let mask = 0;
  for (const { given } of aliasesOf(person))
    if (given !== '') mask |= caseOf(second.rules, given, person.gender, joined);
  return mask;
}

/** Initials agree when each begins the given name or patronymic of one spelling; unknown patronymics do not matter. */
function readInitials(person: Person, initials: readonly Token[]): SideReading {
  const [first, second] = initials.map((token) => fold(token.text));
  const fits = aliasesOf(person).some(
    (alias: PersonName) =>
      begins(alias.given, first ?? '') &&
      (second === undefined ||
        (alias.patronymic === undefined
          ? !hasPatronymic(person) || isGivenPart(alias.given, second)
          : begins(alias.patronymic, second) || isGivenPart(alias.given, second))),
  );
  return fits
    ? { kind: 'initials', taken: initials.length, mask: CASE.any, hasPatronymic: false }
    : CONFLICT;
}

const hasPatronymic = (person: Person): boolean =>
  aliasesOf(person).some((alias) => alias.patronymic !== undefined);

/** The second part of a double given name: К.-Ж. Токаев. */
function isGivenPart(given: string, initial: string): boolean {
  return given
    .split(/[-\s]/u)
    .slice(1)
    .some((part) => begins(part, initial));
}

/** `я`, `ю`, `е` and `ye` fold to letters that a word's skeleton may have dropped: the raw letters are compared too. */
function begins(word: string, initial: string): boolean {
  return (
    initial !== '' && (fold(word).startsWith(initial) || fold(word.slice(0, 2)).startsWith(initial))
  );
}

function readRight(reading: Reading, group: NameGroup, person: Person, at: number): SideReading {
  const { document, places } = reading;
  const { tokens } = document;
  const after = at + 1 < group.to ? tokens[at + 1] : undefined;
  if (after === undefined) return NOTHING;
  const second = at + 2 < group.to ? tokens[at + 2] : undefined;
  if (after.shape === 'initial')
    return readInitials(person, second?.shape === 'initial' ? [after, second] : [after]);
  const given = givenMask(person, after);
  if (given !== 0) return rightGiven(person, given, second);
  const language = languageAt(after);
  if (places.at.has(at + 1) || isOtherSurname(reading, after)) {
    // «Серик Омаров»: a given name before another listed surname is no surname.
    return isGivenName(tokens[at]) ? CONFLICT : IGNORED;
  }
  if (language.starters.has(after.skeleton)) return IGNORED;
  if (document.shouting.has(after.block)) return IGNORED;
  return CONFLICT;
}

function rightGiven(person: Person, given: number, second: Token | undefined): SideReading {
  const isPatronymic = second !== undefined && looksLikePatronymic(second);
  if (!isPatronymic) return { kind: 'given', taken: 1, mask: given, hasPatronymic: false };
  if (patronymicMask(person, second) === 0) return CONFLICT;
  return { kind: 'given', taken: 2, mask: given, hasPatronymic: true };
}
