/** The one SQL interface of the tracker: PGlite and PostgreSQL stand behind it, and every test runs on both. */
export interface Sql {
  /**
   * Runs one parameterised statement. `Row` names the columns of that statement: the cast happens in the
   * adapter, since SQL text has no types. PostgreSQL keeps the plan of a statement that has a `name`, by connection:
   * for what every reader asks.
   */
  query<Row extends object>(
    text: string,
    params?: readonly unknown[],
    name?: string,
  ): Promise<Row[]>;
}

export interface Store extends Sql {
  readonly kind: 'pglite' | 'postgres';
  /** Runs several statements without parameters. */
  exec(text: string): Promise<void>;
  /** READ COMMITTED; rolled back when `work` throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A failure that an operator can cure: shown as its one sentence, exit status 1. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The first row of a statement that always gives one. */
export async function queryOne<Row extends object>(
  sql: Sql,
  text: string,
  params: readonly unknown[] = [],
): Promise<Row> {
  const [row] = await sql.query<Row>(text, params);
  if (row === undefined) throw new Error(`no row from: ${text}`);
  return row;
}
