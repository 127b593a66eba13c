type Row = Int32Array;

/** Where a pattern stands best in a text, errors (insertions, deletions, substitutions) counted. */
export interface ApproxMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Costs of the best ways to each place of the text, and where in the text those ways began. */
interface Ways {
  readonly costs: Row;
  readonly from: Row;
}

function ways(length: number): Ways {
  return { costs: new Int32Array(length + 1), from: new Int32Array(length + 1) };
}

/** Goes on from the ways of the pattern so far to those with one letter more, the `row`th. */
function step(before: Ways, after: Ways, letter: number, row: number, text: string): void {
  const { costs, from } = before;
  after.costs[0] = row;
  after.from[0] = 0;
  let left = row;
  let leftFrom = 0;
  for (let at = 1; at <= text.length; at++) {
    const swap = Number(costs[at - 1]) + (text.charCodeAt(at - 1) === letter ? 0 : 1);
    const drop = Number(costs[at]) + 1;
    const add = left + 1;
    left = Math.min(swap, drop, add);
    if (left === swap) leftFrom = Number(from[at - 1]);
    else if (left === drop) leftFrom = Number(from[at]);
    after.costs[at] = left;
    after.from[at] = leftFrom;
  }
}

/**
 * The stretch of `text` with the fewest errors against `pattern` (the algorithm of P. Sellers, 1980); the
 * first of equals. The work is the product of the lengths: give it a window, not a page.
 */
export function nearest(pattern: string, text: string): ApproxMatch {
  let before = ways(text.length);
  let after = ways(text.length);
  for (let at = 0; at <= text.length; at++) before.from[at] = at;
  for (let row = 1; row <= pattern.length; row++) {
    step(before, after, pattern.charCodeAt(row - 1), row, text);
    [before, after] = [after, before];
  }
  const errors = before.costs.reduce((least, cost) => Math.min(least, cost), pattern.length);
  const end = before.costs.indexOf(errors);
  return end < 0 ? { start: 0, end: 0, errors } : { start: Number(before.from[end]), end, errors };
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
