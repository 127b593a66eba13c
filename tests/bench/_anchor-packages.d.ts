/** The one call of the peer that the bench makes; the package brings no types of its own. */
declare module 'dom-anchor-text-quote' {
  export function toTextPosition(
    root: { readonly textContent: string },
    selector: { readonly exact: string; readonly prefix: string; readonly suffix: string },
    options?: { readonly hint?: number },
  ): { readonly start: number; readonly end: number } | null;
}
