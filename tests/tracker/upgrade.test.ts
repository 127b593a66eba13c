import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '@/tracker/backup/backup';
import { restoreBackup } from '@/tracker/backup/restore';
import { importFolder } from '@/tracker/records/import-folder';
import { migrate } from '@/tracker/store/migrations';
import { openStore } from '@/tracker/store/open';
import type { Sql } from '@/tracker/store/sql';
import { openFirstSchema } from './first-schema';
import { clipBody, harnessOn, SMALL, tempDir, uuid } from './harness';
import { newDatabase } from './stores';

/** All rows that a backup must hold, whatever the schema. */
async function rowsOf(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ row: string }>(
    `select 'record ' || kind || id || body as row from record
     union all select 'clip ' || id || state || body from clip
     union all select 'token ' || hash || scope from token
     union all select 'decision ' || actor || action || subject from decision order by row`,
  );
  return rows.map(({ row }) => row);
}

describe('an upgrade from the first released schema', () => {
  it('keeps every row, and a backup leads back to it', async () => {
    const url = await newDatabase();
    const old = await openFirstSchema(url);
    await importFolder(old, SMALL);
    await old.query(
      `insert into clip (id, dataset, author, body, body_sha256, state, received_on)
       values ($1, 'tt', $2, $3, $2, 'received', '2021-11-29')`,
      [uuid(1), 'a'.repeat(64), JSON.stringify(clipBody)],
    );
    await old.query(
      `insert into decision (at, actor, action, subject) values ('2021-11-29', 'e1', 'rejected', 'x')`,
    );
    const before = await rowsOf(old);
    await old.close();

    const store = await openStore({ databaseUrl: url });
    expect(await rowsOf(store)).toEqual(before);
    const harness = await harnessOn(store);
    await harness.publish();
    expect((await harness.app.request('/v1/tt/head.json')).status).toBe(200);
    const file = path.join(tempDir(), 'backup.gz');
    await writeBackup(store, file);
    await store.close();

    const back = await openFirstSchema(await newDatabase());
    await restoreBackup(back, file);
    expect(await rowsOf(back)).toEqual(before);
    await back.close();
  });

  it('does not run on a database that a newer tracker has written', async () => {
    const url = await newDatabase();
    const store = await openStore({ databaseUrl: url });
    await store.query('insert into schema_step (step) values (99)');
    await expect(migrate(store)).rejects.toThrow('install a newer tracker');
    await store.close();
  });

  it('a verdict that waits stands in the way back, and that is said', async () => {
    const store = await openStore({ databaseUrl: await newDatabase() });
    await importFolder(store, SMALL);
    await store.query(
      `insert into proposal (dataset, kind, id, body, actor, at)
       values ('tt', 'statusEvent', 'e1', '{}', 'e1', '2026-11-29')`,
    );
    const file = path.join(tempDir(), 'backup.gz');
    await writeBackup(store, file);
    await store.close();
    const back = await openFirstSchema(await newDatabase());
    // The tracker of that time names the table as one that it does not know; nothing is put back.
    await expect(restoreBackup(back, file)).rejects.toThrow('proposal');
    expect(await back.query('select 1 from dataset')).toEqual([]);
    await back.close();
  });
});
