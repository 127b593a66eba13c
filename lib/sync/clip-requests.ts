import type { BlockedBy } from '@/lib/storage/clip';
import {
  type ClipBody,
  type ClipStatus,
  parseClipStatus,
  parseStatusAnswer,
  parseTokenAnswer,
  parseWireError,
} from '@/lib/wire/clips';
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

const REFUSED = [400, 409, 413, 422];
const NEEDS_AUTH = [401, 403];
const NEEDS_UPDATE = [404, 410, 426];

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly askedMs: number | null;
}

async function send(world: World, url: string, init: RequestInit): Promise<Answer | string> {
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

function reasonOf({ status, json }: Answer): string {
  const parsed = parseWireError(json);
  return parsed.ok ? `${parsed.value.error}: ${parsed.value.message}` : `HTTP ${status}`;
}

function outcomeOf<T>(answer: Answer | string, parse: (json: unknown) => Parsed<T>): Outcome<T> {
  if (typeof answer === 'string') return { kind: 'later', reason: answer, askedMs: null };
  const { status, json, askedMs } = answer;
  if (status === 200 || status === 201) {
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

function jsonBody(token: string, body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  return {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** Asks for a pseudonymous token. Nothing about the asker is sent. */
export async function askToken(world: World, origin: string): Promise<Outcome<string>> {
  const answer = await send(world, `${origin}/v1/tokens`, { method: 'POST' });
  const outcome = outcomeOf(answer, parseTokenAnswer);
  return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.token } : outcome;
}

/** Where and as whom. */
export interface Asking {
  readonly origin: string;
  readonly token: string;
}

/** Sends a clip; doing it again with the same body does no harm. */
export async function putClip(
  world: World,
  { origin, token }: Asking,
  id: string,
  body: ClipBody,
): Promise<Outcome<ClipStatus>> {
  const url = `${origin}/v1/clips/${id}`;
  return outcomeOf(
    await send(world, url, { method: 'PUT', ...jsonBody(token, body) }),
    parseClipStatus,
  );
}

/** Takes a clip back. */
export async function deleteClip(
  world: World,
  { origin, token }: Asking,
  id: string,
): Promise<Outcome<ClipStatus>> {
  const headers = { authorization: `Bearer ${token}` };
  const url = `${origin}/v1/clips/${id}`;
  return outcomeOf(await send(world, url, { method: 'DELETE', headers }), parseClipStatus);
}

/** Asks what became of own clips, up to 100; unknown ones are missing from the answer. */
export async function askStatuses(
  world: World,
  { origin, token }: Asking,
  ids: readonly string[],
): Promise<Outcome<readonly ClipStatus[]>> {
  const url = `${origin}/v1/clips/status`;
  const answer = await send(world, url, { method: 'POST', ...jsonBody(token, { ids }) });
  const outcome = outcomeOf(answer, parseStatusAnswer);
  return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.clips } : outcome;
}
