import { SCHEMA_1 } from './schema-1';
import { SCHEMA_2 } from './schema-2';
import { OperatorError, type Store } from './sql';

/** Forward only, numbered from 1: a released step is never edited, the next one mends it. */
const STEPS: readonly string[] = [SCHEMA_1, SCHEMA_2];

/** Any two numbers that nobody else uses: "uade" and "migr". */
const LOCK = [1969317221, 1835624306] as const;

/**
 * Brings the schema to the newest version under a lock, so that several trackers may start at once.
 * Refuses a database that a newer tracker has written.
 */
export async function migrate(store: Store): Promise<void> {
  await store.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1, $2)', LOCK);
    await sql.query(
      'create table if not exists schema_step (step int primary key, done_at timestamptz not null default now())',
    );
    const [row] = await sql.query<{ step: number | null }>(
      'select max(step) as step from schema_step',
    );
    const done = row?.step ?? 0;
    if (done > STEPS.length) {
      throw new OperatorError(
        `The database has schema ${done}, this tracker knows ${STEPS.length}: install a newer tracker.`,
      );
    }
    for (const [index, step] of STEPS.entries()) {
      if (index < done) continue;
      for (const statement of step.split('\n--;\n')) await sql.query(statement);
      await sql.query('insert into schema_step (step) values ($1)', [index + 1]);
    }
  });
}
