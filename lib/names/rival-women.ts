import { stem } from '@/lib/language/fold';
import { givenNames } from '@/lib/language/given-names';
import { CASE } from '@/lib/language/rules';
import type { Occurrence } from './occurrences';
import type { Token } from './tokens';

/**
 * «Турсунова Назира» beside an akim Турсунов: her nominative is his genitive. Her given name, in the nominative too,
 * tells; «Александра Турсунова» may be his own genitive.
 */
export function isNamedWoman(
  { tokens }: { readonly tokens: readonly Token[] },
  { at, group, hits }: Pick<Occurrence, 'at' | 'group' | 'hits'>,
): boolean {
  if (tokens[at]?.rules.agreement !== 'all') return false;
  if (hits.some(({ person, mask }) => person.gender !== 'male' || (mask & CASE.nominative) !== 0))
    return false;
  return tokens
    .slice(group.from, group.to)
    .some((token) => token !== tokens[at] && isWomans(token));
}

/** A listed given name with a woman's ending that is the genitive of no other. */
function isWomans({ text, skeleton }: Token): boolean {
  if (!/[ая]$/u.test(text.toLowerCase()) || !givenNames().has(skeleton)) return false;
  const own = stem(skeleton);
  return ![...givenNames()].some((one) => one !== skeleton && stem(one) === own);
}

/** Whether a surname's form is a man's alone: «Турсунов», not «Турсунова». */
export function isMansForm({ text, rules }: Token, mask: number): boolean {
  const isNominative = rules.agreement === 'all' && (mask & CASE.nominative) !== 0;
  return isNominative && /[вн]$/u.test(text.toLowerCase());
}
