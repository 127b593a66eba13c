import { CacheDb, isPresentFormat } from './cache-db';
import { type CacheView, viewOf } from './cache-view';
import { Connection } from './connection';
import { isCurableByReopening, withLimit } from './limit';
import { type CachePointer, OWN_DB, readPointer } from './own-db';
import { PlainConnection } from './plain-connection';

/** How long the pointer is trusted unread. Old databases are dropped only at the next poll, 10 minutes later at the soonest. */
const POINTER_MS = 1_000;

/** Runs a read on the cache that is current, at one moment of it; an empty answer before the first sync. */
export type Reading = <T>(empty: T, read: (view: CacheView) => Promise<T>) => Promise<T>;

/** Follows the pointer to the cache in use; one connection a database. */
export class CurrentCache {
  readonly #own = new Connection(() => new PlainConnection(OWN_DB));
  readonly #now: () => number;
  #pointer: CachePointer | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #plain: PlainConnection | null = null;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Which cache is in use; null before the first sync is through, and after an update that changed its format. */
  async pointer(): Promise<CachePointer | null> {
    const age = this.#now() - this.#readAt;
    // A negative age is a clock that was put back.
    if (this.#pointer === null || age > POINTER_MS || age < 0) {
      const pointer = await this.#own.run((db) => db.reading(null, readPointer));
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
    const db = new CacheDb(name);
    try {
      await withLimit(db.transaction('rw', db.meta, async () => await write(db.meta)));
    } finally {
      db.close();
    }
  }

  async #read<T>(empty: T, read: (view: CacheView) => Promise<T>): Promise<T> {
    const pointer = await this.pointer();
    if (pointer === null) return empty;
    // All that one question reads is of one moment: a sync writes before it or after it.
    const reading = this.#open(pointer.name).reading(empty, (one) => read(viewOf(one)));
    return await withLimit(reading);
  }

  #open(name: string): PlainConnection {
    if (this.#plain?.name !== name) {
      this.#plain?.close();
      this.#plain = new PlainConnection(name);
    }
    return this.#plain;
  }

  #close(): void {
    this.#plain?.close();
    this.#plain = null;
  }
}
