import { CASE } from '@/lib/language/rules';
import type { PartialDate, Person } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import type { Cast } from './cast';
import type { TitleIndex } from './context';
import { bearersOf, givenMask, looksLikePatronymic, patronymicMask } from './name-forms';
import { isGivenName, maybeGivenName, type NameGroup } from './name-groups';
import type { NamedMention } from './named-mention';
import type { Reading } from './reading';
import { mayHold, titleFit } from './tenure';
import type { TitleSpan } from './title-spans';
import type { Token } from './tokens';

/** Given name and patronymic without a surname: of the one person of the text who bears both. */
export function givenPatronymics(
  reading: Reading,
  groups: readonly NameGroup[],
  titles: TitleIndex,
  cast: Cast,
  focus: AreaFocus,
  date: PartialDate | null,
): NamedMention[] {
  const ids = new Set(cast.personIds);
  const persons = [...ids]
    .map((id) => reading.knowledge.persons.get(id))
    .filter((p) => p !== undefined);
  const inOffice = date === null ? [] : officials(reading, focus, date);
  const ever = officials(reading, focus, null);
  const named: NamedMention[] = [];
  for (const group of groups) {
    const pair = pairIn(reading, group);
    if (pair === null) continue;
    const { from } = pair;
    // After a word that may be a surname only somebody whom the text has named is meant.
    const bearing = pair.isAfterWord
      ? [persons]
      : [persons, inOffice, titled(reading, titles.endingAt.get(from), focus), ever];
    const [only, second] =
      bearing
        .map((some) => some.filter((person) => bears(reading, person, from)))
        .find((some) => some.length > 0) ?? [];
    if (!only || second) continue;
    cast.anchor(only.id, from);
    named.push({
      from,
      to: from + 2,
      personId: only.id,
      candidates: [only.id],
      light: false,
      reasons: [{ kind: 'givenPatronymic' }],
    });
  }
  return named;
}

/** `Бұрынғы қала әкімі Нариман Азатұлы`: those who ever held the office that stands before the names. */
function titled(
  { knowledge }: Reading,
  title: TitleSpan | undefined,
  focus: AreaFocus,
): readonly Person[] {
  if (title === undefined || title.markers.has('dependent') || title.markers.has('kin')) return [];
  return [...knowledge.persons.values()].filter((person) => {
    const { postId } = titleFit(knowledge, title, person.id, null);
    const areaId = knowledge.posts.get(postId ?? '')?.areaId ?? null;
    return areaId !== null && focus.names(areaId);
  });
}

/**
 * Those who hold an office of an area that the text names on a date, or ever held one: among them the two names tell
 * one person too.
 */
function officials(reading: Reading, focus: AreaFocus, date: PartialDate | null): Person[] {
  return [...reading.knowledge.persons.values()].filter((person) => {
    const held = reading.knowledge.membershipsByPerson.get(person.id) ?? [];
    return held.some((one) => {
      const areaId = reading.knowledge.posts.get(one.postId)?.areaId ?? null;
      return areaId !== null && (date === null || mayHold(one, date)) && focus.names(areaId);
    });
  });
}

interface Pair {
  readonly from: number;
  /** The word before it may be a surname as well as any first word of a sentence: «Кезек Жанат Болатұлына келді». */
  readonly isAfterWord: boolean;
}

/** Where a given name and a patronymic stand in a group with no surname beside them; null: nowhere. */
function pairIn(reading: Reading, group: NameGroup): Pair | null {
  for (let at = group.from; at + 1 < group.to; at += 1) {
    const patronymic = reading.document.tokens[at + 1];
    if (!patronymic || !looksLikePatronymic(patronymic)) continue;
    // `Айгүл` ends as a patronymic does, and `Әбдіұлы` begins as a given name.
    if (isGivenName(patronymic) && !isWrittenOut(patronymic)) continue;
    if (isBeforeName(reading, group.to, at + 2)) return null;
    const isAfterWord = isAfterName(reading, group.from, at);
    if (isAfterWord && !isAnyWord(reading.document.tokens[at - 1])) return null;
    return { from: at, isAfterWord };
  }
  return null;
}

/** Whether the whole ending stands in the word, in its own letters. */
const isWrittenOut = ({ rules, text }: Token): boolean =>
  rules.patronymics.some(({ suffix }) => text.toLowerCase().includes(suffix));

/** A first word of a sentence that ends like no surname and is no given name. */
function isAnyWord(token: Token | undefined): boolean {
  if (token?.startsSentence !== true || isGivenName(token)) return false;
  const word = token.text.toLowerCase();
  return !token.rules.surnameEndings.some((ending) => word.endsWith(ending));
}

/** A word after the patronymic is a surname, judged already, unless it is a place: `Лаура Нұрланқызы Шымкентке келді`. */
function isBeforeName(reading: Reading, groupTo: number, at: number): boolean {
  const token = reading.document.tokens[at];
  if (at >= groupTo || token === undefined || isInOtherCase(reading, token)) return false;
  return !reading.places.at.has(at);
}

/** Whether the word before the given name may be a surname: «Петров Ерлан Муратович» is another person. */
function isAfterName(reading: Reading, groupFrom: number, from: number): boolean {
  const before = reading.document.tokens[from - 1];
  if (before === undefined || from <= groupFrom || isInOtherCase(reading, before)) return false;
  return maybeGivenName(reading.document, from - 1, CASE.any);
}

/** `Ахметоваға Тимур Рүстемұлы уәде берді`: in Kazakh a name ends with its case ending. */
function isInOtherCase({ knowledge }: Reading, token: Token): boolean {
  const bearers = token.rules.agreement === 'last' ? bearersOf(knowledge, token) : [];
  return bearers.length > 0 && bearers.every(({ mask }) => (mask & CASE.nominative) === 0);
}

function bears(reading: Reading, person: Person, at: number): boolean {
  const [given, patronymic] = [reading.document.tokens[at], reading.document.tokens[at + 1]];
  if (!given || !patronymic || !looksLikePatronymic(patronymic)) return false;
  const mask = patronymicMask(person, patronymic);
  return mask !== null && mask !== 0 && givenMask(person, given) !== 0;
}
