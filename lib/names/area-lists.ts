import { CASE } from '@/lib/language/rules';
import { matchesAt } from './area-matches';
import type { Knowledge } from './knowledge';
import type { KindSpan, PlaceSpan } from './places';
import { languageAt } from './text-document';
import { isNextTo, type Token } from './tokens';

/** Words between the first name of a list of areas and the word for their kind. */
const LONGEST_AREA_LIST = 8;

/** «Талгарского и Илийского районов», `Taldy and Ozen districts`: areas of one kind, which stands once, after them. */
export function listedPlaces(
  tokens: readonly Token[],
  from: number,
  knowledge: Knowledge,
  kindsAt: ReadonlyMap<number, KindSpan>,
  plurals: readonly KindSpan[],
): PlaceSpan | null {
  const isNear = plurals.some((one) => one.from > from && one.from - from <= LONGEST_AREA_LIST);
  if (!isNear) return null;
  const ids: string[] = [];
  let members = 0;
  for (let at = from; at - from <= LONGEST_AREA_LIST; at += 1) {
    const token = tokens[at];
    if (!token || (at > from && !isListed(tokens[at - 1], token))) return null;
    const kind = kindsAt.get(at);
    if (kind && isPlural(kind)) return members > 1 ? listSpan(from, kind, ids, knowledge) : null;
    if (token.shape === 'title') {
      members += 1;
      ids.push(...matchesAt(tokens, at, knowledge).map(({ area }) => area.id));
    } else if (!languageAt(token).listWords.has(token.skeleton)) return null;
  }
  return null;
}

/** Whether a word for a kind stands for several places. */
export const isPlural = ({ row, mask }: KindSpan): boolean =>
  row.plural === true || (mask & CASE.plural) !== 0;

function isListed(before: Token | undefined, token: Token): boolean {
  return isNextTo(before, token) || (before?.block === token.block && /^,\s$/u.test(token.gap));
}

function listSpan(
  from: number,
  kind: KindSpan,
  ids: readonly string[],
  knowledge: Knowledge,
): PlaceSpan | null {
  const fitting = ids.filter((id) => {
    const own = knowledge.areas.get(id)?.classification;
    return own !== undefined && kind.row.classes.includes(own);
  });
  if (fitting.length === 0) return null;
  const { to, mask, row } = kind;
  return {
    from,
    to,
    ids: [...new Set(fitting)],
    mask,
    hasKind: true,
    classes: row.classes,
    isDerived: false,
    isList: true,
  };
}
