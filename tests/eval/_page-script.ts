/** What the evaluation runs inside each page: the extension's own reader, put under one name. */
import type { SelectorGroup } from '@/lib/ledger/records';
import { readArticle } from '@/lib/page/article';
import { isProbablyArticle } from '@/lib/page/article-test';
import { endPoint, startPoint } from '@/lib/page/block';
import { quoteFinder, textAround } from '@/lib/page/page-text';
import { quoteOf } from '@/lib/page/selection-quote';
import { normalise, normaliseQuote, rawSpan } from '@/lib/quotes/normalise';

export interface ArticlePrediction {
  readonly canonicalUrl: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly isArticle: boolean;
  readonly origin: string;
}

function article(): ArticlePrediction {
  const probable = isProbablyArticle(document, new URL(location.href));
  const facts = readArticle(document, location.href);
  return {
    canonicalUrl: facts.url,
    title: facts.title,
    publisher: facts.publisher,
    publishedOn: facts.date,
    isArticle: probable && facts.isArticle,
    origin: facts.origin,
  };
}

export interface QuoteToClip {
  readonly blocks: readonly string[];
  /** Which copy of it is clipped, from 1. */
  readonly occurrence: number;
}

/** The range of a quote's copy, counted over all that is seen on the page. */
function rangeOf({ blocks: wanted, occurrence }: QuoteToClip): Range {
  const { blocks, text } = textAround(document, null, document.body);
  const normalised = normalise(text);
  let at = 0;
  let from = -1;
  for (const [index, block] of wanted.map(normaliseQuote).entries()) {
    const copies = index === 0 ? occurrence : 1;
    for (let copy = 0; copy < copies; copy++) {
      const found = normalised.text.indexOf(block, at);
      if (found < 0) throw new Error(`not on the page: ${block}`);
      if (index === 0) from = found;
      at = found + (copy + 1 < copies ? 1 : block.length);
    }
  }
  const raw = rawSpan(normalised, from, at);
  const range = document.createRange();
  let start = 0;
  for (const block of blocks) {
    const end = start + block.text.length;
    const first =
      raw.start >= start && raw.start < end ? startPoint(block, raw.start - start) : null;
    const last = raw.end > start && raw.end <= end ? endPoint(block, raw.end - start) : null;
    if (first !== null) range.setStart(first.node, first.offset);
    if (last !== null) range.setEnd(last.node, last.offset);
    start = end + 1;
  }
  return range;
}

/** Clips a quote as a reader would, and answers its selectors. */
function clip(quote: QuoteToClip): readonly SelectorGroup[] {
  const range = rangeOf(quote);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  const { root } = readArticle(document, location.href);
  const text = textAround(document, root, range.commonAncestorContainer);
  const clipped = quoteOf(range, text.blocks, text.root);
  if (clipped === null) throw new Error('nothing was selected');
  return clipped.selectors;
}

function states(all: readonly (readonly SelectorGroup[])[]): string[] {
  const { root } = readArticle(document, location.href);
  const finder = quoteFinder(document, root);
  return all.map((selectors) => finder.find(selectors).state);
}

Object.assign(globalThis, { uadeEval: { article, clip, states } });
