import { fold } from '@/lib/language/fold';
import { CASE } from '@/lib/language/rules';
import type { Person, PersonName } from '@/lib/ledger/records';
import type { Knowledge } from './knowledge';
import {
  type Bearer,
  bearersOf,
  givenMask,
  joinedGiven,
  looksLikePatronymic,
  patronymicMask,
} from './name-forms';
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

/** Every listed person whose surname a word of the group may be. */
export function hitsOfGroup(reading: Reading, group: NameGroup): NameHit[] {
  const { document, knowledge } = reading;
  const hits: NameHit[] = [];
  for (let at = group.from; at < group.to; at += 1) {
    const token = document.tokens[at];
    if (!token || token.shape === 'initial') continue;
    for (const bearer of bearersOf(knowledge, token)) hits.push(hitOf(reading, group, bearer, at));
  }
  return hits;
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

function hitOf(reading: Reading, group: NameGroup, { person, mask }: Bearer, at: number): NameHit {
  // A word with no other beside it has nothing to be read.
  if (group.to - group.from === 1)
    return {
      person,
      kind: 'bare',
      surnameAt: at,
      from: at,
      to: at + 1,
      mask,
      hasPatronymic: false,
    };
  const before = readLeft(reading, group, person, at, mask);
  // In Kazakh the last word alone is inflected: after a case ending the name is over.
  const isOver =
    reading.document.tokens[at]?.rules.agreement === 'last' && (mask & CASE.nominative) === 0;
  const right = isOver ? NOTHING : readRight(reading, group, person, at);
  const left = isOutweighed(reading, group, at, before, right) ? IGNORED : before;
  const isSideLeft = left.kind === 'given' || left.kind === 'initials' || left === right;
  return {
    person,
    kind: kindOf(reading.document, left, right, at, mask),
    surnameAt: at,
    from: isSideLeft ? at - left.taken : at,
    to: isSideLeft ? at + 1 : at + 1 + right.taken,
    mask,
    hasPatronymic: isSideLeft ? left.hasPatronymic : right.hasPatronymic,
  };
}

/** «Китая Чэнь Дэмин»: his own given name on the right outweighs an unknown word on the left. */
function isOutweighed(
  reading: Reading,
  group: NameGroup,
  at: number,
  left: SideReading,
  right: SideReading,
): boolean {
  return left.kind === 'conflict' && right.kind === 'given' && !isNamedBefore(reading, group, at);
}

/** Whether a given name, initials or a patronymic stand before a surname. */
function isNamedBefore({ document }: Reading, group: NameGroup, at: number): boolean {
  const before = wordIn(document, group, at - 1);
  return (
    before !== undefined &&
    (before.shape === 'initial' || isGivenName(before) || looksLikePatronymic(before))
  );
}

function kindOf(
  document: TextDocument,
  left: SideReading,
  right: SideReading,
  at: number,
  mask: number,
): HitKind {
  if (left.kind === 'conflict') return 'conflict';
  if (left.kind !== 'given' && left.kind !== 'initials' && right.kind === 'conflict')
    return 'conflict';
  const token = document.tokens[at];
  const side = sideOf(left, right, 'given');
  if (side) {
    const mustAgree = token?.rules.agreement === 'all';
    return mustAgree && (side.mask & mask) === 0 ? 'conflict' : 'full';
  }
  return sideOf(left, right, 'initials') ? 'initials' : 'bare';
}

/** The side that is of a kind, the left one first. */
function sideOf(
  left: SideReading,
  right: SideReading,
  kind: SideReading['kind'],
): SideReading | null {
  if (left.kind === kind) return left;
  return right.kind === kind ? right : null;
}

function readLeft(
  reading: Reading,
  group: NameGroup,
  person: Person,
  at: number,
  mask: number,
): SideReading {
  const { document, places } = reading;
  const before = wordIn(document, group, at - 1);
  if (before === undefined) return NOTHING;
  const second = wordIn(document, group, at - 2);
  if (before.shape === 'initial')
    return readInitials(person, second?.shape === 'initial' ? [second, before] : [before]);
  const given = givenMask(person, before);
  if (given !== 0) return givenName(1, given);
  const both = second ? readTwoBefore(person, second, before) : null;
  if (both) return both;
  if (places.endingAt.has(at) || isOtherSurname(reading, before)) return IGNORED;
  return maybeGivenName(document, at - 1, mask) ? CONFLICT : IGNORED;
}

/** A given name in two words, or a given name with a patronymic. */
function readTwoBefore(person: Person, second: Token, before: Token): SideReading | null {
  const joined = joinedGiven(person, second, before);
  if (joined !== 0) return givenName(2, joined);
  return looksLikePatronymic(before) ? readFullPatronymic(person, second, before) : null;
}

const givenName = (taken: number, mask: number): SideReading => ({
  kind: 'given',
  taken,
  mask,
  hasPatronymic: false,
});

function wordIn(document: TextDocument, group: NameGroup, at: number): Token | undefined {
  return at >= group.from && at < group.to ? document.tokens[at] : undefined;
}

/** A surname of another listed person beside this one: `Килімбаев Жұбаниязбен бірге`. */
function isOtherSurname({ knowledge }: Reading, token: Token): boolean {
  if (token.rules.agreement !== 'last' || isGivenName(token)) return false;
  return bearersOf(knowledge, token).length > 0;
}

function readFullPatronymic(person: Person, first: Token, patronymic: Token): SideReading {
  const own = patronymicMask(person, patronymic);
  const given = givenMask(person, first);
  if (given === 0 || own === 0) return CONFLICT;
  return { kind: 'given', taken: 2, mask: given, hasPatronymic: true };
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
  const after = wordIn(document, group, at + 1);
  if (after === undefined) return NOTHING;
  const second = wordIn(document, group, at + 2);
  if (after.shape === 'initial')
    return readInitials(person, second?.shape === 'initial' ? [after, second] : [after]);
  const given = givenMask(person, after);
  if (given !== 0) return rightGiven(person, given, second);
  if (places.at.has(at + 1) || isOtherSurname(reading, after)) {
    // «Серик Омаров»: a given name before another listed surname is no surname.
    return isGivenName(document.tokens[at]) ? CONFLICT : IGNORED;
  }
  const isNoName =
    languageAt(after).starters.has(after.skeleton) || document.shouting.has(after.block);
  return isNoName ? IGNORED : CONFLICT;
}

function rightGiven(person: Person, given: number, second: Token | undefined): SideReading {
  const isPatronymic = second !== undefined && looksLikePatronymic(second);
  if (!isPatronymic) return { kind: 'given', taken: 1, mask: given, hasPatronymic: false };
  if (patronymicMask(person, second) === 0) return CONFLICT;
  return { kind: 'given', taken: 2, mask: given, hasPatronymic: true };
}
