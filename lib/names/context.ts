import { CASE, type MarkerKind } from '@/lib/language/rules';
import type { NameHit } from './name-hits';
import { languageAt, type TextDocument } from './text-document';
import type { TitleSpan } from './title-spans';
import { isNextTo, type Token } from './tokens';

/** The title that belongs to a name, and how it stands to it. */
export interface NameTitle {
  readonly title: TitleSpan;
  readonly place: 'before' | 'after' | 'list';
}

/** What stands around a name: its title, and markers that speak for or against a person of that name. */
export interface NameContext {
  readonly title: NameTitle | null;
  readonly markers: ReadonlySet<MarkerKind>;
  /** A word of saying, asking or the like stands beside the name. */
  readonly isPersonal: boolean;
  /** A title stands right before but in another case: «аким Балхаша», the word is a place. */
  readonly isAreaOfTitle: boolean;
  /** A word of place («в», «из», `near`) stands right before. */
  readonly isAfterPlaceWord: boolean;
  /** Details of private life stand beside it: where from, how old. */
  readonly isPrivate: boolean;
  /** The name stands alone between quotation marks: a brand, a ship, a newspaper. */
  readonly isQuoted: boolean;
}

/** Titles by where they end and begin, for finding the one beside a name. */
export interface TitleIndex {
  readonly endingAt: ReadonlyMap<number, TitleSpan>;
  readonly startingAt: ReadonlyMap<number, TitleSpan>;
}

/** Indexes titles by the tokens at their borders. */
export function indexTitles(titles: readonly TitleSpan[]): TitleIndex {
  return {
    endingAt: new Map(titles.map((title) => [title.wholeTo, title])),
    startingAt: new Map(titles.map((title) => [title.wholeFrom, title])),
  };
}

const COMMA = /^\s*[,–—(-]\s*$/u;
const QUOTE_OPEN = /[«"“„]$/u;
const QUOTE_CLOSE = /^[»"”]/u;

/** Reads the surroundings of a name. */
export function contextOf(document: TextDocument, titles: TitleIndex, hit: NameHit): NameContext {
  const title = titleOf(document, titles, hit);
  const markers = markersOf(document, hit);
  // «аким города Самат Жубанияз»: the kind is the title's, the person is not the town's namesake.
  if (title?.place === 'before') markers.delete('memorial');
  return {
    title,
    markers,
    isAreaOfTitle: isAreaOfTitle(document, titles, hit, title),
    isAfterPlaceWord: isAfterPlaceWord(document, hit),
    isPrivate: isPrivate(document, hit),
    isPersonal: isPersonal(document, hit),
    isQuoted: isQuoted(document, hit),
  };
}

function titleOf(document: TextDocument, titles: TitleIndex, hit: NameHit): NameTitle | null {
  const { tokens } = document;
  const start = skipBack(document, hit.from);
  const before = titles.endingAt.get(start);
  const first = tokens[start];
  if (before && first && isNextTo(tokens[start - 1], first) && agrees(first, before, hit))
    return { title: before, place: 'before' };
  const list = listTitle(document, titles, hit.from);
  if (list) return { title: list, place: 'list' };
  const next = tokens[hit.to];
  const after = titles.startingAt.get(skipMarkers(document, hit.to));
  if (after && next && next.block === tokens[hit.to - 1]?.block && COMMA.test(next.gap))
    return { title: after, place: 'after' };
  return null;
}

/** In Russian a title and its name share their case: in «аким Балхаша» the second word is a place. */
function agrees(token: Token, title: TitleSpan, hit: NameHit): boolean {
  if (title.isPlural) return true;
  const mask = token.rules.agreement === 'all' ? hit.mask & CASE.any : CASE.nominative;
  // A Kazakh title before its name has no ending of its own; with a dependent after it, the genitive.
  return (
    (title.mask & mask) !== 0 ||
    (token.rules.agreement === 'last' && title.markers.has('dependent'))
  );
}

function isAreaOfTitle(
  document: TextDocument,
  titles: TitleIndex,
  hit: NameHit,
  title: NameTitle | null,
): boolean {
  const before = titles.endingAt.get(hit.from);
  const first = document.tokens[hit.from];
  if (!before || !first || title !== null || first.rules.agreement !== 'all') return false;
  return (
    before.row.ofPerson !== true &&
    before.area.kind === 'none' &&
    isNextTo(document.tokens[hit.from - 1], first)
  );
}

function isAfterPlaceWord(document: TextDocument, hit: NameHit): boolean {
  const [before, first] = [document.tokens[hit.from - 1], document.tokens[hit.from]];
  if (!before || !first || !isNextTo(before, first)) return false;
  return languageAt(first).placeWords.has(before.skeleton);
}

/** «Игорь Бондарь из Щучинска», `Bondar, 61,`: news of officials says neither. */
function isPrivate(document: TextDocument, hit: NameHit): boolean {
  const [last, next, third] = [
    document.tokens[hit.to - 1],
    document.tokens[hit.to],
    document.tokens[hit.to + 1],
  ];
  if (!last || !next || next.block !== last.block) return false;
  if (COMMA.test(next.gap) && AGE.test(next.text)) return true;
  const isFrom = languageAt(last).originWords.has(next.skeleton) && isNextTo(last, next);
  return isFrom && third !== undefined && third.shape === 'title' && isNextTo(next, third);
}

const AGE = /^\d{1,2}$/u;

/** Honorifics may stand between a title and its name: «аким господин Омаров». */
function skipBack(document: TextDocument, at: number): number {
  const honorific = document.markersBefore.get(at)?.find((m) => m.kind === 'honorific');
  return honorific ? honorific.from : at;
}

/** From a comma over «бывший», `a former`, to the title itself. */
function skipMarkers(document: TextDocument, at: number): number {
  for (let next = at; next < at + 4; next += 1) {
    const reaches = [...(document.markersBefore.get(next) ?? [])].some((m) => m.from === at);
    if (reaches) return skipMarkers(document, next);
  }
  return at;
}

/** Members of a list share its title: «акимы районов Омаров, Умбеталиев и Ерболов». */
const LONGEST_LIST = 12;

function listTitle(document: TextDocument, titles: TitleIndex, from: number): TitleSpan | null {
  const { tokens } = document;
  let at = from;
  for (let steps = 0; steps < LONGEST_LIST && at > 0; steps += 1) {
    const title = titles.endingAt.get(at);
    const token = tokens[at];
    if (title)
      return title.isPlural && isNextTo(tokens[at - 1], token ?? title0(tokens)) ? title : null;
    if (!token || !isListStep(token, tokens[at - 1])) return null;
    at -= 1;
  }
  return null;
}

function title0(tokens: readonly Token[]): Token {
  const [first] = tokens;
  if (!first) throw new Error('a title in an empty text');
  return first;
}

function isListStep(token: Token, before: Token | undefined): boolean {
  if (before === undefined || before.block !== token.block) return false;
  if (!/^\s*,?\s*$/u.test(token.gap) && !/^\.\s?$/u.test(token.gap)) return false;
  const language = languageAt(before);
  return before.shape !== 'lower' || language.listWords.has(before.skeleton);
}

function markersOf(document: TextDocument, hit: NameHit): Set<MarkerKind> {
  const kinds = new Set(markersBefore(document, hit));
  const last = document.tokens[hit.to - 1];
  const next = document.tokens[hit.to];
  if (!next || !last || next.block !== last.block) return kinds;
  if (isNextTo(last, next))
    for (const marker of document.markersAfter.get(hit.to) ?? [])
      if (isAllowedAfter(document, hit, marker.kind)) kinds.add(marker.kind);
  if (COMMA.test(next.gap) && hit.kind === 'full') addApposition(document, hit.to, kinds);
  return kinds;
}

function markersBefore(document: TextDocument, hit: NameHit): MarkerKind[] {
  const [before, first] = [document.tokens[hit.from - 1], document.tokens[hit.from]];
  if (!first) return [];
  if (!isNextTo(before, first)) return isInFirm(document, hit) ? ['memorial'] : [];
  const kinds = (document.markersBefore.get(hit.from) ?? []).flatMap((marker) =>
    marker.kind === 'memorial' ? kindsOfMemorial(marker.mask, hit, first) : [marker.kind],
  );
  // `әкімінің баспасөз хатшысы Марат Омаров`: the name is the dependent's.
  kinds.push(...dependentsEndingAt(document, hit.from));
  return isTradeWord(before) ? [...kinds, 'trade'] : kinds;
}

/**
 * «школа Ескена Болатова» is named after him, while in «директор театра Ескен Болатов» a namesake works there,
 * and «в школе Ескен Болатов осмотрел …» says nothing. Words without cases («им.», ТОО) always name after.
 */
function kindsOfMemorial(mask: number, hit: NameHit, first: Token): MarkerKind[] {
  const isNamedAfter =
    hit.kind !== 'full' ||
    first.rules.agreement !== 'all' ||
    (mask & CASE.ablative) !== 0 ||
    (hit.mask & (CASE.genitive | CASE.dative)) !== 0;
  if (isNamedAfter) return ['memorial'];
  return (mask & CASE.genitive) === 0 ? [] : ['trade'];
}

/** Kazakh dependents stand between a title and the name of their bearer. */
function dependentsEndingAt(document: TextDocument, at: number): MarkerKind[] {
  const kinds: MarkerKind[] = [];
  for (let from = at - 3; from < at; from += 1)
    for (const marker of document.markersAfter.get(from) ?? [])
      if (marker.to === at && (marker.kind === 'dependent' || marker.kind === 'kin'))
        kinds.push(marker.kind);
  return kinds;
}

/** ТОО «Садвакасов и К»: the word for a firm stands before the quotation mark. */
function isInFirm(document: TextDocument, hit: NameHit): boolean {
  const first = document.tokens[hit.from];
  if (!first || !/^\s*[«"“„]$/u.test(first.gap)) return false;
  return (document.markersBefore.get(hit.from) ?? []).some((m) => m.kind === 'memorial');
}

/** `Абай атындағы`, `Шевченко көшесі`: the name before such a word has no ending of its own, or a genitive. */
function isAllowedAfter(document: TextDocument, hit: NameHit, kind: MarkerKind): boolean {
  if (kind !== 'memorial') return kind === 'honorific' || kind === 'trade';
  const token = document.tokens[hit.surnameAt];
  return token?.rules.agreement !== 'last' || (hit.mask & CASE.nominative) !== 0;
}

/** «Данияр Омаров, полузащитник»: a trade after a comma. */
function addApposition(document: TextDocument, at: number, kinds: Set<MarkerKind>): void {
  const first = document.tokens[at];
  // «приехал Омаров, а областной журналист …»: the trade is another's.
  if (first !== undefined && languageAt(first).clauseWords.has(first.skeleton)) return;
  for (let end = at + 1; end <= at + 4; end += 1)
    for (const marker of document.markersBefore.get(end) ?? [])
      if (marker.kind === 'trade' && marker.from >= at && isRun(document, at, marker.from))
        kinds.add('trade');
  const isArticle = first !== undefined && languageAt(first).appositionWords.has(first.skeleton);
  if (isTradeWord(document.tokens[isArticle ? at + 1 : at])) kinds.add('trade');
}

function isRun(document: TextDocument, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) {
    const token = document.tokens[at];
    if (!token || !isNextTo(document.tokens[at - 1], token)) return false;
  }
  return true;
}

/** A trade by its ending alone: -ник, -ист, -шы; the list of exceptions holds the words of office. */
function isTradeWord(token: Token | undefined): boolean {
  if (token === undefined || (token.shape !== 'lower' && !token.startsSentence)) return false;
  const word = token.text.toLowerCase();
  const { tradeEndings, tradeExceptions, tradeCases } = token.rules;
  if (word.length < SHORTEST_TRADE || tradeExceptions.some((one) => word.startsWith(one)))
    return false;
  return tradeEndings.some((ending) => tradeCases.some((end) => word.endsWith(ending + end)));
}

const SHORTEST_TRADE = 5;

const REACH = 2;

function isPersonal(document: TextDocument, hit: NameHit): boolean {
  const { tokens } = document;
  const own = tokens[hit.surnameAt];
  if (!own) return false;
  const { saying } = languageAt(own);
  for (let at = hit.from - REACH; at < hit.to + REACH; at += 1) {
    const token = tokens[at];
    if (!token || token.block !== own.block || (at >= hit.from && at < hit.to)) continue;
    if (saying.begins(token.skeleton)) return true;
  }
  return false;
}

/** «Рахат», «Полевой стан»: a name of three words at most that begins with the surname, and says nothing. */
const LONGEST_BRAND = 3;

function isQuoted(document: TextDocument, hit: NameHit): boolean {
  const { tokens } = document;
  const first = tokens[hit.from];
  if (!first || !QUOTE_OPEN.test(first.gap) || (hit.mask & CASE.nominative) === 0) return false;
  const text = document.blocks[first.block] ?? '';
  const { saying } = languageAt(first);
  for (let at = hit.from; at < hit.from + LONGEST_BRAND; at += 1) {
    const token = tokens[at];
    if (!token || token.block !== first.block) return false;
    if (saying.begins(token.skeleton)) return false;
    if (QUOTE_CLOSE.test(text.slice(token.end, token.end + 1))) return at >= hit.to - 1;
  }
  return false;
}
