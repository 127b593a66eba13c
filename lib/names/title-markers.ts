import { CASE } from '@/lib/language/rules';
import type { MarkerSpan, TextDocument } from './text-document';
import { isFollowed, isInflecting, sentenceAround } from './tokens';

/** All markers that stand beside a title, outermost and inner. */
export function marksAround(
  document: TextDocument,
  from: number,
  wholeFrom: number,
  wholeTo: number,
  mask: number,
): MarkerSpan[] {
  return [
    ...marksBefore(document, wholeFrom),
    ...unitBefore(document, wholeFrom, mask),
    ...(wholeFrom < from ? marksBefore(document, from) : []),
    ...marksAfter(document, wholeTo, mask, wholeFrom < from),
  ];
}

/** Words between a department and the title that owns it. */
const UNIT_REACH = 4;

/** «отдел внутренней политики акима»; in «штаб возглавил аким» the title, no genitive, is nobody's. */
function unitBefore(document: TextDocument, from: number, mask: number): MarkerSpan[] {
  const first = document.tokens[from];
  if (first !== undefined && isInflecting(first) && (mask & CASE.genitive) === 0) return [];
  for (let at = from; at > from - UNIT_REACH && isFollowed(document, at); at -= 1) {
    const unit = document.markersBefore.get(at).find((m) => m.kind === 'unit');
    if (unit) return [{ ...unit, kind: 'dependent' }];
    if (document.tokens[at - 1]?.shape !== 'lower') break;
  }
  return [];
}

/** Markers before a phrase, one before another: «бывший пресс-секретарь нынешнего акима». */
function marksBefore(document: TextDocument, from: number): MarkerSpan[] {
  const found: MarkerSpan[] = [];
  let at = from;
  for (let steps = 0; steps < 4; steps += 1) {
    if (!isFollowed(document, at)) break;
    const here = document.markersBefore.get(at);
    if (here.length === 0) break;
    found.push(...here);
    at = Math.min(...here.map((m) => m.from));
    // What stands before the word that the title hangs on belongs to that word.
    if (here.some((m) => m.kind === 'dependent' || m.kind === 'kin')) break;
  }
  return found;
}

/** `әкімінің бұрынғы көмекшісі`: over the words that say when, to the one that stands after the title. */
function skipTimes(document: TextDocument, at: number): number {
  for (let to = at + 1; to <= at + LONGEST_TIME; to += 1) {
    const isTime = document.markersBefore
      .get(to)
      .some((m) => m.from === at && (m.kind === 'former' || m.kind === 'modifier'));
    if (isTime && isFollowed(document, to)) return to;
  }
  return at;
}

const LONGEST_TIME = 2;

/** Markers after a phrase: `әкімнің кеңесшісі`, `akim's office`; a title in another case carries none. */
function marksAfter(
  document: TextDocument,
  to: number,
  mask: number,
  hasArea: boolean,
): MarkerSpan[] {
  if (!isFollowed(document, to)) return [];
  const isPossessive = document.tokens[to]?.skeleton === 's';
  const here = document.markersAfter.get(skipTimes(document, isPossessive ? to + 1 : to));
  if ((mask & (CASE.genitive | CASE.nominative)) === 0) return [];
  return here.flatMap((m) => {
    if (m.kind === 'memorial' || m.kind === 'honorific' || m.kind === 'trade') return [];
    if (m.kind !== 'condition') return [m];
    const isIf = document.tokens[m.to]?.gap.startsWith(',') === true;
    // `Қала әкімі болса, түйені жетектеді`: after the name of an office the word goes on to speak of its holder.
    return isIf && (!hasArea || isUnreal(document, m.from)) ? [{ ...m, kind: 'generic' }] : [];
  });
}

/** `… әкімі болса, осы жиын болмас еді`: the sentence tells what is not so. */
function isUnreal({ tokens }: TextDocument, at: number): boolean {
  const { from, to } = sentenceAround(tokens, at);
  return tokens
    .slice(from, to)
    .some(({ rules, text }) => rules.unrealWords?.includes(text) === true);
}
