import { CacheDb, isPresentFormat } from './cache-db';
import type { Reading } from './cache-gazetteer';
import type { Connection } from './connection';
import { isCurableByReopening, withLimit } from './limit';
import type { CachePointer, OwnDb } from './own-db';

/** How long the pointer is trusted unread. Old databases are dropped only at the next poll, 10 minutes later at the soonest. */
const POINTER_MS = 1_000;

/** Follows the pointer to the cache in use; one connection a database. */
export class CurrentCache {
  readonly #own: Connection<OwnDb>;
  readonly #now: () => number;
  #pointer: CachePointer | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #db: CacheDb | null = null;

  constructor(own: Connection<OwnDb>, now: () => number = Date.now) {
    this.#own = own;
    this.#now = now;
  }

  /** Which cache is in use; null before the first sync is through, and after an update that changed its format. */
  async pointer(): Promise<CachePointer | null> {
    const age = this.#now() - this.#readAt;
    // A negative age is a clock that was put back.
    if (this.#pointer === null || age > POINTER_MS || age < 0) {
      const pointer = await this.#own.run((db) => db.read('cache'));
      this.#pointer = pointer !== null && isPresentFormat(pointer.name) ? pointer : null;
      this.#readAt = this.#now();
    }
    return this.#pointer;
  }

  /** Reads the pointer anew at the next question: a new cache was put in its place. */
  forget(): void {
    this.#pointer = null;
  }

  readonly reading: Reading = async (empty, read) => {
    try {
      return await this.#read(empty, read);
    } catch (error) {
      if (!isCurableByReopening(error)) throw error;
      // Hung, or closed under us because the database was replaced and dropped: look anew, once.
      this.forget();
      this.#close();
      return await this.#read(empty, read);
    }
  };

  /** Writes to `meta` of the cache of that name; nothing happens if another one has been put in its place. */
  async writingMeta(name: string, write: (meta: CacheDb['meta']) => Promise<void>): Promise<void> {
    const pointer = await this.pointer();
    if (pointer?.name !== name) return;
    const db = this.#open(name);
    await withLimit(db.transaction('rw', db.meta, async () => await write(db.meta)));
  }

  async #read<T>(empty: T, read: (db: CacheDb) => Promise<T>): Promise<T> {
    const pointer = await this.pointer();
    if (pointer === null) return empty;
    const db = this.#open(pointer.name);
    // All that one question reads is of one moment: a sync writes before it or after it.
    return await withLimit(db.transaction('r', db.tables, async () => await read(db)));
  }

  #open(name: string): CacheDb {
    if (this.#db?.name !== name) {
      this.#close();
      this.#db = new CacheDb(name);
    }
    return this.#db;
  }

  #close(): void {
    this.#db?.close();
    this.#db = null;
  }
}
