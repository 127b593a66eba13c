import { languageAt } from './text-document';
import type { Token } from './tokens';

/** Words of a list of names over which a title or a trade reaches. */
export const LONGEST_LIST = 12;

/** Whether a word may stand in a list of names before another. */
export function isListStep(token: Token | undefined, before: Token | undefined): boolean {
  if (token === undefined || before === undefined || before.block !== token.block) return false;
  if (!/^\s*,?\s*$/u.test(token.gap) && !/^\.\s?$/u.test(token.gap)) return false;
  const language = languageAt(before);
  return before.shape !== 'lower' || language.listWords.has(before.skeleton);
}
