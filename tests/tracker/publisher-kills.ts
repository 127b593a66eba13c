import { publish } from '@/tracker/publish/publish';
import { migrate } from '@/tracker/store/migrations';
import { openPostgres } from '@/tracker/store/postgres';
import type { Sql, Store } from '@/tracker/store/sql';
import { startPostgres } from '../../scripts/postgres.mjs';
import { folder, harnessOn } from './harness';
import { newDatabaseAt } from './new-database';
import { sync } from './reader';

/** What a reader found after a publisher had been killed again and again. */
export interface KillProof {
  /** Rounds in which the publisher's connection was cut in mid-work. */
  readonly kills: number;
  readonly written: number;
  /** Rows that a reader of the signed files lacks, and numbers missing or double in the log. */
  readonly wrong: number;
}

const ROWS_A_ROUND = 5;
/** A publisher that is not disturbed sends about so many statements a round. */
const STATEMENTS = 14;

/** Cuts the store's connections just before its nth statement inside `transaction`. */
function cutBefore(store: Store, nth: number, cut: () => Promise<void>, isAtomic: boolean): Store {
  let n = 0;
  const through = (sql: Sql): Sql => ({
    async query<Row extends object>(text: string, params?: readonly unknown[]) {
      n += 1;
      if (n === nth) {
        await cut();
        // A publisher that was killed sends nothing more.
        throw new Error('the publisher was killed');
      }
      return await sql.query<Row>(text, params);
    },
  });
  return {
    ...store,
    // The control: the same statements, each committed by itself.
    transaction: (work) =>
      isAtomic ? store.transaction((sql) => work(through(sql))) : work(through(store)),
  };
}

async function judged(store: Store, get: (path: string) => Promise<string>, key: string) {
  const [log] = await store.query<{ n: number; top: number; distinct: number }>(
    'select count(*) as n, max(rev) as top, count(distinct rev) as distinct from log',
  );
  const records = await store.query<{ kind: string; id: string }>('select kind, id from record');
  const { rows } = await sync(get, key, 'fresh');
  const missing = records.filter(({ kind, id }) => !rows.has(`${kind} ${id}`)).length;
  return missing + Math.abs((log?.top ?? 0) - (log?.n ?? 0)) + (log?.n ?? 0) - (log?.distinct ?? 0);
}

/** Kills the publisher `rounds` times at every one of its statements, then publishes undisturbed and reads. */
export async function brokenPublishing(
  rounds: number,
  mode: 'transaction' | 'statements',
): Promise<KillProof> {
  const postgres = await startPostgres();
  try {
    const url = await newDatabaseAt(postgres.url);
    return await killAndRead(url, rounds, mode === 'transaction');
  } finally {
    await postgres.stop();
  }
}

async function killAndRead(url: string, rounds: number, isAtomic: boolean): Promise<KillProof> {
  const store = await openPostgres(url, { onError: () => {}, connections: 4 });
  await migrate(store);
  const harness = await harnessOn(store, { folder: folder([]) });
  const deps = { signer: harness.signer, now: () => new Date(), guard: null };
  const victim = await openPostgres(`${url}?application_name=victim`, { onError: () => {} });
  const cut = async () => {
    await store.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'victim'`,
    );
  };
  let kills = 0;
  for (let round = 0; round < rounds * 2 && kills < rounds; round += 1) {
    for (let n = 0; n < ROWS_A_ROUND; n += 1) {
      const body = JSON.stringify({ host: `h${round}-${n}.example`, why: 'копия' });
      await store.query(
        `insert into record (dataset, kind, id, body) values ('tt', 'weakSource', $1, $2)`,
        [`h${round}-${n}.example`, body],
      );
    }
    let isCut = false;
    const cutting = cutBefore(
      victim,
      1 + (round % STATEMENTS),
      async () => {
        isCut = true;
        await cut();
      },
      isAtomic,
    );
    await publish(cutting, 'tt', deps).catch((error: unknown) => {
      // In the control what an earlier kill left behind stands in the way: that is what it is to show.
      if (!isCut && isAtomic) throw error;
    });
    if (isCut) kills += 1;
  }
  const get = async (path: string) => await (await harness.app.request(`/v1/tt/${path}`)).text();
  const key = harness.signer.publicKeys.keys[0]?.public ?? '';
  const written = rounds * ROWS_A_ROUND;
  try {
    await publish(store, 'tt', deps);
    return { kills, written, wrong: await judged(store, get, key) };
  } catch (error) {
    if (isAtomic) throw error;
    // The files cannot be made, or cannot be read: no reader has any of the rows.
    return { kills, written, wrong: written };
  } finally {
    await victim.close();
    await store.close();
  }
}
