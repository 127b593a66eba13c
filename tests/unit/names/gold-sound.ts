import type { Ledger } from '@/lib/ledger/records';
import type { Mention, Reason } from '@/lib/names/gazetteer';
import type { Article } from '../../eval/detect';

/** How a person can have been found; the other reasons only add to these. */
const FOUND: ReadonlySet<Reason['kind']> = new Set([
  'fullName',
  'initials',
  'givenPatronymic',
  'title',
  'bareSurname',
  'office',
]);
/** Why nobody is told. */
const UNTOLD: ReadonlySet<Reason['kind']> = new Set(['namesakes', 'holderUnsure', 'onlySurname']);

/** Whether what a mention tells of itself holds, whoever it is of: its words, its outcome, its style, its reasons. */
export function isSound(mention: Mention, article: Article, ledger: Ledger): boolean {
  const { block, start, end, surface, outcome, personId, candidates, reasons } = mention;
  const isTold = personId !== null;
  return (
    surface !== '' &&
    article.text.split('\n')[block]?.slice(start, end) === surface &&
    outcome === (isTold ? 'sure' : 'ambiguous') &&
    (!isTold || (candidates.length === 1 && candidates[0] === personId)) &&
    new Set(candidates).size === candidates.length &&
    reasons.some(({ kind }) => (isTold ? FOUND : UNTOLD).has(kind)) &&
    isStyled(mention) &&
    reasons.every((reason) => holds(reason, mention, article, ledger))
  );
}

/** A bare surname, an office and a doubt are marked in the light style, a full name is not. */
function isStyled({ light, personId, postId, reasons }: Mention): boolean {
  const has = (kind: Reason['kind']): boolean => reasons.some((reason) => reason.kind === kind);
  if (personId === null || postId !== null || has('bareSurname')) return light;
  return has('fullName') || has('initials') ? !light : true;
}

function holds(reason: Reason, mention: Mention, article: Article, ledger: Ledger): boolean {
  switch (reason.kind) {
    case 'fullName':
    case 'initials':
    case 'givenPatronymic':
    case 'onlySurname':
      return mention.postId === null;
    case 'holderUnsure':
      return mention.personId === null;
    case 'title':
      return isQuoted(reason.title, article.text);
    case 'bareSurname':
      return reason.anchor === mention.personId;
    case 'office':
      return isOf(reason, mention.postId, article.publishedOn);
    case 'area':
      return ledger.areas.some(({ id }) => id === reason.areaId);
    case 'tenure':
      return isTermOf(ledger, reason.membershipId, mention.personId);
    case 'namesakes':
      return reason.count >= Math.max(2, mention.candidates.length);
  }
}

const isQuoted = (words: string, text: string): boolean => words !== '' && text.includes(words);

const isOf = (
  reason: { readonly postId: string; readonly date: string },
  postId: string | null,
  date: string | null,
): boolean => reason.postId === postId && reason.date === date;

function isTermOf(ledger: Ledger, membershipId: string, personId: string | null): boolean {
  return ledger.memberships.some((term) => term.id === membershipId && term.personId === personId);
}
