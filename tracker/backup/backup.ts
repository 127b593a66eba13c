import { createWriteStream, promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { Readable, promises as streams } from 'node:stream';
import { createGzip } from 'node:zlib';
import { pagesOf } from '../store/pages-of';
import type { Sql, Store } from '../store/sql';
import { BACKUP_FORMAT, BACKUP_TABLES, type BackupTable, ROW_ORDER } from './tables';

/**
 * Writes all that cannot be made again into one gzipped file of JSON lines: a state of one moment. Keys
 * are not in it. Answers the number of rows.
 */
export async function writeBackup(store: Store, file: string): Promise<number> {
  await fs.mkdir(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.next`;
  const tally = { rows: 0 };
  try {
    await store.transaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read read only');
      const lines = Readable.from(backupLines(sql, tally));
      await streams.pipeline(lines, createGzip(), createWriteStream(next, { mode: 0o600 }));
    });
    await fs.rename(next, file);
  } finally {
    // On a full disk half a backup would keep it full.
    await fs.rm(next, { force: true });
  }
  return tally.rows;
}

async function* backupLines(sql: Sql, tally: { rows: number }): AsyncGenerator<string> {
  yield `${JSON.stringify({ uade: 'backup', format: BACKUP_FORMAT })}\n`;
  for (const table of Object.keys(BACKUP_TABLES) as BackupTable[]) {
    for await (const row of tableRows(sql, table)) {
      tally.rows += 1;
      yield `${JSON.stringify([table, row])}\n`;
    }
  }
  yield `${JSON.stringify({ end: tally.rows })}\n`;
}

async function* tableRows(sql: Sql, table: BackupTable): AsyncGenerator<unknown[]> {
  const columns = BACKUP_TABLES[table];
  const text = `select ${columns.join(', ')} from ${table} order by ${ROW_ORDER[table]}`;
  for await (const rows of pagesOf<Record<string, unknown>>(sql, text)) {
    for (const row of rows) yield columns.map((column) => row[column]);
  }
}
