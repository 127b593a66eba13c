import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Area, Day, Lineage, WeakSource } from '@/lib/ledger/records';
import type { LookUpIndex } from '@/lib/look-up/index-shape';
import type { CacheTable, CacheTables, CacheView } from './cache-view';
import type { KeyFilter } from './key-filter';
import { writeOneAtATime } from './one-writer';

/** Number of the cache's shape. A new shape is a new database filled anew: it is never migrated in place. */
export const CACHE_FORMAT = 12;

/** Some records of one kind, in one row; see `packs.ts`. */
export interface PackRow {
  readonly n?: number;
  readonly ids: readonly string[];
  /** What stands in the fields that rows are found by. */
  readonly by: Readonly<Record<string, readonly string[]>>;
  /** The records, as `oneByteJson` writes them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Name keys that begin alike, and what they lead to. */
export interface KeyRow {
  readonly head: string;
  /** As JSON in UTF-8: a string with one Cyrillic letter is stored with two bytes for each of its characters. */
  readonly utf8: Uint8Array<ArrayBuffer>;
}

/** A part of the index of pages; there are several of one bucket. */
export interface PageRow {
  readonly n?: number;
  readonly bucket: number;
  /** A line for each page and office: what marks the page, a blank, the post's id. */
  readonly lines: string;
}

/**
 * Promises and all that hangs on them, one row an office (`key` = post id). What arrived before its
 * promise waits under `?` + promise id.
 */
export interface BundleRow {
  readonly key: string;
  /** Persons named as speakers here. */
  readonly speakers: readonly string[];
  /** How many promises are in it. */
  readonly promises: number;
  /** Records that hang on its promises no longer, although they stand in the bundle that this row is laid over. */
  readonly gone: readonly (readonly [kind: string, id: string])[];
  /** Its records; see `closeBundle`. In a row of `bundles` the first piece alone. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** How many more stand in `pieces`; see `putBundles`. */
  readonly more: number;
}

/** A piece of a bundle beyond its first. */
export interface PieceRow {
  /** See `pieceKey`. */
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where records are kept and what their lines hashed to; one row an applied file, later rows win. */
export interface PlacesRow {
  readonly n?: number;
  readonly kinds: readonly PlacesOfKind[];
}

/** Places of one kind, each at the same index of all four; see `Places`. */
export interface PlacesOfKind {
  readonly kind: string;
  readonly ids: string;
  readonly parents: string;
  readonly states: Float64Array;
  readonly hashes: BigUint64Array;
}

/** How far the cache is. Written in the transaction of the rows that it speaks of. */
export interface Cursor {
  readonly key: 'cursor';
  readonly dataset: string;
  readonly epoch: string;
  readonly rev: number;
  /** Parts of the snapshot that are in; rev is 0 until all are. */
  readonly parts: number;
  /** Number of live rows, and the sum of their hashes as 16 hex digits: the digest of the manifest. */
  readonly n: number;
  readonly sum64: string;
  /** Rows of kinds that this version does not know; with any of them the digest cannot be compared. */
  readonly unknownRows: number;
  /** Version of `keysOf` that made the key rows. */
  readonly keyVersion: number;
}

/** The last head that was seen. */
export interface HeadSeen {
  readonly key: 'head';
  /** Stamp of the head, as signed. */
  readonly issued: string;
  /** When the device saw it, by the device's clock, ms. */
  readonly seenAt: number;
  /** Server's clock minus the device's at that contact, ms; null when the answer had no date. */
  readonly clockOffsetMs: number | null;
}

/** Key rows are made anew in the table that is not asked, while the other is. */
export const KEY_TABLES = ['keysA', 'keysB'] as const;
export type KeyTableName = (typeof KEY_TABLES)[number];

/** In which table the keys are. Written with the parts of the filter, in the transaction of the key rows. */
export interface FilterRow {
  readonly key: 'filter';
  readonly table: KeyTableName;
  /** Changes with every write of the parts; filters written before this was kept have none. */
  readonly mark?: string;
}

export const FILTER_PARTS = ['filter0', 'filter1', 'filter2', 'filter3'] as const;

/** A part of the filter that says which keys the cache has. */
export interface FilterPart {
  readonly key: (typeof FILTER_PARTS)[number];
  /** The byte of the whole with which it begins. */
  readonly from: number;
  readonly bits: KeyFilter;
}

/** Which names the cache has: the mark changes with them. Written in the transaction of the rows. */
export interface NamesMark {
  readonly key: 'names';
  readonly mark: string;
}

/** The index of the names, for look-up as you type. */
export interface LookUpRow {
  readonly key: 'lookUp';
  readonly index: LookUpIndex;
}

/** Of which names the index is. Apart from it, since it is asked for at every letter. */
export interface LookUpMark {
  readonly key: 'lookUpMark';
  /** Null: a cache that was filled before names had a mark. */
  readonly mark: string | null;
  readonly madeOn: Day;
  readonly version: string;
}
export type MetaRow =
  | Cursor
  | HeadSeen
  | FilterRow
  | FilterPart
  | NamesMark
  | LookUpRow
  | LookUpMark;

/** The cached ledger of one data set and epoch. Disposable: it can always be fetched anew. */
export class CacheDb extends Dexie implements CacheView {
  declare areas: EntityTable<Area, 'id'>;
  declare persons: Table<PackRow, number>;
  declare posts: Table<PackRow, number>;
  declare memberships: Table<PackRow, number>;
  declare lineages: EntityTable<Lineage, 'id'>;
  declare weakSources: EntityTable<WeakSource, 'host'>;
  declare bundles: EntityTable<BundleRow, 'key'>;
  declare pieces: EntityTable<PieceRow, 'key'>;
  /** What deltas brought to bundles that are not written anew for it; see `bundlesAt`. */
  declare fresh: EntityTable<BundleRow, 'key'>;
  declare keysA: EntityTable<KeyRow, 'head'>;
  declare keysB: EntityTable<KeyRow, 'head'>;
  declare pages: Table<PageRow, number>;
  declare places: Table<PlacesRow, number>;
  declare meta: Table<MetaRow, MetaRow['key']>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      areas: 'id, parentId',
      persons: '++n, *ids',
      posts: '++n, *ids, *by.areaId',
      memberships: '++n, *ids, *by.personId, *by.postId',
      lineages: 'id',
      weakSources: 'host',
      bundles: 'key, *speakers',
      pieces: 'key',
      fresh: 'key, *speakers',
      keysA: 'head',
      keysB: 'head',
      pages: '++n, bucket',
      places: '++n',
      meta: 'key',
    });
    writeOneAtATime(this);
    // Another context drops it: a newer cache is in use. False keeps Dexie from saying so in the console.
    this.on('versionchange', () => {
      this.close();
      return false;
    });
  }

  get source(): object {
    return this;
  }

  async pause(): Promise<void> {
    await this.meta.count();
  }

  row<T extends CacheTable>(table: T, key: string) {
    return this.table<CacheTables[T], string>(table).get(key);
  }

  rows<T extends CacheTable>(table: T, keys: readonly string[]) {
    return this.table<CacheTables[T], string>(table).bulkGet([...keys]);
  }

  allRows<T extends CacheTable>(table: T) {
    return this.table<CacheTables[T]>(table).toArray();
  }

  /** Inside a transaction, with the browser's own requests: Dexie's `anyOf` walks a cursor, a turn for each row. */
  rowsBy<T extends CacheTable>(table: T, index: string, keys: readonly (string | number)[]) {
    const source = Dexie.currentTransaction.idbtrans.objectStore(table).index(index);
    const found = keys.map((key) => askedInDexie<CacheTables[T][]>(source.getAll(key)));
    return Dexie.Promise.all(found).then((rows) => rows.flat());
  }

  keysBy(table: CacheTable, index: string, key: string) {
    return this.table<unknown, string>(table).where(index).equals(key).primaryKeys();
  }

  rowsAfter<T extends CacheTable>(table: T, key: string | number | null, count: number) {
    const rows = this.table<CacheTables[T], string | number>(table);
    const after = key === null ? rows.toCollection() : rows.where(':id').above(key);
    return after.limit(count).toArray();
  }
}

/** The answer to a request within a transaction of Dexie's, which only its own promises keep open. */
function askedInDexie<T>(request: IDBRequest<T>) {
  return new Dexie.Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Name of the cache of a data set: data set, format, epoch and a tag that tells two fillings apart. */
export function cacheName(dataset: string, epoch: string, tag: string): string {
  return `uade-cache.${dataset}.${CACHE_FORMAT}.${epoch}.${tag}`;
}

/** True for the name of a cache of the present format: another version of the extension filled the others. */
export function isPresentFormat(name: string): boolean {
  const [, , format] = name.split('.');
  return isCacheName(name) && format === String(CACHE_FORMAT);
}

/** True for the name of any cache database, of whatever format. */
export function isCacheName(name: string): boolean {
  return name.startsWith('uade-cache.');
}
