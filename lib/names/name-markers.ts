import { CASE, type MarkerKind } from '@/lib/language/rules';
import { isGivenName } from './name-groups';
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
import { isFollowed, isNextTo, type Token } from './tokens';

/** A comma or a dash, after which something is said of the name. */
export const COMMA = /^\s*[,–—(-]\s*$/u;

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
  if (hit.kind === 'full' && isInTradeList(document, hit)) kinds.add('trade');
  return kinds;
}

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
    if (isApposed(document, hit)) addApposition(document, hit.to, kinds);
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

const isOfClause = (token: Token): boolean => {
  const words = languageAt(token);
  return [words.clauseWords, words.placeWords, words.listWords].some((one) =>
    one.has(token.skeleton),
  );
};

/** «Данияр Омаров, полузащитник»: a trade after a comma. */
function addApposition(document: TextDocument, at: number, kinds: Set<MarkerKind>): void {
  const first = document.tokens[at];
  // «приехал Омаров, а областной журналист …», `Daniyar Syzdykov, in the chair, …`: it is another's, and no trade.
  if (first !== undefined && isOfClause(first)) return;
  for (let end = at + 1; end <= at + 4; end += 1) if (isSchooling(document, end)) return;
  for (let end = at + 1; end <= at + 4; end += 1)
    if (document.markersBefore.get(end).some((marker) => isApposedTrade(document, at, marker)))
      kinds.add('trade');
  const isArticle = first !== undefined && languageAt(first).appositionWords.has(first.skeleton);
  const words = isArticle ? [at + 1, at + 2, at + 3] : [at];
  if (words.some((word) => isTradeWord(document.tokens[word]) && isRun(document, at, word)))
    kinds.add('trade');
}

/** `Daulenov, an engineer by training, …`, «Тлеулин, инженер по образованию, …»: what officials once learned. */
function isSchooling({ tokens }: TextDocument, at: number): boolean {
  const [small, word] = [tokens[at], tokens[at + 1]];
  if (!small || !word || !isNextTo(small, word)) return false;
  return languageAt(word).schoolingWords.has(word.skeleton);
}

/** A trade of one person, over words that go with it: `Yesken Bolatov, met traders` is none. */
function isApposedTrade(document: TextDocument, at: number, marker: MarkerSpan): boolean {
  const isOfOne = marker.kind === 'trade' && (marker.mask & CASE.plural) === 0;
  return (
    isOfOne &&
    marker.from >= at &&
    isRun(document, at, marker.from) &&
    !isGivenOf(document, marker.from)
  );
}

/** `Медет Түсіпбеков, Ғалым Әбділдин`: a given name that is a word for a trade too, before a surname. */
function isGivenOf({ tokens }: TextDocument, at: number): boolean {
  const [given, surname] = [tokens[at], tokens[at + 1]];
  if (given?.shape !== 'title' || surname === undefined || surname.shape === 'lower') return false;
  return isGivenName(given) && isNextTo(given, surname);
}

/** After a surname alone, and no initials, only an article shows that what follows the comma is said of it: `Tsoi, a Seoul skier`. */
function isApposed({ tokens }: TextDocument, hit: NameHit): boolean {
  const next = tokens[hit.to];
  if (hit.kind !== 'bare' || next === undefined) return hit.kind !== 'bare';
  return languageAt(next).appositionWords.has(next.skeleton) && next.rules.agreement === 'all';
}

/** Words after an article among which a title may still stand: `the former district akim`. */
const LONGEST_EPITHET = 4;

/** `Bolat Omarov the plumber`: whoever is told from others by such a word is not the one who holds an office. */
function isEpithet({ tokens }: TextDocument, from: number, at: number): boolean {
  const article = tokens[at];
  if (!article || !isArticle(article) || !isNextTo(tokens[at - 1], article)) return false;
  const words = tokens.slice(at + 1, at + 1 + LONGEST_EPITHET);
  if (words[0]?.shape !== 'lower' || words.some((one) => one.word.mayBeginTitle)) return false;
  return !isAfterStarter(tokens[from - 1]) || words.some(isTradeWord);
}

/** `Under Bolat Omarov the lift stuck`: after such a word the article begins what is said. */
function isAfterStarter(before: Token | undefined): boolean {
  return before?.startsSentence === true && languageAt(before).starters.has(before.skeleton);
}

function isRun(document: TextDocument, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) {
    const token = document.tokens[at];
    if (!token || !isNextTo(document.tokens[at - 1], token)) return false;
    // `now in the chair once held by …`
    if (languageAt(token).placeWords.has(token.skeleton)) return false;
  }
  return true;
}
