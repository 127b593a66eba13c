import { CacheDb } from './cache-db';
import type { Reading } from './cache-gazetteer';
import { Connection } from './connection';
import type { CachePointer, OwnDb } from './own-db';

/** How long the pointer is trusted unread. Old databases are dropped only at the next poll, 10 minutes later at the soonest. */
const POINTER_MS = 1_000;

/** Follows the pointer to the cache in use; one connection a database. */
export class CurrentCache {
  readonly #own: Connection<OwnDb>;
  readonly #now: () => number;
  #pointer: CachePointer | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #connection: { readonly name: string; readonly to: Connection<CacheDb> } | null = null;

  constructor(own: Connection<OwnDb>, now: () => number = Date.now) {
    this.#own = own;
    this.#now = now;
  }

  /** Which cache is in use; null before the first sync is through. */
  async pointer(): Promise<CachePointer | null> {
    const age = this.#now() - this.#readAt;
    // A negative age is a clock that was put back.
    if (this.#pointer === null || age > POINTER_MS || age < 0) {
      this.#pointer = await this.#own.run((db) => db.read('cache'));
      this.#readAt = this.#now();
    }
    return this.#pointer;
  }

  /** Reads the pointer anew at the next question: a new cache was put in its place. */
  forget(): void {
    this.#pointer = null;
  }

  readonly reading: Reading = async (empty, read) => {
    const pointer = await this.pointer();
    return pointer === null ? empty : await this.#to(pointer.name).run(read);
  };

  #to(name: string): Connection<CacheDb> {
    if (this.#connection?.name !== name) {
      this.#connection?.to.close();
      this.#connection = { name, to: new Connection(() => new CacheDb(name)) };
    }
    return this.#connection.to;
  }
}
