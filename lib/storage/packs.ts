import type { Membership, Person, Post } from '@/lib/ledger/records';
import type { CacheDb, PackRow } from './cache-db';
import type { CacheView } from './cache-view';
import { fromOneByteJson, oneByteJson } from './one-byte';

/** Tables whose rows hold several records each. */
export interface PackedRecords {
  readonly persons: Person;
  readonly posts: Post;
  readonly memberships: Membership;
}
export type PackedTable = keyof PackedRecords;

/**
 * Records in a row. A first sync writes 30,000 of officials, and a row each was half of the time of its writing; with
 * few in a row one that is asked for is found in 2 KB.
 */
const PACK = 8;

/** True for a table of packed rows. */
export const isPacked = (table: string): table is PackedTable => Object.hasOwn(FIELDS, table);

/** Fields that rows are found by, beside ids. */
const FIELDS = {
  persons: [],
  posts: ['areaId'],
  memberships: ['personId', 'postId'],
} as const satisfies { readonly [T in PackedTable]: readonly (keyof PackedRecords[T])[] };
type FieldOf<T extends PackedTable> = (typeof FIELDS)[T][number];

/** A record as any of the three, by the names of its fields. */
type Fields = { readonly id: string } & Readonly<Record<string, unknown>>;

const fieldsOf = (record: Person | Post | Membership): Fields => record as unknown as Fields;

const isText = (value: unknown): value is string => typeof value === 'string';

function packOf(table: PackedTable, records: readonly Fields[]): PackRow {
  const by: Record<string, string[]> = {};
  for (const field of FIELDS[table])
    by[field] = [...new Set(records.map((record) => record[field]).filter(isText))];
  return { ids: records.map(({ id }) => id), by, bytes: oneByteJson(records) };
}

/** The records of a row. */
export function unpack<T extends PackedTable>(_: T, row: PackRow): readonly PackedRecords[T][] {
  // Written by `packOf` from parsed records; the database's format number guards the shape.
  return fromOneByteJson(row.bytes) as readonly PackedRecords[T][];
}

/** Each row once that has any of these keys in an index. */
async function rowsByAny(
  view: CacheView,
  table: PackedTable,
  index: string,
  keys: Iterable<string>,
): Promise<Iterable<PackRow>> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return [];
  const rows = await view.rowsBy(table, index, wanted);
  return new Map(rows.map((row) => [row.n ?? 0, row])).values();
}

async function matching<T extends PackedTable>(
  view: CacheView,
  table: T,
  [index, field]: readonly [index: string, field: string],
  keys: Iterable<string>,
): Promise<PackedRecords[T][]> {
  const wanted = new Set(keys);
  const isWanted = (value: unknown) => isText(value) && wanted.has(value);
  const found: PackedRecords[T][] = [];
  for (const row of await rowsByAny(view, table, index, wanted))
    for (const record of unpack(table, row))
      if (isWanted(fieldsOf(record)[field])) found.push(record);
  return found;
}

/** The records with these ids, as far as there are any. Inside a transaction of the caller's, like all reads by key. */
export async function recordsById<T extends PackedTable>(
  view: CacheView,
  table: T,
  ids: Iterable<string>,
): Promise<PackedRecords[T][]> {
  return await matching(view, table, ['ids', 'id'], ids);
}

/** All records in whose field one of these keys stands. */
export async function recordsByAny<T extends PackedTable>(
  view: CacheView,
  table: T,
  field: FieldOf<T>,
  keys: Iterable<string>,
): Promise<PackedRecords[T][]> {
  return await matching(view, table, [`by.${field}`, field], keys);
}

/** Some of a table's records, and where to go on; null at the end. */
export interface PackedBatch<Row> {
  readonly rows: readonly Row[];
  readonly last: number | null;
}

/** Records that come after a place; from the beginning where it is null. */
export async function recordsAfter<T extends PackedTable>(
  view: CacheView,
  table: T,
  after: number | null,
  count: number,
): Promise<PackedBatch<PackedRecords[T]>> {
  const packs = await view.rowsAfter(table, after, Math.ceil(count / PACK));
  return { rows: packs.flatMap((pack) => unpack(table, pack)), last: packs.at(-1)?.n ?? null };
}

/** A record as it will be, or null where it goes. */
interface PackedChange {
  readonly id: string;
  readonly d: object | null;
}

/** Writes records where they are, new ones into rows of their own. `isThere` tells which are. */
export async function putPacked(
  db: CacheDb,
  table: PackedTable,
  changes: readonly PackedChange[],
  isThere: (id: string) => boolean,
): Promise<void> {
  // Parsed records of the table's kind, all of which have ids.
  const left = new Map(changes.map(({ id, d }) => [id, d as Fields | null] as const));
  const put: PackRow[] = [];
  const gone: number[] = [];
  const there = [...left.keys()].filter(isThere);
  const rows = there.length === 0 ? [] : await rowsByAny(db, table, 'ids', there);
  for (const row of rows) {
    const records = unpack(table, row).flatMap((record) => {
      const change = left.get(record.id);
      left.delete(record.id);
      if (change === undefined) return [fieldsOf(record)];
      return change === null ? [] : [change];
    });
    if (records.length > 0) put.push({ n: row.n ?? 0, ...packOf(table, records) });
    else gone.push(row.n ?? 0);
  }
  const fresh = [...left.values()].filter((record) => record !== null);
  for (let at = 0; at < fresh.length; at += PACK)
    put.push(packOf(table, fresh.slice(at, at + PACK)));
  await db[table].bulkPut(put);
  if (gone.length > 0) await db[table].bulkDelete(gone);
}
