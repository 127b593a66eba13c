import { DEEPEST, type Fits } from './fits';
import type { LookUpIndex } from './index-shape';
import { QUALITY } from './quality';
import { isIn, type Total, totalOf } from './total';

/** An office found by its area stands a little below the area. */
const OFFICE_LOSS = 3;
/** The whole of an area's name left out, of 100: half of a name is as good as half a word. */
const LEFT_OUT_LOSS = 30;
/** Of what is only begun or mistyped, people are meant more often than places. */
const UNSURE_AREA_LOSS = 5;
/** The area that it lies in, not the area itself. */
const OUTER_AREA_LOSS = 2;
const ANY_HEAD_LOSS = 6;

/** How well a word fits an area: by its name, by its kind, or by what it lies in. */
function qualityOfAreaWord(index: LookUpIndex, fits: Fits, at: number, area: number): number {
  const match = fits.matches[at];
  let up = area;
  let best = 0;
  for (let depth = 0; up >= 0 && depth < DEEPEST; depth += 1) {
    const isKind =
      isIn(fits.kinds[index.areaClasses[up] ?? 0] ?? 0, at) &&
      (depth === 0 || fits.areaNames[up] !== 0);
    const own = Math.max(match?.areas[up] ?? 0, isKind ? QUALITY.same : 0);
    if (own > 0) best = Math.max(best, own - depth * OUTER_AREA_LOSS);
    up = index.areaParents[up] ?? -1;
  }
  return best;
}

/** How well a word fits a post by its role. */
function qualityOfRole(index: LookUpIndex, fits: Fits, at: number, post: number): number {
  const title = fits.words[at]?.title ?? null;
  const role = index.roles[index.postRoles[post] ?? 0] ?? '';
  if (title?.roles.has(role) === true) return title.quality;
  return title?.isAnyHead === true ? title.quality - ANY_HEAD_LOSS : 0;
}

/** How well a word fits a post: by its role, its area or its label. */
export function qualityOfPostWord(
  index: LookUpIndex,
  fits: Fits,
  at: number,
  post: number,
): number {
  const area = index.postAreas[post] ?? -1;
  return Math.max(
    fits.matches[at]?.posts[post] ?? 0,
    area < 0 ? 0 : qualityOfAreaWord(index, fits, at, area),
    qualityOfRole(index, fits, at, post),
  );
}

/** The share of the area's best name that was not typed. */
function leftOut(fits: Fits, area: number): number {
  const mask = fits.areaNames[area] ?? 0;
  let words = 0;
  let typed = 0;
  for (const [at, match] of fits.matches.entries()) {
    if (!isIn(mask, at)) continue;
    typed += 1;
    words = Math.max(words, match.areaWords[area] ?? 0);
  }
  return words === 0 ? 0 : Math.max(0, words - typed) / words;
}

/** The total of an area or an office of it: a part of the area's name is not sure to mean it. */
function totalOfPlace(fits: Fits, area: number, qualities: readonly number[]): Total {
  const { mean, worst } = totalOf(qualities);
  const left = area < 0 ? 0 : leftOut(fits, area);
  const isSure = worst >= QUALITY.sure && left === 0;
  return {
    mean: mean - left * LEFT_OUT_LOSS - (isSure ? 0 : UNSURE_AREA_LOSS),
    worst: isSure ? worst : Math.min(worst, QUALITY.sure - 1),
  };
}

/** The total of an area; null where a needed word does not fit it, or none fits its own name. */
export function totalOfArea(index: LookUpIndex, fits: Fits, area: number): Total | null {
  const mask = fits.areas[area] ?? 0;
  if ((fits.areaNames[area] ?? 0) === 0 || (fits.needed & ~mask) !== 0) return null;
  const qualities = fits.words.flatMap((_, at) =>
    isIn(mask, at) ? [qualityOfAreaWord(index, fits, at, area)] : [],
  );
  return totalOfPlace(fits, area, qualities);
}

/** Whether a post is found by itself: not by its region alone, nor by the word for the kind of its area. */
function isMeant(index: LookUpIndex, fits: Fits, post: number): boolean {
  const area = index.postAreas[post] ?? -1;
  if (((fits.posts[post] ?? 0) & fits.titles) !== 0) return true;
  if (area >= 0 && fits.areaNames[area] !== 0) return true;
  return fits.matches.some(({ posts }) => posts[post] !== 0);
}

/** The total of a post; null where a needed word does not fit it. */
export function totalOfPost(index: LookUpIndex, fits: Fits, post: number): Total | null {
  const mask = fits.posts[post] ?? 0;
  if (mask === 0 || (fits.needed & ~mask) !== 0 || !isMeant(index, fits, post)) return null;
  const qualities = fits.words.flatMap((_, at) =>
    isIn(mask, at) ? [qualityOfPostWord(index, fits, at, post)] : [],
  );
  const { mean, worst } = totalOfPlace(fits, index.postAreas[post] ?? -1, qualities);
  return { mean: mean - OFFICE_LOSS, worst };
}
