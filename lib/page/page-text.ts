import type { SelectorGroup } from '@/lib/ledger/records';
import { type Refound, refindIn, type SearchedText, searchedText } from '@/lib/quotes/refind';
import { type Block, endPoint, startPoint } from './block';
import { readBlocks } from './read-blocks';

/** A text that quotes are taken from and found in again: blocks joined by a line break. */
export interface PageText {
  readonly root: Element;
  readonly blocks: readonly Block[];
  readonly text: string;
}

function textUnder(root: Element, whole: boolean): PageText {
  const blocks = readBlocks(root, whole);
  return { root, blocks, text: blocks.map((block) => block.text).join('\n') };
}

/** Where each block begins in the whole text. */
export function blockStarts({ blocks }: PageText): readonly number[] {
  let at = 0;
  return blocks.map((block) => {
    const start = at;
    at += block.text.length + 1;
    return start;
  });
}

/** The text that a selection belongs to: the article's if it lies there, else the whole page's. */
export function textAround(doc: Document, root: Element | null, place: Node): PageText {
  return root?.contains(place) === true ? textUnder(root, false) : textUnder(doc.body, true);
}

/** A quote looked for, and the text that its spans count in. */
export interface FoundQuote extends Refound {
  readonly page: PageText;
}

/** Finds quotes of this page again; the page's text is read and made ready once. */
export interface QuoteFinder {
  /** The text that is searched first: the article's, else the page's. */
  readonly page: PageText;
  find(selectors: readonly SelectorGroup[]): FoundQuote;
}

/** The range of a span of the text, end exclusive; null where its nodes have gone from the page. */
export function rangeIn(page: PageText, start: number, end: number): Range | null {
  const range = document.createRange();
  const starts = blockStarts(page);
  let hasStart = false;
  for (const [index, block] of page.blocks.entries()) {
    const at = starts[index] ?? 0;
    const [from, to] = [start - at, Math.min(end - at, block.text.length)];
    if (to <= 0 || from >= block.text.length) continue;
    const first = startPoint(block, Math.max(0, from));
    const last = endPoint(block, to);
    if (first?.node.isConnected !== true || last?.node.isConnected !== true) return null;
    if (!hasStart) range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    hasStart = true;
  }
  return hasStart ? range : null;
}

/**
 * Looks in the article's text first; what is gone there may stand in the page beside it (a redesign, a list),
 * comments and related articles left out: a reader's comment that repeats a quote does not keep it.
 */
export function quoteFinder(doc: Document, root: Element | null): QuoteFinder {
  const page = textUnder(root ?? doc.body, root === null);
  const inArticle = searchedText(page.text);
  let around: { readonly page: PageText; readonly searched: SearchedText } | null = null;
  return {
    page,
    find(selectors) {
      const here = refindIn(inArticle, selectors);
      if (here.state !== 'gone' || root === null) return { ...here, page };
      if (around === null) {
        const whole = textUnder(doc.body, false);
        around = { page: whole, searched: searchedText(whole.text) };
      }
      return { ...refindIn(around.searched, selectors), page: around.page };
    },
  };
}
