import { hasCaseEnding } from '@/lib/language/case-endings';
import {
  CASE,
  type KindRow,
  type LanguageRules,
  type MarkerKind,
  type TitleRow,
} from '@/lib/language/rules';
import { isGivenName } from './name-groups';
import type { KindSpan, PlaceSpan, Places } from './places';
import { isArticle, languageAt, type TextDocument } from './text-document';
import { isFollowed, isNextTo, type Token } from './tokens';

/** The area of a title as the text gives it. */
export type TitleArea =
  | { readonly kind: 'none' }
  | { readonly kind: 'named'; readonly place: PlaceSpan; readonly within: PlaceSpan | null }
  | { readonly kind: 'kindOnly'; readonly row: KindRow }
  | { readonly kind: 'unknown' };

/** An area beside a title, and how far the title reaches with it; tokens, end exclusive. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly area: TitleArea;
}

/** The area of a title whose own words, with its branch, stand from one token to another. */
export function areaOf(
  document: TextDocument,
  places: Places,
  row: TitleRow,
  { from, to }: { readonly from: number; readonly to: number },
): Extent {
  return chooseArea(row, areaAfter(document, places, to), areaBefore(document, places, row, from));
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
  return area.kind === 'kindOnly' && area.row.classes.includes('country');
}

/** Cases of a place that holds another, `-дегі` and the genitive. */
const AROUND = CASE.genitive | CASE.prepositional;

const NONE = (at: number): Extent => ({ from: at, to: at, area: { kind: 'none' } });

function areaAfter(document: TextDocument, places: Places, to: number): Extent {
  const { rules, links } = languageAt(document.tokens[to - 1] ?? fail());
  if (!rules.areaSide.includes('after')) return NONE(to);
  const at = skipLinks(document, to);
  const isJoined = isFollowed(document, at) && (links.size === 0 || at > to);
  if (!isJoined) return NONE(to);
  const place = places.at.get(at);
  // Russian areas stand in the genitive: «аким Балхаша», while «аким Балхаш» is a person.
  if (place && (links.size > 0 || (place.mask & CASE.genitive) !== 0))
    return placeAfter(document, places, place, to);
  const kind = places.kindsAt.get(at);
  if (kind && kind.row.adjective !== true) return kindAfter(kind, to);
  return unknownAfter(document, at, to);
}

function placeAfter(document: TextDocument, places: Places, place: PlaceSpan, to: number): Extent {
  // «руководитель Алматинского областного филиала партии»: after a title the adjective is another noun's.
  if (place.isDerived && (place.hasKind || isOfNoun(document, place)))
    return { from: to, to: place.to, area: { kind: 'unknown' } };
  const next = isFollowed(document, place.to)
    ? places.at.get(skipLinks(document, place.to))
    : undefined;
  // «аким Абайского района Шымкента»: of several areas of one name.
  const isAround = next !== undefined && place.ids.length > 1 && (next.mask & CASE.genitive) !== 0;
  const within = next?.hasKind === true || isAround ? next : null;
  return { from: to, to: within?.to ?? place.to, area: namedArea(place, within) };
}

/** «глава тургайской полиции»: an adjective of a place before another noun than a kind of place. */
function isOfNoun({ tokens }: TextDocument, { to }: PlaceSpan): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (!last || !next || next.shape !== 'lower' || !isNextTo(last, next)) return false;
  return last.word.isLikePlaceAdjective;
}

function fail(): never {
  throw new Error('a title without a token');
}

/** Over `of`, `the` and the possessive `s`, from the token after a word; links that nothing follows are none. */
export function skipLinks(document: TextDocument, at: number): number {
  const { links } = languageAt(document.tokens[at - 1] ?? fail());
  let next = at;
  while (isFollowed(document, next) && links.has(document.tokens[next]?.skeleton ?? '')) next += 1;
  return isFollowed(document, next) ? next : at;
}

/** The area that a place names; one that the ledger does not know is unknown. */
export function namedArea(place: PlaceSpan, within: PlaceSpan | null): TitleArea {
  return place.ids.length === 0 ? { kind: 'unknown' } : { kind: 'named', place, within };
}

/** «акима города Балхаша»: one capitalised word that is no name of a person is an area we do not know. */
function kindAfter(kind: KindSpan, to: number): Extent {
  return { from: to, to: kind.to, area: { kind: 'kindOnly', row: kind.row } };
}

/** A capitalised word in the genitive that the ledger does not know («аким Балхаша заявил»). */
function unknownAfter(document: TextDocument, at: number, to: number): Extent {
  const token = document.tokens[at];
  const language = languageAt(token ?? fail());
  if (language.links.size === 0 || !token || token.shape === 'lower') return NONE(to);
  return { from: to, to: at + 1, area: { kind: 'unknown' } };
}

function areaBefore(document: TextDocument, places: Places, row: TitleRow, from: number): Extent {
  const { rules, links } = languageAt(document.tokens[from] ?? fail());
  if (!rules.areaSide.includes('before') || !isFollowed(document, from)) return NONE(from);
  const at = skipPossessive(document, skipModifiers(document, from), links);
  const place = places.endingAt.get(at);
  if (place && isFollowed(document, at))
    return fitsBefore(place, rules.agreement)
      ? placeBefore(document, places, place, from)
      : NONE(from);
  const kind = places.kindsEndingAt.get(at);
  if (kind) return isFollowed(document, at) ? kindBefore(kind, rules, from) : NONE(from);
  return isUnknownBefore(document, row, at, from)
    ? { from: at - 1, to: from, area: { kind: 'unknown' } }
    : NONE(from);
}

/** «областной аким», `облыс әкімі`, `district akim`; in Russian no noun stands before a title. */
function kindBefore(kind: KindSpan, rules: LanguageRules, from: number): Extent {
  const isNounBefore = rules.agreement === 'last' || rules.links.length > 0;
  if (kind.row.adjective !== true && !isNounBefore) return NONE(from);
  // `облысына әкім болып`: a place to which somebody goes.
  if (rules.agreement === 'last' && (kind.mask & (CASE.nominative | CASE.genitive)) === 0)
    return NONE(from);
  return { from: kind.from, to: from, area: { kind: 'kindOnly', row: kind.row } };
}

function placeBefore(
  document: TextDocument,
  places: Places,
  place: PlaceSpan,
  from: number,
): Extent {
  const outer = isFollowed(document, place.from) ? places.endingAt.get(place.from) : undefined;
  // `Шымкенттегі Абай ауданының әкімі`: a place in an oblique case is the one in which the area lies.
  const isAround = outer !== undefined && (outer.hasKind || (outer.mask & AROUND) !== 0);
  const within = isAround ? outer : null;
  return { from: within?.from ?? place.from, to: from, area: namedArea(place, within) };
}

/** Whether an area stands before a title in the language, with or without an ending. */
function mayPrecede(token: Token, { possessed }: TitleRow): boolean {
  const { rules, links } = languageAt(token);
  return links.size > 0 || (rules.agreement === 'last' && possessed === true);
}

/** `Russia's energy minister`, `Oral mayor`: a capitalised word that is no area of the ledger. */
function isUnknownBefore(document: TextDocument, row: TitleRow, at: number, from: number): boolean {
  const token = document.tokens[at - 1];
  if (!token || token.shape !== 'title' || !isFollowed(document, at)) return false;
  if (!mayPrecede(token, row)) return false;
  if (isGoal(token)) return false;
  // `Мәулен Әшімбаев Президенттің көмекшісі`: a word after a given name is a surname.
  if (isGivenName(document.tokens[at - 2]) && isFollowed(document, at - 1)) return false;
  // `Yesken Bolatov the new akim`: no area stands before an article.
  if (isArticle(document.tokens[at])) return false;
  return !isSmallWord(token) && (!token.startsSentence || at < from);
}

/** `Атырауға Ішкі істер министрі келді`: a place to which somebody goes. */
const isGoal = ({ rules, skeleton }: Token): boolean =>
  hasCaseEnding(rules, skeleton, CASE.dative | CASE.ablative);

/** `By Wednesday city council deputy …`: a small word, or a day, with the capital of its place. */
const isSmallWord = (token: Token): boolean => languageAt(token).starters.has(token.skeleton);

/** `Kazakhstan's prime minister`: back over the possessive `s`. */
function skipPossessive(document: TextDocument, at: number, links: ReadonlySet<string>): number {
  const before = document.tokens[at - 1];
  return before?.skeleton === 's' && links.has('s') ? at - 1 : at;
}

/** In Russian only an adjective stands before a title: «талгарский аким»; in Kazakh a bare name or a genitive. */
function fitsBefore(place: PlaceSpan, agreement: 'all' | 'last'): boolean {
  if (agreement === 'last') return (place.mask & (CASE.nominative | CASE.genitive)) !== 0;
  return place.isDerived || (place.mask & CASE.any) === CASE.any;
}

/** What may stand between a title and its area: `ауданның жаңа әкімі`. */
const MODIFIERS: ReadonlySet<MarkerKind> = new Set([
  'modifier',
  'former',
  'future',
  'acting',
  'generic',
  'honorific',
]);

function skipModifiers(document: TextDocument, at: number): number {
  let next = at;
  for (let steps = 0; steps < 3; steps += 1) {
    const marker = document.markersBefore.get(next).find((m) => MODIFIERS.has(m.kind));
    if (!marker || !isFollowed(document, marker.from)) break;
    next = marker.from;
  }
  return next;
}
