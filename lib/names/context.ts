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
  return (
    token.rules.agreement !== 'all' || title.isPlural || (title.mask & hit.mask & CASE.any) !== 0
  );
}

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
  const { tokens } = document;
  const first = tokens[hit.from];
  const kinds = new Set<MarkerKind>();
  if (first && isNextTo(tokens[hit.from - 1], first)) {
    for (const marker of document.markersBefore.get(hit.from) ?? []) kinds.add(marker.kind);
    if (isTradeWord(tokens[hit.from - 1])) kinds.add('trade');
  }
  const next = tokens[hit.to];
  if (next && isNextTo(tokens[hit.to - 1], next))
    for (const marker of document.markersAfter.get(hit.to) ?? [])
      if (isAllowedAfter(document, hit, marker.kind)) kinds.add(marker.kind);
  if (next && COMMA.test(next.gap) && hit.kind === 'full' && next.block === first?.block)
    addApposition(document, hit.to, kinds);
  return kinds;
}

/** `Абай атындағы`, `Шевченко көшесі`: the name before such a word has no ending of its own, or a genitive. */
function isAllowedAfter(document: TextDocument, hit: NameHit, kind: MarkerKind): boolean {
  if (kind !== 'memorial') return kind === 'honorific' || kind === 'trade';
  const token = document.tokens[hit.surnameAt];
  return token?.rules.agreement !== 'last' || (hit.mask & CASE.nominative) !== 0;
}

/** «Данияр Омаров, полузащитник»: a trade after a comma. */
function addApposition(document: TextDocument, at: number, kinds: Set<MarkerKind>): void {
  for (let end = at + 1; end <= at + 4; end += 1)
    for (const marker of document.markersBefore.get(end) ?? [])
      if (marker.kind === 'trade' && marker.from >= at && isRun(document, at, marker.from))
        kinds.add('trade');
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
  if (token === undefined || token.shape !== 'lower') return false;
  const word = token.text.toLowerCase();
  const { tradeEndings, tradeExceptions } = token.rules;
  const bare = [word, word.slice(0, -1), word.slice(0, -2)];
  if (tradeExceptions.some((one) => bare.includes(one) || word.startsWith(one.slice(0, -1))))
    return false;
  const longest = word.length > 4;
  return (
    longest &&
    tradeEndings.some(
      (ending) =>
        word.endsWith(ending) ||
        word.slice(0, -1).endsWith(ending) ||
        word.slice(0, -2).endsWith(ending),
    )
  );
}

const REACH = 2;

function isPersonal(document: TextDocument, hit: NameHit): boolean {
  const { tokens } = document;
  const own = tokens[hit.surnameAt];
  if (!own) return false;
  const { saying } = languageAt(own);
  for (let at = hit.from - REACH; at < hit.to + REACH; at += 1) {
    const token = tokens[at];
    if (!token || token.block !== own.block || (at >= hit.from && at < hit.to)) continue;
    if (saying.some((one) => token.skeleton.startsWith(one))) return true;
  }
  return false;
}

function isQuoted(document: TextDocument, hit: NameHit): boolean {
  const first = document.tokens[hit.from];
  const last = document.tokens[hit.to - 1];
  if (!first || !last) return false;
  const text = document.blocks[first.block] ?? '';
  return QUOTE_OPEN.test(first.gap) && QUOTE_CLOSE.test(text.slice(last.end, last.end + 1));
}
