import type { Pledge } from '@/lib/ledger/records';
import { type ClipBody, type ClipStatus, parseClipBody } from '@/lib/wire/clips';
import { parseRecord } from '@/lib/wire/records';
import type { QueuedClip } from '@/lib/wire/review';
import { accepted, impossible, Refusal } from '../http/refusal';
import { upsertRecords } from '../records/upsert';
import type { Sql, Store } from '../store/sql';
import { type ClipRow, hasRecord, lockClip, statusOf } from './clips';

/** Who decides, and when. The actor is the short name of an editor's token. */
export interface Actor {
  readonly name: string;
  readonly at: string;
}

/** Clips that wait, oldest first. */
export async function reviewQueue(sql: Sql, limit: number): Promise<QueuedClip[]> {
  const rows = await sql.query<ClipRow>(
    `select id, dataset, body, received_on from clip where state = 'received' order by seq limit $1`,
    [limit],
  );
  const queue: QueuedClip[] = [];
  for (const { id, dataset, received_on, body: text } of rows) {
    const body = storedBody(text);
    queue.push({
      id,
      dataset,
      receivedOn: received_on,
      body,
      similar: await similarTo(sql, dataset, body),
    });
  }
  return queue;
}

function storedBody(text: string): ClipBody {
  const parsed = parseClipBody(JSON.parse(text));
  if (!parsed.ok) throw new Error(`a stored clip does not parse: ${parsed.field}`);
  return parsed.value;
}

/** An editor looks at no more than this many likenesses. */
const SIMILAR_MAX = 10;

async function similarTo(
  sql: Sql,
  dataset: string,
  body: ClipBody,
): Promise<QueuedClip['similar']> {
  const rows = await sql.query<{ id: string; body: string }>(
    `select id, body from record
      where dataset = $1 and kind = 'promise' and body::json ->> 'postId' = $2
        and body::json ->> 'topic' = $3
      order by (body::json ->> 'areaId' is not distinct from $4) desc, pos desc limit $5`,
    [dataset, body.postId, body.topic, body.areaId, SIMILAR_MAX],
  );
  // Records are parsed when they come in, so the text is there.
  return rows.map((row) => ({ id: row.id, text: (JSON.parse(row.body) as Pledge).text }));
}

/**
 * Makes a clip a promise under the clip's own id, with the editor's changes of its fields: promise, clip, decision and outbox in one transaction.
 * Accepting twice answers the same.
 */
export function acceptClip(
  store: Store,
  id: string,
  edits: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<ClipStatus> {
  return decide(store, id, 'accepted', async (sql, row) => {
    const promise = accepted(parseRecord('promise', { ...draftOf(row), ...edits, id }));
    await refuseUnknownIds(sql, row.dataset, promise);
    await upsertRecords(sql, row.dataset, [{ kind: 'promise', id, body: JSON.stringify(promise) }]);
    await settle(sql, row, { state: 'accepted', actor });
  });
}

function draftOf(row: ClipRow): object {
  const { v: _version, textDigest: _digest, retrievedAt: _at, ...body } = storedBody(row.body);
  return { ...body, outsidePowers: false, source: body.source ?? undefined };
}

async function refuseUnknownIds(sql: Sql, dataset: string, promise: Pledge): Promise<void> {
  const wanted = [
    ['postId', 'post', promise.postId],
    ['personId', 'person', promise.personId],
    ['areaId', 'area', promise.areaId],
    ['repeatsId', 'promise', promise.repeatsId],
  ] as const;
  for (const [field, kind, wantedId] of wanted) {
    if (wantedId !== null && !(await hasRecord(sql, dataset, kind, wantedId))) {
      throw impossible(field, `an id of the data set ${dataset}, not ${wantedId}`);
    }
  }
}

/** A clip says what a promise on record says already: that one survives. */
export function mergeClip(
  store: Store,
  id: string,
  survivorId: string,
  actor: Actor,
): Promise<ClipStatus> {
  return decide(store, id, 'merged', async (sql, row) => {
    if (!(await hasRecord(sql, row.dataset, 'promise', survivorId))) {
      throw impossible('into', `a promise of the data set ${row.dataset}, not ${survivorId}`);
    }
    await settle(sql, row, { state: 'merged', survivorId, actor });
  });
}

/** Refuses a clip; the reason is shown to the clipper. */
export function rejectClip(
  store: Store,
  id: string,
  reason: string,
  actor: Actor,
): Promise<ClipStatus> {
  return decide(store, id, 'rejected', (sql, row) =>
    settle(sql, row, { state: 'rejected', reason, actor }),
  );
}

function decide(
  store: Store,
  id: string,
  state: ClipStatus['state'],
  work: (sql: Sql, row: ClipRow) => Promise<void>,
): Promise<ClipStatus> {
  return store.transaction(async (sql) => {
    const row = await lockClip(sql, id);
    if (row.state === state) return statusOf(row);
    if (row.state !== 'received') {
      throw new Refusal(409, 'decided', `this clip is ${row.state} already`);
    }
    await work(sql, row);
    return statusOf(await lockClip(sql, id));
  });
}

interface Settlement {
  readonly state: ClipStatus['state'];
  readonly survivorId?: string;
  readonly reason?: string;
  readonly actor: Actor;
}

async function settle(sql: Sql, row: ClipRow, to: Settlement): Promise<void> {
  const { state, survivorId = null, reason = null, actor } = to;
  await sql.query(
    `update clip set state = $2, survivor_id = $3, reason = $4, decided_at = $5 where id = $1`,
    [row.id, state, survivorId, reason, actor.at],
  );
  await noteDecision(sql, actor, {
    action: state,
    subject: `clip ${row.id}`,
    reason: reason ?? survivorId,
  });
}

/** Writes a line into the append-only log of decisions. */
export async function noteDecision(
  sql: Sql,
  actor: Actor,
  decision: { readonly action: string; readonly subject: string; readonly reason: string | null },
): Promise<void> {
  await sql.query(
    'insert into decision (at, actor, action, subject, reason) values ($1, $2, $3, $4, $5)',
    [actor.at, actor.name, decision.action, decision.subject, decision.reason],
  );
}
