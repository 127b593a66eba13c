import { retryAfterMs } from './back-off';
import { SyncFailure } from './ends';
import type { World } from './world';

/** No answer in this time is none. */
export const FETCH_LIMIT_MS = 20_000;

/** What may be asked of one file. */
export interface FileWish {
  readonly url: string;
  /** Reading stops past this many decoded bytes. */
  readonly maxBytes: number;
  /** Asks the tracker even where the browser has a copy that is still fresh. */
  readonly isFresh?: boolean;
}

/** A file and the server's clock. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The answer's `Date`, ms; null when there is none. */
  readonly serverNow: number | null;
}

/** `timeout` for our own limit, `offline` for everything else that keeps bytes from coming. */
function failureOf(error: unknown): SyncFailure {
  if (error instanceof SyncFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return new SyncFailure(isLate ? 'timeout' : 'offline', message);
}

function refuseStatus(response: Response, now: number): void {
  if (response.status === 200) return;
  const pause = retryAfterMs(response.headers.get('retry-after'), now);
  const end = pause !== null || response.status === 429 ? 'backoff' : 'server';
  throw new SyncFailure(end, `HTTP ${response.status} for ${response.url}`, pause);
}

async function readUpTo(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (step === undefined || step.done) break;
    length += step.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new SyncFailure('corruption', `more than ${maxBytes} bytes from ${response.url}`);
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Fetches a public file: no credentials, no referrer, no redirects. Throws `SyncFailure`. */
export async function fetchBytes(world: World, wish: FileWish): Promise<Fetched> {
  try {
    const response = await world.fetch(wish.url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: wish.isFresh === true ? 'no-cache' : 'default',
      signal: AbortSignal.timeout(FETCH_LIMIT_MS),
    });
    refuseStatus(response, world.now());
    const date = Date.parse(response.headers.get('date') ?? '');
    const bytes = await readUpTo(response, wish.maxBytes);
    return { bytes, serverNow: Number.isNaN(date) ? null : date };
  } catch (error) {
    throw failureOf(error);
  }
}
