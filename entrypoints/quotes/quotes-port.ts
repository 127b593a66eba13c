import type { ClipRequest, QuoteOnPage, QuoteToFind } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import type { ClipButtonPort } from '@/lib/page/clip-button';
import type { PlacedMark } from '@/lib/page/marks';
import type { StepFrame } from '@/lib/page/step-frame';

/** What became of the quotes of a page. */
export interface SoughtQuotes {
  /** Those that stand first in the page come first, the gone ones last. */
  readonly quotes: readonly QuoteOnPage[];
  /** Where a quote stands; null for one that is gone, or whose words have since left the page. */
  rangeOf(id: string): Range | null;
  /** SHA-256 of the text that was searched, hex. */
  textDigest(): string;
}

/** What `quotes.js` offers: all that is done with the words of a quote, and what we show beside the page's words. */
export interface QuotesPort {
  /** Shows the clip button beside selections until the signal ends; `isPressed`: the mouse is down at the moment. */
  showClipButton(port: ClipButtonPort, signal: AbortSignal, isPressed: boolean): void;
  /** Says a sentence beside a range, or in the window's corner. */
  sayOnPage(words: string, range: Range | null, mode: ShadowRootMode, signal: AbortSignal): void;
  /** Makes the frame for steps and quotes. */
  createStepFrame(mode: ShadowRootMode, signal: AbortSignal): StepFrame;
  /** What a clip takes from the page for a range; null when it covers no readable text. */
  clipRequestOf(
    range: Range,
    placed: readonly PlacedMark[],
    facts: ArticleFacts,
  ): ClipRequest | null;
  /** The article's paragraphs as they stand. */
  blocksOf(root: Element): readonly string[];
  /** Where words of the article stand first; null where they do not. */
  rangeOf(root: Element, words: string): Range | null;
  /** SHA-256 of a text, hex. */
  textDigest(text: string): string;
  /** Looks for quotes in the article's text, in slices; stops early when the signal ends. */
  seek(quotes: readonly QuoteToFind[], root: Element, signal: AbortSignal): Promise<SoughtQuotes>;
}
