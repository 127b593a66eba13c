import type { Kind, RecordOfKind, Status } from '@/lib/ledger/records';
import type { Sql } from '../store/sql';

/** What these say judges nobody; every other status does, `stalled` among them. */
const NEUTRAL: ReadonlySet<string> = new Set<Status>(['notRated', 'inProgress']);

/**
 * Whether a record is a verdict, or takes the place of one: a correction, and any later word on a promise on
 * which a verdict stands.
 */
export async function needsSecond(
  sql: Sql,
  dataset: string,
  record: RecordOfKind[Kind],
): Promise<boolean> {
  // Status events alone say when they were recorded.
  if (!('recordedAt' in record)) return false;
  if (!NEUTRAL.has(record.status) || record.correctsId !== undefined) return true;
  const rows = await sql.query(
    `select 1 from record where dataset = $1 and kind = 'statusEvent'
        and body::json ->> 'promiseId' = $2 and body::json ->> 'status' <> all($3::text[])
      limit 1`,
    [dataset, record.promiseId, [...NEUTRAL]],
  );
  return rows.length > 0;
}
