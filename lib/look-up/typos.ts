import { eachNear, type Mistyped, type Nearness } from './distance';
import { type LookUpIndex, ROOT } from './index-shape';
import { type Match, note } from './match';
import { QUALITY } from './quality';
import type { QueryWord } from './query';
import { lowerBound } from './words';

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

/** A typo and an ending taken off: a little further than the typo alone. */
const STRIPPED_LOSS = 3;

const qualityOfEdits = (edits: number): number =>
  edits === 2 ? QUALITY.twoEdits : QUALITY.oneEdit;

/** How well a word of the index fits with a typo; 0: not at all. */
function qualityOfTypo(
  { skeleton, most }: Mistyped,
  { whole, isWhole, beginning }: Nearness,
): number {
  if (whole <= most) return qualityOfEdits(whole) - (isWhole ? 0 : STRIPPED_LOSS);
  const mayBegin = skeleton.length >= LETTERS_FOR_ONE_EDIT;
  return mayBegin && beginning <= 1 ? QUALITY.mistypedPrefix : 0;
}

/** Adds where a word fits with a typo: two edits in a long word, one in a shorter one, and one in its beginning. */
export function addTypos(index: LookUpIndex, match: Match, word: QueryWord): void {
  const typed = mistyped(word);
  if (word.isInitial || typed.ends.length === 0) return;
  // The roots of patronymics come last, and are no words that anybody types.
  eachNear(index, lowerBound(index, ROOT), typed, (one, near) => {
    const quality = qualityOfTypo(typed, near);
    if (quality > 0) note(index, match, one, quality, 'any');
  });
}
