import { fold, stem } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { nounGender } from '@/lib/language/noun-gender';
import { CASE } from '@/lib/language/rules';
import type { Area } from '@/lib/ledger/records';
import { wordsOfArea } from './area-names';
import type { Knowledge } from './knowledge';
import { isNextTo, type Token } from './tokens';

/** A name of an area that begins at a token. */
export interface NameMatch {
  readonly area: Area;
  readonly length: number;
  readonly mask: number;
  readonly isDerived: boolean;
}

/** The areas whose names begin at a token. */
export function matchesAt(tokens: readonly Token[], at: number, knowledge: Knowledge): NameMatch[] {
  const token = tokens[at];
  if (!token) return [];
  const matches: NameMatch[] = [];
  for (const area of knowledge.areasAt(token.skeleton))
    for (const name of wordsOfArea(area)) {
      const match =
        matchName(tokens, at, area, name.words) ?? derivedMatch(token, area, name.words);
      if (match) matches.push(match);
    }
  return matches;
}

function matchName(
  tokens: readonly Token[],
  at: number,
  area: Area,
  words: readonly string[],
): NameMatch | null {
  let mask: number = CASE.any | CASE.ablative;
  for (const [offset, word] of words.entries()) {
    const token = tokens[at + offset];
    if (!token || token.shape === 'lower') return null;
    if (offset > 0 && !isNextTo(tokens[at + offset - 1], token)) return null;
    const own = caseOf(token.rules, word, nounGender(word), token.skeleton);
    if (own === 0 || (own & CASE.plural) !== 0) return null;
    if (offset === words.length - 1 || token.rules.agreement === 'all') mask &= own;
  }
  return { area, length: words.length, mask, isDerived: false };
}

/** «талгарский» from Талгар, and «Панфилова» for Панфиловский район. */
function derivedMatch(token: Token, area: Area, words: readonly string[]): NameMatch | null {
  const [word] = words;
  if (word === undefined || words.length > 1) return null;
  const own = stem(fold(word));
  const isDerived = stemsOfToken(token.rules, token.skeleton).some((one) =>
    token.rules.placeAdjectives.some(
      (ending) =>
        one === own + ending ||
        one + ending === own ||
        // `ақтөбелік` keeps the vowel that a stem drops.
        (one.endsWith(ending) && stem(one.slice(0, -ending.length)) === own),
    ),
  );
  const isShortened = token.rules.placeAdjectives.some((ending) => own.endsWith(ending));
  if (!isDerived || (isShortened && token.shape === 'lower')) return null;
  return { area, length: 1, mask: CASE.any, isDerived: true };
}
