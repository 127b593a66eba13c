import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import type { Cast } from './cast';
import type { NameContext } from './context';
import { headOfState } from './heads-of-state';
import { lineageOfArea } from './knowledge';
import type { NameHit } from './name-hits';
import { hasOffices, type Occurrence } from './occurrences';
import { isPlainSurname } from './person-names';
import { isPerson, isPersonal } from './person-signs';
import type { Reading } from './reading';
import { isMansForm, isOfManNamedLast } from './rival-women';
import { isStage } from './scene';
import { bySeniority } from './seniority';
import { isTainted, type Tainted } from './taint';
import { areasHeld } from './tenure';
import { languageAt, type TextDocument, TITLE_BLOCK } from './text-document';
import type { BareVerdict } from './titled-names';
import { isFollowed, isInflecting, type Token } from './tokens';
import { isInOffice, isListedWithOfficial, judgeUnanchored } from './unanchored-names';
import { genderAround, isOfOtherSex } from './verb-gender';

const NONE = { kind: 'none' } as const;

/** A surname alone: of the one person of the text who bears it, by the nearest bearer named before. */
export function judgeBare(
  reading: Reading,
  occurrence: Occurrence,
  cast: Cast,
  tainted: Tainted,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict {
  const { context } = occurrence;
  const hits = occurrence.hits.filter((hit) => hit.kind === 'bare');
  const isOfficial = hits.some((hit) => hasOffices(reading, hit));
  if (isNoPerson(context, isOfficial) || isOnRoute(reading, occurrence.at)) return NONE;
  const singular = hits.filter((hit) => (hit.mask & CASE.plural) === 0);
  if (singular.length === 0) return plural(hits, cast, occurrence.at);
  const anchored = singular.filter((hit) => isAnchored(reading, occurrence, hit, cast));
  const [only] = anchored;
  const told =
    toldBeside(reading, occurrence, anchored, singular, date) ??
    headOfState(reading, occurrence, singular, anchored, cast, tainted, date);
  if (told) return { kind: 'sure', hit: told, fit: null, by: 'anchor' };
  if (!only) return judgeUnanchored(reading, occurrence, singular, tainted, date, focus);
  if (hasOffices(reading, only) && isBeforeNamed(reading, occurrence, only, cast, date))
    return NONE;
  return judgeAnchored(reading, occurrence, anchored, only, cast, tainted);
}

/** Of those whom the text has made known. */
function judgeAnchored(
  reading: Reading,
  occurrence: Occurrence,
  anchored: readonly NameHit[],
  only: NameHit,
  cast: Cast,
  tainted: Tainted,
): BareVerdict {
  if (isOfAnother(reading, occurrence) && hasOffices(reading, only)) return { kind: 'rival' };
  if (anchored.length > 1) return severalBearers(reading, occurrence, anchored, cast);
  if (isOfManNamedLast(reading, occurrence, only, cast)) return NONE;
  if (!isNearest(reading, occurrence, only, cast) || isOfOtherSex(reading, occurrence.at, only))
    return NONE;
  return isUnsure(reading, occurrence, only, cast, tainted)
    ? { kind: 'ambiguous', hits: [only] }
    : { kind: 'sure', hit: only, fit: null, by: 'anchor' };
}

/** «Мороз держится пятые сутки. … Аким Костаная Игорь Мороз …»: before a text names him, a word that people say or do must tell. */
function isBeforeNamed(
  reading: Reading,
  occurrence: Occurrence,
  { person }: NameHit,
  cast: Cast,
  date: PartialDate | null,
): boolean {
  const { document } = reading;
  const token = document.tokens[occurrence.at];
  if (document.isDigest || token === undefined || token.block === TITLE_BLOCK) return false;
  if (cast.lastOf(person.id, occurrence.at) >= 0) return false;
  if (isPersonal(occurrence) || isSpeaker(reading, occurrence)) return false;
  const isOneOfSeveral = occurrence.hits.some((hit) => hit.person.id !== person.id);
  if (isOneOfSeveral) return true;
  return (
    !isPlainSurname(person, token.rules) && !isListedWithOfficial(reading, occurrence.at, date)
  );
}

/**
 * Whether the text has not made clear which of two he is, or the surname may be a thing that it also calls so and no
 * word that people do stands beside it.
 */
function isUnsure(
  reading: Reading,
  occurrence: Occurrence,
  hit: NameHit,
  cast: Cast,
  tainted: Tainted,
): boolean {
  if (cast.isInDoubt(hit.person.id, occurrence.at)) return true;
  return (
    isTainted(reading, occurrence.at, hit, tainted) &&
    !isPerson(reading, occurrence, hit, tainted.has(hit.person.id))
  );
}

/** «слесарь Омаров», «помощник Омаров»: the name is of the one who does that work. */
function isOfAnother({ document: { tokens } }: Reading, { at, context }: Occurrence): boolean {
  const own = tokens[at];
  if (context.markers.has('trade')) return true;
  return own !== undefined && isInflecting(own) && context.markers.has('dependent');
}

/** The one of several bearers whom a word beside the surname tells. */
function toldBeside(
  reading: Reading,
  occurrence: Occurrence,
  anchored: readonly NameHit[],
  hits: readonly NameHit[],
  date: PartialDate | null,
): NameHit | null {
  return bySeniority(reading, occurrence.at, anchored) ?? byPlace(reading, occurrence, hits, date);
}

/** «илийский Омаров», `the Merke Serikov`, «Сериков из Мерке»: of several bearers the one in office in the place beside. */
function byPlace(
  reading: Reading,
  { at, context }: Occurrence,
  hits: readonly NameHit[],
  date: PartialDate | null,
): NameHit | null {
  const { knowledge, places, document } = reading;
  const before = isFollowed(document, at) ? places.endingAt.get(at) : undefined;
  const place = before ?? places.at.get(context.originAt) ?? places.at.get(context.belongsAt);
  if (place === undefined || hits.length < 2 || context.markers.has('trade')) return null;
  // «қостанайлық Серіков»: or of the region around it.
  const around = new Set(place.ids.flatMap((id) => lineageOfArea(knowledge, id)));
  for (const ids of [new Set(place.ids), around]) {
    const [only, second] = hits.filter(
      ({ person }) =>
        areasHeld(knowledge, person.id).some((id) => id !== null && ids.has(id)) &&
        isInOffice(reading, person.id, date),
    );
    if (only) return second ? null : only;
  }
  return null;
}

/**
 * In a digest every headline stands for itself: another one makes nobody known. Elsewhere an office makes its holder
 * known from its own paragraph on. In a text of the stage (`the queue for Wagner tickets`) nobody is known before he is
 * named.
 */
function isAnchored(reading: Reading, occurrence: Occurrence, hit: NameHit, cast: Cast): boolean {
  const [from, to] = blockAround(reading, occurrence.at);
  if (reading.document.isDigest) return cast.isAnchoredWithin(hit.person.id, from, to);
  const isOfStage = isStage(reading.document) && hasOffices(reading, hit);
  if (isOfStage && cast.lastOf(hit.person.id, occurrence.at) < 0) return false;
  return cast.isAnchored(hit.person.id, isSpeaker(reading, occurrence) ? LAST : to);
}

const LAST = Number.POSITIVE_INFINITY;

/** «КОЖА: Две из пяти», «господин Кожа»: a person for sure, and an office named later tells which. */
function isSpeaker({ document: { tokens } }: Reading, { at, context }: Occurrence): boolean {
  const next = tokens[at + 1];
  const isLabel = next?.block === tokens[at]?.block && /^\s?:\s/u.test(next?.gap ?? '');
  return isLabel || context.markers.has('honorific');
}

/** The first and the one after the last token of the block of a token. */
function blockAround({ document }: Reading, at: number): readonly [number, number] {
  const known = blockBounds.get(document) ?? boundsOf(document);
  blockBounds.set(document, known);
  return known.get(document.tokens[at]?.block ?? TITLE_BLOCK) ?? [at, at];
}

const blockBounds = new WeakMap<TextDocument, ReadonlyMap<number, readonly [number, number]>>();

function boundsOf({ tokens }: TextDocument): Map<number, readonly [number, number]> {
  const bounds = new Map<number, readonly [number, number]>();
  // Tokens of a block stand together: one pair for each block and none for each token.
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    const block = tokens[from]?.block ?? TITLE_BLOCK;
    while (to < tokens.length && tokens[to]?.block === block) to += 1;
    bounds.set(block, [from, to]);
  }
  return bounds;
}

/**
 * A brand, a street, somebody of another country, or the area of a title. A monument is no official's, while of a
 * person without offices whom the text has named in full it may be his.
 */
function isNoPerson(context: NameContext, isOfficial: boolean): boolean {
  const { isQuoted, isAreaOfTitle, markers } = context;
  const isNamedAfter = isOfficial && markers.has('memorial');
  const isWord = markers.has('meaning') || markers.has('foreign');
  return isQuoted || isAreaOfTitle || isNamedAfter || isWord;
}

/** «дорога Арал – Кызылорда»: a name of a place too, joined to another place. */
function isOnRoute({ document: { tokens }, places }: Reading, at: number): boolean {
  const [own, next] = [tokens[at], tokens[at + 1]];
  const isJoined = next?.block === own?.block && /^\s?[–—-]\s?$/u.test(next?.gap ?? '');
  return isJoined && places.at.has(at) && places.at.has(at + 1);
}

function plural(hits: readonly NameHit[], cast: Cast, at: number): BareVerdict {
  const anchored = hits.filter((hit) => cast.isAnchored(hit.person.id, at));
  return anchored.length > 1 ? { kind: 'ambiguous', hits: anchored } : NONE;
}

/** The nearest bearer of the surname before this place is the listed person; if nobody stands before, no rival may follow. */
function isNearest(reading: Reading, { at }: Occurrence, hit: NameHit, cast: Cast): boolean {
  const token = reading.document.tokens[at];
  if (!token) return false;
  const isMans = isMansForm(token, hit.mask);
  if (cast.firstRivalOf(token, isMans) === Number.POSITIVE_INFINITY) return true;
  const before = cast.lastRivalOf(token, at, isMans);
  // An office makes its holder known, yet a surname after another bearer's name is that bearer's.
  const own = before < 0 ? cast.lastOf(hit.person.id, at) : cast.lastNamed(hit.person.id, at);
  if (isOfWoman(token, hit) && cast.isFormOfRival(token, at)) return false;
  if (own >= 0 || before >= 0) return own > before;
  // Nobody stands before, as in a first sentence: then the bearer named first after it.
  return cast.firstOf(hit.person.id) < cast.firstRivalOf(token, isMans);
}

/** «Килимбаева просит …» beside an akim Килимбаев: his genitive is a woman's own form. */
function isOfWoman({ rules, text }: Token, { mask }: NameHit): boolean {
  const word = text.toLowerCase();
  return (
    (mask & CASE.nominative) === 0 &&
    /[ая]$/u.test(word) &&
    rules.surnameEndings.some((one) => word.endsWith(one))
  );
}

/** Several listed bearers: case and sex may leave one; else nobody is guessed. */
function severalBearers(
  reading: Reading,
  occurrence: Occurrence,
  hits: readonly NameHit[],
  cast: Cast,
): BareVerdict {
  const mask = casesAround(reading, occurrence.at);
  const fitting = mask === 0 ? hits : hits.filter((hit) => (hit.mask & mask) !== 0);
  const gender = genderAround(reading, occurrence.at);
  const chosen = fitting.filter(
    (hit) => gender === null || hit.person.gender === null || hit.person.gender === gender,
  );
  // A bearer whom the text has not named yet is not meant by a surname alone.
  const named = chosen.filter((hit) => cast.lastOf(hit.person.id, occurrence.at) >= 0);
  const [only, second] = named.length > 0 ? named : chosen;
  if (only && !second && isNearest(reading, occurrence, only, cast))
    return { kind: 'sure', hit: only, fit: null, by: 'anchor' };
  return { kind: 'ambiguous', hits: chosen.length > 0 ? chosen : hits };
}

/** Cases that the word before asks for; 0: nothing is said. */
function casesAround(reading: Reading, at: number): number {
  const { tokens } = reading.document;
  const before = tokens[at - 1];
  if (!before || before.block !== tokens[at]?.block) return 0;
  const mask = languageAt(before).prepositions.get(before.skeleton) ?? 0;
  if (mask !== 0) return mask;
  return genderAround(reading, at) === null ? 0 : CASE.nominative;
}
