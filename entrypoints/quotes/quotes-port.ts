import type { PageStrings, QuoteOnPage, QuoteToFind } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import type { ClipButtonPort } from '@/lib/page/clip-button';
import type { PlacedMark } from '@/lib/page/marks';
import type { StepFrame } from '@/lib/page/step-frame';

/** What became of the quotes of a page. */
export interface SoughtQuotes {
  /** Those that stand first in the page come first, the gone ones last. */
  readonly quotes: readonly QuoteOnPage[];
  /** Scrolls to a quote and frames it; false for one that is gone, or whose words have since left the page. */
  show(id: string, frame: StepFrame): boolean;
}

/** Why there is no draft, by the name of what is then said. */
export type Refusal = Exclude<keyof PageStrings, 'clip'>;

/** How an explicit clip ended. */
export type Clipped = { readonly clipId: string } | { readonly refusal: Refusal };

/** What `quotes.js` offers: all that is done with the words of a quote, and what we show beside the page's words. */
export interface QuotesPort {
  /** Shows the clip button beside selections until the signal ends; `isPressed`: the mouse is down at the moment. */
  showClipButton(port: ClipButtonPort, signal: AbortSignal, isPressed: boolean): void;
  /** Says a sentence beside a range, or in the window's corner. */
  sayOnPage(words: string, range: Range | null, mode: ShadowRootMode, signal: AbortSignal): void;
  /** Makes the frame for steps and quotes. */
  createStepFrame(mode: ShadowRootMode, signal: AbortSignal): StepFrame;
  /** Files a range as a draft; the facts are asked for then. What is no plain refusal goes to `onFault` too. */
  clip(
    range: Range | null,
    placed: readonly PlacedMark[],
    readFacts: () => Promise<ArticleFacts>,
    onFault: (fault: unknown) => void,
  ): Promise<Clipped>;
  /** The article's paragraphs as they stand. */
  blocksOf(root: Element): readonly string[];
  /** Scrolls to where words of the article stand first, and selects them; false where they do not. */
  selectText(root: Element, words: string): boolean;
  /** Looks for quotes in the article's text, in slices, and notes what became of own ones; null when the signal ends first. */
  seek(
    quotes: readonly QuoteToFind[],
    root: Element,
    signal: AbortSignal,
  ): Promise<SoughtQuotes | null>;
  /** All of the quotes are gone with the page; noted as evidence on own ones. */
  noteGone(quotes: readonly QuoteToFind[]): Promise<readonly QuoteOnPage[]>;
}
