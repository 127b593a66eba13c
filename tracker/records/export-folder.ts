import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { FILE_OF_KIND, ledgerFile, recordLine } from '@/lib/wire/ledger-file';
import { KINDS } from '@/lib/wire/records';
import { OperatorError, type Sql } from '../store/sql';

/** Kinds whose file is always written, so that a reader of the folder finds it. */
const ALWAYS = new Set([
  'area',
  'person',
  'post',
  'membership',
  'lineage',
  'promise',
  'statusEvent',
]);

/**
 * Writes a data set as a ledger folder: records in the order in which they came, so that an imported
 * folder comes out byte for byte. Answers the number of records.
 */
export async function exportFolder(sql: Sql, dataset: string, dir: string): Promise<number> {
  const [row] = await sql.query<{ as_of: string }>('select as_of from dataset where name = $1', [
    dataset,
  ]);
  if (row === undefined) throw new OperatorError(`There is no data set named ${dataset}.`);
  await fs.mkdir(dir, { recursive: true });
  const meta = { format: 1, dataset, asOf: row.as_of };
  await fs.writeFile(join(dir, 'ledger.json'), `${recordLine(meta)}\n`);
  let count = 0;
  for (const kind of KINDS) {
    const records = await sql.query<{ body: string }>(
      'select body from record where dataset = $1 and kind = $2 order by pos',
      [dataset, kind],
    );
    count += records.length;
    if (records.length === 0 && !ALWAYS.has(kind)) continue;
    const values = records.map(({ body }): unknown => JSON.parse(body));
    await fs.writeFile(join(dir, FILE_OF_KIND[kind]), ledgerFile(values));
  }
  const kept = await sql.query<{ name: string; body: string }>(
    'select name, body from kept_file where dataset = $1',
    [dataset],
  );
  for (const { name, body } of kept) await fs.writeFile(join(dir, name), body);
  return count;
}
