import { givenNames } from '@/lib/language/given-names';
import { CASE, type MarkerKind } from '@/lib/language/rules';
import { isGivenName } from './name-groups';
import type { NameHit } from './name-hits';
import { agreesInCase, isTradeWord } from './name-trades';
import { isArticle, languageAt, type MarkerSpan, type TextDocument } from './text-document';
import { isNextTo, type Token } from './tokens';
import { genderOfVerb } from './verb-gender';

const isOfClause = (token: Token): boolean => {
  const words = languageAt(token);
  return [words.clauseWords, words.placeWords, words.listWords].some((one) =>
    one.has(token.skeleton),
  );
};

/** «Данияр Омаров, полузащитник»: a trade after a comma. */
export function addApposition(
  document: TextDocument,
  { to: at, mask }: NameHit,
  kinds: Set<MarkerKind>,
): void {
  const first = document.tokens[at];
  // «приехал Омаров, а областной журналист …», `Daniyar Syzdykov, in the chair, …`: it is another's, and no trade.
  if (first !== undefined && (isOfClause(first) || isTradeOfNext(document, at))) return;
  for (let end = at + 1; end <= at + 4; end += 1) if (isSchooling(document, end)) return;
  for (let end = at + 1; end <= at + 4; end += 1)
    if (
      document.markersBefore.get(end).some((marker) => isApposedTrade(document, at, marker, mask))
    )
      kinds.add('trade');
  const isArticle = first !== undefined && languageAt(first).appositionWords.has(first.skeleton);
  const words = isArticle ? [at + 1, at + 2, at + 3] : [at];
  if (words.some((word) => isTradeWord(document.tokens[word]) && isRun(document, at, word)))
    kinds.add('trade');
}

/** «Айдос Туран, Дархан Омаров, лучница Мадина Исабекова»: a trade right before the next name of a list is that one's. */
function isTradeOfNext({ tokens }: TextDocument, at: number): boolean {
  const [trade, given, surname] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!trade || !given || !surname || surname.shape === 'lower') return false;
  // «… тренер Серика Омарова» is the trade of the one before.
  if (!givenNames().has(given.skeleton)) return false;
  return isNextTo(trade, given) && isNextTo(given, surname);
}

/** `Daulenov, an engineer by training, …`, «Тлеулин, инженер по образованию, …»: what officials once learned. */
function isSchooling({ tokens }: TextDocument, at: number): boolean {
  const [small, word] = [tokens[at], tokens[at + 1]];
  if (!small || !word || !isNextTo(small, word)) return false;
  return languageAt(word).schoolingWords.has(word.skeleton);
}

/** A trade of one person, over words that go with it: `Yesken Bolatov, met traders` is none. */
function isApposedTrade(
  document: TextDocument,
  at: number,
  marker: MarkerSpan,
  mask: number,
): boolean {
  // «Данияр Омаров, знавший покойного с детства»: in another case it is said of somebody else.
  const isOfOne = agreesInCase(marker.mask, mask) && (marker.mask & CASE.plural) === 0;
  return (
    marker.kind === 'trade' &&
    isOfOne &&
    marker.from >= at &&
    isRun(document, at, marker.from) &&
    !hasVerb(document, at, marker.from) &&
    !isGivenOf(document, marker.from)
  );
}

/** «Звонили Омарову – трубку взял инженер»: the clause has a verb of its own. */
function hasVerb({ tokens }: TextDocument, from: number, to: number): boolean {
  return tokens.slice(from + 1, to).some((token) => genderOfVerb(token, tokens[from]) !== null);
}

/** `Медет Түсіпбеков, Ғалым Әбділдин`: a given name that is a word for a trade too, before a surname. */
function isGivenOf({ tokens }: TextDocument, at: number): boolean {
  const [given, surname] = [tokens[at], tokens[at + 1]];
  if (given?.shape !== 'title' || surname === undefined || surname.shape === 'lower') return false;
  return isGivenName(given) && isNextTo(given, surname);
}

/** After a surname alone, and no initials, only an article shows that what follows the comma is said of it: `Tsoi, a Seoul skier`. */
export function isApposed({ tokens }: TextDocument, hit: NameHit): boolean {
  const next = tokens[hit.to];
  if (hit.kind !== 'bare' || next === undefined) return hit.kind !== 'bare';
  return languageAt(next).appositionWords.has(next.skeleton) && next.rules.agreement === 'all';
}

/** Words after an article among which a title may still stand: `the former district akim`. */
const LONGEST_EPITHET = 4;

/** `Bolat Omarov the plumber`: whoever is told from others by such a word is not the one who holds an office. */
export function isEpithet({ tokens }: TextDocument, from: number, at: number): boolean {
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
