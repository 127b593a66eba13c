import { type Mistyped, nearTo } from './distance';
import { type LookUpIndex, ROOT } from './index-shape';
import { type Match, note } from './match';
import { QUALITY } from './quality';
import type { QueryWord } from './query';
import { signatureOf } from './vocabulary';
import { at, lowerBound, stemLength } from './words';

/** Shorter words, as typed, are too near to everything. */
const LETTERS_FOR_ONE_EDIT = 4;
const LETTERS_FOR_TWO_EDITS = 8;
/** And so are shorter skeletons: several letters fall together in one. */
const SKELETON_FOR_ONE_EDIT = 3;
const SKELETON_FOR_TWO_EDITS = 6;

function editsOf(letters: number, length: number): number {
  if (letters >= LETTERS_FOR_TWO_EDITS && length >= SKELETON_FOR_TWO_EDITS) return 2;
  return letters >= LETTERS_FOR_ONE_EDIT && length >= SKELETON_FOR_ONE_EDIT ? 1 : 0;
}

function mistyped({ skeleton, stems, letters }: QueryWord): Mistyped {
  const lengths = new Set([skeleton.length]);
  for (const stem of stems) if (skeleton.startsWith(stem)) lengths.add(stem.length);
  const ends = [...lengths]
    .sort((a, b) => a - b)
    .map((length) => [length, editsOf(letters, length)] as const)
    .filter(([, edits]) => edits > 0);
  return { skeleton, ends, most: Math.max(0, ...ends.map(([, edits]) => edits)) };
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A mistyped word with the letters that it has, and those that any word near to it must have. */
interface Search extends Mistyped {
  readonly has: number;
  readonly needs: number;
  readonly shortest: number;
}

function searchFor(word: QueryWord): Search | null {
  const typed = mistyped(word);
  const [shortest] = typed.ends;
  if (word.isInitial || shortest === undefined) return null;
  return {
    ...typed,
    has: signatureOf(typed.skeleton),
    needs: signatureOf(typed.skeleton.slice(0, shortest[0])),
    shortest: shortest[0],
  };
}

/** How well a word of the index fits with a typo; 0: not at all. Nearly all part at their letters or their length. */
function qualityOfTypo(index: LookUpIndex, word: number, search: Search): number {
  const { most, has, needs, skeleton } = search;
  const own = at(index.signatures, word);
  if (bitsIn(needs & ~own) > most) return 0;
  const start = at(index.wordStarts, word);
  const length = at(index.wordStarts, word + 1) - start;
  if (length + most < search.shortest) return 0;
  // A longer word, or one of other letters, is at most begun.
  const isBegun = length > skeleton.length + most || bitsIn(own & ~has) > most;
  if (isBegun && length <= skeleton.length) return 0;
  const near = nearTo(search, index.letters, start, length, stemLength(index, word));
  if (near.whole <= most) return qualityOfEdits(near.whole) - (near.isWhole ? 0 : STRIPPED_LOSS);
  const mayBegin = skeleton.length >= LETTERS_FOR_ONE_EDIT;
  return mayBegin && near.beginning <= 1 ? QUALITY.mistypedPrefix : 0;
}

/** A typo and an ending taken off: a little further than the typo alone. */
const STRIPPED_LOSS = 3;

const qualityOfEdits = (edits: number): number =>
  edits === 2 ? QUALITY.twoEdits : QUALITY.oneEdit;

/** Adds where a word fits with a typo: two edits in a long word, one in a shorter one, and one in its beginning. */
export function addTypos(index: LookUpIndex, match: Match, word: QueryWord): void {
  const search = searchFor(word);
  if (search === null) return;
  // The roots of patronymics come last, and are no words that anybody types.
  const last = lowerBound(index, ROOT);
  for (let one = 0; one < last; one += 1) {
    const quality = qualityOfTypo(index, one, search);
    if (quality > 0) note(index, match, one, quality, 'any');
  }
}
