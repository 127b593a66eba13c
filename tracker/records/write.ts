import type { Kind } from '@/lib/ledger/records';
import { Refusal } from '../http/refusal';
import type { Sql } from '../store/sql';
import { type RecordRow, upsertRecords } from './upsert';

/** Kinds that are only ever added to: a mistake is a new event with `correctsId`. */
const APPEND_ONLY: ReadonlySet<Kind> = new Set<Kind>(['statusEvent', 'stance', 'reply']);

/** A record of a data set, as it is stored. */
export interface PlacedRow extends RecordRow {
  readonly dataset: string;
}

/** Writes one record; 409 where the kind is append-only and the id has another text already. */
export async function writeRecord(sql: Sql, row: PlacedRow): Promise<'added' | 'changed' | 'same'> {
  const before = await bodyOf(sql, row);
  if (before === row.body) return 'same';
  if (before !== null && APPEND_ONLY.has(row.kind)) {
    throw new Refusal(409, 'appendOnly', 'this is never changed: correct it by a new record');
  }
  await upsertRecords(sql, row.dataset, [row]);
  return before === null ? 'added' : 'changed';
}

/** The stored text of a record; null: there is none. */
export async function bodyOf(sql: Sql, { dataset, kind, id }: PlacedRow): Promise<string | null> {
  const [row] = await sql.query<{ body: string }>(
    'select body from record where dataset = $1 and kind = $2 and id = $3',
    [dataset, kind, id],
  );
  return row?.body ?? null;
}
