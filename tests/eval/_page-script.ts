/** What the evaluation runs inside each page: the extension's own reader, put under one name. */
import type { SelectorGroup } from '@/lib/ledger/records';
import { readArticle } from '@/lib/page/article';
import { endPoint, startPoint } from '@/lib/page/block';
import { isProbablyArticle } from '@/lib/page/is-article';
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
  const probable = isProbablyArticle(document, document.URL);
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

/** Where a quote's copy stands in a normalised text: its blocks one after the other. */
function placeIn(
  text: string,
  { blocks, occurrence }: QuoteToClip,
): { start: number; end: number } {
  const [first = '', ...rest] = blocks.map(normaliseQuote);
  let start = -1;
  for (let copy = 0; copy < occurrence; copy++) start = text.indexOf(first, start + 1);
  let end = start + first.length;
  for (const block of rest) {
    const next = text.indexOf(block, end);
    if (next < 0) throw new Error(`not on the page: ${block}`);
    end = next + block.length;
  }
  if (start < 0) throw new Error(`not on the page: ${first}`);
  return { start, end };
}

/** The range of a quote's copy, counted over all that is seen on the page. */
function rangeOf(quote: QuoteToClip): Range {
  const { blocks, text } = textAround(document, null, document.body);
  const normalised = normalise(text);
  const place = placeIn(normalised.text, quote);
  const raw = rawSpan(normalised, place.start, place.end);
  const range = document.createRange();
  let start = 0;
  for (const block of blocks) {
    const length = block.text.length;
    const [from, to] = [raw.start - start, raw.end - start];
    const first = from >= 0 && from < length ? startPoint(block, from) : null;
    const last = to > 0 && to <= length ? endPoint(block, to) : null;
    if (first !== null) range.setStart(first.node, first.offset);
    if (last !== null) range.setEnd(last.node, last.offset);
    start += length + 1;
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
  const clipped = quoteOf(range, text);
  if (clipped === null) throw new Error('nothing was selected');
  return clipped.selectors;
}

function states(all: readonly (readonly SelectorGroup[])[]): string[] {
  const { root } = readArticle(document, location.href);
  const finder = quoteFinder(document, root);
  return all.map((selectors) => finder.find(selectors).state);
}

Object.assign(globalThis, { uadeEval: { article, clip, states } });
