import type { Kind, Pledge, RecordOfKind } from '@/lib/ledger/records';
import { type ClipStatus, parseClipStatus, parseWireError } from '@/lib/wire/clips';
import type { Parsed } from '@/lib/wire/parse';
import {
  type Proposal,
  parseProposals,
  parseQueue,
  parseRecordAnswer,
  type QueuedClip,
  type RecordAnswer,
} from '@/lib/wire/review';
import { type Asking, jsonBody, type Outcome, outcomeOf, reasonOf, send } from './ask-tracker';
import type { World } from './world';

/** What an editor's request came to. */
export type ReviewOutcome<T> =
  | Outcome<T>
  /** Another editor was first, and nothing was overwritten. */
  | { readonly kind: 'conflict'; readonly reason: string }
  /** Who proposed a verdict cannot confirm it too. */
  | { readonly kind: 'samePerson' };

const CONFLICT = 409;
const GONE = 404;

function isOfSamePerson(json: unknown): boolean {
  const parsed = parseWireError(json);
  return parsed.ok && parsed.value.error === 'samePerson';
}

async function decide<T>(
  world: World,
  url: string,
  init: RequestInit,
  parse: (json: unknown) => Parsed<T>,
): Promise<ReviewOutcome<T>> {
  const answer = await send(world, url, init);
  if (typeof answer !== 'string' && answer.status === CONFLICT)
    return { kind: 'conflict', reason: reasonOf(answer) };
  return outcomeOf(answer, parse);
}

/** Clips that wait for a decision, oldest first. */
export async function askQueue(
  world: World,
  { origin, token }: Asking,
): Promise<Outcome<readonly QueuedClip[]>> {
  const headers = { authorization: `Bearer ${token}` };
  return outcomeOf(await send(world, `${origin}/v1/review/queue`, { headers }), parseQueue);
}

/**
 * A decision on a clip: a promise of its own with the editor's changes, one that is on record already, or none.
 * Accepting says that the editor has looked for names of private persons, and there are none.
 */
export type Decision =
  | {
      readonly kind: 'accept';
      readonly promise: Partial<Pledge>;
      readonly namesNoPrivatePerson: true;
    }
  | { readonly kind: 'merge'; readonly into: string }
  | { readonly kind: 'reject'; readonly reason: string };

/** Decides on a clip. Deciding the same twice does no harm. */
export function decideClip(
  world: World,
  { origin, token }: Asking,
  clipId: string,
  { kind, ...body }: Decision,
): Promise<ReviewOutcome<ClipStatus>> {
  const url = `${origin}/v1/review/clips/${clipId}/${kind}`;
  return decide(world, url, { method: 'POST', ...jsonBody(token, body) }, parseClipStatus);
}

/** Kinds of which each record stands beside others about the same thing, and is added without looking away. */
export type AddedKind = 'statusEvent' | 'stance' | 'membership' | 'person';

/**
 * Adds a record. `seen` are the ids of the records about the same thing that the editor had in view: when the
 * tracker holds another one by now, nothing is written and the outcome is a conflict.
 */
export function addRecord<K extends AddedKind & Kind>(
  world: World,
  { origin, token }: Asking,
  {
    dataset,
    kind,
    record,
    seen,
  }: {
    readonly dataset: string;
    readonly kind: K;
    readonly record: RecordOfKind[K] & { readonly id: string };
    readonly seen: readonly string[];
  },
): Promise<ReviewOutcome<RecordAnswer>> {
  const query = new URLSearchParams({ seen: seen.join(' ') });
  const url = `${origin}/v1/review/${dataset}/records/${kind}/${encodeURIComponent(record.id)}?${query}`;
  return decide(world, url, { method: 'PUT', ...jsonBody(token, record) }, parseRecordAnswer);
}

/** Verdicts that wait for a second editor, oldest first. */
export async function askProposals(
  world: World,
  { origin, token }: Asking,
): Promise<Outcome<readonly Proposal[]>> {
  const headers = { authorization: `Bearer ${token}` };
  return outcomeOf(await send(world, `${origin}/v1/review/proposals`, { headers }), parseProposals);
}

/** What a second editor says of a verdict; the reason of a refusal is kept in the tracker's log. */
export type SecondWord =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'refuse'; readonly reason: string };

/** Confirms or refuses a verdict of another editor. */
export async function settleProposal(
  world: World,
  { origin, token }: Asking,
  { dataset, record }: Proposal,
  { kind, ...body }: SecondWord,
): Promise<ReviewOutcome<RecordAnswer>> {
  const subject = `${dataset}/statusEvent/${encodeURIComponent(record.id)}`;
  const url = `${origin}/v1/review/proposals/${subject}/${kind}`;
  const answer = await send(world, url, { method: 'POST', ...jsonBody(token, body) });
  if (typeof answer !== 'string') {
    if (answer.status === CONFLICT && isOfSamePerson(answer.json)) return { kind: 'samePerson' };
    // Confirmed or refused by somebody else in the meantime.
    if (answer.status === CONFLICT || answer.status === GONE)
      return { kind: 'conflict', reason: reasonOf(answer) };
  }
  return outcomeOf(answer, parseRecordAnswer);
}
