import type { Sql } from './sql';

/** Rows held at a time. */
const PAGE = 2_000;

/**
 * The rows of a statement page by page, inside a transaction: the memory of one page and one run of the
 * statement, however many rows there are. One at a time in a transaction.
 */
export async function* pagesOf<Row extends object>(
  sql: Sql,
  text: string,
  params: readonly unknown[] = [],
): AsyncGenerator<readonly Row[]> {
  await sql.query(`declare pages_of no scroll cursor for ${text}`, params);
  for (;;) {
    const rows = await sql.query<Row>(`fetch ${PAGE} from pages_of`);
    yield rows;
    if (rows.length < PAGE) break;
  }
  await sql.query('close pages_of');
}
