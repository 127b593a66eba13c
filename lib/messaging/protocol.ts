import type { PersonBook } from '@/lib/ledger/books';
import type {
  Lang,
  Ledger,
  PartialDate,
  Person,
  SelectorGroup,
  SourceState,
} from '@/lib/ledger/records';

/**
 * The protocol, by direction. A call is `{call, request}`; the answer is `{ok: true, answer}` or
 * `{ok: false, code, message}`. What comes in is `unknown` until parsed at the border.
 */

/**
 * The parts of the reader's code: `reading` with the reader and whenever a page is read again, `card` on the first opening of a card, `quotes` on the first selection or step from
 * mark to mark, or where quotes were once taken from the page, `long` where a text comes in portions or has many marks.
 */
export const PAGE_PARTS = ['reading', 'card', 'quotes', 'long'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** Where an article's date was found; `none` means it is not known. */
export type DateOrigin = 'jsonLd' | 'meta' | 'time' | 'visible' | 'none';

/** A mark to draw: a span of a block of the article's text, UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly personId: string;
  /** The office that the card opens on: the one named, else the one held on the article's date, else null. */
  readonly postId: string | null;
  /** Bare surname or office alone. */
  readonly light: boolean;
  /** Why these words are taken for this person; the card says it in words. */
  readonly why: readonly MarkWhy[];
}

/** What a mark rests on. */
export type MarkWhy =
  | 'fullName'
  | 'initials'
  | 'givenPatronymic'
  | 'title'
  | 'bareSurname'
  | 'office'
  | 'area'
  | 'tenure';

/** Why an official found on the page is listed in the popup rather than marked. */
export type ListedWhy = 'noRecords' | 'namesakes' | 'holderUnsure' | 'onlySurname';

/** An official of the page, as the popup and the screen reader's list show him. */
export interface OfficialOnPage {
  readonly personId: string;
  readonly name: string;
  readonly postId: string | null;
  readonly office: string | null;
  readonly mentions: number;
  readonly promises: number;
  /** Null when marked. */
  readonly listed: ListedWhy | null;
  /** For namesakes: the ids of all candidates. */
  readonly candidates: readonly string[];
}

/** The few strings that the content script itself shows. */
export interface PageStrings {
  readonly clip: string;
  readonly nothing: string;
  readonly reload: string;
  readonly privateWindow: string;
  readonly failed: string;
}

export interface FindRequest {
  readonly blocks: readonly string[];
  readonly title: string;
  readonly date: PartialDate | null;
}
export interface FindAnswer {
  readonly marks: readonly Mark[];
  readonly officials: readonly OfficialOnPage[];
  /** Data set, and when its head was issued; null before the first sync. */
  readonly issued: string | null;
  readonly strings: PageStrings;
}

/** What a clip takes from the page. The form fills in the rest. */
export interface ClipRequest {
  readonly quote: string;
  readonly selectors: readonly SelectorGroup[];
  readonly article: {
    readonly url: string;
    readonly title: string;
    readonly publisher: string;
    readonly publishedOn: PartialDate | null;
    readonly dateOrigin: DateOrigin;
    readonly lang: Lang | null;
    /** SHA-256 of the article's text, hex. */
    readonly textDigest: string;
    /** The quoted paragraph and its neighbours; kept locally, never published. */
    readonly context: string;
  };
  /** The nearest sure mention that seems to speak, or null. */
  readonly speaker: { readonly personId: string; readonly postId: string | null } | null;
}
export interface ClipAnswer {
  readonly clipId: string;
}

/** A quote that was once taken from a page: a promise of the ledger, or a clip of one's own. */
export interface QuoteToFind {
  readonly id: string;
  readonly isOwn: boolean;
  /** The matter, in the reader's language where there is one. */
  readonly text: string;
  readonly selectors: readonly SelectorGroup[];
}

/** Quotes of a page, as many as are looked for, and how many more there are. */
export interface SomeQuotes<Q> {
  readonly quotes: readonly Q[];
  readonly more: number;
}

/** What became of a quote on its page. */
export interface QuoteOnPage {
  readonly id: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly state: SourceState;
  /** Per block that differs: as it was quoted, and as it stands now; `now` is null where it is gone. */
  readonly diff: readonly { readonly was: string; readonly now: string | null }[];
}

/** What a page says of the reader's own clips that were taken from it. */
export interface ChecksRequest {
  /** SHA-256 of the article's text as it is now, hex. */
  readonly textDigest: string;
  readonly checks: readonly {
    readonly clipId: string;
    readonly state: SourceState;
    readonly diff: QuoteOnPage['diff'];
  }[];
}

/**
 * From a content script to the background. It may look up, open a draft, and note what it saw of a clip on that
 * clip's own page; nothing else.
 */
export interface FromPage {
  /** Has the asking page, which reads like an article, read; not where marks are off. */
  readPage: { request: Record<string, never>; answer: { readonly on: boolean } };
  /** Finds officials in blocks of text. */
  findOfficials: { request: FindRequest; answer: FindAnswer };
  /** Loads a part of the page's code into the asking frame, when it is first needed there. */
  loadPart: { request: { readonly part: PagePart }; answer: Record<string, never> };
  /** Public data of one official on a day, for the card. */
  cardData: { request: CardRequest; answer: CardAnswer };
  /** Saves a draft and opens the clip form. */
  openDraft: { request: ClipRequest; answer: ClipAnswer };
  /** Quotes whose source is this page, whatever form of its address is given. */
  quotesOfPage: {
    request: { readonly url: string };
    answer: SomeQuotes<QuoteToFind>;
  };
  /** Notes what became of own clips on the page that is open. */
  quotesChecked: { request: ChecksRequest; answer: Record<string, never> };
  /** Opens the ledger page on a post, a person or a promise. */
  openLedger: { request: { readonly hash: string }; answer: Record<string, never> };
}

/** From the extension's own pages to the background. */
export interface FromOwnPage {
  /** Polls the tracker now; the answer is the named end state. */
  syncNow: { request: Record<string, never>; answer: { readonly state: string } };
  /** Tries to send the queued clips now. */
  flushClips: {
    request: Record<string, never>;
    answer: { readonly sent: number; readonly waiting: number };
  };
  /** Takes a clip back, from the tracker too where it was sent; the answer is the state it then has. */
  withdrawClip: { request: { readonly clipId: string }; answer: { readonly state: string } };
}

/** From the popup to a page's content script. */
export interface ToPage {
  /** What was found on this page. */
  pageReport: { request: Record<string, never>; answer: PageReport };
  /** The officials found so far, without the marks. */
  officialsOnPage: {
    request: Record<string, never>;
    answer: { readonly officials: readonly OfficialOnPage[] };
  };
  /** Scrolls to a mark of an official and opens the card. */
  showOfficial: { request: { readonly personId: string }; answer: { readonly shown: boolean } };
  /** Quotes once taken from this page, looked for anew; also those that are gone. */
  quotesOnPage: {
    request: Record<string, never>;
    answer: SomeQuotes<QuoteOnPage>;
  };
  /** Scrolls to a quote and frames it. */
  showQuote: { request: { readonly id: string }; answer: { readonly shown: boolean } };
  /** The article's text, for the radar; empty where there is none. */
  articleText: {
    request: Record<string, never>;
    answer: { readonly blocks: readonly string[]; readonly lang: Lang };
  };
  /** Scrolls to words of the article and selects them, for the button beside a selection. */
  selectText: { request: { readonly text: string }; answer: { readonly shown: boolean } };
  /** Draws or removes the marks on this page. */
  setMarks: { request: { readonly on: boolean }; answer: Record<string, never> };
  /** Steps to the next mark, frames it and has it read out (shortcut). */
  nextMark: { request: Record<string, never>; answer: { readonly shown: boolean } };
  /** Clips the present selection (context menu, shortcut); where nothing is clipped the page says why, in these words. */
  clipSelection: {
    request: { readonly strings: PageStrings };
    answer: { readonly clipId: string | null };
  };
}

export interface PageReport {
  readonly isArticle: boolean;
  readonly title: string;
  readonly url: string;
  readonly date: PartialDate | null;
  readonly dateOrigin: DateOrigin;
  readonly marks: readonly Mark[];
  readonly officials: readonly OfficialOnPage[];
  /** From the article's text being read to the marks drawn, milliseconds. */
  readonly msToMarks: number | null;
  /** False when there was no ledger yet to find anybody in. */
  readonly hasLedger: boolean;
  /** False when the ledger could not be asked about the text, or a part of it. */
  readonly isWhole: boolean;
}

export interface CardRequest {
  readonly personId: string;
  readonly postId: string | null;
  readonly date: PartialDate | null;
  /** The page's canonical address, compared on the device with the sources of promises. */
  readonly pageUrl: string;
}
/** What the card shows of one official: his book for one glance, and what its lines are told by. */
export interface CardAnswer {
  readonly lang: Lang;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly today: string;
  readonly issued: string | null;
  readonly dataset: string;
  /** Null when the ledger has no such person any more. */
  readonly book: PersonBook | null;
  /** The persons whom its entries name. */
  readonly persons: readonly Person[];
  readonly weakSources: Ledger['weakSources'];
  /** Own unreviewed clips on this office or person, shown as "my note, not checked". */
  readonly ownClips: readonly {
    readonly id: string;
    readonly text: string;
    readonly saidOn: PartialDate | null;
    readonly dueOn: PartialDate | null;
  }[];
}
