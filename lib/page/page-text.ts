import type { SelectorGroup } from '@/lib/ledger/records';
import { type Refound, refindIn, type SearchedText, searchedText } from '@/lib/quotes/refind';
import type { Block } from './block';
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

/** The text that a selection belongs to: the article's if it lies there, else the whole page's. */
export function textAround(doc: Document, root: Element | null, place: Node): PageText {
  return root?.contains(place) === true ? textUnder(root, false) : textUnder(doc.body, true);
}

/** Finds quotes of this page again; the page's text is read and made ready once. */
export interface QuoteFinder {
  find(selectors: readonly SelectorGroup[]): Refound;
}

/**
 * Looks in the article's text first; what is gone there may stand in the page beside it (a redesign, a list),
 * comments and related articles left out: a reader's comment that repeats a quote does not keep it.
 */
export function quoteFinder(doc: Document, root: Element | null): QuoteFinder {
  const searched: SearchedText[] = [];
  const text = (i: number): SearchedText => {
    const under = i === 0 && root !== null ? root : doc.body;
    searched[i] ??= searchedText(textUnder(under, root === null).text);
    return searched[i];
  };
  return {
    find(selectors) {
      const inArticle = refindIn(text(0), selectors);
      if (inArticle.state !== 'gone' || root === null) return inArticle;
      return refindIn(text(1), selectors);
    },
  };
}
