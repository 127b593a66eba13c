import pg from 'pg';
import { OperatorError, type Sql, type Store } from './sql';

// int8 as a number, as PGlite gives it: revisions stay far below 2^53.
const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/** A statement that takes longer than this holds something up: it is cut off and reported. */
const STATEMENT_LIMIT_MS = 60_000;
const CONNECT_LIMIT_MS = 5_000;

function sqlOf(client: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row extends object>(text: string, params: readonly unknown[] = [], name?: string) {
      const values = [...params];
      return (await client.query<Row>({ text, values, ...(name !== undefined && { name }) })).rows;
    },
  };
}

/** PostgreSQL at `url`; fails at once, in one sentence, when it cannot be reached. */
export async function openPostgres(
  url: string,
  options: { readonly onError: (error: Error) => void; readonly connections?: number },
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', options.onError);
  await pool.query('select 1').catch(async (cause: unknown) => {
    await pool.end();
    throw new OperatorError(
      `The database of DATABASE_URL cannot be reached (${reasonOf(cause)}): check that PostgreSQL runs and that the address, user and password are right.`,
    );
  });
  return storeOf(pool);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  return cause.message || code || cause.name;
}

function storeOf(pool: pg.Pool): Store {
  return {
    kind: 'postgres',
    ...sqlOf(pool),
    async exec(text) {
      await pool.query(text);
    },
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection cut between two statements tells only its own listeners; without one the process would end.
  const onCut = (error: Error) => {
    broken = error;
  };
  client.on('error', onCut);
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error(String(cause));
    });
    throw error;
  } finally {
    client.removeListener('error', onCut);
    // A connection that could not roll back is thrown away, not given to the next caller.
    client.release(broken);
  }
}
