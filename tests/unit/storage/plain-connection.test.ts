import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheName } from '@/lib/storage/cache-db';
import { CurrentCache } from '@/lib/storage/current-cache';
import { asked, PlainConnection } from '@/lib/storage/plain-connection';

const NAME = 'somewhere';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A database of another hand, with one thing in it. */
async function made(version: number, value: string): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, version);
  request.onupgradeneeded = () => {
    const { result: db } = request;
    if (!db.objectStoreNames.contains('things')) db.createObjectStore('things');
  };
  const db = await asked(request);
  const put = db.transaction('things', 'readwrite').objectStore('things').put(value, 'one');
  await asked(put);
  return db;
}

const oneOf = (connection: PlainConnection) =>
  connection.reading('nothing', (transaction) =>
    asked<string>(transaction.objectStore('things').get('one')),
  );

/** The readers' own database, of some version, with what it says of the cache in use. */
async function ownSaying(value: unknown, version: number): Promise<void> {
  const request = indexedDB.open('uade', version);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('meta', { keyPath: 'key' }).put({ key: 'cache', value });
  };
  (await asked(request)).close();
}

describe('which cache is in use', () => {
  const pointer = { dataset: 'kz', epoch: 'e1', name: cacheName('kz', 'e1', 'a') };

  it('is asked again where the connection was closed under it', async () => {
    await ownSaying(pointer, 10);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    expect(await new CurrentCache().pointer()).toEqual(pointer);
  });

  it('is not read of a newer version of ours', async () => {
    await ownSaying(pointer, 20);
    await expect(new CurrentCache().pointer()).rejects.toMatchObject({ fault: 'newer' });
  });
});

describe('a connection for reading alone', () => {
  it('finds nothing where there is no database, and makes none', async () => {
    expect(await oneOf(new PlainConnection(NAME))).toBe('nothing');
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('finds a database that came after it had looked in vain', async () => {
    const connection = new PlainConnection(NAME);
    expect(await oneOf(connection)).toBe('nothing');
    (await made(3, 'first')).close();
    expect(await oneOf(connection)).toBe('first');
  });

  it('gives way to an upgrade, and reads what came of it', async () => {
    (await made(3, 'before')).close();
    const connection = new PlainConnection(NAME);
    expect(await oneOf(connection)).toBe('before');
    // Would hang while the connection held the database open.
    (await made(4, 'after')).close();
    expect(await oneOf(connection)).toBe('after');
  });

  it('gives way to a deletion', async () => {
    (await made(3, 'before')).close();
    const connection = new PlainConnection(NAME);
    await oneOf(connection);
    await asked(indexedDB.deleteDatabase(NAME));
    expect(await oneOf(connection)).toBe('nothing');
  });

  it('may be closed, and reads again', async () => {
    (await made(3, 'kept')).close();
    const connection = new PlainConnection(NAME);
    await oneOf(connection);
    connection.close();
    expect(await oneOf(connection)).toBe('kept');
  });

  it('writes nothing', async () => {
    (await made(3, 'kept')).close();
    const connection = new PlainConnection(NAME);
    const put = connection.reading(undefined, async (transaction) => {
      transaction.objectStore('things').put('changed', 'one');
    });
    await expect(put).rejects.toMatchObject({ name: 'ReadOnlyError' });
    expect(await oneOf(connection)).toBe('kept');
  });
});
