import { phrasesAt } from '@/lib/language/lexicon';
import { CASE } from '@/lib/language/rules';
import type { Gender } from '@/lib/ledger/records';
import type { NameHit } from './name-hits';
import { isListStep, LONGEST_LIST } from './name-lists';
import { languageAt, type TextDocument } from './text-document';
import { isFollowed, isInflecting, isNextTo, type Token } from './tokens';

/** «Омарову, сварщику, не платят»: one word between commas, in the surname's case, says who he is. */
export function isTradeBetweenCommas(document: TextDocument, hit: NameHit): boolean {
  const { tokens } = document;
  const [word, after] = [tokens[hit.to], tokens[hit.to + 1]];
  if (!word || word.shape !== 'lower') return false;
  if (after !== undefined && after.block === word.block && !CLOSED.test(after.gap)) return false;
  return isTradeOf(document, hit.to, hit);
}

const CLOSED = /^[.,;)!?]/u;

/** Whether a single word is a trade and may be said of the name in its case. */
function isTradeOf(document: TextDocument, at: number, hit: NameHit): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  // Where words have no cases, too many end as trades do: «however».
  return isListedTrade(document, at, hit) || (isInflecting(token) && isTradeWord(token));
}

function isListedTrade({ markersBefore }: TextDocument, at: number, { mask }: NameHit): boolean {
  return markersBefore
    .get(at + 1)
    .some(
      (marker) =>
        marker.kind === 'trade' &&
        (marker.mask & mask & CASE.any) !== 0 &&
        (marker.mask & CASE.plural) === 0,
    );
}

/** `A singer, Anna Omarova, did not`: a full name between commas says who the one before is. */
export function isAfterTrade(document: TextDocument, hit: NameHit): boolean {
  const [last, first, next] = [
    document.tokens[hit.from - 1],
    document.tokens[hit.from],
    document.tokens[hit.to],
  ];
  if (hit.kind !== 'full' || !last || !first || last.block !== first.block) return false;
  const isClosed = next?.block !== first.block || CLOSED.test(next.gap);
  if (!isClosed || !/^,\s$/u.test(first.gap)) return false;
  if (isKin(document, hit)) return true;
  return isListedTrade(document, hit.from - 1, hit) && isIntroduced(document, hit.from - 1);
}

/** `A pensioner called Abdrakhman Isabekov`. */
export function isCalled(document: TextDocument, hit: NameHit): boolean {
  const word = document.tokens[hit.from - 1];
  if (word === undefined || hit.kind !== 'full') return false;
  if (!word.rules.namedWords.includes(word.text) || !isFollowed(document, hit.from - 1))
    return false;
  return isListedTrade(document, hit.from - 2, hit);
}

/** `His widow, Viktoria Kim,`, «его вдова, Виктория Ким,»: kin of another person in the name's own case. */
function isKin({ markersBefore, markersAfter }: TextDocument, { from, mask }: NameHit): boolean {
  return [...markersBefore.get(from), ...markersAfter.get(from - 1)].some(
    (marker) =>
      marker.kind === 'kin' &&
      marker.from === from - 1 &&
      marker.to === from &&
      (marker.mask & mask & CASE.any) !== 0,
  );
}

/** `The city's police chief`, `a singer`; `his neighbor` may be an official. */
function isIntroduced(document: TextDocument, at: number): boolean {
  const trade = document.tokens[at];
  if (!trade || isInflecting(trade)) return true;
  for (
    let before = at - 1;
    before >= at - ARTICLE_REACH && isFollowed(document, before + 1);
    before -= 1
  )
    if (languageAt(trade).appositionWords.has(document.tokens[before]?.skeleton ?? '')) return true;
  return false;
}

const ARTICLE_REACH = 4;

/** «Подрядчика Омаров отпустил»: a trade with a case ending is said of no nominative. */
export function isInCase(trade: Token | undefined, { mask }: NameHit): boolean {
  if (!trade || !isInflecting(trade)) return true;
  const word = trade.text.toLowerCase();
  const isBase = trade.rules.tradeEndings.some((ending) => word.endsWith(ending));
  // «Советники Омарова молчали»: in a nominative, of one or of several, it is not said of a genitive.
  return isBase || (mask & CASE.any) !== CASE.nominative;
}

/** Words between a trade and its bearer's name: «начальник полиции города», «учитель из Аркатау». */
const TRADE_REACH = 7;

/** «Председатель совета директоров Марат Омаров»: a trade in the name's own case, over words that go with it. */
export function isTradeBefore(document: TextDocument, hit: NameHit): boolean {
  return isHeadBefore(document, hit, isListedTrade);
}

/** «Его однофамилец из Макатского района Марат Омаров»: he shares the surname of another. */
export function isSharerBefore(document: TextDocument, hit: NameHit): boolean {
  return isHeadBefore(document, hit, ({ markersBefore }, at, { mask }) =>
    markersBefore
      .get(at + 1)
      .some((marker) => marker.kind === 'surname' && (marker.mask & mask & CASE.any) !== 0),
  );
}

/** Where words have no cases a plural has none either. */
export const agreesInCase = (trade: number, name: number): boolean =>
  (trade & CASE.any) === 0 || (trade & name & CASE.any) !== 0;

/** «артисты Павел Мороз и Ермек Баймурзин», `cellists Anna Pak and Roman Li`: the trade is of each of them. */
export function isInTradeList(
  { tokens, markersBefore }: TextDocument,
  { from, mask }: NameHit,
): boolean {
  for (let at = from; at > from - LONGEST_LIST; at -= 1) {
    const trade = markersBefore
      .get(at)
      .find((marker) => marker.kind === 'trade' && (marker.mask & CASE.plural) !== 0);
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!token) return false;
    if (trade) return agreesInCase(trade.mask, mask) && isNextTo(before, token);
    if (!isListStep(token, before)) return false;
  }
  return false;
}

/** «Глава крестьянского хозяйства Марат Омаров»: a title that does not reach the name is of something else. */
export function isTitleOfElse(document: TextDocument, hit: NameHit): boolean {
  return isHeadBefore(document, hit, isTitle);
}

function isTitle({ tokens }: TextDocument, at: number, { mask }: NameHit): boolean {
  const token = tokens[at];
  if (token?.word.mayBeginTitle !== true) return false;
  const found = phrasesAt(languageAt(token).titles, (offset) =>
    offset === 0 ? token.skeleton : null,
  );
  return found.some((one) => (one.mask & mask & CASE.any) !== 0);
}

/** Whether, over words that go with it, such a word stands before a full name. */
function isHeadBefore(
  document: TextDocument,
  hit: NameHit,
  isHead: (document: TextDocument, at: number, hit: NameHit) => boolean,
): boolean {
  const { tokens } = document;
  const first = tokens[hit.from];
  if (hit.kind !== 'full' || !first) return false;
  if (!isInflecting(first) || isAfterPreposition(document, hit.from)) return false;
  for (let at = hit.from; at > hit.from - TRADE_REACH && isFollowed(document, at); at -= 1) {
    const before = tokens[at - 1];
    if (!before) return false;
    if (at < hit.from && isHead(document, at - 1, hit)) return true;
    if (before.word.mayBeginTitle || isStop(before, hit)) return false;
  }
  return false;
}

/** «по решению главы области кресло перешло к Марату Омарову»: the preposition asks for the name's case, not a head. */
function isAfterPreposition({ tokens }: TextDocument, at: number): boolean {
  const [before, first] = [tokens[at - 1], tokens[at]];
  if (!before || !first || !isNextTo(before, first)) return false;
  return languageAt(before).prepositions.has(before.skeleton);
}

/** Words over which a trade does not reach: «тренер и», verbs. */
function isStop(token: Token, hit: NameHit): boolean {
  const language = languageAt(token);
  const word = token.text.toLowerCase();
  return (
    language.listWords.has(token.skeleton) ||
    language.clauseWords.has(token.skeleton) ||
    language.saying.begins(token.skeleton) ||
    // «Заместителем у неё остаётся Жанар Асанбек».
    token.rules.reflexiveEndings.some((ending) => word.endsWith(ending)) ||
    (token.shape === 'lower' &&
      token.rules.verbGender.some(
        ([ending, gender]) => word.endsWith(ending) && isSubject(hit, gender),
      ))
  );
}

/** «слесарь водоканала Игорь Мороз»: an ending of the other sex beside a nominative is a noun's, not a verb's. */
function isSubject({ mask, person }: NameHit, gender: Gender): boolean {
  const isNominative = (mask & CASE.any) === CASE.nominative;
  const isOtherSex = person.gender !== null && gender !== person.gender;
  return !(isNominative && isOtherSex);
}

/** A trade by its ending alone: -ник, -ист, -шы; the list of exceptions holds the words of office. */
export function isTradeWord(token: Token | undefined): boolean {
  if (token === undefined || (token.shape !== 'lower' && !token.startsSentence)) return false;
  const known = trades.get(token.word);
  if (known !== undefined) return known;
  const made = isTrade(token.text.toLowerCase(), token.rules);
  trades.set(token.word, made);
  return made;
}

/** A word stands beside many names, and has a hundred endings to be tried. */
const trades = new WeakMap<Token['word'], boolean>();

function isTrade(word: string, rules: Token['rules']): boolean {
  const { tradeEndings, tradeExceptions, tradeCases } = rules;
  if (word.length < SHORTEST_TRADE || tradeExceptions.some((one) => word.startsWith(one)))
    return false;
  return tradeEndings.some((ending) => tradeCases.some((end) => word.endsWith(ending + end)));
}

const SHORTEST_TRADE = 5;

/** «Виталий Омаров, его предшественник»: a word for people that is of offices. */
export const isOfOffice = ({ rules, text }: Token): boolean =>
  rules.tradeExceptions.some((one) => text.toLowerCase().startsWith(one));
