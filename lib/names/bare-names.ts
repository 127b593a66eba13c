import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import type { Cast } from './cast';
import { isAttribution, type NameContext } from './context';
import type { NameHit } from './name-hits';
import { hasOffices, type Occurrence } from './occurrences';
import type { Reading } from './reading';
import { bySeniority } from './seniority';
import { isTainted } from './taint';
import { languageAt } from './text-document';
import type { BareVerdict } from './titled-names';
import type { Token } from './tokens';
import { judgeUnanchored } from './unanchored-names';

const NONE = { kind: 'none' } as const;

/** A surname alone: of the one person of the text who bears it, by the nearest bearer named before. */
export function judgeBare(
  reading: Reading,
  occurrence: Occurrence,
  cast: Cast,
  tainted: ReadonlySet<string>,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict {
  const { context } = occurrence;
  const hits = occurrence.hits.filter((hit) => hit.kind === 'bare');
  if (
    isNoPerson(
      context,
      hits.some((hit) => hasOffices(reading, hit)),
    )
  )
    return NONE;
  const singular = hits.filter((hit) => (hit.mask & CASE.plural) === 0);
  if (singular.length === 0) return plural(hits, cast);
  const anchored = singular.filter((hit) => isAnchored(reading, occurrence, hit, cast));
  const [only, second] = anchored;
  if (!only) return judgeUnanchored(reading, occurrence, singular, tainted, date, focus);
  if (context.markers.has('trade') && hasOffices(reading, only)) return { kind: 'rival' };
  if (second) return severalBearers(reading, occurrence, anchored, cast);
  if (!isNearest(reading, occurrence, only, cast)) return NONE;
  if (isTainted(reading, occurrence.at, only, tainted) && !isPersonal(occurrence))
    return { kind: 'ambiguous', hits: [only] };
  return { kind: 'sure', hit: only, fit: null, by: 'anchor' };
}

/** In a digest every headline stands for itself: another one makes nobody known. */
function isAnchored(reading: Reading, { at }: Occurrence, hit: NameHit, cast: Cast): boolean {
  const { isDigest } = reading.document;
  if (!isDigest) return cast.isAnchored(hit.person.id);
  const [from, to] = blockAround(reading, at);
  return cast.isAnchoredWithin(hit.person.id, from, to);
}

/** The first and the one after the last token of the block of a token. */
function blockAround({ document: { tokens } }: Reading, at: number): [number, number] {
  const block = tokens[at]?.block;
  let [from, to] = [at, at];
  while (tokens[from - 1]?.block === block) from -= 1;
  while (tokens[to]?.block === block) to += 1;
  return [from, to];
}

/**
 * A brand, a street, somebody of another country, or the area of a title. A monument is no official's, while of a
 * person without offices whom the text has named in full it may be his.
 */
function isNoPerson(context: NameContext, isOfficial: boolean): boolean {
  const { isQuoted, isAreaOfTitle, markers } = context;
  const isNamedAfter = isOfficial && markers.has('memorial');
  return isQuoted || isAreaOfTitle || isNamedAfter || markers.has('foreign');
}

/** A word of saying or an honorific speaks for a person, where no word of place speaks against one. */
export function isPersonal({ context }: Occurrence): boolean {
  return (context.isPersonal && !context.isAfterPlaceWord) || context.markers.has('honorific');
}

function plural(hits: readonly NameHit[], cast: Cast): BareVerdict {
  const anchored = hits.filter((hit) => cast.isAnchored(hit.person.id));
  return anchored.length > 1 ? { kind: 'ambiguous', hits: anchored } : NONE;
}

/** The nearest bearer of the surname before this place is the listed person; if nobody stands before, no rival may follow. */
function isNearest(reading: Reading, { at }: Occurrence, hit: NameHit, cast: Cast): boolean {
  const token = reading.document.tokens[at];
  if (!token) return false;
  if (cast.firstRivalOf(token) === Number.POSITIVE_INFINITY) return true;
  const before = cast.lastRivalOf(token, at);
  const own = cast.lastOf(hit.person.id, at);
  if (own >= 0 || before >= 0) return own > before;
  // Nobody stands before, as in a first sentence: then the bearer named first after it.
  return cast.firstOf(hit.person.id) < cast.firstRivalOf(token);
}

/** Several listed bearers: case and sex may leave one; else nobody is guessed. */
function severalBearers(
  reading: Reading,
  occurrence: Occurrence,
  hits: readonly NameHit[],
  cast: Cast,
): BareVerdict {
  const senior = bySeniority(reading, occurrence.at, hits);
  if (senior) return { kind: 'sure', hit: senior, fit: null, by: 'anchor' };
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

/** The sex that a verb in the past beside the name tells. */
function genderAround(reading: Reading, at: number): 'male' | 'female' | null {
  const { tokens } = reading.document;
  const next = tokens[at + 1];
  const isNegated = next !== undefined && next.rules.negations.includes(next.text);
  return (
    genderOfVerb(isNegated ? tokens[at + 2] : next, tokens[at]) ??
    (isVerbBefore(reading, at) ? genderOfVerb(tokens[at - 1], tokens[at]) : null)
  );
}

/** «– доложила Омарова», «сказал Омаров»: before a name a noun may end as a verb does, so the verb must be one of saying. */
function isVerbBefore({ document }: Reading, at: number): boolean {
  const before = document.tokens[at - 1];
  if (!before) return false;
  return languageAt(before).saying.begins(before.skeleton) || isAttribution(document, at - 1);
}

function genderOfVerb(verb: Token | undefined, name: Token | undefined): 'male' | 'female' | null {
  if (!verb || verb.block !== name?.block || verb.shape !== 'lower') return null;
  const word = verb.text.toLowerCase();
  return verb.rules.verbGender.find(([ending]) => word.endsWith(ending))?.[1] ?? null;
}
