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

/** The address of the editor's list. */
export const REVIEW_HREF = '#/review';
/** The address at which an editor decides on a clip. */
export const decideHref = (clipId: string) => `#/decide/${encodeURIComponent(clipId)}`;
/** The address at which an editor records what is known of a promise. */
export const recordHref = (promiseId: string) => `#/record/${encodeURIComponent(promiseId)}`;
/** The address at which an editor records a new holder of an office. */
export const holderHref = (postId: string) => `#/holder/${encodeURIComponent(postId)}`;

/** The address at which a second editor confirms a verdict. */
export const confirmHref = (eventId: string) => `#/confirm/${encodeURIComponent(eventId)}`;

const WHOLE = ['clips', 'review'] as const;
const KINDS = [
  'post',
  'person',
  'promise',
  'area',
  'sheet',
  'ask',
  'decide',
  'record',
  'holder',
  'confirm',
  ...WHOLE,
] as const;

/** What a ledger address names; `clips` and `review` are lists, and need no id. */
export interface LedgerRoute {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
}

/** Reads an address's fragment; null for the front page and for anything else. */
export function routeOf(hash: string): LedgerRoute | null {
  const found = /^#\/([a-z]+)(?:\/([^/?#]+))?$/.exec(hash);
  const kind = KINDS.find((one) => one === found?.[1]);
  const id = decoded(found?.[2] ?? '');
  if (kind === undefined || id === null || (id === '' && !WHOLE.some((one) => one === kind)))
    return null;
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
