import * as z from 'zod/mini';
import type { StatusEvent, Text } from '@/lib/ledger/records';
import { type ClipBody, parseClipBody } from './clips';
import { id, uuid7 } from './fields';
import { type Parsed, parseTolerant } from './parse';
import { parseRecordTolerant, promiseParts } from './records';

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
  return parseEach('clips', queue.value.clips, parseRow);
}

/** All rows of a list, or the first fault with its place. */
function parseEach<T>(
  list: string,
  rows: readonly unknown[],
  parse: (row: unknown) => Parsed<T>,
): Parsed<readonly T[]> {
  const values: T[] = [];
  for (const [at, one] of rows.entries()) {
    const row = parse(one);
    if (!row.ok) return { ...row, field: `${list}[${at}].${row.field}` };
    values.push(row.value);
  }
  return { ok: true, value: values };
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

/** A verdict that waits for a second editor: readers do not get it before one has confirmed it. */
export interface Proposal {
  readonly dataset: string;
  readonly record: StatusEvent;
  /** Short name of the token that proposed it. */
  readonly proposedBy: string;
  /** When it was proposed, ISO 8601. */
  readonly at: string;
}

const proposalSchema = z.strictObject({
  dataset: z.string().check(z.maxLength(32)),
  // Nothing else waits for a second editor.
  kind: z.literal('statusEvent'),
  id,
  record: z.unknown(),
  proposedBy: z.string().check(z.maxLength(100)),
  at: z.string().check(z.maxLength(40)),
});

const proposalsSchema = z.strictObject({ proposals: z.array(z.unknown()) });

function parseProposal(input: unknown): Parsed<Proposal> {
  const row = parseTolerant(proposalSchema, input);
  if (!row.ok) return row;
  const { dataset, proposedBy, at } = row.value;
  const record = parseRecordTolerant('statusEvent', row.value.record);
  if (!record.ok) return { ...record, field: `record.${record.field}` };
  return { ok: true, value: { dataset, record: record.value, proposedBy, at } };
}

/** Parses the answer of `GET /v1/review/proposals`; one row that does not parse refuses all. */
export function parseProposals(input: unknown): Parsed<readonly Proposal[]> {
  const answer = parseTolerant(proposalsSchema, input);
  return answer.ok ? parseEach('proposals', answer.value.proposals, parseProposal) : answer;
}
