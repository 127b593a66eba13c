import type { SelectorGroup } from '@/lib/ledger/records';
import { nearest, sharedWords } from './compare';
import { type Difference, difference } from './difference';
import { edgesHold } from './edges';
import { type GramIndex, indexGrams, likelyWindows } from './gram-index';
import { type NormalisedText, normalise, normaliseQuote, rawSpan } from './normalise';

/** A span of the raw text, UTF-16 offsets, end exclusive. */
export interface QuoteSpan {
  readonly start: number;
  readonly end: number;
}

/** What became of a quote on its page. */
export interface Refound {
  readonly state: 'found' | 'changed' | 'gone';
  /** From the first located block to the last one; absent when gone. */
  readonly start?: number;
  readonly end?: number;
  /** One entry a selector group, in the order given; null where that block is not located. */
  readonly spans: readonly (QuoteSpan | null)[];
  /** One entry a block that is not as it was; empty unless changed. */
  readonly diff: readonly Difference[];
}

/** A page's text made ready once for any number of quotes. */
export interface SearchedText {
  readonly normalised: NormalisedText;
  /** The index of the lower-cased text, made at the first quote that is not there letter for letter. */
  readonly grams: () => GramIndex;
}

/** A fuzzy place below this is no place: the quote is gone. */
const FLOOR = 0.8;
/** Words in another order keep at least this share of their letters. */
const REORDERED_FLOOR = 0.9;
/** Stretches that are compared letter by letter for one lost quote. */
const MOST_WINDOWS = 3;
/** An edited copy is the clipped one if it is as like as this, has this share of the context … */
const OWN_LIKENESS = 0.9;
const OWN_CONTEXT = 0.75;
/** … and so much more of it than the copy that stayed. */
const OWN_CONTEXT_LEAD = 0.3;

/** Lower case that keeps every offset: a few letters (İ) would grow. */
function lower(text: string): string {
  const whole = text.toLowerCase();
  return whole.length === text.length ? whole : text;
}

/** Makes the reader's text (blocks joined by a line break) ready for `refindIn`. */
export function searchedText(text: string): SearchedText {
  const normalised = normalise(text);
  let grams: GramIndex | null = null;
  return {
    normalised,
    grams: () => {
      grams ??= indexGrams(lower(normalised.text));
      return grams;
    },
  };
}

interface Wanted {
  readonly raw: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function wanted({ quote }: SelectorGroup): Wanted {
  return {
    raw: quote.exact,
    exact: normaliseQuote(quote.exact),
    prefix: normalise(quote.prefix).text,
    suffix: normalise(quote.suffix).text,
  };
}

/** How much of the stored context stands around a place, 0 to 1; with no context stored, 0. */
function contextShare(text: string, place: QuoteSpan, { prefix, suffix }: Wanted): number {
  const all = prefix.length + suffix.length;
  if (all === 0) return 0;
  let left = 0;
  while (left < prefix.length && text.at(place.start - 1 - left) === prefix.at(-1 - left)) {
    if (place.start - 1 - left < 0) break;
    left++;
  }
  let right = 0;
  while (right < suffix.length && text.charAt(place.end + right) === suffix.charAt(right)) right++;
  return (left + right) / all;
}

function exactPlaces(text: string, exact: string): QuoteSpan[] {
  const places: QuoteSpan[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length });
  return places;
}

interface Located {
  readonly place: QuoteSpan;
  readonly share: number;
}

/** The place with most of the context; of equals the first that no other block of the quote has taken. */
function bestPlace(
  text: string,
  places: readonly QuoteSpan[],
  want: Wanted,
  taken: readonly QuoteSpan[],
  isWhole: (place: QuoteSpan) => boolean = () => true,
): Located | null {
  let best: Located | null = null;
  for (const place of places) {
    if (taken.some((other) => other.start < place.end && place.start < other.end)) continue;
    const share = contextShare(text, place, want);
    // Asked last, of a place that would be the best: to ask each of a page's 1,718 commas took 15 ms.
    if ((best === null || share > best.share) && isWhole(place)) best = { place, share };
  }
  return best;
}

const WORD_CHAR = /[\p{L}\p{M}\p{N}]/u;

function toWholeWords(text: string, { start, end }: QuoteSpan): QuoteSpan {
  let from = start;
  let to = end;
  while (from > 0 && WORD_CHAR.test(text.charAt(from - 1)) && WORD_CHAR.test(text.charAt(from)))
    from--;
  while (WORD_CHAR.test(text.charAt(to)) && WORD_CHAR.test(text.charAt(to - 1))) to++;
  return { start: from, end: to };
}

/** The match in whole words; where words were put in another order, with those that fell behind its end. */
function fullestPlace(text: string, pattern: string, start: number, end: number): QuoteSpan {
  const close = toWholeWords(text, { start, end });
  const wide = toWholeWords(text, { start, end: Math.min(text.length, start + pattern.length) });
  const share = ({ start: from, end: to }: QuoteSpan): number =>
    sharedWords(pattern, text.slice(from, to));
  return share(wide) > share(close) ? wide : close;
}

/** Places that read much like the quote and are not the quote, by likeness. */
function nearPlaces(searched: SearchedText, want: Wanted, floor: number): QuoteSpan[] {
  const { text } = searched.grams();
  const pattern = lower(want.exact);
  const found: { place: QuoteSpan; likeness: number }[] = [];
  for (const window of likelyWindows(searched.grams(), pattern, MOST_WINDOWS)) {
    const stretch = text.slice(window.start, window.end);
    const match = nearest(pattern, stretch);
    const place = fullestPlace(text, pattern, window.start + match.start, window.start + match.end);
    const likeness = 1 - match.errors / pattern.length;
    const words = sharedWords(pattern, text.slice(place.start, place.end));
    if (likeness >= floor || words >= Math.max(floor, REORDERED_FLOOR))
      found.push({ place, likeness: Math.max(likeness, words) });
  }
  return found.sort((a, b) => b.likeness - a.likeness).map(({ place }) => place);
}

type BlockFind = { readonly state: 'found' | 'changed'; readonly place: QuoteSpan } | null;

/**
 * Whether `editedOwn` can find anything: an edited copy touches at least `OWN_CONTEXT` of the stored context, so the
 * least part of each side that this asks for stands somewhere in the text. Spares the index of a page without it.
 */
function hasOwnContext(text: string, { prefix, suffix }: Wanted): boolean {
  const all = prefix.length + suffix.length;
  const least = Math.ceil(OWN_CONTEXT * all);
  const before = prefix.slice(prefix.length - Math.max(0, least - suffix.length));
  const after = suffix.slice(0, Math.max(0, least - prefix.length));
  return all > 0 && text.includes(before) && text.includes(after);
}

/** The edited copy of a quote whose twin stayed: it has the context that the twin lacks. */
function editedOwn(searched: SearchedText, want: Wanted, twin: Located): QuoteSpan | null {
  const { text } = searched.normalised;
  if (twin.share >= 1 - OWN_CONTEXT_LEAD || !hasOwnContext(text, want)) return null;
  for (const place of nearPlaces(searched, want, OWN_LIKENESS)) {
    const overlaps = place.start < twin.place.end && twin.place.start < place.end;
    const share = contextShare(text, place, want);
    if (overlaps || text.slice(place.start, place.end) === want.exact) continue;
    if (share >= OWN_CONTEXT && share >= twin.share + OWN_CONTEXT_LEAD) return place;
  }
  return null;
}

function findBlock(searched: SearchedText, want: Wanted, taken: readonly QuoteSpan[]): BlockFind {
  const { text } = searched.normalised;
  if (want.exact === '') return null;
  const places = exactPlaces(text, want.exact);
  const exact = bestPlace(text, places, want, taken, (place) => edgesHold(text, place, want));
  if (exact !== null) {
    const own = editedOwn(searched, want, exact);
    return own === null ? { state: 'found', place: exact.place } : { state: 'changed', place: own };
  }
  const torn = bestPlace(text, places, want, taken);
  if (torn !== null) return { state: 'changed', place: withNeighbours(text, torn.place) };
  const near = bestPlace(text, nearPlaces(searched, want, FLOOR), want, taken);
  return near === null ? null : { state: 'changed', place: near.place };
}

/** A quote torn at its edge is shown with the words that now go on from it. */
function withNeighbours(text: string, { start, end }: QuoteSpan): QuoteSpan {
  const before = /[\p{L}\p{M}\p{N}]*[^\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, start));
  const after = /^[^\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end));
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}

function differences(
  searched: SearchedText,
  wants: readonly Wanted[],
  finds: readonly BlockFind[],
): Difference[] {
  return wants.flatMap((want, at) => {
    const find = finds[at] ?? null;
    if (find?.state === 'found') return [];
    if (find === null) return [{ was: want.raw, now: null, kinds: ['words'] } satisfies Difference];
    const { start, end } = rawSpan(searched.normalised, find.place.start, find.place.end);
    return [difference(want.raw, searched.normalised.raw.slice(start, end))];
  });
}

/**
 * Finds a quote again in a page's text. `found`: every block stands there letter for letter after
 * normalisation, wherever it moved. `changed`: it can be located, but a block differs or is lost, or the copy
 * that was clipped was edited while a twin stayed. `gone`: nothing of it reaches the likeness of 0.8.
 */
export function refindIn(searched: SearchedText, selectors: readonly SelectorGroup[]): Refound {
  const wants = selectors.map(wanted);
  const finds: BlockFind[] = [];
  for (const want of wants) {
    const taken = finds.flatMap((find) => (find === null ? [] : [find.place]));
    finds.push(findBlock(searched, want, taken));
  }
  const spans = finds.map((find) =>
    find === null ? null : rawSpan(searched.normalised, find.place.start, find.place.end),
  );
  const located = spans.filter((span) => span !== null);
  if (located.length === 0) return { state: 'gone', spans, diff: [] };
  const diff = differences(searched, wants, finds);
  return {
    state: diff.length === 0 ? 'found' : 'changed',
    start: Math.min(...located.map((span) => span.start)),
    end: Math.max(...located.map((span) => span.end)),
    spans,
    diff,
  };
}

/** `refindIn` for a single quote; prepare the text once with `searchedText` when there are more. */
export function refind(text: string, selectors: readonly SelectorGroup[]): Refound {
  return refindIn(searchedText(text), selectors);
}
