import type { LookUpIndex } from './index-shape';
import { at, stemLength } from './words';

/** Longer words are compared by so many first letters; no word of a name is as long. */
const LONGEST = 48;
const WIDTH = LONGEST + 1;
const FAR = 100;

/** Row `j`: the edits from each beginning of what is typed to the first `j` letters of a word. One table for all. */
const table = new Uint8Array(WIDTH * WIDTH);
/** The fewest edits from all that is typed to the first `j` letters of that word, or to fewer. */
const begun = new Uint8Array(WIDTH);

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

/** Words in order. */
export type SortedWords = Pick<LookUpIndex, 'letters' | 'wordStarts'>;

const nearness: Nearness = { whole: FAR, isWhole: false, beginning: FAR };

const cell = (place: number): number => at(table, place);

/** The row for the next letter of a word, as far as `most` edits reach; answers the fewest edits in it. */
function fillRow(
  { skeleton, most }: Mistyped,
  j: number,
  letters: Uint8Array,
  end: number,
): number {
  const all = Math.min(skeleton.length, LONGEST);
  const from = Math.max(1, j - most);
  const to = Math.min(all, j + most);
  const row = j * WIDTH;
  const above = row - WIDTH;
  const letter = at(letters, end - 1);
  const before = j > 1 ? at(letters, end - 2) : 0;
  table[row + from - 1] = from === 1 ? j : FAR;
  let least = cell(row + from - 1);
  for (let i = from; i <= to; i += 1) {
    const typed = skeleton.charCodeAt(i - 1);
    let edits = cell(above + i - 1) + (typed === letter ? 0 : 1);
    if (i < j + most) edits = Math.min(edits, cell(above + i) + 1);
    edits = Math.min(edits, cell(row + i - 1) + 1);
    // Neighbours swapped; before the first letter there is none.
    if (i > 1 && typed === before && skeleton.charCodeAt(i - 2) === letter)
      edits = Math.min(edits, cell(above - WIDTH + i - 2) + 1);
    table[row + i] = edits;
    if (edits < least) least = edits;
  }
  begun[j] = Math.min(at(begun, j - 1), Math.abs(all - j) <= most ? cell(row + all) : FAR);
  return least;
}

/** What the first rows of the table tell of a word. */
function nearnessOf(words: SortedWords, word: number, typed: Mistyped, rows: number): Nearness {
  const length = at(words.wordStarts, word + 1) - at(words.wordStarts, word);
  const stem = stemLength(words, word);
  const editsAt = (i: number, j: number): number =>
    // Cells that no row has filled lie outside of the band.
    j <= rows && Math.abs(i - j) <= typed.most ? cell(j * WIDTH + i) : FAR;
  nearness.whole = FAR;
  nearness.isWhole = false;
  nearness.beginning = at(begun, rows);
  for (const [end, allowed] of typed.ends) {
    const edits = Math.min(editsAt(end, Math.min(length, LONGEST)), editsAt(end, stem));
    if (edits > allowed || edits > nearness.whole) continue;
    nearness.whole = edits;
    nearness.isWhole = end === typed.skeleton.length;
  }
  return nearness;
}

function beginAlike(words: SortedWords, one: number, other: number, letters: number): boolean {
  const [a, b] = [at(words.wordStarts, one), at(words.wordStarts, other)];
  if (at(words.wordStarts, other + 1) - b < letters) return false;
  for (let place = 0; place < letters; place += 1)
    if (words.letters[a + place] !== words.letters[b + place]) return false;
  return true;
}

/** The next word before `last` that does not begin with the first letters of this one. */
function nextBeginning(words: SortedWords, word: number, letters: number, last: number): number {
  let alike = word;
  let step = 1;
  while (alike + step < last && beginAlike(words, word, alike + step, letters)) {
    alike += step;
    step *= 2;
  }
  let other = Math.min(alike + step, last);
  while (other - alike > 1) {
    const middle = (alike + other) >> 1;
    if (beginAlike(words, word, middle, letters)) alike = middle;
    else other = middle;
  }
  return other;
}

/**
 * Calls back, in order, for the words before `last` that may be near to a typed one: letters put in, left out or
 * changed, and neighbours swapped, count one each. What words share at their beginnings is compared once, and where
 * that is too far already, all that begin so are passed over. The nearness is overwritten by the next.
 */
export function eachNear(
  words: SortedWords,
  last: number,
  typed: Mistyped,
  use: (word: number, near: Nearness) => void,
): void {
  const { letters, wordStarts } = words;
  const { most, ends } = typed;
  const fewest = (ends[0]?.[0] ?? FAR) - most;
  for (let i = 0; i <= most; i += 1) table[i] = i;
  begun[0] = FAR;
  let rows = 0;
  let before = 0;
  for (let word = 0; word < last; ) {
    const start = at(wordStarts, word);
    const length = Math.min(at(wordStarts, word + 1) - start, LONGEST);
    let same = 0;
    while (same < rows && same < length && letters[start + same] === letters[before + same])
      same += 1;
    rows = same;
    before = start;
    while (rows < length && fillRow(typed, rows + 1, letters, start + rows + 1) <= most) rows += 1;
    if (rows < length && rows < fewest) {
      word = nextBeginning(words, word, rows + 1, last);
      continue;
    }
    // A word that goes on too far may still have its stem, or be begun, within reach.
    use(word, nearnessOf(words, word, typed, rows));
    word += 1;
  }
}
