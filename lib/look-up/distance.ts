/** Longer words are compared by so many first letters; no word of a name is as long. */
const LONGEST = 48;
const WIDTH = LONGEST + 1;
const FAR = 100;

/** The edits between the beginnings of two words. One table for all: it is filled anew for each word. */
const table = new Uint8Array(WIDTH * WIDTH);

/** A typed word that may be mistyped. */
export interface Mistyped {
  readonly skeleton: string;
  /** Lengths of its stems, each a beginning of the skeleton, with how many edits each allows; shortest first. */
  readonly ends: readonly (readonly [length: number, edits: number])[];
  /** The most edits of any of them. */
  readonly most: number;
}

/** The fewest edits to a word, and to any beginning of one; `FAR` and more: too many. */
export interface Nearness {
  whole: number;
  /** The whole is reached without an ending taken off. */
  isWhole: boolean;
  beginning: number;
}

const nearness: Nearness = { whole: FAR, isWhole: false, beginning: FAR };

const cell = (place: number): number => table[place] ?? FAR;

/** One row of the table, for the next letter typed, as far as `most` edits reach; answers the fewest edits in it. */
function fillRow(
  { skeleton, most }: Mistyped,
  i: number,
  letters: Uint8Array,
  start: number,
  length: number,
): number {
  const from = Math.max(1, i - most);
  const to = Math.min(length, i + most);
  const row = i * WIDTH;
  const above = row - WIDTH;
  const letter = skeleton.charCodeAt(i - 1);
  const before = skeleton.charCodeAt(i - 2);
  table[row + from - 1] = from === 1 ? i : FAR;
  let least = cell(row + from - 1);
  for (let j = from; j <= to; j += 1) {
    const own = letters[start + j - 1];
    let edits = cell(above + j - 1) + (own === letter ? 0 : 1);
    if (j < i + most) edits = Math.min(edits, cell(above + j) + 1);
    edits = Math.min(edits, cell(row + j - 1) + 1);
    // Neighbours swapped; before the first letter there is none.
    if (j > 1 && own === before && letters[start + j - 2] === letter)
      edits = Math.min(edits, cell(above - WIDTH + j - 2) + 1);
    table[row + j] = edits;
    if (edits < least) least = edits;
  }
  return least;
}

/**
 * How near a typed word is to a word of `length` letters and to its stem: letters put in, left out or changed,
 * and neighbours swapped, count one each. The answer is overwritten by the next.
 */
export function nearTo(
  typed: Mistyped,
  letters: Uint8Array,
  start: number,
  length: number,
  stemLength: number,
): Nearness {
  nearness.whole = FAR;
  nearness.isWhole = false;
  nearness.beginning = FAR;
  const seen = Math.min(length, LONGEST);
  const all = Math.min(typed.skeleton.length, LONGEST);
  for (let j = 0; j <= Math.min(seen, typed.most); j += 1) table[j] = j;
  let next = 0;
  for (let i = 1; i <= all; i += 1) {
    const least = fillRow(typed, i, letters, start, seen);
    const end = typed.ends[next];
    if (end !== undefined && end[0] === i) {
      next += 1;
      const edits = Math.min(editsAt(i, seen, typed.most), editsAt(i, stemLength, typed.most));
      if (edits <= end[1] && edits <= nearness.whole) {
        nearness.whole = edits;
        nearness.isWhole = i === all;
      }
    }
    if (i === all) nearness.beginning = least;
    else if (least > typed.most) break;
  }
  return nearness;
}

/** Cells that no row has filled lie outside of the band. */
function editsAt(i: number, j: number, most: number): number {
  return Math.abs(i - j) <= most ? cell(i * WIDTH + j) : FAR;
}
