/** Why the store could not do what was asked; the interface turns the code into words. */
export type StorageFault = 'hang' | 'quota' | 'closed' | 'newer' | 'unknown';

/** A failure of the browser's store, by its kind. */
export class StorageError extends Error {
  readonly fault: StorageFault;
  constructor(fault: StorageFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.fault = fault;
  }
}

/** IndexedDB calls can hang without an error after an extension update (pixiebrix #7846). */
export const STORE_LIMIT_MS = 10_000;

/** Fails with `StorageError('hang')` when the work takes longer than the limit; the work itself goes on. */
export async function withLimit<T>(work: Promise<T>, limitMs = STORE_LIMIT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StorageError('hang', `the browser's store did not answer in ${limitMs} ms`));
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const NAMES: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  VersionError: 'newer',
};

/** The kind of a failure. In Dexie a full disk is an `AbortError` whose message names the quota. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageError) return error.fault;
  if (!(error instanceof Error)) return 'unknown';
  if (error.message.includes('QuotaExceededError')) return 'quota';
  const fault = NAMES[error.name] ?? 'unknown';
  // A database that could not be opened is closed for everybody else: why, stands inside.
  const inner = fault === 'closed' && 'inner' in error ? faultOf(error.inner) : 'unknown';
  return inner === 'unknown' ? fault : inner;
}

/** Faults that a fresh connection may cure. */
export function isCurableByReopening(error: unknown): boolean {
  const fault = faultOf(error);
  return fault === 'hang' || fault === 'closed';
}
