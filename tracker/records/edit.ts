import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { recordId } from '@/lib/wire/records';
import { type Actor, noteDecision } from '../clips/review';
import { Refusal } from '../http/refusal';
import type { Sql, Store } from '../store/sql';
import { propose } from './proposals';
import { needsSecond } from './verdicts';
import { writeRecord } from './write';

/** `waiting`: a second person is to confirm it. */
export type Put = 'written' | 'waiting';

/**
 * Writes one record of a data set and notes who did it. With `verdictsByTwo` a verdict waits until somebody else
 * confirms it, or says the same.
 */
export function putRecord<K extends Kind>(
  store: Store,
  dataset: string,
  kind: K,
  record: RecordOfKind[K],
  by: { readonly actor: Actor; readonly verdictsByTwo: boolean },
): Promise<Put> {
  return store.transaction(async (sql) => {
    await needDataset(sql, dataset);
    const id = recordId(record);
    const row = { dataset, kind, id, body: JSON.stringify(record) };
    if (by.verdictsByTwo && (await needsSecond(sql, dataset, record))) {
      return propose(sql, row, by.actor);
    }
    const action = await writeRecord(sql, row);
    if (action !== 'same')
      await noteDecision(sql, by.actor, { action, subject: `${kind} ${id}`, reason: null });
    return 'written';
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
