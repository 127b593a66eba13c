import type { EntityTable } from 'dexie';
import type { KeyTarget } from '@/lib/names/gazetteer';
import {
  type CacheDb,
  FILTER_PARTS,
  type FilterPart,
  type FilterRow,
  type KeyRow,
  type KeyTableName,
  type MetaRow,
} from './cache-db';
import type { CacheView } from './cache-view';
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
 * Targets are written once a row and then told by their place, since the keys of one surname lead to the same persons:
 * at 100,000 officials a row came to 600,000 letters when every key had its own list.
 */
interface WrittenRow {
  readonly targets: readonly KeyTarget[];
  readonly groups: readonly (readonly [places: readonly number[], keys: readonly string[]])[];
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function parse(row: KeyRow | undefined): KeyTable {
  const table: KeyTable = new Map();
  if (row === undefined) return table;
  // Written by `written` only.
  const { targets, groups } = JSON.parse(decoder.decode(row.utf8)) as WrittenRow;
  for (const [places, keys] of groups) {
    const own = places.map((place) => targets[place]).filter((target) => target !== undefined);
    for (const key of keys) table.set(key, own);
  }
  return table;
}

function written(head: string, table: KeyTable): KeyRow {
  const placeOf = new Map<KeyTarget, number>();
  const groups = new Map<string, [number[], string[]]>();
  for (const [key, targets] of table) {
    const places = targets.map((target) => {
      const place = placeOf.get(target) ?? placeOf.size;
      placeOf.set(target, place);
      return place;
    });
    const list = places.join();
    const group = groups.get(list);
    if (group) group[1].push(key);
    else groups.set(list, [places, [key]]);
  }
  const row: WrittenRow = { targets: [...placeOf.keys()], groups: [...groups.values()] };
  return { head, utf8: encoder.encode(JSON.stringify(row)) };
}

type KeyRowsAt = (heads: string[]) => PromiseLike<readonly (KeyRow | undefined)[]>;

/** The rows in which keys are, by head. */
async function readKeyRows(
  keys: Iterable<string>,
  rowsAt: KeyRowsAt,
): Promise<ReadonlyMap<string, KeyTable>> {
  const heads = [...new Set([...keys].map(headOf))];
  const found = await rowsAt(heads);
  return new Map(heads.map((head, index) => [head, parse(found[index])] as const));
}

async function readFilterRow(view: CacheView): Promise<FilterRow | null> {
  const row = await view.row('meta', 'filter');
  return row?.key === 'filter' ? row : null;
}

/** The key rows in use, for one who writes them: the filter is his own. */
export async function keysInUse(db: CacheDb): Promise<KeyPlace> {
  const row = await readFilterRow(db);
  return { rows: db[row?.table ?? 'keysA'], filter: await readFilter(db, row) };
}

async function readFilter(view: CacheView, row: FilterRow | null): Promise<KeyFilter | null> {
  return row === null ? null : joined(await view.rows('meta', FILTER_PARTS));
}

interface MarkedFilter {
  readonly mark: string;
  readonly filter: KeyFilter | null;
}

/** Filters read before, by connection: most questions find the mark unchanged and need not read 128 KiB. */
const filters = new WeakMap<object, MarkedFilter>();

/** The key rows in use, for one who only asks them. Inside his transaction, so that filter and rows are of one moment. */
async function keysToAsk(
  view: CacheView,
): Promise<readonly [table: KeyTableName, filter: KeyFilter | null]> {
  const row = await readFilterRow(view);
  const table = row?.table ?? 'keysA';
  const known = filters.get(view.source);
  if (known !== undefined && known.mark === row?.mark) return [table, known.filter];
  const filter = await readFilter(view, row);
  if (row?.mark !== undefined) filters.set(view.source, { mark: row.mark, filter });
  return [table, filter];
}

function joined(parts: readonly (MetaRow | undefined)[]): KeyFilter {
  const filter = emptyFilter();
  for (const part of parts)
    if (part !== undefined && 'bits' in part) filter.set(part.bits, part.from);
  return filter;
}

/**
 * Large values are slow to come in Chromium: the filter as one value took 13.6 ms cold, in four 5.8 (single runs at
 * 100,000 officials).
 */
function partsOf(filter: KeyFilter): FilterPart[] {
  const size = filter.length / FILTER_PARTS.length;
  return FILTER_PARTS.map((key, at) => ({
    key,
    from: at * size,
    bits: filter.slice(at * size, (at + 1) * size),
  }));
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
  if (filter !== null) await db.meta.bulkPut(filterRows(table, filter));
}

function filterRows(table: KeyTableName, filter: KeyFilter): MetaRow[] {
  return [{ key: 'filter', table, mark: crypto.randomUUID() }, ...partsOf(filter)];
}

/** Begins the filter of a cache; only where there are no key rows. Runs inside the caller's transaction. */
export async function beginFilter(db: CacheDb): Promise<void> {
  await db.meta.bulkPut(filterRows('keysA', emptyFilter()));
}

/** Reads ahead what `targetsOf` needs whatever the keys are. */
export async function prepareTargets(view: CacheView): Promise<void> {
  await keysToAsk(view);
}

/** What keys lead to; unknown ones are missing. Inside the caller's transaction: filter and rows are of one moment. */
export async function targetsOf(view: CacheView, keys: readonly string[]): Promise<KeyTable> {
  const [table, filter] = await keysToAsk(view);
  const wanted = keys.filter(
    (key) => filter === null || !isFiltered(key) || mayHaveKey(filter, key),
  );
  const rows = await readKeyRows(wanted, (heads) => view.rows(table, heads));
  const found: KeyTable = new Map();
  for (const key of wanted) {
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
  const rows = await readKeyRows(keys, (heads) => place.rows.bulkGet(heads));
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
  await place.rows.bulkPut(put.map(([head, row]) => written(head, row)));
  await place.rows.bulkDelete([...rows].filter(([, row]) => row.size === 0).map(([head]) => head));
  return isChanged;
}
