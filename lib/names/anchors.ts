import { stemsOfToken } from '@/lib/language/inflect';
import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import type { NameContext } from './context';
import { lineageOfArea } from './knowledge';
import type { NameHit, Reading } from './name-hits';
import { hasOffices, isOfDependent, type Occurrence, type Rival } from './occurrences';
import { bySeniority } from './seniority';
import { mayHold, type TitleFit, titleFit } from './tenure';
import { languageAt } from './text-document';
import type { TitleSpan } from './title-spans';

/** A mention by which the text makes clear which listed person it speaks of. */
export interface Anchor {
  readonly at: number;
  readonly personId: string;
}

/** Who is known so far in the text. */
export interface Cast {
  readonly anchors: Anchor[];
  readonly rivals: Rival[];
  /** Stems of surnames that the text also uses for a street, a place, a firm or a common word. */
  readonly tainted: ReadonlySet<string>;
}

export type BareVerdict =
  | {
      readonly kind: 'sure';
      readonly hit: NameHit;
      readonly fit: TitleFit | null;
      readonly by: 'title' | 'anchor' | 'digest';
    }
  | { readonly kind: 'ambiguous'; readonly hits: readonly NameHit[] }
  | { readonly kind: 'rival' }
  | { readonly kind: 'none' };

const NONE = { kind: 'none' } as const;

/** Title and surname: the one bearer of the surname whom the title fits. Null: no title speaks here. */
export function judgeTitled(
  reading: Reading,
  occurrence: Occurrence,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict | null {
  const { context } = occurrence;
  const title = context.title;
  const hits = occurrence.hits.filter((hit) => hit.kind === 'bare');
  const [first] = hits;
  if (!hits.some((hit) => hasOffices(reading, hit))) return null;
  if (!title || !first || context.isQuoted || context.markers.has('memorial')) return null;
  if (isOfDependent(context, first.mask)) return { kind: 'rival' };
  const fitted = hits.map((hit) => ({
    hit,
    fit: titleFit(reading.knowledge, title.title, hit.person.id, date),
  }));
  const now = fitted.filter(({ fit }) => fit.kind === 'now');
  const isPast = title.title.markers.has('former');
  const fitting = now.length > 0 && !isPast ? now : fitted.filter(({ fit }) => fit.kind !== 'no');
  const chosen = fitting.length > 1 ? inFocus(reading, fitting, focus, occurrence.at) : fitting;
  const [only] = chosen;
  if (chosen.length === 1 && only) {
    const isPlain =
      title.title.area.kind === 'named' ||
      title.title.branch.length > 0 ||
      title.title.row.area === 'none';
    if (isPlain || isPlaceFit(reading, only.hit, focus))
      return { kind: 'sure', ...only, by: 'title' };
    return null;
  }
  if (chosen.length > 1) return { kind: 'ambiguous', hits: chosen.map(({ hit }) => hit) };
  // `әкімі Кәрімбаевты қолдады`: in Kazakh the title may be the subject and the name its object.
  const isApart = isApartInCase(reading, occurrence.at, title.title, first);
  return isApart ? null : { kind: 'rival' };
}

function isApartInCase(reading: Reading, at: number, title: TitleSpan, hit: NameHit): boolean {
  const token = reading.document.tokens[at];
  const isSubject = (title.mask & CASE.nominative) !== 0 && (hit.mask & CASE.nominative) === 0;
  return token?.rules.agreement === 'last' && isSubject;
}

type Fitted = { readonly hit: NameHit; readonly fit: TitleFit };

function inFocus(
  reading: Reading,
  fitted: readonly Fitted[],
  focus: AreaFocus,
  at: number,
): readonly Fitted[] {
  const near = fitted.filter(({ fit }) => {
    const areaId = reading.knowledge.posts.get(fit.postId ?? '')?.areaId ?? null;
    return areaId !== null && focus.isNamedBefore(areaId, at);
  });
  return near.length > 0 ? near : fitted;
}

/** Whether one of the person's offices is of the state, or of an area that the text names (or lies within one). */
export function isPlaceFit(reading: Reading, hit: NameHit, focus: AreaFocus): boolean {
  const { knowledge } = reading;
  return (knowledge.membershipsByPerson.get(hit.person.id) ?? []).some((membership) => {
    const areaId = knowledge.posts.get(membership.postId)?.areaId ?? null;
    if (areaId === null || knowledge.areas.get(areaId)?.classification === 'country') return true;
    return lineageOfArea(knowledge, areaId).some(
      (id) => knowledge.areas.get(id)?.classification !== 'country' && focus.names(id),
    );
  });
}

/** A surname alone: of the one person of the text who bears it, by the nearest bearer named before. */
export function judgeBare(
  reading: Reading,
  occurrence: Occurrence,
  cast: Cast,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict {
  const { context } = occurrence;
  if (isNoPerson(context)) return NONE;
  const hits = occurrence.hits.filter((hit) => hit.kind === 'bare');
  const singular = hits.filter((hit) => (hit.mask & CASE.plural) === 0);
  if (singular.length === 0) return plural(hits, cast);
  const anchored = singular.filter((hit) => isAnchored(reading, occurrence, hit, cast));
  const [only, second] = anchored;
  if (!only) return unanchored(reading, occurrence, singular, cast, date, focus);
  if (context.markers.has('trade') && hasOffices(reading, only)) return { kind: 'rival' };
  if (second) return severalBearers(reading, occurrence, anchored, cast);
  if (!isNearest(reading, occurrence, only, cast)) return NONE;
  if (isTainted(reading, occurrence, cast) && !isPersonal(occurrence))
    return { kind: 'ambiguous', hits: [only] };
  return { kind: 'sure', hit: only, fit: null, by: 'anchor' };
}

/** In a digest every headline stands for itself: another one makes nobody known. */
function isAnchored(reading: Reading, { at }: Occurrence, hit: NameHit, cast: Cast): boolean {
  const { tokens, isDigest } = reading.document;
  return cast.anchors.some(
    (anchor) =>
      anchor.personId === hit.person.id &&
      (!isDigest || tokens[anchor.at]?.block === tokens[at]?.block),
  );
}

/** A brand, a street, somebody of another country, or the area of a title. */
function isNoPerson({ isQuoted, isAreaOfTitle, markers }: NameContext): boolean {
  return isQuoted || isAreaOfTitle || markers.has('memorial') || markers.has('foreign');
}

function isPersonal({ context }: Occurrence): boolean {
  return (context.isPersonal && !context.isAfterPlaceWord) || context.markers.has('honorific');
}

function plural(hits: readonly NameHit[], cast: Cast): BareVerdict {
  const anchored = hits.filter((hit) => cast.anchors.some((a) => a.personId === hit.person.id));
  return anchored.length > 1 ? { kind: 'ambiguous', hits: anchored } : NONE;
}

function isTainted(reading: Reading, occurrence: Occurrence, cast: Cast): boolean {
  const token = reading.document.tokens[occurrence.at];
  return (
    token !== undefined &&
    stemsOfToken(token.rules, token.skeleton).some((one) => cast.tainted.has(one))
  );
}

/** The nearest bearer of the surname before this place is the listed person; if nobody stands before, no rival may follow. */
function isNearest(reading: Reading, { at }: Occurrence, hit: NameHit, cast: Cast): boolean {
  const token = reading.document.tokens[at];
  if (!token) return false;
  const stems = stemsOfToken(token.rules, token.skeleton);
  const rivals = cast.rivals.filter((rival) => rival.stems.some((one) => stems.includes(one)));
  if (rivals.length === 0) return true;
  const before = Math.max(-1, ...rivals.filter((r) => r.at < at).map((r) => r.at));
  const own = Math.max(
    -1,
    ...cast.anchors.filter((a) => a.personId === hit.person.id && a.at < at).map((a) => a.at),
  );
  if (own >= 0 || before >= 0) return own > before;
  // Nobody stands before, as in a first sentence: then the bearer named first after it.
  const ownNext = Math.min(
    ...cast.anchors.filter((a) => a.personId === hit.person.id).map((a) => a.at),
  );
  return ownNext < Math.min(...rivals.map((r) => r.at));
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
  const named = chosen.filter((hit) =>
    cast.anchors.some((a) => a.personId === hit.person.id && a.at < occurrence.at),
  );
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
  if (!next || next.block !== tokens[at]?.block || next.shape !== 'lower') return null;
  const word = next.text.toLowerCase();
  return next.rules.verbGender.find(([ending]) => word.endsWith(ending))?.[1] ?? null;
}

/** Nobody of the surname is named in full: an honorific, or a digest of headlines, and the place, may still tell. */
function unanchored(
  reading: Reading,
  occurrence: Occurrence,
  hits: readonly NameHit[],
  cast: Cast,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict {
  const { context } = occurrence;
  const isOpen = reading.document.isDigest || context.markers.has('honorific');
  if (!isOpen || context.markers.has('trade') || isTainted(reading, occurrence, cast)) return NONE;
  if (hits.length > 1) return { kind: 'ambiguous', hits };
  const [only] = hits;
  if (!only || !isInOffice(reading, only, date)) return NONE;
  const isFit = isPlaceFit(reading, only, focus.inBlock(reading.document.tokens, occurrence.at));
  return isFit ? { kind: 'sure', hit: only, fit: null, by: 'digest' } : NONE;
}

function isInOffice(reading: Reading, hit: NameHit, date: PartialDate | null): boolean {
  const held = reading.knowledge.membershipsByPerson.get(hit.person.id) ?? [];
  return date !== null && held.some((membership) => mayHold(membership, date));
}
