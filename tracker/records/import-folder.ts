import { randomBytes } from 'node:crypto';
import type { Folder } from '../folder/read-folder';
import type { Sql, Store } from '../store/sql';
import { upsertRecords } from './upsert';

/**
 * Brings a ledger folder into the store in one transaction: all of it or nothing. Records that the folder
 * does not have stay (accepted promises among them). Answers how many records were new or changed.
 */
export function importFolder(store: Store, folder: Folder): Promise<number> {
  return store.transaction(async (sql) => {
    const { dataset, asOf } = folder.meta;
    await addDataset(sql, dataset, asOf);
    for (const { name, body } of folder.kept) {
      await sql.query(
        `insert into kept_file (dataset, name, body) values ($1, $2, $3)
         on conflict (dataset, name) do update set body = excluded.body`,
        [dataset, name, body],
      );
    }
    const rows = folder.records.map(({ kind, id, record }) => ({
      kind,
      id,
      body: JSON.stringify(record),
    }));
    return upsertRecords(sql, dataset, rows);
  });
}

async function addDataset(sql: Sql, dataset: string, asOf: string): Promise<void> {
  await sql.query(
    `insert into dataset (name, as_of) values ($1, $2)
     on conflict (name) do update set as_of = excluded.as_of`,
    [dataset, asOf],
  );
  await sql.query(
    'insert into log_head (dataset, salt) values ($1, $2) on conflict (dataset) do nothing',
    [dataset, newSalt()],
  );
}

/** Tells one life of a log from another: made new when a log is created or restored. */
export function newSalt(): string {
  return randomBytes(8).toString('hex');
}
