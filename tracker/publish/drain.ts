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

interface Moved {
  /** Rows taken from the outbox. */
  readonly taken: number;
  /** Rows written into the log: several changes of one record become one. */
  readonly written: number;
}

/** Moves committed changes from the outbox into the log, numbered without gaps in the order they were noted. */
function drainOnce(store: Store, dataset: string): Promise<Moved> {
  return store.transaction(async (sql) => {
    await publisherLock(sql, dataset);
    return await queryOne<Moved>(sql, DRAIN, [dataset, TAKE]);
  });
}

/**
 * Drains what was committed before the call; answers how many log rows were written. A taking that was not
 * full has emptied the outbox: to look once more would cost every reader four round trips to the database.
 */
export async function drain(store: Store, dataset: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const { taken, written } = await drainOnce(store, dataset);
    moved += written;
    if (taken < TAKE) return moved;
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
select (select count(*) from taken) as taken, (select count(*) from written) as written`;
