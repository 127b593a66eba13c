import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { drain } from '@/tracker/publish/drain';
import { type PublishDeps, publish } from '@/tracker/publish/publish';
import { importFolder } from '@/tracker/records/import-folder';
import { openStore } from '@/tracker/store/open';
import { openPostgres } from '@/tracker/store/postgres';
import type { Store } from '@/tracker/store/sql';
import { folder } from './harness';

/** What many writers and one polling reader made of each other. */
export interface WriterProof {
  readonly written: number;
  /** Rows that the reader of the published log never saw. */
  readonly lost: number;
  readonly doubled: number;
  /** Numbers missing below the highest rev. */
  readonly gaps: number;
  /** Rows that a reader of a plain sequence in the same run never saw: the control, which must lose. */
  readonly lostBySequence: number;
  readonly seconds: number;
}

const random = (max: number) => Math.floor(Math.random() * max);

async function withPool<T>(
  url: string,
  size: number,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: size });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Runs `work` once in a transaction of the pool. */
async function transact(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const INSERT = `insert into record (dataset, kind, id, body) values ('tt', 'promise', $1, '{}')`;

/** A writer notes its row under both schemes, then takes up to `holdMs` before it commits. */
async function writer(
  pool: pg.Pool,
  name: string,
  transactions: number,
  rows: number,
  holdMs: number,
) {
  for (let n = 0; n < transactions; n += 1) {
    await transact(pool, async (client) => {
      for (let row = 0; row < rows; row += 1) {
        const id = `${name}-${n}-${row}`;
        await client.query(INSERT, [id]);
        await client.query('insert into by_sequence (id) values ($1)', [id]);
      }
      if (holdMs > 0) await sleep(random(holdMs));
    });
  }
}

interface Poll {
  readonly seen: Map<string, number>;
  cursor: number;
}

async function poll(pool: pg.Pool, text: string, state: Poll): Promise<number> {
  const { rows } = await pool.query<{ n: string; id: string }>(text, [state.cursor]);
  for (const { n, id } of rows) {
    state.cursor = Number(n);
    state.seen.set(id, (state.seen.get(id) ?? 0) + 1);
  }
  return rows.length;
}

const READ_LOG = 'select rev as n, id from log where rev > $1 order by rev limit 1000';
const READ_SEQUENCE = 'select n, id from by_sequence where n > $1 order by n limit 1000';

/** Many writers, two publishers, a reader of the log and a reader of a plain sequence. */
export async function proveWriters(
  url: string,
  size: {
    readonly writers: number;
    readonly transactions: number;
    readonly rows: number;
    readonly holdMs: number;
  },
): Promise<WriterProof> {
  const began = Date.now();
  const stores = [await openStore({ databaseUrl: url }), await openStore({ databaseUrl: url })];
  const [first] = stores;
  if (first === undefined) throw new Error('no store');
  await importFolder(first, folder([]));
  await first.exec('create table by_sequence (n bigserial primary key, id text not null)');
  const log: Poll = { seen: new Map(), cursor: 0 };
  const sequence: Poll = { seen: new Map(), cursor: 0 };
  await withPool(url, size.writers + 2, async (pool) => {
    let isWriting = true;
    const publishing = stores.map(async (store) => {
      while (isWriting) await drain(store, 'tt');
    });
    const reading = (async () => {
      while (isWriting) {
        await poll(pool, READ_LOG, log);
        await poll(pool, READ_SEQUENCE, sequence);
      }
    })();
    const names = Array.from({ length: size.writers }, (_, index) => `w${index}`);
    await Promise.all(
      names.map((name) => writer(pool, name, size.transactions, size.rows, size.holdMs)),
    );
    isWriting = false;
    await Promise.all([...publishing, reading]);
    await drain(first, 'tt');
    while ((await poll(pool, READ_LOG, log)) > 0);
    while ((await poll(pool, READ_SEQUENCE, sequence)) > 0);
  });
  const [row] = await first.query<{ n: number; top: number }>(
    'select count(*) as n, max(rev) as top from log',
  );
  for (const store of stores) await store.close();
  const written = size.writers * size.transactions * size.rows;
  return {
    written,
    lost: written - log.seen.size,
    doubled: [...log.seen.values()].filter((count) => count > 1).length,
    gaps: (row?.top ?? 0) - (row?.n ?? 0),
    lostBySequence: written - sequence.seen.size,
    seconds: (Date.now() - began) / 1000,
  };
}

/** How several publishers treat a few records that change all the time. */
export interface HotProof {
  readonly changes: number;
  /** Log rows older than an earlier row of the same record. */
  readonly inversions: number;
  /** Records whose last log row is not their present state. */
  readonly stale: number;
}

/** The tempting way, as a control: each publisher skips what another holds, without a lock. */
const SKIP_LOCKED = `
with taken as (
  delete from outbox where oid in (
    select oid from outbox where dataset = $1 order by oid limit 20 for update skip locked
  ) returning oid, kind, id
), latest as (
  select kind, id, max(oid) as oid from taken group by kind, id
), read as (
  select latest.kind, latest.id, latest.oid, record.body from latest
    left join record on record.dataset = $1 and record.kind = latest.kind and record.id = latest.id
), head as (
  update log_head set rev = rev + (select count(*) from latest)
   where dataset = $1 returning rev - (select count(*) from latest) as base
)
insert into log (dataset, rev, kind, id, body)
select $1, head.base + row_number() over (order by read.oid), read.kind, read.id, read.body
  from read cross join head`;

/** Publishers on hot records; with `skipLocked` the control. */
export async function proveHot(
  url: string,
  size: { readonly records: number; readonly changes: number; readonly publishers: number },
  skipLocked: boolean,
): Promise<HotProof> {
  const store = await openPostgres(url, { onError: () => {}, connections: 8 });
  const { migrate } = await import('@/tracker/store/migrations');
  await migrate(store);
  await importFolder(store, folder([]));
  let isWriting = true;
  const publisher = async () => {
    while (isWriting) {
      if (skipLocked) await store.query(SKIP_LOCKED, ['tt']);
      else await drain(store, 'tt');
    }
  };
  const publishers = Array.from({ length: size.publishers }, publisher);
  const writers = Array.from({ length: 4 }, async (_unused, index) => {
    for (let n = index; n < size.changes; n += 4) await changeHot(store, n, size.records);
  });
  await Promise.all(writers);
  isWriting = false;
  await Promise.all(publishers);
  if (skipLocked) await store.query(SKIP_LOCKED, ['tt']);
  await drain(store, 'tt');
  const proof = await judgeHot(store);
  await store.close();
  return { changes: size.changes, ...proof };
}

async function changeHot(store: Store, n: number, records: number): Promise<void> {
  await store.query(
    `insert into record (dataset, kind, id, body) values ('tt', 'promise', $1, '1')
     on conflict (dataset, kind, id) do update set body = (record.body::int + 1)::text`,
    [`hot-${n % records}`],
  );
}

async function judgeHot(store: Store): Promise<{ inversions: number; stale: number }> {
  const [row] = await store.query<{ inversions: number; stale: number }>(
    `select (select count(*) from (
        select body::int < max(body::int) over (partition by id order by rev) as back from log
      ) as steps where back) as inversions,
      (select count(*) from record join lateral (
        select body from log where log.id = record.id order by rev desc limit 1
      ) as last on true where last.body is distinct from record.body) as stale`,
  );
  return { inversions: row?.inversions ?? -1, stale: row?.stale ?? -1 };
}

/** What an open write transaction does to others. */
export interface StallProof {
  /** Longest commit of another writer, milliseconds. */
  readonly writerMs: number;
  /** Longest time from another writer's commit to a head that has it, milliseconds. */
  readonly readerMs: number;
}

/**
 * `outbox`: ours. `none`: the same with no transaction open, what the machine itself costs. `writerLock`: the
 * tempting way, writers take turns so that their numbers have no gap; the control, whose writers must wait.
 */
export type StallMode = 'outbox' | 'none' | 'writerLock';

/** Holds a write transaction open while others write and are published. */
export async function proveStall(
  url: string,
  openMs: number,
  deps: PublishDeps,
  mode: StallMode,
): Promise<StallProof> {
  const store = await openStore({ databaseUrl: url });
  await importFolder(store, folder([]));
  await publish(store, 'tt', deps);
  let writerMs = 0;
  let readerMs = 0;
  await withPool(url, 2, async (pool) => {
    const insert = async (client: pg.PoolClient, id: string) => {
      if (mode === 'writerLock') await client.query('select pg_advisory_xact_lock(1)');
      await client.query(INSERT, [id]);
    };
    const until = Date.now() + openMs;
    let isHeld = mode === 'none';
    const held = transact(pool, async (client) => {
      if (mode === 'none') return;
      await insert(client, 'held');
      isHeld = true;
      await sleep(openMs);
    });
    while (!isHeld) await sleep(1);
    for (let n = 0; Date.now() < until - 100; n += 1) {
      const start = performance.now();
      await transact(pool, (client) => insert(client, `free-${n}`));
      const committed = performance.now();
      await publish(store, 'tt', deps);
      writerMs = Math.max(writerMs, committed - start);
      readerMs = Math.max(readerMs, performance.now() - committed);
      await sleep(20);
    }
    await held;
  });
  await store.close();
  return { writerMs, readerMs };
}

/** What a reader of the log sees beside an open write transaction, and after it: ids in order. */
export async function proveOpen(
  url: string,
  deps: PublishDeps,
): Promise<{ readonly whileOpen: readonly string[]; readonly afterwards: readonly string[] }> {
  const store = await openStore({ databaseUrl: url });
  await importFolder(store, folder([]));
  await publish(store, 'tt', deps);
  const idsAfter = async (rev: number) =>
    await store.query<{ id: string; rev: number }>(
      'select id, rev from log where rev > $1 order by rev',
      [rev],
    );
  const start = (await idsAfter(0)).length;
  let whileOpen: readonly { readonly id: string; readonly rev: number }[] = [];
  await withPool(url, 1, (pool) =>
    transact(pool, async (client) => {
      await client.query(INSERT, ['held']);
      for (let n = 0; n < 3; n += 1) {
        await store.query(INSERT, [`free-${n}`]);
        await publish(store, 'tt', deps);
      }
      whileOpen = await idsAfter(start);
    }),
  );
  await publish(store, 'tt', deps);
  const afterwards = await idsAfter(whileOpen.at(-1)?.rev ?? start);
  await store.close();
  const names = (rows: typeof whileOpen) => rows.map(({ id }) => id);
  return { whileOpen: names(whileOpen), afterwards: names(afterwards) };
}
