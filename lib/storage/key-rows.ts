import type { KeyTarget } from '@/lib/names/gazetteer';
import type { CacheDb } from './cache-db';
import { addToFilter, emptyFilter, isFiltered, type KeyFilter, mayHaveKey } from './key-filter';

/**
 * Keys share a row with those that begin alike: `f:omar` and `f:omarov`. One row a key made 130,000 rows of
 * 10,000 officials; together they are a tenth, and a prefix is still a range.
 */
const HEAD_LENGTH = 6;

/** Keys of a row with what they lead to. */
export type KeyTable = Map<string, readonly KeyTarget[]>;

function headOf(key: string): string {
  return key.slice(0, HEAD_LENGTH);
}

function parse(json: string | undefined): KeyTable {
  // Written by `putKeys` only.
  const entries = json === undefined ? [] : (JSON.parse(json) as [string, KeyTarget[]][]);
  return new Map(entries);
}

/** The rows in which keys are, by head. */
export async function readKeyRows(
  db: CacheDb,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, KeyTable>> {
  const heads = [...new Set([...keys].map(headOf))];
  const rows = await db.keys.bulkGet(heads);
  return new Map(heads.map((head, index) => [head, parse(rows[index]?.json)] as const));
}

/** The filter of the keys; null in a cache whose keys were written without one. */
async function readFilter(db: CacheDb): Promise<KeyFilter | null> {
  const row = await db.meta.get('filter');
  return row?.key === 'filter' ? row.bits : null;
}

/** Begins the filter anew; only where there are no key rows. Runs inside the caller's transaction. */
export async function beginFilter(db: CacheDb): Promise<void> {
  await db.meta.put({ key: 'filter', bits: emptyFilter() });
}

async function addToFilterRow(db: CacheDb, keys: readonly string[]): Promise<void> {
  const bits = await readFilter(db);
  // Keys written before are in no filter: one begun here would deny them.
  if (bits === null) return;
  let isChanged = false;
  for (const key of keys) if (isFiltered(key) && addToFilter(bits, key)) isChanged = true;
  if (isChanged) await db.meta.put({ key: 'filter', bits });
}

/** What keys lead to; unknown ones are missing. Filter and rows are of one moment. */
export async function targetsOf(db: CacheDb, keys: readonly string[]): Promise<KeyTable> {
  return await db.transaction('r', [db.meta, db.keys], async () => {
    const filter = await readFilter(db);
    const isThere = (key: string) => filter === null || !isFiltered(key) || mayHaveKey(filter, key);
    return await targetsOfRows(db, keys.filter(isThere));
  });
}

async function targetsOfRows(db: CacheDb, keys: readonly string[]): Promise<KeyTable> {
  const rows = await readKeyRows(db, keys);
  const found: KeyTable = new Map();
  for (const key of keys) {
    const targets = rows.get(headOf(key))?.get(key);
    if (targets !== undefined) found.set(key, targets);
  }
  return found;
}

/** Changes the targets of keys; `change` gets the present ones. Runs inside the caller's transaction. */
export async function changeKeys(
  db: CacheDb,
  keys: readonly string[],
  change: (key: string, targets: readonly KeyTarget[]) => readonly KeyTarget[],
): Promise<void> {
  const rows = await readKeyRows(db, keys);
  for (const key of keys) {
    const row = rows.get(headOf(key));
    const targets = change(key, row?.get(key) ?? []);
    if (targets.length > 0) row?.set(key, targets);
    else row?.delete(key);
  }
  await addToFilterRow(
    db,
    keys.filter((key) => rows.get(headOf(key))?.has(key) === true),
  );
  const put = [...rows].filter(([, row]) => row.size > 0);
  await db.keys.bulkPut(put.map(([head, row]) => ({ head, json: JSON.stringify([...row]) })));
  await db.keys.bulkDelete([...rows].filter(([, row]) => row.size === 0).map(([head]) => head));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Targets of the keys that begin with a prefix, in key order, at most `limit`. */
export async function targetsByPrefix(
  db: CacheDb,
  prefix: string,
  limit: number,
): Promise<readonly KeyTarget[]> {
  const found = new Set<KeyTarget>();
  const isShort = prefix.length < HEAD_LENGTH;
  const rows = db.keys.where('head');
  const range = isShort ? rows.startsWith(prefix) : rows.equals(headOf(prefix));
  await range
    .until(() => found.size >= limit)
    .each(({ json }) => {
      for (const [key, targets] of [...parse(json)].sort(byKey)) {
        if (!key.startsWith(prefix)) continue;
        for (const target of targets) if (found.size < limit) found.add(target);
      }
    });
  return [...found];
}
