import type { SelectorGroup } from '@/lib/ledger/records';

/** A span of the reader's text, UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Up to here a quote of one block is given whole; a longer address is cut by messengers. */
const WHOLE_LIMIT = 300;
/** Words of each end of a long quote to begin with, and at most: more never told two places apart. */
const END_WORDS = 4;
const MOST_END_WORDS = 12;
/** Words of context to add on each side at most. */
const MOST_CONTEXT_WORDS = 12;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_CHAR = /[\p{L}\p{M}\p{N}]/u;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** One directive's terms, as they stand in the page. */
interface Terms {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

function encode(term: string): string {
  // A raw hyphen is the directive's own sign: Chromium does not find «Касым-Жомарт» with one (measured).
  return encodeURIComponent(term).replace(/-/g, '%2D');
}

function directive({ prefix, start, end, suffix }: Terms): string {
  return [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === '' ? [] : [encode(end)]),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/** What a term looks like to the browser's search: invisible marks skipped, white space one, case alike. */
function plain(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** The span grown to whole words and freed of punctuation at its ends; null when no word is in it. */
function wholeWords(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && !WORD_CHAR.test(text.charAt(start))) start++;
  while (end > start && !WORD_CHAR.test(text.charAt(end - 1))) end--;
  if (start === end) return null;
  while (start > 0 && WORD_CHAR.test(text.charAt(start - 1))) start--;
  while (end < text.length && WORD_CHAR.test(text.charAt(end))) end++;
  return { start, end };
}

function wordSpans(text: string, from: number, to: number): Span[] {
  return [...text.slice(from, to).matchAll(WORD)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

/** The first `count` words of a span, or the last ones, as one stretch of text. */
function edge(text: string, span: Span, count: number, side: 'first' | 'last'): string {
  const words = wordSpans(text, span.start, span.end);
  const taken = side === 'first' ? words.slice(0, count) : words.slice(-count);
  return text.slice(taken[0]?.start ?? span.start, taken.at(-1)?.end ?? span.end);
}

/** The text beside a span: of its own block, or, where the span fills that, of the next block over. */
function beside(text: string, span: Span, side: 'before' | 'after'): Span {
  if (side === 'before') {
    const own = text.lastIndexOf('\n', span.start - 1) + 1;
    const empty = text.slice(own, span.start).trim() === '' && own > 0;
    return { start: empty ? text.lastIndexOf('\n', own - 2) + 1 : own, end: span.start };
  }
  const end = (from: number): number => {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
  };
  const own = end(span.end);
  const empty = text.slice(span.end, own).trim() === '' && own < text.length;
  return { start: span.end, end: empty ? end(own + 1) : own };
}

/** Up to `count` words beside a span, with what stands between them and it. */
function context(text: string, span: Span, count: number, side: 'before' | 'after'): string {
  const room = beside(text, span, side);
  const words = wordSpans(text, room.start, room.end);
  if (side === 'before') {
    const first = words.slice(-count)[0];
    return first === undefined ? '' : text.slice(first.start, span.start).trim();
  }
  const last = words.slice(0, count).at(-1);
  return last === undefined ? '' : text.slice(span.end, last.end).trim();
}

function escape(text: string): string {
  return plain(text)
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/ /g, String.raw`\s+`);
}

const OPEN = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const CLOSE = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** How the terms search the page, as the browser does: whole words, first place wins, ends lazily. */
function pattern({ prefix, start, end, suffix }: Terms): RegExp {
  const before = prefix === '' ? '' : String.raw`${escape(prefix)}\s*`;
  const rest = end === '' ? '' : String.raw`${CLOSE}[\s\S]*?${OPEN}${escape(end)}`;
  const after = suffix === '' ? '' : String.raw`(?=\s*${escape(suffix)}${CLOSE})`;
  return new RegExp(`${OPEN}${before}(${escape(start)}${rest})${CLOSE}${after}`, 'giu');
}

/** Whether the first place that the terms name is the span, and, for a whole term, the only one. */
function names(text: string, terms: Terms, span: Span): boolean {
  const matches = text.matchAll(pattern(terms));
  const first = matches.next().value;
  if (first === undefined) return false;
  const start = first.index + first[0].length - (first[1] ?? '').length;
  if (start !== span.start || start + (first[1] ?? '').length !== span.end) return false;
  return terms.end !== '' || matches.next().done === true;
}

/** The whole quote, then with more and more words of context. */
function* wholeQuote(text: string, span: Span): Generator<Terms> {
  const base: Terms = { prefix: '', start: text.slice(span.start, span.end), end: '', suffix: '' };
  yield base;
  for (let count = 1; count <= MOST_CONTEXT_WORDS; count++) {
    const prefix = context(text, span, count, 'before');
    const suffix = context(text, span, count, 'after');
    yield { ...base, prefix };
    yield { ...base, suffix };
    yield { ...base, prefix, suffix };
  }
}

/** Terms of a long quote never reach over a block: the browser searches each of them inside one. */
function ends(text: string, { start, end }: Span): { first: Span; last: Span } {
  const lineEnd = text.indexOf('\n', start);
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  return {
    first: { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) },
    last: { start: Math.max(start, lineStart), end },
  };
}

/** The first and the last words of the quote, more and more of them, then with context. */
function* bothEnds(text: string, span: Span, leastWords: number): Generator<Terms> {
  const { first, last } = ends(text, span);
  for (let words = leastWords; words <= MOST_END_WORDS; words++) {
    const start = edge(text, first, words, 'first');
    const end = edge(text, last, words, 'last');
    yield { prefix: '', start, end, suffix: '' };
  }
  const start = edge(text, first, MOST_END_WORDS, 'first');
  const end = edge(text, last, MOST_END_WORDS, 'last');
  for (let count = 1; count <= MOST_CONTEXT_WORDS; count++) {
    const prefix = context(text, span, count, 'before');
    yield { prefix, start, end, suffix: '' };
    yield { prefix, start, end, suffix: context(text, span, count, 'after') };
  }
}

/**
 * The text directive (`text=…`, without `#:~:`) that leads to a quote of the reader's text, blocks joined by
 * a line break; spans in text order, one a block. Whole words only; up to 300 characters of one block whole,
 * else `start,end`; words of context are added until the quote is the place that the browser finds. The last
 * attempt is given when nothing tells it apart. Null when no word is quoted.
 */
export function textFragment(
  text: string,
  spans: readonly Span[],
  leastEndWords = END_WORDS,
): string | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = wholeWords(text, { start: first.start, end: last.end });
  if (span === null) return null;
  const oneBlock = !text.slice(span.start, span.end).includes('\n');
  const whole = oneBlock && span.end - span.start <= WHOLE_LIMIT;
  let terms: Terms | null = null;
  const attempts = whole ? wholeQuote(text, span) : bothEnds(text, span, leastEndWords);
  for (const attempt of attempts) {
    terms = attempt;
    if (names(text, attempt, span)) break;
  }
  if (terms === null) return null;
  const { prefix, start, end, suffix } = terms;
  return `text=${directive({ prefix: plain(prefix), start: plain(start), end: plain(end), suffix: plain(suffix) })}`;
}

/** The address of a page with the directive added; a fragment that is there stays in front of it. */
function withTextFragment(url: string, fragment: string): string {
  return url.includes('#') ? `${url}:~:${fragment}` : `${url}#:~:${fragment}`;
}

/** What was quoted, and from which page. */
export interface QuotedSource {
  readonly quote: string | null;
  readonly source: { readonly url: string; readonly selectors?: readonly SelectorGroup[] };
}

/** The quoted blocks as text, one a line; what stood before the first and after the last is known too. */
function quotedBlocks({ quote, source }: QuotedSource): readonly SelectorGroup['quote'][] {
  const groups = source.selectors ?? [];
  if (groups.length > 0) return groups.map((group) => group.quote);
  return (quote ?? '')
    .split('\n')
    .map((exact) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }) as const);
}

/**
 * The address of a source at its quoted words, made without the page: what stands elsewhere on it is not known, so
 * that many words name each end. The plain address where nothing is quoted.
 */
export function addressOfQuote(quoted: QuotedSource): string {
  const blocks = quotedBlocks(quoted);
  const before = blocks[0]?.prefix ?? '';
  const text = blocks.map(({ exact }) => exact).join('\n');
  const span = { start: before.length, end: before.length + text.length };
  const fragment = textFragment(
    before + text + (blocks.at(-1)?.suffix ?? ''),
    [span],
    MOST_END_WORDS,
  );
  const { url } = quoted.source;
  return fragment === null ? url : withTextFragment(url, fragment);
}
