import { isCurableByReopening, STORE_LIMIT_MS, withLimit } from './limit';

/**
 * A database connection that answers within the limit or fails: a call that hangs, or finds its connection
 * closed, is tried once more on a fresh one.
 */
export class Connection<D extends { close(): void }> {
  readonly #make: () => D;
  readonly #limitMs: number;
  #db: D | null = null;

  constructor(make: () => D, limitMs = STORE_LIMIT_MS) {
    this.#make = make;
    this.#limitMs = limitMs;
  }

  /** `limitMs` for work that is known to be long. */
  async run<T>(work: (db: D) => Promise<T>, limitMs = this.#limitMs): Promise<T> {
    try {
      return await withLimit(work(this.#open()), limitMs);
    } catch (error) {
      if (!isCurableByReopening(error)) throw error;
      this.close();
      return await withLimit(work(this.#open()), limitMs);
    }
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
  }

  #open(): D {
    this.#db ??= this.#make();
    return this.#db;
  }
}
