import { openPostgres } from '@/tracker/store/postgres';
import { SCHEMA_1 } from '@/tracker/store/schema-1';
import type { Store } from '@/tracker/store/sql';

/** An empty database with the first released schema, as the tracker of that time left it. */
export async function openFirstSchema(url: string): Promise<Store> {
  const store = await openPostgres(url, { onError: () => {} });
  await store.transaction(async (sql) => {
    await sql.query(
      'create table schema_step (step int primary key, done_at timestamptz not null default now())',
    );
    for (const statement of SCHEMA_1.split('\n--;\n')) await sql.query(statement);
    await sql.query('insert into schema_step (step) values (1)');
  });
  return store;
}
