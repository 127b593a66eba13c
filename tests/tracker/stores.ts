import { afterAll, beforeAll, describe, inject } from 'vitest';
import { migrate } from '@/tracker/store/migrations';
import { openStore } from '@/tracker/store/open';
import type { Store } from '@/tracker/store/sql';
import { newDatabaseAt } from './new-database';

/** An empty store with the newest schema. */
export type Fresh = () => Promise<Store>;

async function emptied(store: Store): Promise<Store> {
  await store.exec('drop schema public cascade; create schema public;');
  await migrate(store);
  return store;
}

declare global {
  // One PGlite for all files of the process: opening it costs seconds.
  var pgliteOfTests: Promise<Store> | undefined;
}

/** Runs a suite over PGlite. */
export function onPglite(title: string, suite: (fresh: Fresh) => void): void {
  describe(`${title} (PGlite)`, () => {
    const opened = () => (globalThis.pgliteOfTests ??= openStore({ dataDir: null }));
    beforeAll(async () => {
      await opened();
    });
    suite(async () => emptied(await opened()));
  });
}

/** Address of a new, empty database of the throw-away PostgreSQL. */
export async function newDatabase(): Promise<string> {
  return await newDatabaseAt(inject('postgresUrl'));
}

/** Runs a suite over a real PostgreSQL. */
export function onPostgres(title: string, suite: (fresh: Fresh) => void): void {
  describe(`${title} (PostgreSQL)`, () => {
    let store: Store | null = null;
    beforeAll(async () => {
      store = await openStore({ databaseUrl: await newDatabase() });
    });
    afterAll(() => store?.close());
    suite(async () => {
      if (store === null) throw new Error('the store is not open');
      return emptied(store);
    });
  });
}

/** The same claims over both stores. */
export function runSuite(title: string, suite: (fresh: Fresh) => void): void {
  onPglite(title, suite);
  onPostgres(title, suite);
}
