/** Costs that a change may have before two texts are taken for different ones. */
type Row = Int32Array;

/** Where a pattern stands best in a text, errors (insertions, deletions, substitutions) counted. */
export interface ApproxMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function firstRow(length: number): { costs: Row; from: Row } {
  const costs = new Int32Array(length + 1);
  const from = new Int32Array(length + 1);
  for (let at = 0; at <= length; at++) from[at] = at;
  return { costs, from };
}

/**
 * The stretch of `text` with the fewest errors against `pattern` (the algorithm of P. Sellers, 1980); the
 * first of equals. The work is the product of the lengths: give it a window, not a page.
 */
export function nearest(pattern: string, text: string): ApproxMatch {
  let { costs, from } = firstRow(text.length);
  let nextCosts: Row = new Int32Array(text.length + 1);
  let nextFrom: Row = new Int32Array(text.length + 1);
  for (let row = 1; row <= pattern.length; row++) {
    const letter = pattern.charCodeAt(row - 1);
    nextCosts[0] = row;
    nextFrom[0] = 0;
    for (let at = 1; at <= text.length; at++) {
      const swap = (costs[at - 1] ?? 0) + (text.charCodeAt(at - 1) === letter ? 0 : 1);
      const drop = (costs[at] ?? 0) + 1;
      const add = (nextCosts[at - 1] ?? 0) + 1;
      if (swap <= drop && swap <= add) {
        nextCosts[at] = swap;
        nextFrom[at] = from[at - 1] ?? 0;
      } else if (drop <= add) {
        nextCosts[at] = drop;
        nextFrom[at] = from[at] ?? 0;
      } else {
        nextCosts[at] = add;
        nextFrom[at] = nextFrom[at - 1] ?? 0;
      }
    }
    [costs, nextCosts] = [nextCosts, costs];
    [from, nextFrom] = [nextFrom, from];
  }
  let end = 0;
  for (let at = 1; at <= text.length; at++) if ((costs[at] ?? 0) < (costs[end] ?? 0)) end = at;
  return { start: from[end] ?? 0, end, errors: costs[end] ?? pattern.length };
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
