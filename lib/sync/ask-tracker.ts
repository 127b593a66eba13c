import type { BlockedBy } from '@/lib/storage/clip';
import { parseWireError } from '@/lib/wire/clips';
import type { Parsed } from '@/lib/wire/parse';
import { retryAfterMs } from './back-off';
import { FETCH_LIMIT_MS } from './fetch-bytes';
import type { World } from './world';

/** What a request to the tracker's writing side came to. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The tracker will never take it: its reason, in its words. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'blocked'; readonly by: BlockedBy; readonly reason: string }
  /** Another time: the whole queue waits. */
  | { readonly kind: 'later'; readonly reason: string; readonly askedMs: number | null };

/** Done, made, or taken and waiting for somebody else. */
const DONE: readonly number[] = [200, 201, 202];
const REFUSED = [400, 409, 413, 422];
const NEEDS_AUTH = [401, 403];
const NEEDS_UPDATE = [404, 410, 426];

/** What came back; `json` is not parsed yet. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly askedMs: number | null;
}

/** Sends a request; words instead of an answer when none came that can be read. */
export async function send(world: World, url: string, init: RequestInit): Promise<Answer | string> {
  try {
    const response = await world.fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(FETCH_LIMIT_MS),
    });
    const askedMs = retryAfterMs(response.headers.get('retry-after'), world.now());
    const json: unknown = JSON.parse(await response.text());
    return { status: response.status, json, askedMs };
  } catch (error) {
    // No network, no answer in time, or an answer that is no JSON: none of them tells what became of it.
    return error instanceof Error ? error.message : String(error);
  }
}

/** The tracker's own words for a refusal. */
export function reasonOf({ status, json }: Answer): string {
  const parsed = parseWireError(json);
  return parsed.ok ? `${parsed.value.error}: ${parsed.value.message}` : `HTTP ${status}`;
}

/** What an answer means for whoever asked. */
export function outcomeOf<T>(
  answer: Answer | string,
  parse: (json: unknown) => Parsed<T>,
): Outcome<T> {
  if (typeof answer === 'string') return { kind: 'later', reason: answer, askedMs: null };
  const { status, json, askedMs } = answer;
  if (DONE.includes(status)) {
    const parsed = parse(json);
    if (parsed.ok) return { kind: 'done', value: parsed.value };
    return { kind: 'later', reason: `a garbled answer: ${parsed.field}`, askedMs };
  }
  const reason = reasonOf(answer);
  if (REFUSED.includes(status)) return { kind: 'refused', reason };
  if (NEEDS_AUTH.includes(status)) return { kind: 'blocked', by: 'auth', reason };
  if (NEEDS_UPDATE.includes(status)) return { kind: 'blocked', by: 'update', reason };
  return { kind: 'later', reason, askedMs };
}

/** The parts of a request that carry a token and a JSON body. */
export function jsonBody(token: string, body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  return {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** Where and as whom. */
export interface Asking {
  readonly origin: string;
  readonly token: string;
}
