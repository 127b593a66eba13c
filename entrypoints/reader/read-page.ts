import type { PageHandlers } from '@/lib/messaging/answer-page';
import type { MarkStyle } from '@/lib/page/marks';
import type { CardOpens } from '@/lib/page/pointer-rest';

/** What the reader has set, as far as a page is concerned. */
export interface PageSettings {
  /** Are marks drawn at all? */
  readonly on: boolean;
  readonly style: MarkStyle;
  readonly clipButton: boolean;
  readonly cardOpens: CardOpens;
  /** What the background's answers depend on; when it changes, the officials are asked for again. */
  readonly answersBy: string;
}

/** What a page is read with; everything ends with the signal. */
export interface PagePort {
  readonly settings: PageSettings;
  /** Marks are switched off on this site from the card. */
  readonly switchOff: () => void;
  /** The one place for what goes wrong. */
  readonly onFault: (fault: unknown) => void;
  readonly signal: AbortSignal;
}

/** A page that was read. */
export interface ReadPage {
  readonly handlers: PageHandlers;
  /** Is the page still about the same thing as when it was read? */
  isSame(): Promise<boolean>;
  readonly isArticle: boolean;
  /** Asks for the officials anew: another ledger is in use. */
  askAgain(): void;
  /** Settings that changed take effect at once. */
  apply(settings: PageSettings): void;
}
