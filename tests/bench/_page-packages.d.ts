/** The two calls of the peers that the bench makes; neither package brings types of its own. */
declare module 'mark.js' {
  interface Options {
    readonly separateWordSearch: boolean;
    readonly done: (marks: number) => void;
  }
  export default class Mark {
    constructor(root: HTMLElement);
    mark(words: string[], options: Options): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    root: HTMLElement,
    options: { readonly find: RegExp; readonly wrap: string },
  ): void;
}
