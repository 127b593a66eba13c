import { CASE } from '@/lib/language/rules';
import type { MarkerSpan, TextDocument } from './text-document';
import { isFollowed } from './tokens';

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
    ...unitBefore(document, wholeFrom),
    ...(wholeFrom < from ? marksBefore(document, from) : []),
    ...marksAfter(document, wholeTo, mask),
  ];
}

/** Words between a department and the title that owns it. */
const UNIT_REACH = 4;

function unitBefore(document: TextDocument, from: number): MarkerSpan[] {
  for (let at = from; at > from - UNIT_REACH && isFollowed(document, at); at -= 1) {
    const unit = document.markersBefore.get(at)?.find((m) => m.kind === 'unit');
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
    const [marker] = here ?? [];
    if (!marker || !here) break;
    found.push(...here);
    at = Math.min(...here.map((m) => m.from));
    // What stands before the word that the title hangs on belongs to that word.
    if (here.some((m) => m.kind === 'dependent' || m.kind === 'kin')) break;
  }
  return found;
}

/** Markers after a phrase: `әкімнің кеңесшісі`, `akim's office`; a title in another case carries none. */
function marksAfter(document: TextDocument, to: number, mask: number): MarkerSpan[] {
  if (!isFollowed(document, to)) return [];
  const isPossessive = document.tokens[to]?.skeleton === 's';
  const at = isPossessive ? to + 1 : to;
  const here = document.markersAfter.get(at) ?? [];
  if ((mask & (CASE.genitive | CASE.nominative)) === 0) return [];
  return here.filter((m) => m.kind !== 'memorial' && m.kind !== 'honorific' && m.kind !== 'trade');
}
