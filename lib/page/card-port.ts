import type { CardRequest, DateOrigin, MarkWhy } from '@/lib/messaging/protocol';

/** Where the card opens, and what happens around it. */
export interface CardOpening extends CardRequest {
  /** The boxes of the marked words, in client coordinates; the card never covers them. */
  readonly boxes: readonly DOMRect[];
  /** The marked words, for the card's label. */
  readonly surface: string;
  /** Why they are taken for this person. */
  readonly why: readonly MarkWhy[];
  /** Where the article's date was found; the card says which. Left out: said only as "the article's". */
  readonly dateOrigin?: DateOrigin;
  /** Opened by keyboard or screen reader: focus moves into the card, and back on closing. */
  readonly takeFocus: boolean;
  /** Called once when the card is gone, whatever closed it. */
  onClosed(): void;
  /** "Not him": this mention is wrong. */
  onNotHim(scope: 'mention' | 'page' | 'site'): void;
  /** Marks are switched off on this site. */
  onSwitchOff(): void;
  /** Clip: the page's present selection, or a hint to select first. */
  onClip(): void;
}

/** What `card.js` offers. */
export interface CardPort {
  open(opening: CardOpening): void;
  close(): void;
  readonly isOpen: boolean;
}
