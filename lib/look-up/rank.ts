import type { Fits } from './fits';
import { type LookUpIndex, PERSON } from './index-shape';
import { totalOfPerson } from './person-total';
import { totalOfArea, totalOfPost } from './place-total';
import { QUALITY } from './quality';
import type { Total } from './total';

/**
 * `sure`: every word is a word of the name or of the office in some form; `begun`: as far as it is typed; `near`:
 * with a typo, so that somebody else may be meant.
 */
export type Fit = 'sure' | 'begun' | 'near';

/** A record found: its number, and where it stands among the others. */
export interface Ranked {
  readonly record: number;
  readonly rank: number;
  readonly fit: Fit;
}

export interface RankWish {
  readonly limit: number;
  readonly onPage: ReadonlySet<number>;
}

/**
 * What stands before what: sure ones, then those on the page, then those that fit better. Who holds an office now
 * stands before who held one, but not before a name that fits better by a letter.
 */
const RANK = { sure: 100_000, onPage: 20_000, quality: 100, holdsNow: 250, lastClass: 20 } as const;

function fitOf(worst: number): Fit {
  if (worst >= QUALITY.sure) return 'sure';
  return worst >= QUALITY.begun ? 'begun' : 'near';
}

const isBehind = (a: Ranked | undefined, b: Ranked): boolean =>
  a !== undefined && (a.rank < b.rank || (a.rank === b.rank && a.record > b.record));

/** A bounded list, best first. */
function best(limit: number) {
  const kept: Ranked[] = [];
  return {
    kept,
    add: (one: Ranked): void => {
      let at = kept.length;
      while (at > 0 && isBehind(kept[at - 1], one)) at -= 1;
      if (at === limit) return;
      kept.splice(at, 0, one);
      if (kept.length > limit) kept.pop();
    },
  };
}

/** What a record is ranked by besides how its name fits. */
interface Standing {
  readonly isNow: boolean;
  readonly classRank: number;
}

/** The best records for the words, best first; of equals the one that the ledger has first. */
export function bestRecords(index: LookUpIndex, fits: Fits, wish: RankWish): Ranked[] {
  const list = best(wish.limit);
  const add = (record: number, total: Total | null, standing: Standing): void => {
    if (total === null) return;
    const fit = fitOf(total.worst);
    const rank =
      (fit === 'sure' ? RANK.sure : 0) +
      (wish.onPage.has(record) ? RANK.onPage : 0) +
      total.mean * RANK.quality +
      (standing.isNow ? RANK.holdsNow : 0) +
      RANK.lastClass -
      standing.classRank;
    list.add({ record, rank, fit });
  };
  addPersons(index, fits, add);
  if (fits.titles === 0) addAreas(index, fits, add);
  addPosts(index, fits, add);
  return list.kept;
}

type Add = (record: number, total: Total | null, standing: Standing) => void;

function addPersons(index: LookUpIndex, fits: Fits, add: Add): void {
  for (const person of fits.touched) {
    const isNow = ((index.personFlags[person] ?? 0) & PERSON.holdsNow) !== 0;
    add(person, totalOfPerson(index, fits, person), { isNow, classRank: 0 });
  }
}

function addAreas(index: LookUpIndex, fits: Fits, add: Add): void {
  for (let area = 0; area < index.areas; area += 1) {
    const total = totalOfArea(index, fits, area);
    // It stands with the holders where it is sure to be meant; where it is only begun, behind them.
    const isNow = total !== null && total.worst >= QUALITY.sure;
    add(index.persons + area, total, { isNow, classRank: index.areaClasses[area] ?? 0 });
  }
}

function addPosts(index: LookUpIndex, fits: Fits, add: Add): void {
  for (let post = 0; post < index.posts; post += 1) {
    const area = index.postAreas[post] ?? -1;
    add(index.persons + index.areas + post, totalOfPost(index, fits, post), {
      isNow: index.postsGone[post] === 0,
      classRank: area < 0 ? 0 : (index.areaClasses[area] ?? 0),
    });
  }
}
