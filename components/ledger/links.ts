/** The address of a person's page inside the ledger. */
export const personHref = (id: string) => `#/person/${encodeURIComponent(id)}`;
/** The address of an office's page inside the ledger. */
export const postHref = (id: string) => `#/post/${encodeURIComponent(id)}`;
/** The address of a promise's page inside the ledger. */
export const promiseHref = (id: string) => `#/promise/${encodeURIComponent(id)}`;
/** The address of an area's page inside the ledger. */
export const areaHref = (id: string) => `#/area/${encodeURIComponent(id)}`;
/** The address of an office's handover sheet. */
export const sheetHref = (postId: string) => `#/sheet/${encodeURIComponent(postId)}`;
/** The address of the ready question about a promise. */
export const askHref = (promiseId: string) => `#/ask/${encodeURIComponent(promiseId)}`;
/** The address of the list of own clips. */
export const CLIPS_HREF = '#/clips';

const KINDS = ['post', 'person', 'promise', 'area', 'sheet', 'ask', 'clips'] as const;

/** What a ledger address names; `clips` names one's own clip by its id, or all of them with an empty one. */
export interface LedgerRoute {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
}

/** Reads an address's fragment; null for the front page and for anything else. */
export function routeOf(hash: string): LedgerRoute | null {
  const found = /^#\/([a-z]+)(?:\/([^/?#]+))?$/.exec(hash);
  const kind = KINDS.find((one) => one === found?.[1]);
  const id = decoded(found?.[2] ?? '');
  if (kind === undefined || id === null || (id === '' && kind !== 'clips')) return null;
  return { kind, id };
}

/** Null for a broken escape: an address may come from anywhere. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
