import * as z from 'zod/mini';
import type { Text } from '@/lib/ledger/records';
import { type ClipBody, parseClipBody } from './clips';
import { id, uuid7 } from './fields';
import { type Parsed, parseTolerant } from './parse';
import { promiseParts } from './records';

/** A clip as an editor sees it; nothing of its author. */
export interface QueuedClip {
  readonly id: string;
  readonly dataset: string;
  /** Day on which the tracker got it. */
  readonly receivedOn: string;
  readonly body: ClipBody;
  /** Promises of the same office on the same topic, likeliest first. */
  readonly similar: readonly { readonly id: string; readonly text: Text }[];
}

const rowSchema = z.strictObject({
  id: uuid7,
  dataset: z.string().check(z.maxLength(32)),
  receivedOn: z.string().check(z.maxLength(40)),
  body: z.unknown(),
  similar: z.array(z.strictObject({ id, text: promiseParts.text })),
});

const queueSchema = z.strictObject({ clips: z.array(z.unknown()) });

/** Parses one row of the queue. */
function parseRow(input: unknown): Parsed<QueuedClip> {
  const row = parseTolerant(rowSchema, input);
  if (!row.ok) return row;
  const body = parseClipBody(row.value.body);
  return body.ok ? { ok: true, value: { ...row.value, body: body.value } } : body;
}

/** Parses the answer of `GET /v1/review/queue`; one row that does not parse refuses all. */
export function parseQueue(input: unknown): Parsed<readonly QueuedClip[]> {
  const queue = parseTolerant(queueSchema, input);
  if (!queue.ok) return queue;
  const clips: QueuedClip[] = [];
  for (const [at, one] of queue.value.clips.entries()) {
    const row = parseRow(one);
    if (!row.ok) return { ...row, field: `clips[${at}].${row.field}` };
    clips.push(row.value);
  }
  return { ok: true, value: clips };
}

/** What became of a record; `waiting`: a second editor is to confirm it, and readers do not get it before. */
export interface RecordAnswer {
  readonly id: string;
  readonly state?: 'waiting' | undefined;
}

const recordAnswerSchema: z.ZodMiniType<RecordAnswer> = z.strictObject({
  id,
  state: z.optional(z.literal('waiting')),
});

/** Parses the answer of `PUT /v1/review/{dataset}/records/{kind}/{id}`. */
export function parseRecordAnswer(input: unknown): Parsed<RecordAnswer> {
  return parseTolerant(recordAnswerSchema, input);
}
