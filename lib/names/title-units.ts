import { fold } from '@/lib/language/fold';
import { type BranchSpan, branchAfter } from './branches';
import type { KindSpan, PlaceSpan, Places } from './places';
import type { TextDocument } from './text-document';
import { namedArea, skipLinks, type TitleArea } from './title-areas';
import { isFollowed } from './tokens';

/** What stands between a title and the word for its department: whose it is, and of what branch. */
export interface UnitSpan {
  readonly branch: BranchSpan;
  readonly area: TitleArea;
  /** After the word for the department. */
  readonly to: number;
}

/** `head of the regional education department`, `head of the city's Urban Mobility Department`; null: another head. */
export function unitAfter(
  document: TextDocument,
  places: Places,
  to: number,
  vocabulary: readonly string[],
  units: readonly string[],
): UnitSpan | null {
  const from = skipLinks(document, to);
  if (from === to) {
    const place = places.at.get(to);
    const isOfPlace = place?.isDerived === true && isUnit(document, place.to, units);
    return isOfPlace ? unitOfPlace(document, place, vocabulary) : null;
  }
  const place = places.at.get(from);
  const kind = places.kindsAt.get(from);
  const area = place ?? kind;
  const branch = branchAfter(document, area ? skipLinks(document, area.to) : from, vocabulary);
  if (branch === null || !isUnit(document, branch.to, units)) return null;
  return { branch, area: areaOf(place, kind), to: branch.to + 1 };
}

/** «глава алматинского управления городской мобильности»: where words have cases the branch stands last. */
function unitOfPlace(
  document: TextDocument,
  place: PlaceSpan,
  vocabulary: readonly string[],
): UnitSpan | null {
  const branch = branchAfter(document, place.to + 1, vocabulary);
  return branch && { branch, area: namedArea(place, null), to: branch.to };
}

function isUnit(document: TextDocument, at: number, units: readonly string[]): boolean {
  const skeleton = document.tokens[at]?.skeleton;
  return isFollowed(document, at) && units.some((one) => fold(one) === skeleton);
}

function areaOf(place: PlaceSpan | undefined, kind: KindSpan | undefined): TitleArea {
  if (place) return namedArea(place, null);
  return kind ? { kind: 'kindOnly', row: kind.row } : { kind: 'none' };
}
