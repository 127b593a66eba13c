/** The address of a person's page inside the ledger. */
export const personHref = (id: string) => `#/person/${encodeURIComponent(id)}`;
/** The address of an office's page inside the ledger. */
export const postHref = (id: string) => `#/post/${encodeURIComponent(id)}`;
/** The address of a promise's page inside the ledger. */
export const promiseHref = (id: string) => `#/promise/${encodeURIComponent(id)}`;

/** What a ledger address names. */
export interface LedgerRoute {
  readonly kind: 'post' | 'person' | 'promise';
  readonly id: string;
}

/** Reads an address's fragment; null for the front page and for anything else. */
export function routeOf(hash: string): LedgerRoute | null {
  const found = /^#\/(post|person|promise)\/([^/?#]+)$/.exec(hash);
  if (found === null) return null;
  const [, kind, id = ''] = found;
  // The pattern allows these three only.
  return { kind: kind as LedgerRoute['kind'], id: decodeURIComponent(id) };
}
