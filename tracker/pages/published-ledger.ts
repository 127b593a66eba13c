import { indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import { isKind, parseRecord } from '@/lib/wire/records';
import { ledgerOf } from '../folder/ledger-of';
import type { Placed } from '../folder/read-folder';
import { liveRows } from '../publish/live';
import type { Sql, Store } from '../store/sql';

/** The ledger as readers have it: the published rows, not what waits in the tables. */
export function publishedLedger(store: Store, dataset: string): Promise<LedgerIndex> {
  return store.transaction((sql) => indexOf(liveRows(sql, dataset, { tombstones: false })));
}

/** The ledger as the tables have it now, published or not. */
export async function storedLedger(sql: Sql, dataset: string): Promise<LedgerIndex> {
  return indexOf(
    await sql.query<StoredRow>('select kind, body from record where dataset = $1 order by pos', [
      dataset,
    ]),
  );
}

interface StoredRow {
  readonly kind: string;
  readonly body: string | null;
}

async function indexOf(rows: Iterable<StoredRow> | AsyncIterable<StoredRow>): Promise<LedgerIndex> {
  const records: Pick<Placed, 'kind' | 'record'>[] = [];
  for await (const { kind, body } of rows) {
    if (!isKind(kind) || body === null) continue;
    const parsed = parseRecord(kind, JSON.parse(body));
    if (!parsed.ok) throw new Error(`a stored ${kind} does not parse: ${parsed.field}`);
    records.push({ kind, record: parsed.value });
  }
  return indexLedger(ledgerOf(records));
}
