import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { recordId } from '@/lib/wire/records';
import { type Actor, noteDecision } from '../clips/review';
import { Refusal } from '../http/refusal';
import type { Sql, Store } from '../store/sql';
import { upsertRecords } from './upsert';

/** Kinds that are only ever added to: a mistake is a new event with `correctsId`. */
const APPEND_ONLY: ReadonlySet<Kind> = new Set<Kind>(['statusEvent', 'stance', 'reply']);

/** Writes one record of a data set and notes who did it. */
export function putRecord<K extends Kind>(
  store: Store,
  dataset: string,
  kind: K,
  record: RecordOfKind[K],
  actor: Actor,
): Promise<void> {
  return store.transaction(async (sql) => {
    await needDataset(sql, dataset);
    const id = recordId(record);
    const body = JSON.stringify(record);
    const before = await bodyOf(sql, dataset, kind, id);
    if (before === body) return;
    if (before !== null && APPEND_ONLY.has(kind)) {
      throw new Refusal(409, 'appendOnly', 'this is never changed: correct it by a new record');
    }
    await upsertRecords(sql, dataset, [{ kind, id, body }]);
    const action = before === null ? 'added' : 'changed';
    await noteDecision(sql, actor, { action, subject: `${kind} ${id}`, reason: null });
  });
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

async function bodyOf(sql: Sql, dataset: string, kind: Kind, id: string): Promise<string | null> {
  const [row] = await sql.query<{ body: string }>(
    'select body from record where dataset = $1 and kind = $2 and id = $3',
    [dataset, kind, id],
  );
  return row?.body ?? null;
}
