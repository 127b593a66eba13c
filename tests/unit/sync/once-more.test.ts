import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putPacked, recordsAfter } from '@/lib/storage/packs';
import { person, pledge } from '../storage/records';
import { FakeTracker } from './fake-tracker';
import { dropAll, expectedOf, TestReader } from './reader';

/** What is asked for, compared or fetched once more, and how often that may be. */

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

let tracker: FakeTracker;
let reader: TestReader;

beforeEach(() => {
  tracker = new FakeTracker();
  reader = new TestReader(tracker);
  tracker.write('person', 'a', person('a'));
});
afterEach(dropAll);

function write(from: number, to: number): void {
  for (let n = from; n < to; n += 1) tracker.write('promise', `p${n}`, pledge(`p${n}`, 'post'));
}

/** Alters a person behind the reader's back. */
async function alter(): Promise<void> {
  await reader.withCache((db) =>
    db.transaction('rw', db.persons, () =>
      putPacked(db, 'persons', [{ id: 'a', d: { ...person('a'), gender: 'female' } }], () => true),
    ),
  );
}

async function isAltered(): Promise<boolean> {
  const found = await reader.withCache((db) => recordsAfter(db, 'persons', null, 1));
  return found?.rows[0]?.gender === 'female';
}

const syncRecord = () => reader.own((db) => db.read('sync'));

describe('the weekly comparison of the cache with what was signed', () => {
  beforeEach(async () => {
    await reader.sync();
    await alter();
  });

  it('comes when the week is over, not before', async () => {
    reader.now += WEEK_MS;
    expect(await reader.sync()).toBe('up-to-date');
    expect(await isAltered()).toBe(true);
    reader.now += 1;
    expect(await reader.sync()).toBe('success');
    expect(await isAltered()).toBe(false);
  });

  it('is not put off by polls that found nothing new, or by new records', async () => {
    reader.now += 4 * DAY_MS;
    await reader.sync();
    write(0, 2);
    expect(await reader.sync()).toBe('success');
    expect(await isAltered()).toBe(true);
    reader.now += 4 * DAY_MS;
    expect(await reader.sync()).toBe('success');
    expect(await isAltered()).toBe(false);
  });

  it('comes at once where the last one lies in the future: the clock was put back', async () => {
    reader.now -= 1;
    expect(await reader.sync()).toBe('success');
    expect(await isAltered()).toBe(false);
  });

  it('comes at once where nobody knows of a last one', async () => {
    await reader.own((db) => db.forget('sync'));
    expect(await reader.sync()).toBe('success');
    expect(await isAltered()).toBe(false);
  });
});

describe('everything is fetched anew', () => {
  const newEpoch = (epoch: string): void => {
    tracker.epoch = epoch;
    tracker.rows = [];
    tracker.write('person', epoch, person(epoch));
  };

  it('for a new epoch once in 24 hours, and noted as such', async () => {
    await reader.sync();
    newEpoch('e2');
    expect(await reader.sync()).toBe('success');
    expect((await syncRecord())?.resyncAt).toEqual({ epoch: reader.now });
    newEpoch('e3');
    reader.now += DAY_MS - 1;
    expect(await reader.sync()).toBe('corruption');
    reader.now += 1;
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(['person/e3']);
  });

  it('for a new epoch though there was one today, where that lies in the future', async () => {
    await reader.sync();
    newEpoch('e2');
    await reader.sync();
    newEpoch('e3');
    reader.now -= 3_600_000;
    expect(await reader.sync()).toBe('success');
  });

  it('where the segments do not reach back, as often as that happens', async () => {
    await reader.sync();
    for (const from of [0, 2]) {
      write(from, from + 2);
      tracker.cut();
      tracker.snapshotRev = tracker.rev;
      tracker.floor = tracker.rev;
      expect(await reader.sync()).toBe('success');
      expect(await reader.records()).toEqual(expectedOf(tracker));
    }
    expect((await syncRecord())?.resyncAt).toEqual({});
  });

  it('for another data set, whose records are then the only ones', async () => {
    await reader.sync();
    const town = new FakeTracker('town');
    town.write('person', 'b', person('b'));
    const other = new TestReader(town);
    other.dataset = 'town';
    other.keys = await town.keys();
    expect(await other.sync()).toBe('success');
    expect(await other.records()).toEqual(['person/b']);
  });

  it('after a filling that is not what the manifest says: no part of it is gone on with', async () => {
    write(0, 4);
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    tracker.snapshotParts = 2;
    const digest = tracker.digest.bind(tracker);
    tracker.digest = () => ({ ...digest(), n: 99 });
    expect(await reader.sync()).toBe('corruption');
    expect(await reader.records()).toEqual([]);
    tracker.digest = digest;
    tracker.requests = [];
    expect(await reader.sync()).toBe('success');
    expect(tracker.requests.filter((path) => path.includes('/f/'))).toHaveLength(2);
  });
});

describe('the head', () => {
  it('that is older than the cache is asked for once more, past every copy', async () => {
    await reader.sync();
    const old = await tracker.head();
    write(0, 2);
    await reader.sync();
    write(2, 4);
    const caches: (string | undefined)[] = [];
    const behindProxy = new TestReader({
      fetch: async (input, init) => {
        const isHead = new Request(input).url.endsWith('head.json');
        if (isHead) caches.push(init?.cache);
        return isHead && caches.length === 1 ? new Response(old) : await tracker.fetch(input, init);
      },
    });
    behindProxy.now = reader.now;
    expect(await behindProxy.sync(false)).toBe('success');
    expect(caches).toEqual(['default', 'no-cache']);
    expect(await behindProxy.records()).toEqual(expectedOf(tracker));
  });

  it('tells how far the tracker’s clock is from the device’s, where it tells the time', async () => {
    const head = await tracker.head();
    const seen = async (headers: Record<string, string>) => {
      tracker.fault = (path) =>
        path.endsWith('head.json') ? new Response(head, { headers }) : null;
      await reader.sync();
      return (await reader.read((cache) => cache.syncState())).head;
    };
    expect(await seen({})).toMatchObject({ seenAt: reader.now, clockOffsetMs: null });
    reader.now += 1_000;
    expect(await seen({ date: 'Wed, 25 Nov 2026 09:00:01 GMT' })).toMatchObject({
      seenAt: reader.now,
      clockOffsetMs: -3_600_000,
    });
  });

  it('is all that is asked for when the data set was named before', async () => {
    reader.dataset = null;
    await reader.sync();
    tracker.requests = [];
    expect(await reader.sync()).toBe('up-to-date');
    expect(tracker.requests).toEqual(['/v1/kz/head.json']);
  });
});
