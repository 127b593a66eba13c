import type { Kind } from '@/lib/ledger/records';
import type { Sql } from '../store/sql';

/** A record as it is stored: its compact JSON, fields in the order of lib/wire. */
export interface RecordRow {
  readonly kind: Kind;
  readonly id: string;
  readonly body: string;
}

/** Rows a statement: keeps one statement's parameters to a few megabytes. */
const BATCH = 2_000;

/** Writes records; unchanged ones are left alone, so that importing the same folder twice publishes nothing. */
export async function upsertRecords(
  sql: Sql,
  dataset: string,
  rows: readonly RecordRow[],
): Promise<number> {
  let written = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const changed = await sql.query(
      `insert into record (dataset, kind, id, body)
       select $1, kind, id, body
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality as r (kind, id, body, n)
        order by n
       on conflict (dataset, kind, id) do update set body = excluded.body
         where record.body is distinct from excluded.body
       returning id`,
      [
        dataset,
        batch.map(({ kind }) => kind),
        batch.map(({ id }) => id),
        batch.map(({ body }) => body),
      ],
    );
    written += changed.length;
  }
  return written;
}
