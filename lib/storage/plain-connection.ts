import { withLimit } from './limit';

/** Opens a database as it stands; null where there is none: to open it would make an empty one. */
function openedAsIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isMissing ? resolve(null) : reject(request.error));
  });
}

/** The answer of the browser's store to one request. */
export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A connection for reading alone, without Dexie. It never makes or changes a database, and gives way to who does. */
export class PlainConnection {
  readonly name: string;
  #db: Promise<IDBDatabase | null> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  /** Reads in one transaction over all stores; `empty` where there is no database. Fails after the store's limit. */
  async reading<T>(empty: T, read: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    return await withLimit(this.#read(empty, read));
  }

  close(): void {
    const open = this.#db;
    this.#db = null;
    open?.then(
      (db) => db?.close(),
      () => undefined,
    );
  }

  async #read<T>(empty: T, read: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const db = await this.#open();
    if (db === null) return empty;
    return await read(db.transaction([...db.objectStoreNames]));
  }

  async #open(): Promise<IDBDatabase | null> {
    this.#db ??= openedAsIs(this.name);
    const opening = this.#db;
    const forget = () => {
      if (this.#db === opening) this.#db = null;
    };
    try {
      const db = await opening;
      if (db === null) forget();
      else {
        // Another context drops or changes it.
        db.onversionchange = () => {
          db.close();
          forget();
        };
        db.onclose = forget;
      }
      return db;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
