import type { ArticleFacts } from '@/lib/page/article';
import type { Block } from '@/lib/page/block';
import type { Replaced } from '@/lib/page/block-list';
import type { Change } from '@/lib/page/reread';

/** What a text is read for. */
export interface TextReader {
  /** Called with each shadow root before its text is read. */
  readonly onShadow: (shadow: ShadowRoot) => void;
  /** Reading stops early when it ends. */
  readonly signal: AbortSignal;
}

/**
 * What `reading.js` offers: what a page is read with. It comes with the reader and is let go once an article is read:
 * where no words change it is not needed again, and its code leaves the page's heap. Where they do it is loaded anew.
 */
export interface ReadingPort {
  /** Is the page as it stands probably an article, or one that was taken away? */
  isWorthReading(): boolean;
  /** The facts of the page as it stands, in slices; null when the signal ends first. */
  readFacts(signal: AbortSignal): Promise<ArticleFacts | null>;
  /** The same at once, for a clip: also where the page has just moved on. */
  factsAtOnce(): ArticleFacts;
  /** The blocks under an element, in slices. */
  readBlocks(root: Element, reader: TextReader): Promise<readonly Block[]>;
  /** Reads again, in slices, what has changed in a text whose blocks were read before. */
  reread(
    known: readonly Block[],
    change: Change,
    root: Element,
    reader: TextReader,
  ): Promise<Replaced>;
}
