import { CASE, type MarkerKind } from '@/lib/language/rules';
import { isGivenName } from './name-groups';
import type { NameHit } from './name-hits';
import { listTitle } from './name-lists';
import { ageBefore, COMMA, nameMarkers } from './name-markers';
import { isTitleOfElse } from './name-trades';
import { belongsAt, originAt } from './origins';
import { isQuoted } from './quoted-name';
import type { Reading } from './reading';
import { isPersonal, saysNext } from './saying';
import { isArticle, languageAt, type TextDocument } from './text-document';
import type { TitleSpan } from './title-spans';
import { isFollowed, isNextTo, type Token } from './tokens';

/** The title that belongs to a name, and how it stands to it. */
export interface NameTitle {
  readonly title: TitleSpan;
  readonly place: 'before' | 'after' | 'list';
}

/** What stands around a name: its title, and markers that speak for or against a person of that name. */
export interface NameContext {
  readonly title: NameTitle | null;
  /** A title told of the bearer from farther off; it speaks for him if it fits, and never against him. */
  readonly said: TitleSpan | null;
  readonly markers: ReadonlySet<MarkerKind>;
  /** A word of saying, asking or the like stands beside the name. */
  readonly isPersonal: boolean;
  /** A title stands right before but in another case: «аким Балхаша», the word is a place. */
  readonly isAreaOfTitle: boolean;
  /** A word of place («в», «из», `near`) stands right before. */
  readonly isAfterPlaceWord: boolean;
  /** An age or a firm stands beside it, as in news of private life. */
  readonly isPrivate: boolean;
  /** His age stands before it. */
  readonly isOfAge: boolean;
  /** The place in `Name from …`; -1: none. */
  readonly originAt: number;
  /** The word that follows `Name of …`; -1: none. */
  readonly belongsAt: number;
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

/** Reads the surroundings of a name. */
export function contextOf(
  { document, places }: Pick<Reading, 'document' | 'places'>,
  titles: TitleIndex,
  hit: NameHit,
): NameContext {
  const title = titleOf(document, titles, hit);
  const isAfterPlace = places.endingAt.get(hit.from)?.hasKind === true;
  const markers = nameMarkers(document, hit, isAfterPlace);
  // «аким города Самат Жубанияз»: the kind is the title's, the person is not the town's namesake.
  if (title?.place === 'before' || saysNext(document, hit)) markers.delete('memorial');
  if (title === null && isOfOtherRole(document, titles, hit)) markers.add('dependent');
  return {
    title,
    said: title === null ? saidOf(document, titles, hit) : null,
    markers,
    isAreaOfTitle: isAreaOfTitle(document, titles, hit, title),
    isAfterPlaceWord: isAfterPlaceWord(document, hit),
    isPrivate: isAged(document, hit) || isFromFirm(document, hit),
    isOfAge: ageBefore(document, hit.from) !== null,
    originAt: originAt(document, hit),
    belongsAt: belongsAt(document, hit),
    isPersonal: isPersonal(document, hit),
    isQuoted: isQuoted(document, hit),
  };
}

function titleOf(document: TextDocument, titles: TitleIndex, hit: NameHit): NameTitle | null {
  const { tokens } = document;
  const before = titleBefore(document, titles, hit);
  if (before) return { title: before, place: 'before' };
  const list = listTitle(document, titles.endingAt, hit.from);
  const first = tokens[hit.from];
  if (list && first && agrees(first, list, hit)) return { title: list, place: 'list' };
  const next = tokens[hit.to];
  // «Омарова, начальник управления …»: such a word is a marker too, but here it begins the title.
  const start = skipCaption(document, hit.to);
  const after =
    titles.startingAt.get(start) ?? titles.startingAt.get(skipMarkers(document, titles, start));
  if (!after || !next || next.block !== tokens[hit.to - 1]?.block || !COMMA.test(next.gap))
    return null;
  return isSaidOf(document, after, hit) ? { title: after, place: 'after' } : null;
}

/** «Выступили: Король А. В., вице-министр Е. Мусабаев»: in a list a title before a name is that one's. */
function isOfNext({ tokens }: TextDocument, { wholeTo }: TitleSpan): boolean {
  const [last, next] = [tokens[wholeTo - 1], tokens[wholeTo]];
  if (!next || !isNextTo(last, next)) return false;
  return next.shape === 'initial' || (next.shape !== 'lower' && isGivenName(next));
}

/** «Подрядчик Омаров, акиму не родственник»: what is said of a name has its case; in brackets it need not. */
function isSaidOf(document: TextDocument, title: TitleSpan, hit: NameHit): boolean {
  const next = document.tokens[hit.to];
  if (!next || isOfNext(document, title)) return false;
  const { gap, rules } = next;
  const { mask, dependentMask } = title;
  if (rules.agreement === 'last' || gap.includes('(')) return true;
  return ((mask | dependentMask) & hit.mask & CASE.any) !== 0;
}

/**
 * «Пресс-секретарь акима Анна Омарова»: the name agrees with the word on which the title hangs. `Мектеп түлегі Марат
 * Омаров`: so does every noun in the possessive right before a full name.
 */
function isOfOtherRole(document: TextDocument, titles: TitleIndex, hit: NameHit): boolean {
  if (hit.kind !== 'full') return false;
  const [before, first] = [document.tokens[hit.from - 1], document.tokens[hit.from]];
  if (!before || !first || !isNextTo(before, first)) return false;
  const dependent = titles.endingAt.get(hit.from)?.dependentMask ?? 0;
  return (
    (dependent & hit.mask & CASE.any) !== 0 ||
    isRoleNoun(before, hit) ||
    isTitleOfElse(document, hit)
  );
}

function isRoleNoun({ rules, shape, text }: Token, { mask }: NameHit): boolean {
  if (shape !== 'lower' || rules.roleEndings.length === 0) return false;
  if ((mask & CASE.nominative) === 0) return false;
  const word = text.toLowerCase();
  return (
    rules.roleEndings.some((ending) => word.endsWith(ending)) &&
    !rules.notRoleEndings.some((ending) => word.endsWith(ending)) &&
    !rules.tradeExceptions.some((one) => word.startsWith(one))
  );
}

function titleBefore(document: TextDocument, titles: TitleIndex, hit: NameHit): TitleSpan | null {
  const { tokens } = document;
  const start = skipBack(document, hit.from);
  const title = titles.endingAt.get(start);
  const first = tokens[start];
  if (!title || !first) return null;
  const isJoined = isNextTo(tokens[start - 1], first) && agrees(first, title, hit);
  return isJoined || isApposedTo(document, title, hit) ? title : null;
}

/** `A spokesman for the akim, Dmitry Kim, said`: between commas stands the name of the one whom the title serves. */
function isApposedTo({ tokens }: TextDocument, title: TitleSpan, hit: NameHit): boolean {
  const [first, next] = [tokens[hit.from], tokens[hit.to]];
  if (!first || hit.kind !== 'full' || !title.markers.has('dependent')) return false;
  return /^\s*,\s*$/u.test(first.gap) && (next?.block !== first.block || next.gap.startsWith(','));
}

function saidOf(document: TextDocument, titles: TitleIndex, hit: NameHit): TitleSpan | null {
  if (hit.kind !== 'full') return null;
  return (
    apposedBefore(document, titles, hit) ??
    predicateOf(document, titles, hit) ??
    afterColon(document, titles, hit)
  );
}

/** «Место в партере занял Ильяс Омаров: аким области любит кюи». */
function afterColon(
  { tokens }: TextDocument,
  { startingAt }: TitleIndex,
  { to }: NameHit,
): TitleSpan | null {
  const [last, next] = [tokens[to - 1], tokens[to]];
  const isAfter = next?.block === last?.block && /^\s?:\s$/u.test(next?.gap ?? '');
  return isAfter ? (startingAt.get(to) ?? null) : null;
}

/** `The region's education chief, Irina Tkachenko, …`: a title before a name between commas. */
function apposedBefore(
  document: TextDocument,
  { endingAt }: TitleIndex,
  { from, to }: NameHit,
): TitleSpan | null {
  const { tokens } = document;
  const [word, next] = [tokens[from - 1], tokens[to]];
  const isAlso = word?.rules.alsoWords.includes(word.text) === true && isFollowed(document, from);
  const at = isAlso ? from - 1 : from;
  const first = tokens[at];
  if (!first || !/^\s*,\s*$/u.test(first.gap)) return null;
  const isClosed = next?.block !== first.block || /^[.,;)!?]/u.test(next.gap);
  return isClosed ? (endingAt.get(at) ?? null) : null;
}

/** `Oksana Shevchuk became minister of ecology`, «Омаров стал акимом». */
function predicateOf(
  { tokens }: TextDocument,
  { startingAt }: TitleIndex,
  { to }: NameHit,
): TitleSpan | null {
  const [last, verb] = [tokens[to - 1], tokens[to]];
  if (!verb || !isNextTo(last, verb) || !languageAt(verb).copulas.has(verb.skeleton)) return null;
  return startingAt.get(isArticle(tokens[to + 1]) ? to + 2 : to + 1) ?? null;
}

/** In Russian a title and its name share their case: in «аким Балхаша» the second word is a place. */
function agrees(token: Token, title: TitleSpan, hit: NameHit): boolean {
  // «заместители Омарова»: whose they are, no list of them.
  if (title.isPlural && title.row.ofPerson !== true) return true;
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

/** `Bondar, 61,`: news of officials does not say how old they are; «на Шевченко, 40» is an address. */
function isAged(document: TextDocument, hit: NameHit): boolean {
  const [last, next] = [document.tokens[hit.to - 1], document.tokens[hit.to]];
  if (isAfterPlaceWord(document, hit)) return false;
  if (!last || !next || next.block !== last.block) return false;
  return COMMA.test(next.gap) && AGE.test(next.text);
}

/** Or the year of birth. */
const AGE = /^(?:\d{1,2}|(?:19|20)\d{2})$/u;

/** «Сергей Пак из компании …»: whom the text tells by the firm he works for. */
function isFromFirm({ tokens, markersBefore }: TextDocument, hit: NameHit): boolean {
  const [last, next, third] = [tokens[hit.to - 1], tokens[hit.to], tokens[hit.to + 1]];
  if (!last || !next || !third || !isNextTo(last, next) || !isNextTo(next, third)) return false;
  if (!languageAt(last).originWords.has(next.skeleton)) return false;
  return markersBefore
    .get(hit.to + 2)
    .some(({ kind, from }) => kind === 'firm' && from === hit.to + 1);
}

/** Honorifics may stand between a title and its name: «аким господин Омаров». */
function skipBack(document: TextDocument, at: number): number {
  const honorific = document.markersBefore.get(at).find((m) => m.kind === 'honorific');
  return honorific ? honorific.from : at;
}

/** `Askhat Serikov, right, the region's health chief`: over the word of a caption between two commas or brackets. */
function skipCaption({ tokens }: TextDocument, at: number): number {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (!word || next?.block !== word.block || !/^\)?,\s*$/u.test(next.gap)) return at;
  return languageAt(word).captionWords.has(word.skeleton) ? at + 1 : at;
}

/** From a comma over «бывший», `a former`, to the title itself: in `a deputy of the city maslikhat` that is `deputy`. */
function skipMarkers(document: TextDocument, titles: TitleIndex, at: number): number {
  if (titles.startingAt.has(at)) return at;
  for (let next = at; next < at + 4; next += 1) {
    const reaches = [...document.markersBefore.get(next)].some((m) => m.from === at);
    if (reaches) return skipMarkers(document, titles, next);
  }
  return at;
}
