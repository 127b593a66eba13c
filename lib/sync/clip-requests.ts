import {
  type ClipBody,
  type ClipStatus,
  parseClipStatus,
  parseStatusAnswer,
  parseTokenAnswer,
} from '@/lib/wire/clips';
import { type Asking, jsonBody, type Outcome, outcomeOf, send } from './ask-tracker';
import type { World } from './world';

/** Asks for a pseudonymous token. Nothing about the asker is sent. */
export async function askToken(world: World, origin: string): Promise<Outcome<string>> {
  const answer = await send(world, `${origin}/v1/tokens`, { method: 'POST' });
  const outcome = outcomeOf(answer, parseTokenAnswer);
  return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.token } : outcome;
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
