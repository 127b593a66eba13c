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

  /** Reads in one transaction over all stores; `empty` where there is no database. */
  async reading<T>(empty: T, read: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    this.#db ??= this.#opened();
    const db = await this.#db;
    return db === null ? empty : await read(db.transaction([...db.objectStoreNames]));
  }

  close(): void {
    this.#db?.then(
      (db) => db?.close(),
      // Told to who asked.
      () => undefined,
    );
    this.#db = null;
  }

  #opened(): Promise<IDBDatabase | null> {
    const opening = openedAsIs(this.name).then(
      (db) => {
        if (db === null) {
          forget();
          return null;
        }
        // Another context drops or changes it.
        db.onversionchange = () => {
          db.close();
          forget();
        };
        db.onclose = forget;
        return db;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    const forget = () => {
      if (this.#db === opening) this.#db = null;
    };
    return opening;
  }
}
