import { queryOne, type Sql, type Store } from '../store/sql';

/** Rows that one transaction takes from the outbox: a lock held for well under a second. */
const TAKE = 5_000;

/**
 * Holds off every other publisher of this data set until the transaction ends. Its own statement, so that
 * the next one sees all that was committed while it waited; writers never take this lock.
 */
export async function publisherLock(sql: Sql, dataset: string): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtext('uade-publisher'), hashtext($1))`, [
    dataset,
  ]);
}

/**
 * Moves committed changes from the outbox into the log, numbered without gaps in the order in which they
 * were noted; several changes of one record become one. Answers how many log rows were written.
 */
function drainOnce(store: Store, dataset: string): Promise<number> {
  return store.transaction(async (sql) => {
    await publisherLock(sql, dataset);
    const { n } = await queryOne<{ n: number }>(sql, DRAIN, [dataset, TAKE]);
    return n;
  });
}

/** Drains until the outbox is empty. */
export async function drain(store: Store, dataset: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const count = await drainOnce(store, dataset);
    if (count === 0) return moved;
    moved += count;
  }
}

const DRAIN = `
with taken as (
  delete from outbox where oid in (
    select oid from outbox where dataset = $1 order by oid limit $2::int
  ) returning oid, kind, id
), latest as (
  select kind, id, max(oid) as oid from taken group by kind, id
), numbered as (
  select kind, id, row_number() over (order by oid) as n from latest
), head as (
  update log_head set rev = rev + (select count(*) from latest)
   where dataset = $1 returning rev - (select count(*) from latest) as base
), written as (
  insert into log (dataset, rev, kind, id, body)
  select $1, head.base + numbered.n, numbered.kind, numbered.id, record.body
    from numbered cross join head
    left join record on record.dataset = $1 and record.kind = numbered.kind
                    and record.id = numbered.id
  returning rev
)
select count(*) as n from written`;
