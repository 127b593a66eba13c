import { type Found, phrasesAt } from '@/lib/language/lexicon';
import { CASE, type MarkerKind, type TitleRow } from '@/lib/language/rules';
import { type BranchSpan, branchAfter, branchBefore } from './branches';
import type { Places } from './places';
import { languageAt, skeletonsFrom, type TextDocument } from './text-document';
import { areaOf, type Extent, skipLinks, type TitleArea } from './title-areas';
import { marksAround } from './title-markers';
import { type UnitSpan, unitAfter } from './title-units';
import { isNextTo } from './tokens';

/** A title in the text with its area or branch; tokens, end exclusive. */
export interface TitleSpan {
  readonly row: TitleRow;
  /** The title's own words. */
  readonly from: number;
  readonly to: number;
  /** With area and branch. */
  readonly wholeFrom: number;
  readonly wholeTo: number;
  readonly mask: number;
  readonly area: TitleArea;
  /** Skeletons of the words of its branch («сельского хозяйства»); empty when none is named. */
  readonly branch: readonly string[];
  readonly markers: ReadonlySet<MarkerKind>;
  /** Cases of the word that the title hangs on («пресс-секретарь»): the name may be that word's. */
  readonly dependentMask: number;
  readonly isPlural: boolean;
}

const POSSESSIVE = 's';

/** Finds every title, in text order; of titles that overlap the longest is kept. */
export function findTitles(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
): TitleSpan[] {
  const { tokens } = document;
  const spans: TitleSpan[] = [];
  let next = 0;
  for (const at of document.titleStarts) {
    const token = tokens[at];
    if (at < next || !token) continue;
    const found = phrasesAt(languageAt(token).titles, skeletonsFrom(tokens, at));
    for (const one of found) {
      const span = titleSpan(document, places, vocabulary, one, at);
      if (!span) continue;
      spans.push(span);
      next = span.to;
      break;
    }
  }
  return spans;
}

function titleSpan(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
  { value: row, length, mask }: Found<TitleRow>,
  from: number,
): TitleSpan | null {
  const own = { from, to: from + length };
  const parts = partsOf(document, places, vocabulary, row, own);
  if (parts === null) return null;
  const { branch, extent } = parts;
  const wholeFrom = Math.min(extent.from, parts.from);
  const wholeTo = Math.max(extent.to, parts.to);
  const marks = marksAround(document, own.from, wholeFrom, wholeTo, mask);
  return {
    row,
    ...own,
    wholeFrom,
    wholeTo,
    mask,
    area: extent.area,
    branch: branch?.words ?? [],
    markers: new Set(marks.map((m) => m.kind)),
    dependentMask: isAfterLink(document, wholeFrom)
      ? 0
      : marks
          .filter((m) => m.kind === 'dependent' || m.kind === 'kin')
          .reduce((sum, m) => sum | m.mask, 0),
    isPlural: row.plural === true || (mask & CASE.plural) !== 0,
  };
}

/** `A deputy of Transport Minister Andrei Korol`: the name beside is the title's, and not the deputy's. */
function isAfterLink({ tokens }: TextDocument, at: number): boolean {
  const [link, first] = [tokens[at - 1], tokens[at]];
  if (!link || !first || !isNextTo(link, first) || link.skeleton === POSSESSIVE) return false;
  const { links, appositionWords } = languageAt(first);
  return links.has(link.skeleton) && !appositionWords.has(link.skeleton);
}

interface Own {
  readonly from: number;
  readonly to: number;
}

interface Parts {
  readonly from: number;
  readonly to: number;
  readonly branch: BranchSpan | null;
  readonly extent: Extent;
}

/** The branch and the area of a title; null where it needs what the text does not give. */
function partsOf(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
  row: TitleRow,
  own: Own,
): Parts | null {
  const body = bodyOf(document, places, vocabulary, row, own);
  if (body === null) return null;
  const { branch } = body;
  const from = Math.min(branch?.from ?? own.from, own.from);
  const to = Math.max(body.to, own.to);
  const extent = withUnit(areaOf(document, places, row, { from, to }), body);
  return row.area === 'needed' && !isWhole(document, extent) ? null : { from, to, branch, extent };
}

/** The branch of a title, with the word for its department where such a title ends in one. */
function bodyOf(
  document: TextDocument,
  places: Places,
  vocabulary: readonly string[],
  row: TitleRow,
  own: Own,
): (Omit<UnitSpan, 'branch'> & { readonly branch: BranchSpan | null }) | null {
  if (row.units) return unitAfter(document, places, own.to, vocabulary, row.units);
  const branch = branchOf(document, own.from, own.to, vocabulary, row);
  if (row.branchOnly === true && !isShortBranch(document, branch)) return null;
  if (row.branchNeeded === true && branch === null) return null;
  return { branch, area: { kind: 'none' }, to: branch?.to ?? own.to };
}

/** `head of the city's Urban Mobility Department` is of that, and not of the city. */
function isWhole({ tokens }: TextDocument, { area, to }: Extent): boolean {
  return area.kind !== 'none' && tokens[to]?.skeleton !== POSSESSIVE;
}

/** An area named outside goes before the one between the title and its department. */
function withUnit(extent: Extent, { area }: Pick<UnitSpan, 'area'>): Extent {
  return extent.area.kind === 'none' ? { ...extent, area } : extent;
}

function fail(): never {
  throw new Error('a title without a token');
}

function branchOf(
  document: TextDocument,
  from: number,
  to: number,
  vocabulary: readonly string[],
  row: TitleRow,
): BranchSpan | null {
  if (row.area !== 'ministry' && row.area !== 'branch') return null;
  const after = (): BranchSpan | null => branchAfter(document, skipLinks(document, to), vocabulary);
  // «министр транспорта и министр сельского хозяйства»: in Russian what stands before is of the title before.
  const { rules, links } = languageAt(document.tokens[from] ?? fail());
  if (rules.agreement === 'all' && links.size === 0) return after();
  return branchBefore(document, from, vocabulary) ?? after();
}

/** «глава Минздрава»: a ministry by its short name, for «глава образования» may be anybody's. */
function isShortBranch(document: TextDocument, branch: BranchSpan | null): boolean {
  const token = branch ? document.tokens[branch.from] : undefined;
  return (
    token !== undefined && languageAt(token).branches.has(token.skeleton) && token.shape !== 'lower'
  );
}
