import type { EntityTable } from 'dexie';
import type { KeyTarget } from '@/lib/names/gazetteer';
import type { CacheDb, FilterRow, KeyRow } from './cache-db';
import { addToFilter, emptyFilter, isFiltered, type KeyFilter, mayHaveKey } from './key-filter';

/**
 * Keys share a row with those that begin alike: `f:omarov` and `f:omarova`. One row a key made 130,000 rows of
 * 10,000 officials. With six letters of the name the rows of an article's dozen of hits are small among 100,000
 * officials too: with four they came to half a megabyte.
 */
const HEAD_LENGTH = 8;

/** Keys of a row with what they lead to. */
export type KeyTable = Map<string, readonly KeyTarget[]>;

/** Key rows and the filter that was made of them: those in use, or those being made anew. */
export interface KeyPlace {
  readonly rows: EntityTable<KeyRow, 'head'>;
  /** Null in a cache whose keys were written without one. */
  readonly filter: KeyFilter | null;
}

function headOf(key: string): string {
  return key.slice(0, HEAD_LENGTH);
}

/**
 * Keys of one surname lead to the same persons, who are written once for all of them: at 100,000 officials a row came
 * to 600,000 letters when every key had its own list, and reading a dozen of them to 150 ms.
 */
type Group = readonly [targets: readonly KeyTarget[], keys: readonly string[]];

function parse(json: string | undefined): KeyTable {
  const table: KeyTable = new Map();
  if (json === undefined) return table;
  // Written by `written` only.
  for (const [targets, keys] of JSON.parse(json) as Group[])
    for (const key of keys) table.set(key, targets);
  return table;
}

function written(table: KeyTable): string {
  const groups = new Map<string, string[]>();
  for (const [key, targets] of table) {
    const list = JSON.stringify(targets);
    const keys = groups.get(list);
    if (keys) keys.push(key);
    else groups.set(list, [key]);
  }
  return `[${[...groups].map(([list, keys]) => `[${list},${JSON.stringify(keys)}]`).join(',')}]`;
}

/** The rows in which keys are, by head. */
async function readKeyRows(
  { rows }: KeyPlace,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, KeyTable>> {
  const heads = [...new Set([...keys].map(headOf))];
  const found = await rows.bulkGet(heads);
  return new Map(heads.map((head, index) => [head, parse(found[index]?.json)] as const));
}

async function readFilterRow(db: CacheDb): Promise<FilterRow | null> {
  const row = await db.meta.get('filter');
  return row?.key === 'filter' ? row : null;
}

/** The key rows in use. */
export async function keysInUse(db: CacheDb): Promise<KeyPlace> {
  const row = await readFilterRow(db);
  return { rows: db[row?.table ?? 'keysA'], filter: row?.bits ?? null };
}

/** The table that is not in use, emptied, with a filter of its own. */
export async function keysBeside(db: CacheDb): Promise<KeyPlace & { readonly filter: KeyFilter }> {
  const row = await readFilterRow(db);
  const rows = db[row?.table === 'keysB' ? 'keysA' : 'keysB'];
  await rows.clear();
  return { rows, filter: emptyFilter() };
}

/** Puts key rows in use, or notes what was added to their filter. */
export async function useKeys(db: CacheDb, { rows, filter }: KeyPlace): Promise<void> {
  const table = rows.name === 'keysB' ? 'keysB' : 'keysA';
  if (filter !== null) await db.meta.put({ key: 'filter', bits: filter, table });
}

/** Begins the filter of a cache; only where there are no key rows. Runs inside the caller's transaction. */
export async function beginFilter(db: CacheDb): Promise<void> {
  await db.meta.put({ key: 'filter', bits: emptyFilter(), table: 'keysA' });
}

/** What keys lead to; unknown ones are missing. Filter and rows are of one moment. */
export async function targetsOf(db: CacheDb, keys: readonly string[]): Promise<KeyTable> {
  return await db.transaction('r', [db.meta, db.keysA, db.keysB], async () => {
    const place = await keysInUse(db);
    const { filter } = place;
    const isThere = (key: string) => filter === null || !isFiltered(key) || mayHaveKey(filter, key);
    return await targetsOfRows(place, keys.filter(isThere));
  });
}

async function targetsOfRows(place: KeyPlace, keys: readonly string[]): Promise<KeyTable> {
  const rows = await readKeyRows(place, keys);
  const found: KeyTable = new Map();
  for (const key of keys) {
    const targets = rows.get(headOf(key))?.get(key);
    if (targets !== undefined) found.set(key, targets);
  }
  return found;
}

/**
 * Changes the targets of keys; `change` gets the present ones. Runs inside the caller's transaction. True if the
 * filter has changed, which the caller then stores.
 */
export async function changeKeys(
  place: KeyPlace,
  keys: readonly string[],
  change: (key: string, targets: readonly KeyTarget[]) => readonly KeyTarget[],
): Promise<boolean> {
  const { filter } = place;
  const rows = await readKeyRows(place, keys);
  let isChanged = false;
  for (const key of keys) {
    const row = rows.get(headOf(key));
    const targets = change(key, row?.get(key) ?? []);
    if (targets.length === 0) {
      row?.delete(key);
      continue;
    }
    row?.set(key, targets);
    // Keys written before the filter are in none: one begun here would deny them.
    if (filter !== null && isFiltered(key) && addToFilter(filter, key)) isChanged = true;
  }
  const put = [...rows].filter(([, row]) => row.size > 0);
  await place.rows.bulkPut(put.map(([head, row]) => ({ head, json: written(row) })));
  await place.rows.bulkDelete([...rows].filter(([, row]) => row.size === 0).map(([head]) => head));
  return isChanged;
}
