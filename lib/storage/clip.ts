import type {
  ClipDraft,
  Lang,
  PartialDate,
  SelectorGroup,
  SourceState,
  Stamp,
} from '@/lib/ledger/records';

/** Where an article's date was found (as in the protocol). */
export type ClipDateOrigin = 'jsonLd' | 'meta' | 'time' | 'visible' | 'none';

/** The page a clip was taken from; `context` (the quoted paragraph and its neighbours) never leaves the device. */
export interface ClipArticle {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: PartialDate | null;
  readonly dateOrigin: ClipDateOrigin;
  readonly lang: Lang | null;
  /** SHA-256 of the article's text, hex; null where there is no text (a video). */
  readonly textDigest: string | null;
  readonly context: string;
  readonly archivedUrl?: string;
}

/** What keeps a queued clip from being sent. */
export type BlockedBy = 'auth' | 'update' | 'consent';

/** The states of a clip; only `sending` has a lease, only the last ones a reason. */
export type ClipState =
  | { readonly name: 'draft' }
  | { readonly name: 'queued' }
  /** After `leaseUntil` (ms) the sender is taken for dead and the clip for queued. */
  | { readonly name: 'sending'; readonly leaseUntil: number }
  | { readonly name: 'sent' }
  | { readonly name: 'accepted' }
  | { readonly name: 'merged'; readonly survivorId: string }
  | { readonly name: 'rejected'; readonly reason: string }
  | { readonly name: 'withdrawn' }
  | { readonly name: 'blocked'; readonly by: BlockedBy }
  | { readonly name: 'dead'; readonly reason: string };
export type ClipStateName = ClipState['name'];

/** What a later visit saw of the quote on its page; kept as evidence, also when the page goes on changing. */
export interface ClipCheck {
  readonly checkedOn: Stamp;
  readonly state: SourceState;
  /** SHA-256 of the article's text on that day; the clip's own article has the one of the first. */
  readonly textDigest: string;
  /** Per block that differs: as it was quoted, and as it stood then. */
  readonly diff: readonly { readonly was: string; readonly now: string | null }[];
}

/** A clip as it is kept on the device. */
export interface Clip {
  /** UUIDv7 in lower case; an accepted promise takes it. */
  readonly id: string;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly draft: ClipDraft;
  /** Null for words heard, without a page. */
  readonly article: ClipArticle | null;
  readonly selectors: readonly SelectorGroup[];
  readonly state: ClipState;
  /** Times that sending was begun. */
  readonly attempts: number;
  /** Code and words of the last failed attempt. */
  readonly lastError: string | null;
  /** Checks of the source that brought something new, oldest first; none: it was always found. */
  readonly checks?: readonly ClipCheck[];
  /** How many checks between the first and those kept after it were let go; absent: none. */
  readonly checksLetGo?: number;
}
