import { languageAt, type TextDocument } from './text-document';
import type { TitleSpan } from './title-spans';
import { isNextTo, type Token } from './tokens';

/** Words of a list of names over which a title or a trade reaches. */
export const LONGEST_LIST = 12;

/** Whether a word may stand in a list of names before another. */
export function isListStep(token: Token | undefined, before: Token | undefined): boolean {
  if (token === undefined || before === undefined || before.block !== token.block) return false;
  if (!/^\s*,?\s*$/u.test(token.gap) && !/^\.\s?$/u.test(token.gap)) return false;
  const language = languageAt(before);
  return before.shape !== 'lower' || language.listWords.has(before.skeleton);
}

/** Members of a list share its title: «акимы районов Омаров, Умбеталиев и Ерболов». Titles by where they end. */
export function listTitle(
  document: TextDocument,
  titles: ReadonlyMap<number, TitleSpan>,
  from: number,
): TitleSpan | null {
  const { tokens } = document;
  let at = from;
  for (let steps = 0; steps < LONGEST_LIST && at > 0; steps += 1) {
    const title = titles.get(at);
    const token = tokens[at];
    if (title) return title.isPlural && isListBegun(tokens[at - 1], token) ? title : null;
    if (!token || !(isListStep(token, tokens[at - 1]) || isSpeech(token, tokens[at - 1])))
      return null;
    at -= 1;
  }
  return null;
}

/** «Слово дали акимам районов: говорили Омаров, …». */
function isSpeech(token: Token, verb: Token | undefined): boolean {
  if (verb === undefined || !isNextTo(verb, token) || !/^\s?:\s$/u.test(verb.gap)) return false;
  return languageAt(verb).saying.begins(verb.skeleton);
}

/** «акимы Омаров, …», «сидели акимы: Омаров, …». */
function isListBegun(last: Token | undefined, first: Token | undefined): boolean {
  if (last === undefined || first === undefined || last.block !== first.block) return false;
  return isNextTo(last, first) || /^\s?[:,]\s$/u.test(first.gap);
}
