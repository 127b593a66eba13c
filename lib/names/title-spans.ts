import { type Found, mayBegin, phrasesAt } from '@/lib/language/lexicon';
import { CASE, type MarkerKind, type TitleRow } from '@/lib/language/rules';
import type { AreaClass } from '@/lib/ledger/records';
import { type BranchSpan, branchAfter, branchBefore } from './branches';
import type { KindSpan, PlaceSpan, Places } from './places';
import { languageAt, type MarkerSpan, skeletonsFrom, type TextDocument } from './text-document';
import { isNextTo } from './tokens';

/** The area of a title as the text gives it. */
export type TitleArea =
  | { readonly kind: 'none' }
  | { readonly kind: 'named'; readonly place: PlaceSpan; readonly within: PlaceSpan | null }
  | { readonly kind: 'kindOnly'; readonly classes: readonly AreaClass[] }
  | { readonly kind: 'unknown' };

/** A title in the text with its area or branch; tokens, end exclusive. */
export interface TitleSpan {
  readonly row: TitleRow;
  /** The title's own words. */
  readonly from: number;
  readonly to: number;
  /** With area and branch. */
  readonly wholeFrom: number;
  readonly wholeTo: number;
  readonly mask: number;
  readonly area: TitleArea;
  /** Skeletons of the words of its branch («сельского хозяйства»); empty when none is named. */
  readonly branch: readonly string[];
  readonly markers: ReadonlySet<MarkerKind>;
  /** Cases of the word that the title hangs on («пресс-секретарь»): the name may be that word's. */
  readonly dependentMask: number;
  readonly isPlural: boolean;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly area: TitleArea;
}

/** Finds every title, in text order; of titles that overlap the longest is kept. */
export function findTitles(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
): TitleSpan[] {
  const { tokens } = document;
  const spans: TitleSpan[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < next || !mayBegin(languageAt(token).titles, token.skeleton)) continue;
    const found = phrasesAt(languageAt(token).titles, skeletonsFrom(tokens, at));
    for (const one of found) {
      const span = titleSpan(document, places, vocabulary, one, at);
      if (!span) continue;
      spans.push(span);
      next = span.to;
      break;
    }
  }
  return spans;
}

function titleSpan(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
  { value: row, length, mask }: Found<TitleRow>,
  from: number,
): TitleSpan | null {
  const to = from + length;
  const branchSpan =
    row.area === 'ministry' || row.area === 'branch'
      ? branchOf(document, from, to, vocabulary)
      : null;
  const after = areaAfter(document, places, branchSpan?.to ?? to);
  const before = areaBefore(document, places, row, branchSpan?.from ?? from);
  const extent = chooseArea(row, after, before);
  if (row.area === 'needed' && extent.area.kind === 'none') return null;
  const wholeFrom = Math.min(extent.from, branchSpan?.from ?? from, from);
  const wholeTo = Math.max(extent.to, branchSpan?.to ?? to, to);
  const marks = [
    ...marksBefore(document, wholeFrom),
    ...unitBefore(document, wholeFrom),
    ...(wholeFrom < from ? marksBefore(document, from) : []),
    ...marksAfter(document, wholeTo, mask),
  ];
  return {
    row,
    from,
    to,
    wholeFrom,
    wholeTo,
    mask,
    area: extent.area,
    branch: branchSpan?.words ?? [],
    markers: new Set(marks.map((m) => m.kind)),
    dependentMask: marks
      .filter((m) => m.kind === 'dependent' || m.kind === 'kin')
      .reduce((sum, m) => sum | m.mask, 0),
    isPlural: row.plural === true || (mask & CASE.plural) !== 0,
  };
}

function branchOf(
  document: TextDocument,
  from: number,
  to: number,
  vocabulary: readonly string[],
): BranchSpan | null {
  return (
    branchBefore(document, from, vocabulary) ??
    branchAfter(document, skipOf(document, to), vocabulary)
  );
}

function skipOf(document: TextDocument, to: number): number {
  return skipLinks(document, to, languageAt(document.tokens[to - 1] ?? fail()).links);
}

/** An area that the rules of the language put on that side goes before one that merely stands there. */
function chooseArea(row: TitleRow, after: Extent, before: Extent): Extent {
  if (row.area === 'none' || row.area === 'ministry') {
    const said = [after, before].find(
      (one) => one.area.kind === 'named' || one.area.kind === 'unknown' || isCountry(one),
    );
    return said ?? { from: Number.POSITIVE_INFINITY, to: 0, area: { kind: 'none' } };
  }
  if (after.area.kind !== 'none') return after;
  return before;
}

/** «президент страны», «премьер-министр РК». */
function isCountry({ area }: Extent): boolean {
  return area.kind === 'kindOnly' && area.classes.includes('country');
}

const NONE = (at: number): Extent => ({ from: at, to: at, area: { kind: 'none' } });

function areaAfter(document: TextDocument, places: Places, to: number): Extent {
  const { tokens } = document;
  const language = languageAt(tokens[to - 1] ?? tokens[0] ?? fail());
  if (!language.rules.areaSide.includes('after')) return NONE(to);
  let at = to;
  while (isFollowed(document, at) && language.links.has(tokens[at]?.skeleton ?? '')) at += 1;
  const hasLink = at > to;
  if (!isFollowed(document, at) || (language.links.size > 0 && !hasLink)) return NONE(to);
  const place = places.at.get(at);
  // Russian areas stand in the genitive: «аким Балхаша», while «аким Балхаш» is a person.
  if (place && (language.links.size > 0 || (place.mask & CASE.genitive) !== 0)) {
    const within = places.at.get(skipLinks(document, place.to, language.links));
    const isWithin = within !== undefined && within.hasKind && isFollowed(document, place.to);
    return {
      from: to,
      to: isWithin ? within.to : place.to,
      area: namedArea(place, isWithin ? within : null),
    };
  }
  const kind = places.kindsAt.get(at);
  if (kind && kind.row.adjective !== true) return kindAfter(kind, to);
  return unknownAfter(document, at, to);
}

function fail(): never {
  throw new Error('a title without a token');
}

function skipLinks(document: TextDocument, at: number, links: ReadonlySet<string>): number {
  let next = at;
  while (isFollowed(document, next) && links.has(document.tokens[next]?.skeleton ?? '')) next += 1;
  return next;
}

function isFollowed(document: TextDocument, at: number): boolean {
  const token = document.tokens[at];
  return token !== undefined && isNextTo(document.tokens[at - 1], token);
}

function namedArea(place: PlaceSpan, within: PlaceSpan | null): TitleArea {
  return place.ids.length === 0 ? { kind: 'unknown' } : { kind: 'named', place, within };
}

/** «акима города Балхаша»: one capitalised word that is no name of a person is an area we do not know. */
function kindAfter(kind: KindSpan, to: number): Extent {
  const area: TitleArea = { kind: 'kindOnly', classes: kind.row.classes };
  return { from: to, to: kind.to, area };
}

/** A capitalised word in the genitive that the ledger does not know («аким Балхаша заявил»). */
function unknownAfter(document: TextDocument, at: number, to: number): Extent {
  const token = document.tokens[at];
  const language = languageAt(token ?? fail());
  if (language.links.size === 0 || !token || token.shape === 'lower') return NONE(to);
  return { from: to, to: at + 1, area: { kind: 'unknown' } };
}

function areaBefore(document: TextDocument, places: Places, row: TitleRow, from: number): Extent {
  const { tokens } = document;
  const token = tokens[from];
  if (!token) return NONE(from);
  const language = languageAt(token);
  if (!language.rules.areaSide.includes('before')) return NONE(from);
  let at = from;
  if (!isFollowed(document, at)) return NONE(from);
  at = skipModifiers(document, at);
  if (language.links.has(tokens[at - 1]?.skeleton ?? '') && tokens[at]?.gap !== '')
    at = skipPossessive(document, at);
  const place = places.endingAt.get(at);
  if (place && isFollowed(document, at) && fitsBefore(place, language.rules.agreement)) {
    const within = places.endingAt.get(place.from);
    const isWithin = within !== undefined && within.hasKind && isFollowed(document, place.from);
    return {
      from: isWithin ? within.from : place.from,
      to: from,
      area: namedArea(place, isWithin ? within : null),
    };
  }
  const kind = places.kindsEndingAt.get(at);
  if (!kind && isUnknownBefore(document, row, at, from))
    return { from: at - 1, to: from, area: { kind: 'unknown' } };
  if (!kind || !isFollowed(document, at)) return NONE(from);
  const stands =
    kind.row.adjective === true || language.rules.agreement === 'last' || language.links.size > 0;
  if (!stands) return NONE(from);
  return { from: kind.from, to: from, area: { kind: 'kindOnly', classes: kind.row.classes } };
}

/** `Russia's energy minister`, `Oral mayor`: a capitalised word that is no area of the ledger. */
function isUnknownBefore(document: TextDocument, row: TitleRow, at: number, from: number): boolean {
  const token = document.tokens[at - 1];
  if (!token || token.shape !== 'title' || !isFollowed(document, at)) return false;
  const { rules, links } = languageAt(token);
  if (links.size === 0 && (rules.agreement === 'all' || row.possessed !== true)) return false;
  return at < from || !token.startsSentence;
}

/** `Kazakhstan's prime minister`: back over the possessive `s`. */
function skipPossessive(document: TextDocument, at: number): number {
  return document.tokens[at - 1]?.skeleton === 's' ? at - 1 : at;
}

/** In Russian only an adjective stands before a title: «талгарский аким»; in Kazakh a bare name or a genitive. */
function fitsBefore(place: PlaceSpan, agreement: 'all' | 'last'): boolean {
  if (agreement === 'last') return (place.mask & (CASE.nominative | CASE.genitive)) !== 0;
  return place.isDerived || (place.mask & CASE.any) === CASE.any;
}

function skipModifiers(document: TextDocument, at: number): number {
  let next = at;
  for (let steps = 0; steps < 3; steps += 1) {
    const marker = document.markersBefore
      .get(next)
      ?.find((m) => m.kind !== 'dependent' && m.kind !== 'memorial');
    if (!marker || !isFollowed(document, marker.from)) break;
    next = marker.from;
  }
  return next;
}

/** Words between a department and the title that owns it. */
const UNIT_REACH = 4;

function unitBefore(document: TextDocument, from: number): MarkerSpan[] {
  for (let at = from; at > from - UNIT_REACH && isFollowed(document, at); at -= 1) {
    const unit = document.markersBefore.get(at)?.find((m) => m.kind === 'unit');
    if (unit) return [{ ...unit, kind: 'dependent' }];
    if (document.tokens[at - 1]?.shape !== 'lower') break;
  }
  return [];
}

/** Markers before a phrase, one before another: «бывший пресс-секретарь нынешнего акима». */
function marksBefore(document: TextDocument, from: number): MarkerSpan[] {
  const found: MarkerSpan[] = [];
  let at = from;
  for (let steps = 0; steps < 4; steps += 1) {
    if (!isFollowed(document, at)) break;
    const here = document.markersBefore.get(at);
    const [marker] = here ?? [];
    if (!marker || !here) break;
    found.push(...here);
    at = Math.min(...here.map((m) => m.from));
    // What stands before the word that the title hangs on belongs to that word.
    if (here.some((m) => m.kind === 'dependent' || m.kind === 'kin')) break;
  }
  return found;
}

/** Markers after a phrase: `әкімнің кеңесшісі`, `akim's office`; a title in another case carries none. */
function marksAfter(document: TextDocument, to: number, mask: number): MarkerSpan[] {
  if (!isFollowed(document, to)) return [];
  const isPossessive = document.tokens[to]?.skeleton === 's';
  const at = isPossessive ? to + 1 : to;
  const here = document.markersAfter.get(at) ?? [];
  if ((mask & (CASE.genitive | CASE.nominative)) === 0) return [];
  return here.filter((m) => m.kind !== 'memorial' && m.kind !== 'honorific' && m.kind !== 'trade');
}
