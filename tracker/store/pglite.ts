import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { takeLock } from './lock-file';
import { OperatorError, type Sql, type Store } from './sql';

function sqlOf(db: PGlite | Transaction): Sql {
  return {
    async query<Row extends object>(text: string, params: readonly unknown[] = []) {
      return (await db.query<Row>(text, [...params])).rows;
    },
  };
}

/**
 * PGlite in `dataDir/db` (or in memory with null). PGlite takes no lock on its folder, so the tracker's
 * own lock file stands beside it; it is released by `close`.
 */
export async function openPglite(dataDir: string | null): Promise<Store> {
  if (dataDir === null) return storeOf(await PGlite.create(), async () => {});
  await fs.mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new OperatorError(`The folder ${dataDir} cannot be made: ${String(cause)}`);
  });
  const release = await takeLock(join(dataDir, 'tracker.lock'));
  try {
    return storeOf(await PGlite.create({ dataDir: join(dataDir, 'db') }), release);
  } catch (error) {
    await release();
    throw error;
  }
}

function storeOf(db: PGlite, release: () => Promise<void>): Store {
  return {
    kind: 'pglite',
    ...sqlOf(db),
    async exec(text) {
      await db.exec(text);
    },
    transaction: (work) => db.transaction((tx) => work(sqlOf(tx))),
    async close() {
      await db.close();
      await release();
    },
  };
}
