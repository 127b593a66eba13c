/** Where a pattern stands best in a text, errors (insertions, deletions, substitutions) counted. */
export interface ApproxMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

const WORD_BITS = 32;

/** For each letter of a pattern the rows where it stands, 32 rows a number. */
function rowsByLetter(pattern: string): ReadonlyMap<number, Int32Array> {
  const rows = new Map<number, Int32Array>();
  const blocks = Math.ceil(pattern.length / WORD_BITS);
  for (let row = 0; row < pattern.length; row++) {
    const letter = pattern.charCodeAt(row);
    const known = rows.get(letter) ?? new Int32Array(blocks);
    const block = Math.floor(row / WORD_BITS);
    known[block] = (known[block] ?? 0) | (1 << (row % WORD_BITS));
    rows.set(letter, known);
  }
  return rows;
}

/**
 * Least errors of the whole pattern against a stretch of the text that ends at each offset, by bit vectors (the
 * algorithm of G. Myers, 1999): a column of 32 rows is one step. `anchored`: the stretch begins at 0, else anywhere.
 */
function errorsByEnd(pattern: string, text: string, anchored: boolean): Int32Array {
  const rows = rowsByLetter(pattern);
  const blocks = Math.ceil(pattern.length / WORD_BITS);
  const none = new Int32Array(blocks);
  const up = new Int32Array(blocks).fill(-1);
  const down = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) % WORD_BITS);
  const errors = new Int32Array(text.length + 1);
  errors[0] = pattern.length;
  for (let at = 0; at < text.length; at++) {
    const equal = rows.get(text.charCodeAt(at)) ?? none;
    // What the column's top row gains over its left neighbour.
    let carry = anchored ? 1 : 0;
    for (let block = 0; block < blocks; block++) {
      const plus = Number(up[block]);
      const minus = Number(down[block]);
      const falls = carry < 0 ? 1 : 0;
      const same = Number(equal[block]) | falls;
      const vertical = Number(equal[block]) | minus;
      const diagonal = (((same & plus) + plus) ^ plus) | same;
      const gains = minus | ~(diagonal | plus);
      const losses = plus & diagonal;
      const top = block === blocks - 1 ? lastBit : 1 << (WORD_BITS - 1);
      const shiftedGains = (gains << 1) | (carry > 0 ? 1 : 0);
      const shiftedLosses = (losses << 1) | falls;
      carry = (gains & top) !== 0 ? 1 : (losses & top) !== 0 ? -1 : 0;
      up[block] = shiftedLosses | ~(vertical | shiftedGains);
      down[block] = shiftedGains & vertical;
    }
    errors[at + 1] = Number(errors[at]) + carry;
  }
  return errors;
}

function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at--) back += text.charAt(at);
  return back;
}

/** The length, nearest to the pattern's, of a stretch that ends where the match ends and has as few errors. */
function lengthOf(pattern: string, before: string, errors: number): number {
  const near = before.slice(-(pattern.length + errors));
  const byLength = errorsByEnd(reversed(pattern), reversed(near), true);
  let best = 0;
  for (let length = 0; length <= near.length; length++) {
    const isNearer = Math.abs(length - pattern.length) < Math.abs(best - pattern.length);
    if (byLength[length] === errors && isNearer) best = length;
  }
  return best;
}

/**
 * The stretch of `text` with the fewest errors against `pattern`; of equals the one that ends first, as long as
 * the pattern as can be. The work grows with the product of the lengths: give it a window, not a page.
 */
export function nearest(pattern: string, text: string): ApproxMatch {
  if (pattern === '') return { start: 0, end: 0, errors: 0 };
  const byEnd = errorsByEnd(pattern, text, false);
  const errors = byEnd.reduce((least, one) => Math.min(least, one), pattern.length);
  const end = byEnd.indexOf(errors);
  return { start: end - lengthOf(pattern, text.slice(0, end), errors), end, errors };
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function bag(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** The share of letters of `pattern`'s words that `text` has as the same words, in whatever order; 0 to 1. */
export function sharedWords(pattern: string, text: string): number {
  const there = bag(text);
  let all = 0;
  let shared = 0;
  for (const [word, count] of bag(pattern)) {
    all += word.length * count;
    shared += word.length * Math.min(count, there.get(word) ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}
