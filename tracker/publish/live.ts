import { addHash, dropHash, rowHash, sumHex } from '@/lib/wire/digest';
import { pagesOf } from '../store/pages-of';
import type { Sql } from '../store/sql';
import { changeLine, type LogRow } from './lines';

/** The digest of what a reader holds who has applied everything. */
export interface Digest {
  readonly n: number;
  readonly sum64: string;
}

interface LiveRow {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  readonly hash: string | null;
}

/** No kind and no id holds a line feed. */
function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}\n${id}`;
}

/** Brings the table of live rows up to date with new log rows, in order, and answers the new digest. */
export async function applyToLive(
  sql: Sql,
  dataset: string,
  rows: readonly LogRow[],
  before: Digest,
): Promise<Digest> {
  const live = await knownRows(sql, dataset, rows);
  let sum = BigInt(`0x${before.sum64}`);
  let { n } = before;
  for (const row of rows) {
    const old = live.get(keyOf(row))?.hash ?? null;
    if (old !== null) {
      sum = dropHash(sum, BigInt(`0x${old}`));
      n -= 1;
    }
    const hash = row.body === null ? null : rowHash(changeLine(row));
    if (hash !== null) {
      sum = addHash(sum, hash);
      n += 1;
    }
    const { kind, id, rev } = row;
    live.set(keyOf(row), { kind, id, rev, hash: hash === null ? null : sumHex(hash) });
  }
  await writeRows(sql, dataset, [...live.values()]);
  return { n, sum64: sumHex(sum) };
}

async function knownRows(
  sql: Sql,
  dataset: string,
  rows: readonly LogRow[],
): Promise<Map<string, LiveRow>> {
  const found = await sql.query<LiveRow>(
    `select live.kind, live.id, live.rev, live.hash
       from live join (
         select distinct kind, id from unnest($2::text[], $3::text[]) as u (kind, id)
       ) as wanted using (kind, id)
      where live.dataset = $1`,
    [dataset, rows.map(({ kind }) => kind), rows.map(({ id }) => id)],
  );
  return new Map(found.map((row) => [keyOf(row), row]));
}

async function writeRows(sql: Sql, dataset: string, rows: readonly LiveRow[]): Promise<void> {
  await sql.query(
    `insert into live (dataset, kind, id, rev, hash)
     select $1, kind, id, rev, hash
       from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) as u (kind, id, rev, hash)
     on conflict (dataset, kind, id) do update set rev = excluded.rev, hash = excluded.hash`,
    [
      dataset,
      rows.map(({ kind }) => kind),
      rows.map(({ id }) => id),
      rows.map(({ rev }) => rev),
      rows.map(({ hash }) => hash),
    ],
  );
}

/**
 * The newest version of each record, in the order of rev; `tombstones` too when asked. Inside a transaction,
 * a page of them in memory at a time.
 */
export async function* liveRows(
  sql: Sql,
  dataset: string,
  { tombstones }: { readonly tombstones: boolean },
): AsyncGenerator<LogRow> {
  const pages = pagesOf<LogRow>(
    sql,
    `select log.rev, log.kind, log.id, log.body
       from live join log on log.dataset = live.dataset and log.rev = live.rev
      where live.dataset = $1 and ($2 or live.hash is not null)
      order by log.rev`,
    [dataset, tombstones],
  );
  for await (const rows of pages) yield* rows;
}
