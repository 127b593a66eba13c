import Dexie from 'dexie';
import { readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { newClip } from '../unit/storage/new-clip';
import {
  type Desk,
  LIMIT_MS,
  onDesk,
  pause,
  plainDexie,
  rawOpen,
  type Scene,
  within,
} from './device-desk';

/** IndexedDB that hangs, is held, is deleted, is full, or was written by another version. */

/** From now on so many openings are never answered; the answer ends it. */
function hanging(times: number): () => void {
  const open = indexedDB.open.bind(indexedDB);
  let left = times;
  indexedDB.open = (name, version) => {
    left -= 1;
    // A request that no event ever reaches.
    if (left >= 0) return new EventTarget() as IDBOpenDBRequest;
    return open(name, version);
  };
  return () => {
    // The prototype's own is seen again.
    Reflect.deleteProperty(indexedDB, 'open');
  };
}

/** From now on nothing can be written; the answer ends it. */
function full(): () => void {
  const writes = IDBObjectStore.prototype;
  const { put, add } = Object.getOwnPropertyDescriptors(writes);
  const refuse = (): never => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
  Object.assign(writes, { put: refuse, add: refuse });
  return () => {
    Object.defineProperties(writes, { put, add });
  };
}

const save = (desk: Desk, quote: string) =>
  desk.clips.saveDraft(newClip(quote)).then(() => 'saved');

async function hungOnce(desk: Desk) {
  desk.close();
  const end = hanging(1);
  const saved = await within(save(desk, 'и после'), LIMIT_MS * 10);
  end();
  const again = hanging(1);
  const db = new OwnDb();
  const control = await within(db.clips.count(), LIMIT_MS * 4);
  again();
  db.close();
  const seen = `${saved}: ${await desk.quotes()}`;
  return {
    seen,
    isRight: seen === 'saved: и после + было до поломки',
    control,
    isControlWrong: control === 'hangs',
  };
}

async function hungForGood(desk: Desk) {
  desk.close();
  const end = hanging(Number.POSITIVE_INFINITY);
  const saved = await within(save(desk, 'и после'), LIMIT_MS * 10);
  const db = new OwnDb();
  const control = await within(db.clips.count(), LIMIT_MS * 4);
  end();
  db.close();
  const seen = `${saved}; later ${await save(desk, 'снова')}: ${await desk.quotes()}`;
  return {
    seen,
    isRight: seen === 'hang; later saved: снова + было до поломки',
    control,
    isControlWrong: control === 'hangs',
  };
}

async function held(desk: Desk) {
  const { reader, tracker } = desk;
  const old = await reader.own((db) => db.read('cache'));
  tracker.epoch = 'e2';
  const first = await reader.sync();
  const holder = await rawOpen(old?.name ?? '');
  const control = await within(Dexie.delete(old?.name ?? ''), LIMIT_MS * 4);
  const second = await within(reader.sync(), LIMIT_MS * 100);
  const isWhole = await desk.isWhole();
  holder.close();
  const third = await reader.sync();
  const isGone = !(await Dexie.getDatabaseNames()).includes(old?.name ?? '');
  const seen = `${first}, ${second}, ${third}; whole: ${isWhole}, gone: ${isGone}`;
  return {
    seen,
    isRight: seen === 'success, up-to-date, up-to-date; whole: true, gone: true',
    control,
    isControlWrong: control === 'hangs',
  };
}

const OWN_STORES = { clips: 'id, [state.name+id]', meta: 'key' };

async function newer(desk: Desk) {
  await desk.quotes();
  // Another tab, of a newer version: our own connection must give way to it.
  const upgraded = await within(
    rawOpen('uade', 20).then((db) => db.close()),
    LIMIT_MS * 10,
  );
  const read = await within(desk.quotes(), LIMIT_MS * 10);
  const written = await within(save(desk, 'и после'), LIMIT_MS * 10);
  const synced = await desk.reader.sync();
  const raw = await rawOpen('uade');
  const kept = await new Promise<number>((resolve) => {
    const request = raw.transaction('clips').objectStore('clips').count();
    request.onsuccess = () => resolve(request.result);
  });
  raw.close();
  const plain = plainDexie('uade', OWN_STORES);
  const control = `writes into it: ${await within(plain.table('clips').put({ id: 'x' }), LIMIT_MS * 10)}`;
  plain.close();
  const seen = `upgrade ${upgraded}; read ${read}, write ${written}, sync ${synced}; version ${raw.version}, clips ${kept}`;
  return {
    seen,
    isRight: seen === 'upgrade undefined; read newer, write newer, sync newer; version 20, clips 1',
    control,
    isControlWrong: control === 'writes into it: x',
  };
}

async function heldUpgrade(desk: Desk) {
  await desk.quotes();
  const upgrade = within(
    rawOpen('uade', 20).then((db) => {
      db.close();
      return 'done';
    }),
    LIMIT_MS * 10,
  );
  const seen = await upgrade;
  const holder = await rawOpen('uade');
  const control = await within(
    rawOpen('uade', 30).then((db) => db.close()),
    LIMIT_MS * 4,
  );
  holder.close();
  return { seen, isRight: seen === 'done', control, isControlWrong: control === 'hangs' };
}

async function cacheDeleted(desk: Desk) {
  const own = new Connection(() => new OwnDb());
  const cache = readerOf(own, new CurrentCache());
  const held = async () => (await cache.gazetteer().persons(['a'])).length;
  const before = await held();
  const name = (await desk.reader.own((db) => db.read('cache')))?.name ?? '';
  const db = new CacheDb(name);
  await db.open();
  await Dexie.delete(name);
  const control = await within(db.persons.count(), LIMIT_MS * 4);
  const during = await within(held(), LIMIT_MS * 10);
  const end = await desk.reader.sync();
  // Another context put a new cache in place: the pointer is trusted unread for a second.
  await pause(1_100);
  const after = await within(held(), LIMIT_MS * 10);
  own.close();
  const seen = `${before}, ${during}, sync ${end}, ${after}; whole: ${await desk.isWhole()}; ${await desk.quotes()}`;
  return {
    seen,
    isRight: seen === '1, 0, sync success, 1; whole: true; было до поломки',
    control,
    isControlWrong: control === 'closed',
  };
}

async function allDeleted(desk: Desk) {
  await desk.quotes();
  const plain = new OwnDb();
  await plain.open();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  const control = await within(plain.clips.count(), LIMIT_MS * 4);
  const emptied = await within(desk.quotes(), LIMIT_MS * 10);
  const saved = await within(save(desk, 'новая'), LIMIT_MS * 10);
  const end = await desk.reader.sync();
  const seen = `«${emptied}», ${saved}, sync ${end}; whole: ${await desk.isWhole()}; ${await desk.quotes()}`;
  return {
    seen,
    isRight: seen === '«», saved, sync success; whole: true; новая',
    control,
    isControlWrong: control === 'closed',
  };
}

async function fullDisk(desk: Desk) {
  desk.publish('p9');
  const before = await desk.reader.records();
  const end = full();
  const synced = await desk.reader.sync();
  const saved = await within(save(desk, 'и после'), LIMIT_MS * 10);
  // The control says «saved» when it has asked, not when it was answered.
  void new OwnDb().clips.put({ id: 'x' } as never).catch(() => undefined);
  const kept = (await desk.reader.records()).join() === before.join();
  end();
  const stored = await desk.reader.own((db) => db.clips.get('x'));
  const again = await save(desk, 'снова');
  const seen = `sync ${synced}, clip ${saved}, ledger kept: ${kept}; with room: ${again}, sync ${await desk.reader.sync()}, whole: ${await desk.isWhole()}; ${await desk.quotes()}`;
  return {
    seen,
    isRight:
      seen ===
      'sync quota, clip quota, ledger kept: true; with room: saved, sync success, whole: true; снова + было до поломки',
    control: stored === undefined ? 'said saved, and is not there' : 'is there',
    isControlWrong: stored === undefined,
  };
}

export const STORE_SCENES: readonly Scene[] = [
  {
    injected: 'IndexedDB hangs at one opening',
    expected: 'the clip is saved on a fresh connection',
    play: onDesk(hungOnce),
  },
  {
    injected: 'IndexedDB hangs at every opening',
    expected: 'the fault is named, not «saved»; saved once it answers again',
    play: onDesk(hungForGood),
  },
  {
    injected: 'an old cache is held by a tab that no longer listens',
    expected: 'syncs go on; it is deleted when it is let go',
    play: onDesk(held),
  },
  {
    injected: 'another tab upgrades the precious database under an open connection',
    expected: 'ours gives way',
    play: onDesk(heldUpgrade),
  },
  {
    injected: 'the precious database is from a newer version',
    expected: 'the fault is named, nothing is written into it',
    play: onDesk(newer),
  },
  {
    injected: 'the cache is deleted under the running worker',
    expected: 'no failure; the next sync brings it whole; clips stay',
    play: onDesk(cacheDeleted),
  },
  {
    injected: 'all databases are deleted under the running worker',
    expected: 'begins anew without a failure',
    play: onDesk(allDeleted),
  },
  {
    injected: 'full disk: every write is refused',
    expected: 'the fault is named, reading goes on, whole when there is room',
    play: onDesk(fullDisk),
  },
];
