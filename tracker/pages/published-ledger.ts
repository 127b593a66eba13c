import { indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import { isKind, parseRecord } from '@/lib/wire/records';
import { ledgerOf } from '../folder/ledger-of';
import type { Placed } from '../folder/read-folder';
import { liveRows } from '../publish/live';
import { queryOne, type Sql, type Store } from '../store/sql';

/** The ledger as readers have it at a rev: the published rows, not what waits in the tables. */
export interface Published {
  readonly epoch: string | null;
  readonly rev: number;
  readonly index: LedgerIndex;
  /** By kind and id; brought up to date in place by `newerLedger`. */
  readonly records: Map<string, KindRecord>;
}

type KindRecord = Pick<Placed, 'kind' | 'record'>;

/** Where a published data set stands. */
export type Place = Pick<Published, 'epoch' | 'rev'>;

/** The epoch and rev of what is published of a data set. */
export async function publishedPlace(sql: Sql, dataset: string): Promise<Place> {
  return await queryOne<Place>(
    sql,
    'select epoch, published_rev as rev from log_head where dataset = $1',
    [dataset],
  );
}

/** The ledger as readers have it, read from nothing. */
export function publishedLedger(store: Store, dataset: string): Promise<Published> {
  return store.transaction(async (sql) => {
    const place = await publishedPlace(sql, dataset);
    const records = new Map<string, KindRecord>();
    await apply(records, liveRows(sql, dataset, { tombstones: false }));
    return { ...place, index: indexOf(records.values()), records };
  });
}

/**
 * The same at a later place: only what was published since is read, which in a large ledger saves seconds and holds
 * the memory of one. Of another epoch everything is read anew.
 */
export async function newerLedger(
  store: Store,
  dataset: string,
  before: Published,
  place: Place,
): Promise<Published> {
  const { records, epoch, rev } = before;
  if (place.epoch !== epoch) return await publishedLedger(store, dataset);
  // Whoever looked earlier may ask later.
  if (place.rev <= rev) return before;
  const rows = await store.query<StoredRow>(
    'select kind, id, body from log where dataset = $1 and rev > $2 and rev <= $3 order by rev',
    [dataset, rev, place.rev],
  );
  await apply(records, rows);
  return { ...place, index: indexOf(records.values()), records };
}

/** The ledger as the tables have it now, published or not. */
export async function storedLedger(sql: Sql, dataset: string): Promise<LedgerIndex> {
  const records = new Map<string, KindRecord>();
  const rows = await sql.query<StoredRow>(
    'select kind, id, body from record where dataset = $1 order by pos',
    [dataset],
  );
  await apply(records, rows);
  return indexOf(records.values());
}

interface StoredRow {
  readonly kind: string;
  readonly id: string;
  /** null: a tombstone. */
  readonly body: string | null;
}

async function apply(
  records: Map<string, KindRecord>,
  rows: Iterable<StoredRow> | AsyncIterable<StoredRow>,
): Promise<void> {
  for await (const { kind, id, body } of rows) {
    if (!isKind(kind)) continue;
    // No kind and no id holds a line feed.
    const key = `${kind}\n${id}`;
    if (body === null) {
      records.delete(key);
      continue;
    }
    const parsed = parseRecord(kind, JSON.parse(body));
    if (!parsed.ok) throw new Error(`a stored ${kind} does not parse: ${parsed.field}`);
    records.set(key, { kind, record: parsed.value });
  }
}

function indexOf(records: Iterable<KindRecord>): LedgerIndex {
  return indexLedger(ledgerOf([...records]));
}
