import { fold } from '@/lib/language/fold';
import type { Occurrence } from './occurrences';
import { languageAt } from './text-document';
import { isNextTo, type Token } from './tokens';

/** A trade and its adjective may stand between: «в семье потомственного комбайнёра Степана Рожкова». */
const LONGEST_WAY = 3;
const COMMA = /^,\s$/u;

/**
 * «Әкесі Ауған Сәрсенов», «в семье Степана Рожкова», `his father, Serik Omarov`: a parent who is named in passing. An
 * article about his child goes on with the child, unless it tells the two apart (`Omarov senior`).
 */
export function isNamedParent(
  { tokens }: { readonly tokens: readonly Token[] },
  { at: surnameAt, group }: Pick<Occurrence, 'at' | 'group'>,
): boolean {
  for (let at = surnameAt - 1; at >= group.from - LONGEST_WAY; at -= 1) {
    const [word, next] = [tokens[at], tokens[at + 1]];
    if (!word || !next || word.block !== next.block || next.startsSentence) return false;
    if (!isNextTo(word, next) && !(at === group.from - 1 && COMMA.test(next.gap))) return false;
    if (languageAt(word).parentWords.begins(word.skeleton)) return !tokens.some(isOfSeniority);
    if (word.shape !== 'lower' && at < group.from) return false;
  }
  return false;
}

const isOfSeniority = ({ skeleton, rules }: Token): boolean =>
  rules.seniority.some(([word]) => skeleton.startsWith(fold(word)));
