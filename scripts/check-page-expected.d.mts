/** A mark as the line of the check names it. */
export interface CheckedMark {
  readonly text: string;
  readonly personId: string;
  readonly name: string;
  readonly postId: string | null;
}

export interface CheckedCard {
  readonly personId: string;
  readonly name: string;
  readonly text: string;
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** The one line of `npm start -- --check`. */
export interface CheckLine {
  readonly marked: readonly CheckedMark[];
  readonly listed: readonly {
    readonly name: string;
    readonly why: string;
    readonly personId: string;
  }[];
  /** The popup's lists of the page: names by heading. */
  readonly popup: Readonly<Record<string, readonly string[]>>;
  readonly card: CheckedCard | null;
  readonly cards: readonly CheckedCard[];
  readonly markedWithAll: readonly CheckedMark[];
  readonly article: { readonly date: string | null; readonly dateOrigin: string };
  readonly ms: Readonly<Record<string, number | null>>;
}

export declare function missingInStartingArticle(line: CheckLine): string[];
