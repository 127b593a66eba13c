import { givenNames } from '@/lib/language/given-names';
import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { bearersOf } from './name-forms';

import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import { isPlainSurname } from './person-names';
import type { Reading } from './reading';
import { isTainted, type Tainted } from './taint';
import { areasHeld, isPlaceFit, isPlaceNamed, mayHold } from './tenure';
import { languageAt, sceneWordsAround } from './text-document';
import type { BareVerdict } from './titled-names';
import { isNextTo } from './tokens';
import { isOfOtherSex } from './verb-gender';

const NONE = { kind: 'none' } as const;

/** Nobody of the surname is named in full: an honorific, or a digest of headlines, and the place, may still tell. */
export function judgeUnanchored(
  reading: Reading,
  occurrence: Occurrence,
  hits: readonly NameHit[],
  tainted: Tainted,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict {
  const { context, at } = occurrence;
  const { isDigest } = reading.document;
  if (!(isDigest || context.markers.has('honorific')) || context.markers.has('trade')) return NONE;
  const here = focus.inBlock(reading.document.tokens, at);
  const only = ofPlace(reading, at, hits, here);
  if (!only) return { kind: 'ambiguous', hits };
  if (!isInOffice(reading, only.person.id, date) || isNoneOf(reading, at, only)) return NONE;
  const isTold = isDigest && isHeadlinePerson(reading, occurrence, date);
  return isTold || isOfItsPlace(reading, at, only, tainted, here)
    ? { kind: 'sure', hit: only, fit: null, by: 'digest' }
    : NONE;
}

/** A surname that is nothing else, beside the place of its bearer's office. */
function isOfItsPlace(
  reading: Reading,
  at: number,
  hit: NameHit,
  tainted: Tainted,
  here: AreaFocus,
): boolean {
  if (isTainted(reading, at, hit, tainted) || isWeakWord(reading, at)) return false;
  if (isThingBegun(reading, at, hit)) return false;
  return isPlaceFit(reading.knowledge, hit.person.id, here) || isAmongPlaces(reading, at, hit);
}

/** `Karimbayev … in Zhambyl District`: one of the areas of that name is his. */
function isAmongPlaces(
  { knowledge, places, document }: Reading,
  at: number,
  hit: NameHit,
): boolean {
  const block = document.tokens[at]?.block;
  const held = areasHeld(knowledge, hit.person.id);
  return [...places.at.values()].some(
    ({ from, ids }) =>
      document.tokens[from]?.block === block && held.some((id) => id !== null && ids.includes(id)),
  );
}

/** «Сокола с перебитым крылом выходили»: a first word in another case that ends like no surname may be any word. */
function isThingBegun(
  { document: { tokens } }: Reading,
  at: number,
  { mask, person }: NameHit,
): boolean {
  const token = tokens[at];
  if (token?.startsSentence !== true || (mask & CASE.nominative) !== 0) return false;
  return !isPlainSurname(person, token.rules);
}

/** The one bearer of the surname, or of several of the sex that the verb tells the one whose own place the headline names. */
function ofPlace(
  reading: Reading,
  at: number,
  hits: readonly NameHit[],
  here: AreaFocus,
): NameHit | null {
  if (hits.length < 2) return hits[0] ?? null;
  const told = hits.filter((hit) => !isOfOtherSex(reading, at, hit));
  const near = told.filter((hit) => isPlaceNamed(reading.knowledge, hit.person.id, here));
  // «Илийский район: Омаров …»: his own district before another of the same region.
  const own = near.filter(({ person }) =>
    areasHeld(reading.knowledge, person.id).some((id) => id !== null && here.isNamed(id)),
  );
  const [only, second] = own.length > 0 ? own : near;
  return only && !second ? only : null;
}

/** A thing's name, a headline of the stage, or a verb of another sex. */
function isNoneOf(reading: Reading, at: number, hit: NameHit): boolean {
  return (
    isCompound(reading, at, hit) ||
    (reading.document.isDigest && (isOfStage(reading, at) || isOfOtherSex(reading, at, hit)))
  );
}

/** `Bondar wins silver in Tokyo judo`: a headline of sport or the arts with no word of public affairs. */
const isOfStage = ({ document }: Reading, at: number): boolean =>
  sceneWordsAround(document, at) > 0;

/** `Гончар шеберханасы`: a name without an ending before a thing in the possessive is the thing's. */
function isCompound({ document: { tokens } }: Reading, at: number, { mask }: NameHit): boolean {
  const [own, next] = [tokens[at], tokens[at + 1]];
  if (!own || !next || next.shape !== 'lower' || !isNextTo(own, next)) return false;
  const word = next.text.toLowerCase();
  const { compoundEndings, tradeExceptions } = own.rules;
  return (
    (mask & CASE.nominative) !== 0 &&
    compoundEndings.some((ending) => word.endsWith(ending)) &&
    !tradeExceptions.some((one) => word.startsWith(one))
  );
}

/** A number or a given name with the capital of a headline («Султан на час», `Ten dead whales`) needs more than a place. */
export function isWeakWord({ document }: Reading, at: number): boolean {
  const token = document.tokens[at];
  return (
    token === undefined ||
    languageAt(token).starters.has(token.skeleton) ||
    givenNames().has(token.skeleton)
  );
}

/** «Мынбай: …», «Умирзакова – подрядчикам», `Balabek asks …`, «Вакуленко и Шалабаев …»: headlines of what somebody says or does. */
function isHeadlinePerson(
  reading: Reading,
  occurrence: Occurrence,
  date: PartialDate | null,
): boolean {
  const { at, context } = occurrence;
  const { tokens } = reading.document;
  if (context.isAfterPlaceWord) return false;
  const next = tokens[at + 1];
  const isInBlock = next !== undefined && next.block === tokens[at]?.block;
  const isSpeaker =
    isInBlock &&
    (/^\s?[:–—]\s/u.test(next.gap) || next.rules.aboutWords.includes(next.text.toLowerCase()));
  // «Балхаш: трое рыбаков …»: before a colon a place is the place of the news.
  if (isSpeaker) return !reading.places.at.has(at);
  if (isWeakWord(reading, at)) return false;
  return context.isPersonal || isListedWithOfficial(reading, at, date);
}

/** «Вакуленко и Шалабаев», «Пак, Байтас»: beside another official in a list of surnames. */
export function isListedWithOfficial(
  reading: Reading,
  at: number,
  date: PartialDate | null,
): boolean {
  return [mateAt(reading, at, 1), mateAt(reading, at, -1)].some((mate) => {
    const token = reading.document.tokens[mate];
    if (!token || token.shape === 'lower' || isWeakWord(reading, mate)) return false;
    return bearersOf(reading.knowledge, token).some(
      ({ person, mask }) => (mask & CASE.nominative) !== 0 && isInOffice(reading, person.id, date),
    );
  });
}

/** The other member of a list of two, after «и» or a comma; -1: there is none. */
function mateAt({ document: { tokens } }: Reading, at: number, step: 1 | -1): number {
  const [own, beside] = [tokens[at], tokens[at + step]];
  if (!own || !beside || beside.block !== own.block) return -1;
  if (languageAt(beside).listWords.has(beside.skeleton)) return at + 2 * step;
  const later = step === 1 ? beside : own;
  return /^,\s$/u.test(later.gap) ? at + step : -1;
}

export function isInOffice(reading: Reading, personId: string, date: PartialDate | null): boolean {
  const held = reading.knowledge.membershipsByPerson.get(personId) ?? [];
  return date !== null && held.some((membership) => mayHold(membership, date));
}
