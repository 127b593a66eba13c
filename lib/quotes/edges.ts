import { QUOTE_WORDS } from '@/lib/language/quote-words';

const WORD_CHAR = /[\p{L}\p{M}\p{N}]/u;
const LAST_WORD = /([\p{L}\p{M}\p{N}]+)[^\p{L}\p{M}\p{N}]*$/u;
const FIRST_WORD = /^[^\p{L}\p{M}\p{N}]*([\p{L}\p{M}\p{N}"]+)/u;
/** The number goes on to the left: `1 600`, `3,5`, `2025-2027`, `№ 12`. */
const NUMBER_BEFORE = /\d[ .,:/-]?$|(?:^|[^\p{L}\p{N}])-$/u;
const NUMBER_AFTER = /^[ .,:/-]?\d|^ ?%/u;

const NEGATIONS = new Set(QUOTE_WORDS.flatMap((words) => words.negations));

/** How far a look over the edge goes; a negation stands in the next word. */
const REACH = 24;

interface Side {
  /** The text just outside the quote: before it or after it. */
  readonly outside: string;
  /** The quote's own character at that edge. */
  readonly inner: string;
  readonly side: 'before' | 'after';
}

function goesOnAsWord({ outside, inner, side }: Side): boolean {
  const outer = side === 'before' ? outside.slice(-1) : outside.slice(0, 1);
  return WORD_CHAR.test(inner) && WORD_CHAR.test(outer);
}

function goesOnAsNumber({ outside, inner, side }: Side): boolean {
  if (!/\d/.test(inner)) return false;
  return (side === 'before' ? NUMBER_BEFORE : NUMBER_AFTER).test(outside);
}

function isNegated({ outside, side }: Side): boolean {
  const word = (side === 'before' ? LAST_WORD : FIRST_WORD).exec(outside)?.[1]?.toLowerCase();
  // A negation over a full stop belongs to another sentence.
  const gap = side === 'before' ? /[.!?][^\p{L}\p{N}]*$/u : /^[^\p{L}\p{N}]*[.!?]/u;
  return word !== undefined && NEGATIONS.has(word) && !gap.test(outside);
}

const FAULTS = [goesOnAsWord, goesOnAsNumber, isNegated];

/**
 * Whether a quote that stands letter for letter at a place means the same there: at neither edge does a word
 * or a number go on, or a negation stand, where none did when it was quoted. All texts normalised.
 */
export function edgesHold(
  text: string,
  place: { readonly start: number; readonly end: number },
  context: { readonly prefix: string; readonly suffix: string },
): boolean {
  const before = text.slice(Math.max(0, place.start - REACH), place.start);
  const after = text.slice(place.end, place.end + REACH);
  const first = text.charAt(place.start);
  const last = text.charAt(place.end - 1);
  const pairs: [now: Side, then: Side][] = [
    [
      { outside: before, inner: first, side: 'before' },
      { outside: context.prefix, inner: first, side: 'before' },
    ],
    [
      { outside: after, inner: last, side: 'after' },
      { outside: context.suffix, inner: last, side: 'after' },
    ],
  ];
  return pairs.every(([now, then]) => FAULTS.every((fault) => !fault(now) || fault(then)));
}
