/** How a poll of the tracker can end. Each has its words in the popup's details. */
export const SYNC_ENDS = [
  /** New records are in. */
  'success',
  /** Nothing new, after one request. */
  'up-to-date',
  /** Another context is polling. */
  'busy',
  'offline',
  'timeout',
  /** The tracker answered with an error. */
  'server',
  /** Too early: after a failure, or because the tracker asked for a pause. */
  'backoff',
  /** No known key has signed the head, or it was signed for another data set. */
  'signature',
  /** The tracker shows an older head than was seen before. */
  'stale-head',
  /** A file is not what the chain of hashes says, or the cache is not what the manifest says. */
  'corruption',
  'storage',
  /** No room for more on the device. */
  'quota',
  /** The device's own records were written by a newer version of the extension. */
  'newer',
  /** Not what a tracker sends: a captive portal, say. */
  'parse',
  /** Published for a newer version of the extension. */
  'schema',
  'unknown',
] as const;
export type SyncEnd = (typeof SYNC_ENDS)[number];

/** Ends a poll with a named state. */
export class SyncFailure extends Error {
  readonly end: SyncEnd;
  /** What the tracker asked for, ms; null when it did not. */
  readonly retryAfterMs: number | null;
  constructor(end: SyncEnd, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'SyncFailure';
    this.end = end;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What was filled or kept is not what was published: it is to be fetched anew. */
export class DigestFailure extends SyncFailure {
  constructor(message: string) {
    super('corruption', message);
    this.name = 'DigestFailure';
  }
}
