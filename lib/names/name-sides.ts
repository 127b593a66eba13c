import { fold, stem } from '@/lib/language/fold';
import { CASE } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import { readInitials } from './initials';
import {
  type Bearer,
  bearersOf,
  givenMask,
  joinedGiven,
  looksLikePatronymic,
  patronymicMask,
} from './name-forms';
import { BARE_ENDING, isGivenName, maybeGivenName, type NameGroup, wordIn } from './name-groups';
import { aliasesOf } from './person-names';
import type { Reading } from './reading';
import { CONFLICT, IGNORED, NOTHING, type SideReading } from './side-reading';
import { languageAt, type TextDocument } from './text-document';
import { isFollowed, isNextTo, type Token } from './tokens';

/** What stands to the left of a surname. */
export function readLeft(
  reading: Reading,
  group: NameGroup,
  person: Person,
  at: number,
  mask: number,
): SideReading {
  const { document } = reading;
  const before = wordIn(document, group, at - 1);
  if (before === undefined) return NOTHING;
  const second = wordIn(document, group, at - 2);
  if (before.shape === 'initial')
    return readInitials(person, initialsBefore(document, group, at), document.tokens[at]);
  const given = givenMask(person, before);
  if (given !== 0) return givenName(1, given);
  const third = wordIn(document, group, at - 3);
  const isFirst = third === undefined || bearersOf(reading.knowledge, third).length === 0;
  const both = second ? readTwoBefore(person, second, before, isFirst) : null;
  if (both) return both;
  if (isPlaceBefore(reading, at, before) || isOtherSurname(reading, before)) return IGNORED;
  return maybeGivenName(document, at - 1, mask) ? CONFLICT : IGNORED;
}

/** «К.-Ж. К. Токаев»: two for a double given name, one for the patronymic. */
const MOST_INITIALS = 3;

function initialsBefore(document: TextDocument, group: NameGroup, at: number): Token[] {
  const initials: Token[] = [];
  while (initials.length < MOST_INITIALS) {
    const token = wordIn(document, group, at - initials.length - 1);
    if (token?.shape !== 'initial') break;
    initials.unshift(token);
  }
  return initials;
}

/** «в Абае Омаров»; `Абай Оспанов`, where nothing shows a place, is a name. */
function isPlaceBefore({ places }: Reading, at: number, before: Token): boolean {
  const place = places.endingAt.get(at);
  if (place === undefined) return false;
  const isName = isGivenName(before) && place.from === at - 1 && !place.hasKind && !place.isDerived;
  return !(isName && (place.mask & CASE.nominative) !== 0);
}

/** A given name in two words, or a given name with a patronymic. */
function readTwoBefore(
  person: Person,
  second: Token,
  before: Token,
  isFirst: boolean,
): SideReading | null {
  const joined = joinedGiven(person, second, before);
  if (joined !== 0) return givenName(2, joined);
  if (looksLikePatronymic(before)) return readFullPatronymic(person, second, before);
  const given = isFirst && isMiddleName(person, before) ? givenMask(person, second) : 0;
  return given === 0 ? null : givenName(2, given);
}

/** «Реджеп Тайип Эрдоган»: a word between that ends like no surname; where a patronymic is known it must be of that. */
function isMiddleName(person: Person, token: Token): boolean {
  if (
    token.shape !== 'title' ||
    token.rules.surnameEndings.some((one) => token.skeleton.endsWith(fold(one)))
  )
    return false;
  const fathers = aliasesOf(person).flatMap(({ patronymic }) =>
    patronymic === undefined ? [] : [fold(patronymic)],
  );
  return fathers.length === 0 || fathers.some((one) => one.startsWith(stem(token.skeleton)));
}

const givenName = (taken: number, mask: number): SideReading => ({
  kind: 'given',
  taken,
  mask,
  hasPatronymic: false,
});

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

/** What stands to the right of a surname. */
export function readRight(
  reading: Reading,
  group: NameGroup,
  { person, mask }: Bearer,
  at: number,
): SideReading {
  const { document, places } = reading;
  const after = wordIn(document, group, at + 1);
  if (after === undefined) return NOTHING;
  const second = wordIn(document, group, at + 2);
  if (after.shape === 'initial')
    return readInitials(
      person,
      second?.shape === 'initial' ? [after, second] : [after],
      document.tokens[at],
    );
  const given = givenMask(person, after);
  if (given !== 0) return rightGiven(reading, { person, mask: given }, second, at);
  if (places.at.has(at + 1) || isOtherSurname(reading, after)) {
    // «Серик Омаров»: a given name before another listed surname is no surname.
    return isGivenName(document.tokens[at]) ? CONFLICT : IGNORED;
  }
  return isNoPart(document, { person, mask }, at) ? IGNORED : CONFLICT;
}

/** Whether a capitalised word after a surname is no part of a name with it. */
function isNoPart(document: TextDocument, { person, mask }: Bearer, at: number): boolean {
  const after = document.tokens[at + 1];
  return (
    (after !== undefined && isNoName(document, after, at + 2)) ||
    isOfKin(document, at) ||
    (person.gender !== 'female' && isOutOfCase(document, at, mask))
  );
}

/** «вместо Нетаньяху Иерусалим …»: beside a name in an oblique case a word without an ending is no part of it. */
function isOutOfCase({ tokens }: TextDocument, at: number, mask: number): boolean {
  const [before, own, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!own || !after || own.rules.agreement !== 'all' || isGivenName(after)) return false;
  const isAsked = before !== undefined && isNextTo(before, own);
  const asked = isAsked ? (languageAt(before).prepositions.get(before.skeleton) ?? 0) : 0;
  const cases = asked === 0 ? mask : mask & asked;
  if ((cases & CASE.nominative) !== 0) return false;
  const word = after.text.toLowerCase();
  return BARE_ENDING.test(word) || ((cases & CASE.instrumental) === 0 && word.endsWith('м'));
}

/** «вдова Ельцина Наина»: the word after is the name of his kin. */
function isOfKin({ markersBefore, tokens }: TextDocument, at: number): boolean {
  if (tokens[at]?.rules.agreement !== 'all' || !isFollowed({ tokens }, at)) return false;
  return markersBefore.get(at).some(({ kind }) => kind === 'kin');
}

function isNoName(document: TextDocument, token: Token, next: number): boolean {
  return (
    languageAt(token).starters.has(token.skeleton) ||
    document.shouting.has(token.block) ||
    token.word.isPublic ||
    isNameOfThing(document, next)
  );
}

/** `Шалабаев Булаево трассасын тексерді`: a word before a road, a street or a district is its name. */
function isNameOfThing(document: TextDocument, at: number): boolean {
  // «Тұрар Рысқұлов көшесі»: both words are the street's, as everywhere where no ending shows the seam.
  if (document.tokens[at]?.rules.agreement !== 'last' || isGivenName(document.tokens[at - 2]))
    return false;
  return (
    isFollowed(document, at) &&
    document.markersAfter.get(at).some(({ kind }) => kind === 'memorial')
  );
}

/** «Кузнец Роман Гвоздев»: a third word after a surname's given name is the surname, the first a trade or another name. */
function isSurnameAfter({ document, places }: Reading, token: Token, at: number): boolean {
  if (token.rules.agreement === 'last' || document.shouting.has(token.block)) return false;
  if (token.shape === 'initial' || places.at.has(at)) return false;
  return !languageAt(token).starters.has(token.skeleton);
}

function rightGiven(
  reading: Reading,
  { person, mask }: Bearer,
  second: Token | undefined,
  at: number,
): SideReading {
  const given = { kind: 'given', taken: 1, mask, hasPatronymic: false } as const;
  if (second === undefined) return given;
  if (looksLikePatronymic(second))
    return patronymicMask(person, second) === 0
      ? CONFLICT
      : { ...given, taken: 2, hasPatronymic: true };
  const isCommon = isGivenName(reading.document.tokens[at + 1]);
  return isCommon && isSurnameAfter(reading, second, at + 2) ? CONFLICT : given;
}
