import type { SelectorGroup, TextPositionSelector, TextQuoteSelector } from '@/lib/ledger/records';

/** Characters of context on each side of a quote, as the ledger stores them. */
const CONTEXT_CHARS = 32;

/** The quote of `text` from `start` to `end` (UTF-16 offsets, end exclusive) with 32 characters of context. */
function quoteSelector(text: string, start: number, end: number): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    suffix: text.slice(end, end + CONTEXT_CHARS),
  };
}

/** The position of a quote in the reader's text, blocks joined by a line break. */
function positionSelector(start: number, end: number): TextPositionSelector {
  return { type: 'TextPositionSelector', start, end };
}

/** One selector group a span, in the order given; XPaths are the page's business. */
export function selectorGroups(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): SelectorGroup[] {
  return spans.map(({ start, end }) => ({
    quote: quoteSelector(text, start, end),
    position: positionSelector(start, end),
  }));
}
