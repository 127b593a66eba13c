import { CASE, type MarkerKind } from '@/lib/language/rules';
import { addApposition, isApposed, isEpithet } from './name-appositions';
import type { NameHit } from './name-hits';
import {
  isAfterTrade,
  isCalled,
  isInCase,
  isInTradeList,
  isOfOffice,
  isSharerBefore,
  isTradeBefore,
  isTradeBetweenCommas,
  isTradeWord,
} from './name-trades';
import { aliasesOf } from './person-names';
import { isArticle, languageAt, type MarkerSpan, type TextDocument } from './text-document';
import { isFollowed, isInflecting, isNextTo, type Token } from './tokens';

/** A comma or a dash, after which something is said of the name; an initial has its full stop first: «Омаров Ж. С., аким». */
export const COMMA = /^\.?\s*[,–—(-]\s*$/u;

/**
 * Markers that speak of the bearer of a name: trades, kin, memorials, honorifics. After the name of a place («из
 * Илийского района Омаров») the word for its kind says nothing of him.
 */
export function nameMarkers(
  document: TextDocument,
  hit: NameHit,
  isAfterPlace: boolean,
): Set<MarkerKind> {
  const kinds = new Set([
    ...markersBefore(document, hit, isAfterPlace),
    ...markersAfter(document, hit),
  ]);
  if (hit.kind === 'full' && (isInTradeList(document, hit) || isYoung(document, hit.from)))
    kinds.add('trade');
  return kinds;
}

/** No official is younger, years. */
const YOUNGEST = 25;

/** «19-летний Данияр Омаров», `19 жастағы Алмас Бейсенов`, `19-year-old …`: a namesake too young for an office. */
function isYoung(document: TextDocument, from: number): boolean {
  const age = ageBefore(document, from);
  return age !== null && age < YOUNGEST;
}

/** The age right before a name; null: none stands there. */
export function ageBefore({ tokens }: TextDocument, from: number): number | null {
  const text = tokens
    .slice(Math.max(0, from - LONGEST_AGE), from)
    .filter((token) => token.block === tokens[from]?.block)
    .map((token) => token.text)
    .join(' ');
  const [, age, word = ''] = /(\d+)[\s-]+([^\s\d]+)$/u.exec(text.toLowerCase()) ?? [];
  const isAge = tokens[from]?.rules.ageWords?.some((one) => word.startsWith(one)) === true;
  return isAge ? Number(age) : null;
}

/** Words of an age. */
const LONGEST_AGE = 2;

function markersAfter(document: TextDocument, hit: NameHit): Set<MarkerKind> {
  const kinds = new Set<MarkerKind>();
  const [last, next] = [document.tokens[hit.to - 1], document.tokens[hit.to]];
  if (!next || !last || next.block !== last.block) return kinds;
  if (isNextTo(last, next))
    for (const marker of document.markersAfter.get(hit.to))
      if (isAllowedAfter(document, hit, marker.kind) && !isVerb(document, marker))
        kinds.add(marker.kind);
  if (FIRM.test(next.gap)) kinds.add('memorial');
  if (isShop(document, hit) || isNameOfThing(document, hit)) kinds.add('meaning');
  addEpithets(document, hit, next, kinds);
  return kinds;
}

function addEpithets(
  document: TextDocument,
  hit: NameHit,
  next: Token,
  kinds: Set<MarkerKind>,
): void {
  if (COMMA.test(next.gap)) {
    if (isApposed(document, hit)) addApposition(document, hit, kinds);
    if (isTradeBetweenCommas(document, hit) || isDenied(document, hit.to)) kinds.add('trade');
    if (isAnothers(document, hit)) kinds.add('dependent');
  }
  if (isEpithet(document, hit.from, hit.to)) kinds.add('trade');
}

/** `Askar Nurgozhin, his deputy, …`, «Асет Омаров, его помощник»: somebody's who is named beside. */
function isAnothers({ tokens, markersBefore, markersAfter }: TextDocument, hit: NameHit): boolean {
  const [pronoun, word] = [tokens[hit.to], tokens[hit.to + 1]];
  if (!pronoun || !word || hit.kind !== 'full' || !isNextTo(pronoun, word)) return false;
  if (!pronoun.rules.possessives.includes(pronoun.text.toLowerCase())) return false;
  return [...markersAfter.get(hit.to + 1), ...markersBefore.get(hit.to + 2)].some(
    ({ kind, from }) =>
      from === hit.to + 1 && (kind === 'dependent' || (kind === 'kin' && !isOfOffice(word))),
  );
}

/** «Грант получил Марат Омаров – не тот, что в акимате», «… не аким, а его тёзка», `not the akim but …`. */
function isDenied(document: TextDocument, at: number): boolean {
  if (document.markersAfter.get(at).some(({ kind }) => kind === 'another')) return true;
  const first = document.tokens[at];
  if (!first?.rules.negations.includes(first.text.toLowerCase())) return false;
  const next = isArticle(document.tokens[at + 1]) ? at + 2 : at + 1;
  return document.tokens[next]?.word.mayBeginTitle === true;
}

/** «Полевой госпиталь», `the Omarov café`: an adjective before a thing, or a surname between an article and a thing. */
function isNameOfThing(document: TextDocument, hit: NameHit): boolean {
  if (hit.kind !== 'bare') return false;
  const { tokens, markersBefore } = document;
  const [before, own, next] = [tokens[hit.from - 1], tokens[hit.to - 1], tokens[hit.to]];
  if (!own || !next || !isNextTo(own, next)) return false;
  if (before && isArticle(before) && isNextTo(before, own))
    return next.shape === 'lower' && !next.word.mayBeginTitle;
  if (!hasEndingOf(hit, own.rules.adjectiveSurnames)) return false;
  return markersBefore
    .get(hit.to + 1)
    .some(
      ({ kind, from, mask }) =>
        (kind === 'memorial' || kind === 'unit') &&
        from === hit.to &&
        (mask & CASE.any) !== CASE.accusative,
    );
}

function hasEndingOf({ person }: NameHit, endings: readonly string[]): boolean {
  return (
    endings.length > 0 &&
    aliasesOf(person).some(({ family }) => endings.some((ending) => family.endsWith(ending)))
  );
}

/** `past Omarov's, a repair stall`: after a word of place a possessive without a thing is a shop. */
function isShop({ tokens }: TextDocument, hit: NameHit): boolean {
  const [before, first, possessive, next] = [
    tokens[hit.from - 1],
    tokens[hit.from],
    tokens[hit.to],
    tokens[hit.to + 1],
  ];
  if (!first || possessive?.skeleton !== 's' || !languageAt(first).links.has('s')) return false;
  const isAlone = next === undefined || !isNextTo(possessive, next);
  return (
    isAlone && isNextTo(before, first) && languageAt(first).placeWords.has(before?.skeleton ?? '')
  );
}

/** `Shevchenko & Sons`. */
const FIRM = /^\s*&\s*$/u;

function markersBefore(document: TextDocument, hit: NameHit, isAfterPlace: boolean): MarkerKind[] {
  const [before, first] = [document.tokens[hit.from - 1], document.tokens[hit.from]];
  if (!first) return [];
  if (!isNextTo(before, first)) {
    if (isAfterTrade(document, hit)) return ['trade'];
    return isInFirm(document, hit) ? ['memorial'] : [];
  }
  const markers = document.markersBefore.get(hit.from);
  const kinds = markers.flatMap((marker) => {
    // «от имени Омарова»: the longer phrase is another thing than «имени».
    if (markers.some((one) => one.kind === 'modifier' && one.from < marker.from)) return [];
    if (marker.kind === 'memorial')
      return isAfterPlace ? [] : kindsOfMemorial(marker.mask, hit, first);
    if (marker.kind === 'another') return first.gap.trim() === '' ? (['trade'] as const) : [];
    if (isOfAnother(marker, hit, first)) return [];
    return [marker.kind === 'surname' && hit.kind !== 'full' ? 'trade' : marker.kind];
  });
  // `әкімінің баспасөз хатшысы Марат Омаров`: the name is the dependent's.
  kinds.push(...dependentsEndingAt(document, hit.from));
  if ((isTradeWord(before) && isInCase(before, hit)) || isTradeBefore(document, hit))
    kinds.push('trade');
  if (isCalled(document, hit)) kinds.push('trade');
  if (isSharerBefore(document, hit)) kinds.push('surname');
  return kinds;
}

/** What a word says of the one name that stands in its own case. */
const OF_ONE: readonly MarkerKind[] = ['trade', 'dependent', 'surname'];

/**
 * «Однофамилец Полевого», «тренера Омаров отпустил»: in another case than the name the trade is somebody else's;
 * «брокеру Мусину» beside a Мусина is the broker's own name.
 */
function isOfAnother(marker: MarkerSpan, hit: NameHit, first: Token): boolean {
  if (!OF_ONE.includes(marker.kind)) return false;
  // `мұғалімге Омаров берді`: a Kazakh trade beside its bearer has no case ending.
  const cases = first.rules.agreement === 'all' ? hit.mask & CASE.any : CASE.nominative;
  const isOwn = marker.kind === 'trade' && (cases & (CASE.nominative | CASE.genitive)) === 0;
  return (!isOwn && (marker.mask & cases) === 0) || (marker.mask & CASE.plural) !== 0;
}

/**
 * «школа Ескена Болатова» is named after him, while in «директор театра Ескен Болатов» a namesake works there,
 * and «в школе Ескен Болатов осмотрел …» says nothing. Words without cases («им.», ТОО) always name after.
 */
function kindsOfMemorial(mask: number, hit: NameHit, first: Token): MarkerKind[] {
  // «В городе Нурпеисову помнят», «Банку Вишневскому дали подержать»: nothing is called in these cases.
  if (isInflecting(first) && (hit.mask & (CASE.nominative | CASE.genitive)) === 0) return [];
  const isNamedAfter =
    (hit.kind !== 'full' && hit.kind !== 'initials') ||
    first.rules.agreement !== 'all' ||
    (mask & CASE.ablative) !== 0 ||
    (hit.mask & (CASE.genitive | CASE.dative)) !== 0;
  if (isNamedAfter) return ['memorial'];
  return (mask & CASE.genitive) === 0 ? [] : ['trade'];
}

/** Kazakh dependents stand between a title and the name of their bearer. */
function dependentsEndingAt(document: TextDocument, at: number): MarkerKind[] {
  const kinds: MarkerKind[] = [];
  // `At the office Omarov said`: elsewhere such a word may end a phrase of its own.
  if (document.tokens[at]?.rules.agreement !== 'last') return kinds;
  for (let from = at - 3; from < at; from += 1)
    for (const marker of document.markersAfter.get(from))
      if (marker.to === at && (marker.kind === 'dependent' || marker.kind === 'kin'))
        kinds.push(marker.kind);
  return kinds;
}

/** ТОО «Садвакасов и К»: the word for a firm stands before the quotation mark. */
function isInFirm(document: TextDocument, hit: NameHit): boolean {
  const first = document.tokens[hit.from];
  if (!first || !/^\s*[«"“„]$/u.test(first.gap)) return false;
  return document.markersBefore.get(hit.from).some((m) => m.kind === 'memorial');
}

/** `Omarov and Pak plant an elm`: before an article such a word is a verb. */
function isVerb(document: TextDocument, { kind, to }: MarkerSpan): boolean {
  const next = document.tokens[to];
  if (kind !== 'memorial' || !next || !isFollowed(document, to)) return false;
  const { links, appositionWords } = languageAt(next);
  return links.size > 0 && appositionWords.has(next.skeleton);
}

/** `Абай атындағы`, `Шевченко көшесі`, `Омаров атты`: in Kazakh the name before such a word has no ending of its own. */
function isAllowedAfter(document: TextDocument, hit: NameHit, kind: MarkerKind): boolean {
  if (kind === 'honorific' || kind === 'meaning') return true;
  if (kind !== 'memorial' && kind !== 'trade') return false;
  const token = document.tokens[hit.surnameAt];
  return token?.rules.agreement !== 'last' || (hit.mask & CASE.nominative) !== 0;
}
