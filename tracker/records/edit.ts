import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { recordId } from '@/lib/wire/records';
import { type Actor, noteDecision } from '../clips/review';
import { Refusal } from '../http/refusal';
import type { Sql, Store } from '../store/sql';
import { propose } from './proposals';
import { needsSecond } from './verdicts';
import { bodyOf, type PlacedRow, writeRecord } from './write';

/** `waiting`: a second person is to confirm it. */
export type Put = 'written' | 'waiting';

/** By which field records of a kind are about the same thing, and the kind of that thing. */
const ABOUT: Partial<Record<Kind, readonly [field: string, kind: Kind]>> = {
  statusEvent: ['promiseId', 'promise'],
  stance: ['promiseId', 'promise'],
  membership: ['postId', 'post'],
};

/** A record to be written, and what its editor had in view. */
export interface Edit<K extends Kind> {
  readonly dataset: string;
  readonly kind: K;
  readonly record: RecordOfKind[K];
  /** Ids of the records about the same thing that the editor has seen; null: not told, not looked at. */
  readonly seen: readonly string[] | null;
}

/**
 * Writes one record of a data set and notes who did it. With `verdictsByTwo` a verdict waits until somebody else
 * confirms it, or says the same.
 */
export function putRecord<K extends Kind>(
  store: Store,
  { dataset, kind, record, seen }: Edit<K>,
  by: { readonly actor: Actor; readonly verdictsByTwo: boolean },
): Promise<Put> {
  return store.transaction(async (sql) => {
    await needDataset(sql, dataset);
    const id = recordId(record);
    const row = { dataset, kind, id, body: JSON.stringify(record) };
    // What is written already is said again after an answer that was lost.
    if (seen !== null && (await bodyOf(sql, row)) !== row.body)
      await refuseUnseen(sql, row, [...seen, id]);
    if (by.verdictsByTwo && (await needsSecond(sql, dataset, record))) {
      return propose(sql, row, by.actor);
    }
    const action = await writeRecord(sql, row);
    if (action !== 'same')
      await noteDecision(sql, by.actor, { action, subject: `${kind} ${id}`, reason: null });
    return 'written';
  });
}

/** Refuses when another editor has added a record about the same thing in the meantime. */
async function refuseUnseen(
  sql: Sql,
  { dataset, kind, body }: PlacedRow,
  seen: readonly string[],
): Promise<void> {
  const about = ABOUT[kind];
  if (about === undefined) return;
  const [field, thing] = about;
  const thingId = (JSON.parse(body) as Readonly<Record<string, unknown>>)[field];
  // Two editors of the same thing wait for each other here, so the second sees what the first has written.
  await sql.query('select 1 from record where dataset = $1 and kind = $2 and id = $3 for update', [
    dataset,
    thing,
    thingId,
  ]);
  const rows = await sql.query<{ id: string }>(
    'select id from record where dataset = $1 and kind = $2 and body::json ->> $3::text = $4',
    [dataset, kind, field, thingId],
  );
  const unseen = rows.filter((row) => !seen.includes(row.id)).map((row) => row.id);
  if (unseen.length === 0) return;
  throw new Refusal(409, 'unseen', `meanwhile somebody has added ${unseen.join(', ')}`);
}

/**
 * Takes a record out for legal reasons: a tombstone goes out, and the text leaves the log as well. The
 * published files that hold it are dropped by the next publication.
 */
export function removeRecord(
  store: Store,
  subject: { readonly dataset: string; readonly kind: Kind; readonly id: string },
  reason: string,
  actor: Actor,
): Promise<void> {
  const { dataset, kind, id } = subject;
  return store.transaction(async (sql) => {
    await needDataset(sql, dataset);
    const gone = await sql.query(
      'delete from record where dataset = $1 and kind = $2 and id = $3 returning id',
      [dataset, kind, id],
    );
    if (gone.length === 0) throw new Refusal(404, 'unknownRecord', 'there is no such record');
    await sql.query('insert into removal (dataset, kind, id, at) values ($1, $2, $3, $4)', [
      dataset,
      kind,
      id,
      actor.at,
    ]);
    await noteDecision(sql, actor, { action: 'removed', subject: `${kind} ${id}`, reason });
  });
}

async function needDataset(sql: Sql, dataset: string): Promise<void> {
  const rows = await sql.query('select 1 from dataset where name = $1', [dataset]);
  if (rows.length === 0) throw new Refusal(404, 'unknownDataset', 'there is no such data set');
}
