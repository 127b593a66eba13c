import Dexie from 'dexie';
import { applyChanges, readCursor, readHead, type Step } from './apply';
import {
  CacheDb,
  type Cursor,
  cacheName,
  type HeadSeen,
  isCacheName,
  isPresentFormat,
} from './cache-db';
import { type CacheChange, lastOfEach } from './change';
import { type Digest, digestOfRows, type LineHash } from './check';
import { Connection } from './connection';
import type { CurrentCache } from './current-cache';
import { foldFresh } from './fresh';
import { beginFilter } from './key-rows';
import type { Keying } from './keying';
import { faultOf, STORE_LIMIT_MS, withLimit } from './limit';
import type { CacheFilling, CachePointer, OwnDb } from './own-db';
import { foldPages } from './page-index';
import { piecesOf } from './pieces';
import { compactPlaces, loadPlaces, type Places } from './places';
import { rekeyIfOld } from './rekey';

/** A whole batch is one call; a slow disk under load took 3 ms a row (measured). */
const APPLY_MS_A_ROW = 10;

/** Folding is some thousand bundles long; its transactions are short. */
const FOLD_LIMIT_MS = 10 * STORE_LIMIT_MS;

/** A cache database being written: the one in use, or a new one that is not. */
export class CacheWriter {
  readonly pointer: CachePointer;
  readonly #connection: Connection<CacheDb>;
  readonly #keying: Keying;
  readonly #isRead: boolean;
  #places: Promise<Places> | null = null;

  /** `isRead`: others read the database meanwhile. */
  constructor(pointer: CachePointer, keying: Keying, isRead: boolean) {
    this.pointer = pointer;
    this.#connection = new Connection(() => new CacheDb(pointer.name));
    this.#keying = keying;
    this.#isRead = isRead;
  }

  /** Null in a database that was never begun. */
  async cursor(): Promise<Cursor | null> {
    return await this.#connection.run(readCursor);
  }

  /** Reads what `apply` needs, beside what else is waited for; a failure is met there. */
  prepare(): void {
    this.#loadedPlaces().catch(() => undefined);
  }

  /**
   * Rows and cursor in one transaction (`applyChanges`); where others read, in several short ones, the cursor in
   * the last. Broken off between two of them it is begun anew, and changes that are in change nothing.
   */
  async apply(changes: readonly CacheChange[], step: Step): Promise<void> {
    const places = await this.#loadedPlaces();
    const pieces = this.#isRead
      ? await this.#connection.run((db) => piecesOf(db, lastOfEach(changes), places))
      : [changes];
    for (const piece of pieces.slice(0, -1))
      await this.#applyPiece(piece, { from: step.from, to: step.from, unknownRows: 0 }, places);
    await this.#applyPiece(pieces.at(-1) ?? [], step, places);
  }

  async #applyPiece(changes: readonly CacheChange[], step: Step, places: Places): Promise<void> {
    await this.#connection.run(
      (db) => applyChanges(db, changes, step, places, this.#keying, this.#isRead),
      STORE_LIMIT_MS + changes.length * APPLY_MS_A_ROW,
    );
  }

  /** Remembers a head; one that was issued before the last one seen (a replay) does not make the data younger or older. */
  async noteHead(head: Omit<HeadSeen, 'key'>): Promise<void> {
    await this.#connection.run((db) =>
      db.transaction('rw', db.meta, async () => {
        const last = await readHead(db);
        const issued = last !== null && last.issued > head.issued ? last.issued : head.issued;
        await db.meta.put({ key: 'head', ...head, issued });
      }),
    );
  }

  /** Writes the key rows anew when `keysOf` has changed since they were made. */
  async rekeyIfOld(): Promise<boolean> {
    // Most polls need no second connection to see that there is nothing to do.
    if ((await this.cursor())?.keyVersion === this.#keying.version) return false;
    // Not under the limit of one call: at 100,000 names it takes longer than that.
    const db = new CacheDb(this.pointer.name);
    try {
      return await rekeyIfOld(db, this.#keying);
    } finally {
      db.close();
    }
  }

  /** Writes the first cursor, if there is none. */
  async begin(): Promise<void> {
    const { dataset, epoch } = this.pointer;
    const start: Cursor = {
      key: 'cursor',
      dataset,
      epoch,
      rev: 0,
      parts: 0,
      n: 0,
      sum64: '0'.repeat(16),
      unknownRows: 0,
      keyVersion: this.#keying.version,
    };
    await this.#connection.run((db) =>
      db.transaction('rw', db.meta, async () => {
        if ((await readCursor(db)) !== null) return;
        await db.meta.put(start);
        await beginFilter(db);
      }),
    );
  }

  /** What the rows come to when all of them are read; see `digestOfRows`. */
  async digestOfRows(hashOf: LineHash): Promise<Digest> {
    const places = await this.#loadedPlaces();
    // Not under the limit of one call: it reads everything.
    const db = new CacheDb(this.pointer.name);
    try {
      return await digestOfRows(db, places, hashOf);
    } finally {
      db.close();
    }
  }

  /** Folds what grew with each file. */
  async compact(): Promise<void> {
    const places = await this.#places;
    if (places !== null) await this.#connection.run((db) => compactPlaces(db, places));
    await this.#connection.run((db) => foldFresh(db), FOLD_LIMIT_MS);
    await this.#connection.run((db) => foldPages(db), FOLD_LIMIT_MS);
  }

  close(): void {
    this.#connection.close();
  }

  #loadedPlaces(): Promise<Places> {
    this.#places ??= this.#connection.run(loadPlaces);
    return this.#places;
  }
}

/** A name that no database has. */
async function freeName({ dataset, epoch }: Omit<CacheFilling, 'name'>): Promise<string> {
  const taken = new Set(await withLimit(Dexie.getDatabaseNames()));
  for (let tag = 0; ; tag += 1) {
    const name = cacheName(dataset, epoch, String(tag));
    if (!taken.has(name)) return name;
  }
}

/** A poll waits no longer for a deletion; one that takes longer goes on by itself. */
const DROP_MS = 2_000;

/** False while something holds it that no longer listens, as a tab does that the browser has frozen. */
async function isDropped(name: string): Promise<boolean> {
  try {
    await withLimit(Dexie.delete(name), DROP_MS);
    return true;
  } catch (error) {
    // Not worth a sync: the next poll tries again.
    if (faultOf(error) === 'hang') return false;
    throw error;
  }
}

/** What the reader of the tracker's files may do with the caches. Only under the sync lock. */
export class CacheStore {
  readonly #own: Connection<OwnDb>;
  readonly #current: CurrentCache;
  readonly #keying: Keying;

  constructor(own: Connection<OwnDb>, current: CurrentCache, keying: Keying) {
    this.#own = own;
    this.#current = current;
    this.#keying = keying;
  }

  /** The cache in use; null before the first sync, and when another version of the extension filled it. */
  async current(): Promise<CacheWriter | null> {
    const pointer = await this.#own.run((db) => db.read('cache'));
    if (pointer === null || !isPresentFormat(pointer.name)) return null;
    return new CacheWriter(pointer, this.#keying, true);
  }

  /**
   * A new database to fill from a snapshot. One that was begun from the same snapshot is gone on with; any
   * other is dropped.
   */
  async filling(wanted: Omit<CacheFilling, 'name'>): Promise<CacheWriter> {
    const begun = await this.#own.run((db) => db.read('filling'));
    const isSame =
      begun !== null &&
      isPresentFormat(begun.name) &&
      begun.dataset === wanted.dataset &&
      begun.epoch === wanted.epoch &&
      begun.snapshot === wanted.snapshot;
    const filling = isSame ? begun : { ...wanted, name: await freeName(wanted) };
    await this.#own.run((db) => db.keep('filling', filling));
    const writer = new CacheWriter(filling, this.#keying, false);
    await writer.begin();
    return writer;
  }

  /** Puts a filled database in use. One write: readers see the old ledger or the new one. */
  async flip({ pointer }: CacheWriter): Promise<void> {
    const { dataset, epoch, name } = pointer;
    await this.#own.run((db) =>
      db.transaction('rw', db.meta, async () => {
        await db.keep('cache', { dataset, epoch, name });
        await db.forget('filling');
      }),
    );
    this.#current.forget();
  }

  /** Gives up a filling that turned out wrong; its database goes with the next `dropUnused`. */
  async abandonFilling(): Promise<void> {
    await this.#own.run((db) => db.forget('filling'));
  }

  /** Deletes every cache database that is neither in use nor being filled; answers those that are gone. */
  async dropUnused(): Promise<readonly string[]> {
    const cache = await this.#own.run((db) => db.read('cache'));
    const filling = await this.#own.run((db) => db.read('filling'));
    const names = await withLimit(Dexie.getDatabaseNames());
    const unused = names.filter(
      (name) => isCacheName(name) && name !== cache?.name && name !== filling?.name,
    );
    const dropped: string[] = [];
    for (const name of unused) if (await isDropped(name)) dropped.push(name);
    return dropped;
  }
}
