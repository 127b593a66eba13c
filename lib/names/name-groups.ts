import { hasCaseEnding } from '@/lib/language/case-endings';
import { givenNames, givenStems, isLikeGivenName } from '@/lib/language/given-names';
import { stemsOfToken } from '@/lib/language/inflect';
import { CASE } from '@/lib/language/rules';
import { languageAt, type TextDocument } from './text-document';
import { isInflecting, isNextTo, type Token } from './tokens';

/** Words with capitals that stand together and may be one name; token indices, end exclusive. */
export interface NameGroup {
  readonly from: number;
  readonly to: number;
}

/** A word of a group, if the place is in it. */
export function wordIn(document: TextDocument, group: NameGroup, at: number): Token | undefined {
  return at >= group.from && at < group.to ? document.tokens[at] : undefined;
}

/** Initials may stand without blanks: «Н.С.Килимбаев», «А.-Б. Каримов». */
function joins(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.block !== token.block) return false;
  const isInitial = before.shape === 'initial' || token.shape === 'initial';
  if (isInitial && /^[.\s\u00A0\u202F]*-?\s?$/u.test(token.gap) && !token.gap.includes('\n'))
    return true;
  return isNextTo(before, token) && !token.gap.includes('.') && !/['’ʼ]/u.test(token.gap);
}

function isNameWord(token: Token): boolean {
  return token.shape === 'title' || token.shape === 'upper' || token.shape === 'initial';
}

/** Groups of capitalised words; `isTaken` words (titles and their areas) end a group. */
export function nameGroups(document: TextDocument, isTaken: (at: number) => boolean): NameGroup[] {
  const groups: NameGroup[] = [];
  let from = -1;
  const { tokens } = document;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const isWord = token !== undefined && isNameWord(token) && !isTaken(at);
    if (from >= 0 && !(isWord && joins(tokens[at - 1], token))) {
      groups.push({ from, to: at });
      from = -1;
    }
    if (isWord && from < 0) from = at;
  }
  return groups;
}

/** Consonants that end no oblique case of a given name (-м ends the instrumental). */
export const BARE_ENDING = /[бвгджзклнпрстфхцчшщйь]$/u;

/** Whether a word is one of the common given names, in some form. */
export function isGivenName(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    givenNames().has(token.skeleton) ||
    stemsOfToken(token.rules, token.skeleton).some((one) => givenStems().has(one))
  );
}

const CYRILLIC = /[\u0400-\u04FF]/u;
const LONGEST_ACRONYM = 6;

/** «КНР Ху Цзиньтао», «ИА Regnum Минченко»: an acronym, or a word of the other script, is no given name. */
function isNoNeighbour(token: Token, name: Token | undefined): boolean {
  if (!name) return false;
  const isAcronym = token.shape === 'upper' && name.shape !== 'upper';
  if (isAcronym && token.text.length <= LONGEST_ACRONYM) return true;
  return CYRILLIC.test(token.text) !== CYRILLIC.test(name.text);
}

/**
 * Whether a capitalised word beside a surname may be somebody's given name. A known given name is one; a word
 * that begins a sentence is one only if nothing speaks against it: its ending, the lists, small letters elsewhere.
 */
export function maybeGivenName(document: TextDocument, at: number, surnameMask: number): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  if (isGivenName(token)) return true;
  if (isNoNeighbour(token, document.tokens[at + 1])) return false;
  const language = languageAt(token);
  if (language.starters.has(token.skeleton) || document.lower.has(token.skeleton)) return false;
  if (document.shouting.has(token.block) || isThing(document, at)) return false;
  if (!token.startsSentence) return true;
  // «Мост Омаров достроил»: in Russian any word may stand first, and given names are in the list.
  const isLikeName = isLikeGivenName(token.skeleton) || isLikeWoman(token, document.tokens[at + 1]);
  if (isInflecting(token) && !isLikeName) return false;
  return mayBeginWith(document, token, at, surnameMask);
}

/** `Café Wagner`: a word for things that are named after people. */
function isThing({ markersBefore }: TextDocument, at: number): boolean {
  return markersBefore.get(at + 1).some(({ kind, from }) => kind === 'memorial' && from === at);
}

/** Whether nothing speaks against the first word of a sentence being a given name. */
function mayBeginWith(
  document: TextDocument,
  token: Token,
  at: number,
  surnameMask: number,
): boolean {
  const word = token.text.toLowerCase();
  // A given name takes the surname's case: «Вчера Омарову» is no name, «Айгуль Омарову» neither.
  const isOblique = (surnameMask & CASE.nominative) === 0;
  if (isOblique && token.rules.agreement === 'all' && BARE_ENDING.test(word)) return false;
  // «Водовозы Вишневскому одолжили», «Письма Омарову ушли»: given names end so in these two cases alone.
  if ((surnameMask & (CASE.nominative | CASE.genitive)) === 0 && /[аыя]$/u.test(word)) return false;
  // `Хаттама Қожаевтың алдына барады`: in Kazakh the name's case is no ending of the word before.
  if (isOblique && token.rules.agreement === 'last') return false;
  if (isInAccusative(token)) return false;
  return !isKnownWord(token) && !isNoGiven(token) && !isOtherCase(document, at, surnameMask);
}

/** «Галья Омарова»: both words end as a woman's names do, of which more are in no list. */
function isLikeWoman(word: Token, surname: Token | undefined): boolean {
  return [word, surname].every((one) => FEMALE.test(one?.text.toLowerCase() ?? ''));
}

/** `Бағаны Шмидтке тапсырамын`: in Kazakh a given name has no ending of its own before its surname. */
function isInAccusative({ rules, skeleton }: Token): boolean {
  return rules.agreement === 'last' && hasCaseEnding(rules, skeleton, CASE.accusative);
}

/** Letters before the ending of a verb or an adjective, at the least: `Ded` has none. */
const SHORTEST_ROOT = 2;

/** Whether a word has an ending that no given name has, in the letters of its language or, in Latin ones, by its skeleton. */
function isNoGiven(token: Token): boolean {
  const word = token.text.toLowerCase();
  const { notGiven, notGivenSkeletons } = languageAt(token);
  const fits = (written: string, endings: readonly string[]): boolean =>
    endings.some((one) => written.endsWith(one) && written.length - one.length >= SHORTEST_ROOT);
  return fits(word, notGiven) || (!CYRILLIC.test(word) && fits(token.skeleton, notGivenSkeletons));
}

/** «Штаб Омаров собрал», «Вокзал Омаров открыл»: a word of titles, of institutions or of public affairs. */
function isKnownWord({ word, rules }: Token): boolean {
  return (
    rules.agreement === 'all' && (word.mayBeginMarkerBefore || word.mayBeginKind || word.isPublic)
  );
}

/** «Дорогу Омаров обещал», «Подрядчика Омаров отпустил»: a word in another case, or of another sex, than the surname. */
function isOtherCase({ tokens }: TextDocument, at: number, surnameMask: number): boolean {
  const [token, surname] = [tokens[at], tokens[at + 1]];
  if (!token || !surname || (surnameMask & CASE.any) !== CASE.nominative) return false;
  const word = token.text.toLowerCase();
  if (token.rules.obliqueEndings.some((ending) => word.endsWith(ending))) return true;
  return (
    FEMALE.test(word) &&
    !FEMALE.test(surname.text.toLowerCase()) &&
    token.rules.verbGender.length > 0
  );
}

/** Nominatives in -а and -я; men's names in them are in the list. */
const FEMALE = /[ая]$/u;
