import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { newSalt } from '../records/import-folder';
import { OperatorError, queryOne, type Sql, type Store } from '../store/sql';
import { BACKUP_FORMAT, BACKUP_TABLES, type BackupTable } from './tables';

/** Rows a statement. */
const BATCH = 1_000;

/**
 * Puts a backup into an empty store, in one transaction, under a new epoch: readers notice, and take a
 * fresh snapshot. Refuses a store that has data, and a file that is cut short. Answers the number of rows.
 */
export async function restoreBackup(store: Store, file: string): Promise<number> {
  return store.transaction(async (sql) => {
    const { n } = await queryOne<{ n: number }>(sql, 'select count(*) as n from dataset');
    if (n > 0)
      throw new OperatorError('There is data already: restore into an empty folder or database.');
    const rows = await putBack(sql, file);
    await sql.query(
      'insert into log_head (dataset, salt) select name, $1 from dataset on conflict do nothing',
      [newSalt()],
    );
    return rows;
  });
}

async function putBack(sql: Sql, file: string): Promise<number> {
  let rows = 0;
  let end: number | null = null;
  let isFirst = true;
  const pending = new Batch(sql);
  for await (const line of linesOf(file)) {
    const value = parsed(line, file);
    if (isFirst) refuseOtherFormat(value, file);
    else if (Array.isArray(value)) {
      await pending.add(tableOf(value[0], file), value[1]);
      rows += 1;
    } else end = endOf(value);
    isFirst = false;
  }
  await pending.flush();
  if (end !== rows) throw new OperatorError(`${file} is cut short: it is not put back.`);
  return rows;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const text of unzipped(file)) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${file} cannot be read as a backup: ${String(error)}`);
  }
  if (rest !== '') yield rest;
}

/** The text of a gzipped file; an error of either stream ends the loop over it. */
function unzipped(file: string): AsyncIterable<string> {
  const zipped = createReadStream(file);
  const text = createGunzip().setEncoding('utf8');
  zipped.on('error', (error) => text.destroy(error));
  return zipped.pipe(text);
}

function parsed(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new OperatorError(`${file} is damaged: one of its lines is no JSON. It is not put back.`);
  }
}

function refuseOtherFormat(value: unknown, file: string): void {
  const is = typeof value === 'object' && value !== null && 'uade' in value && 'format' in value;
  if (is && value.format === BACKUP_FORMAT) return;
  throw new OperatorError(`${file} is no backup of this tracker (format ${BACKUP_FORMAT}).`);
}

function tableOf(name: unknown, file: string): BackupTable {
  if (typeof name === 'string' && Object.hasOwn(BACKUP_TABLES, name)) return name as BackupTable;
  throw new OperatorError(`${file} has a table that this tracker does not know: ${String(name)}.`);
}

function endOf(value: unknown): number | null {
  const has = typeof value === 'object' && value !== null && 'end' in value;
  return has && typeof value.end === 'number' ? value.end : null;
}

/** Gathers rows of one table and writes them many at a time. */
class Batch {
  private readonly sql: Sql;
  private table: BackupTable | null = null;
  private rows: unknown[][] = [];

  constructor(sql: Sql) {
    this.sql = sql;
  }

  async add(table: BackupTable, row: unknown): Promise<void> {
    if (table !== this.table || this.rows.length >= BATCH) await this.flush();
    this.table = table;
    this.rows.push(Array.isArray(row) ? row : []);
  }

  async flush(): Promise<void> {
    const { table, rows } = this;
    this.rows = [];
    if (table === null || rows.length === 0) return;
    const columns = BACKUP_TABLES[table];
    // One array a column: the statement's text does not depend on the number of rows.
    const arrays = columns.map((_column, index) => rows.map((row) => row[index] ?? null));
    const types = columns.map(
      (column, index) => `$${index + 1}::${column === 'invited' ? 'boolean' : 'text'}[]`,
    );
    await this.sql.query(
      `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')}
         from unnest(${types.join(', ')}) with ordinality as u (${columns.join(', ')}, n) order by n`,
      arrays,
    );
  }
}
