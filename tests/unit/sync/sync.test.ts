import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheDb } from '@/lib/storage/cache-db';
import { fromOneByteJson, oneByteJson } from '@/lib/storage/one-byte';
import { putPacked, recordsAfter } from '@/lib/storage/packs';
import { person, pledge, post, statusEvent } from '../storage/records';
import { FakeTracker } from './fake-tracker';
import { dropAll, expectedOf, TestReader } from './reader';

let tracker: FakeTracker;
let reader: TestReader;

beforeEach(() => {
  tracker = new FakeTracker();
  reader = new TestReader(tracker);
});
afterEach(dropAll);

function writeSome(from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    tracker.write('promise', `p${n}`, pledge(`p${n}`, `post${n % 7}`));
    if (n % 3 === 0) tracker.write('statusEvent', `s${n}`, statusEvent(`s${n}`, `p${n}`));
  }
}

function answering(path: RegExp, response: () => Response): void {
  tracker.fault = (asked) => (path.test(asked) ? response() : null);
}

/** Writes a person behind the reader's back, or takes him out. */
async function putPerson(db: CacheDb, id: string, d: object | null): Promise<void> {
  await db.transaction('rw', db.persons, () =>
    putPacked(db, 'persons', [{ id, d }], () => id !== 'intruder'),
  );
}

describe('a first sync', () => {
  it('takes the segments where there is no snapshot', async () => {
    writeSome(0, 20);
    tracker.cut();
    writeSome(20, 30);
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
  });

  it('takes the snapshot and the segments after it', async () => {
    writeSome(0, 20);
    tracker.write('promise', 'p1', null);
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    tracker.snapshotParts = 4;
    writeSome(20, 30);
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    expect(tracker.requests.filter((path) => path.includes('/s/'))).toHaveLength(1);
  });

  it('keeps what is written when the file that is read ahead fails, and goes on from there', async () => {
    writeSome(0, 20);
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    tracker.snapshotParts = 5;
    answering(/\/f\/\d+\/3\./, () => new Response('', { status: 500 }));
    expect(await reader.sync()).toBe('server');
    const before = tracker.requests.length;
    tracker.fault = () => null;
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    const again = tracker.requests.slice(before).filter((path) => path.includes('/f/'));
    expect(again.map((path) => /\/f\/\d+\/(\d)/.exec(path)?.[1])).toEqual(['3', '4']);
  });

  it('of an empty data set is a success too', async () => {
    expect(await reader.sync()).toBe('success');
    expect((await reader.read((cache) => cache.syncState())).cursor?.rev).toBe(0);
    expect(await reader.sync()).toBe('up-to-date');
  });

  it('finds the data set that the tracker names', async () => {
    tracker = new FakeTracker('town');
    reader = new TestReader(tracker);
    reader.dataset = null;
    writeSome(0, 3);
    expect(await reader.sync()).toBe('success');
    expect((await reader.read((cache) => cache.syncState())).cursor?.dataset).toBe('town');
  });
});

describe('a later sync', () => {
  beforeEach(async () => {
    writeSome(0, 20);
    tracker.cut();
    await reader.sync();
    tracker.requests = [];
  });

  it('asks once when nothing is new', async () => {
    expect(await reader.sync()).toBe('up-to-date');
    expect(tracker.requests).toEqual(['/v1/kz/head.json']);
  });

  it('takes only what is new, and forgets what is gone', async () => {
    tracker.write('promise', 'p3', null);
    tracker.write('promise', 'p4', pledge('p4', 'elsewhere'));
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    expect(tracker.requests.filter((path) => path.includes('/s/'))).toHaveLength(1);
  });

  it('finds its way inside a segment that was merged meanwhile', async () => {
    writeSome(20, 25);
    tracker.cuts = [];
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
  });

  it('takes a snapshot when its place is before the floor', async () => {
    writeSome(20, 40);
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    tracker.floor = tracker.rev;
    writeSome(40, 42);
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
  });

  it('takes a snapshot when that is less to fetch', async () => {
    for (let n = 0; n < 200; n += 1) tracker.write('person', 'a', person('a', `имя${n}`));
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    writeSome(40, 42);
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    expect(tracker.requests.some((path) => path.includes('/f/'))).toBe(true);
  });

  it('takes everything anew in a new epoch, once a day', async () => {
    tracker.epoch = 'e2';
    tracker.rows = [];
    tracker.cuts = [];
    writeSome(100, 110);
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    tracker.epoch = 'e3';
    expect(await reader.sync()).toBe('corruption');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    reader.now += 86_400_000;
    expect(await reader.sync()).toBe('success');
  });

  it('goes on the same day with a new epoch that was broken off, at every step', async () => {
    tracker.epoch = 'e2';
    tracker.snapshotRev = tracker.rev;
    tracker.snapshotParts = 4;
    for (const step of [1, 2, 3, 4, 3, 4]) {
      reader.killAt = (_, nth) => nth === step;
      await reader.sync();
    }
    reader.killAt = null;
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(expectedOf(tracker));
    expect((await reader.read((cache) => cache.syncState())).cursor?.epoch).toBe('e2');
  });

  it('keeps its records when the head goes back, after asking twice', async () => {
    const before = await reader.records();
    tracker.rows = tracker.rows.slice(0, 5);
    expect(await reader.sync()).toBe('stale-head');
    expect(tracker.requests).toEqual(['/v1/kz/head.json', '/v1/kz/head.json']);
    expect(await reader.records()).toEqual(before);
  });

  it('a replayed head of the same rev makes the data no older', async () => {
    tracker.issued = '2026-11-20T00:00:00.000Z';
    await reader.sync();
    const { head } = await reader.read((cache) => cache.syncState());
    expect(head?.issued).toBe('2026-11-25T00:00:00.000Z');
  });
});

describe('what is not as it was signed', () => {
  beforeEach(() => {
    writeSome(0, 20);
  });

  it('another key: refused, and asked for again only by the user', async () => {
    await reader.sync();
    await tracker.newKey();
    tracker.write('person', 'a', person('a'));
    expect(await reader.sync()).toBe('signature');
    expect(await reader.records()).not.toContain('person/a');
    expect(await reader.sync(false)).toBe('backoff');
  });

  it("shipped keys: no other key is asked for, and another tracker's is refused", async () => {
    reader.keys = await new FakeTracker().keys();
    expect(await reader.sync()).toBe('signature');
    expect(tracker.requests).toEqual(['/v1/kz/head.json']);
    reader.keys = await tracker.keys();
    expect(await reader.sync()).toBe('success');
  });

  it("another data set's head, rightly signed: refused", async () => {
    const foreign = await tracker.head({ dataset: 'town' });
    answering(/head/, () => new Response(foreign));
    expect(await reader.sync()).toBe('signature');
  });

  it('one bit anywhere in the head: never accepted', async () => {
    const head = await tracker.head();
    const bytes = new TextEncoder().encode(head);
    const ends = new Set<string>();
    for (let at = 0; at < bytes.length; at += 3) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      answering(/head/, () => new Response(flipped));
      ends.add(await reader.sync());
    }
    expect([...ends].every((end) => ['signature', 'parse'].includes(end))).toBe(true);
    expect(await reader.records()).toEqual([]);
  });

  it.each([
    ['one bit', (text: string) => text.replace('обещание', 'обещанье')],
    ['cut short', (text: string) => text.slice(0, -1)],
    ['longer', (text: string) => `${text}\n`],
  ])(
    'a file with %s: corruption, nothing of it is taken, the next sync converges',
    async (_, harm) => {
      const real = tracker.fetch;
      let isHarmed = false;
      tracker.fault = async (path) => {
        if (!path.includes('/s/') || isHarmed) return null;
        isHarmed = true;
        const text = await (await real(`https://tracker.test${path}`)).text();
        return new Response(harm(text));
      };
      expect(await reader.sync()).toBe('corruption');
      expect(await reader.records()).toEqual([]);
      expect(await reader.sync()).toBe('success');
      expect(await reader.records()).toEqual(expectedOf(tracker));
    },
  );

  it('a newer schema: said, and nothing is taken', async () => {
    tracker.schema = [2, 0];
    expect(await reader.sync()).toBe('schema');
    expect(await reader.records()).toEqual([]);
  });

  it.each([
    ['0.1.0', 'success'],
    ['0.0.9', 'success'],
    ['0.0.9.9', 'success'],
    ['0', 'success'],
    ['0.1.0.1', 'schema'],
    ['0.1.1', 'schema'],
    ['0.2', 'schema'],
    ['0.10.0', 'schema'],
    ['1.0.0', 'schema'],
  ])('published for version %s and newer, version 0.1.0 ends as %s', async (min, end) => {
    const head = await tracker.head({ min_client: min });
    answering(/head/, () => new Response(head));
    expect(await reader.sync()).toBe(end);
  });

  it.each([
    ['another data set', { dataset: 'town' }],
    ['another epoch', { epoch: 'e2' }],
    ['another rev', { rev: 19 }],
  ])(
    'a manifest, rightly signed, of %s than its head: corruption, nothing is taken',
    async (_, change) => {
      const real = tracker.fetch;
      const answer = await real('https://tracker.test/v1/kz/head.json');
      const { body } = JSON.parse(await answer.text()) as { body: string };
      const { manifest } = JSON.parse(body) as { manifest: { path: string } };
      const published = await (await real(`https://tracker.test/v1/kz/${manifest.path}`)).text();
      const other = JSON.stringify({ ...(JSON.parse(published) as object), ...change });
      const bytes = new TextEncoder().encode(other);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const head = await tracker.head({ manifest: { ...manifest, sha256, bytes: bytes.length } });
      tracker.fault = (path) => {
        if (path.endsWith('head.json')) return new Response(head);
        return path.endsWith(manifest.path) ? new Response(other) : null;
      };
      expect(await reader.sync()).toBe('corruption');
      expect(await reader.records()).toEqual([]);
    },
  );

  it('a signature that is no base64, or a key of a wrong length, does not hold', async () => {
    const [key] = await tracker.keys();
    for (const broken of ['!', 'YQ==']) {
      reader.keys = [{ kid: key?.kid ?? '', public: broken }];
      expect(await reader.sync()).toBe('signature');
    }
    const head = JSON.parse(await tracker.head()) as { body: string };
    const sigs = [{ kid: key?.kid ?? '', sig: '!' }];
    answering(/head/, () => new Response(JSON.stringify({ ...head, sigs })));
    reader.keys = await tracker.keys();
    expect(await reader.sync()).toBe('signature');
  });

  it.each([
    ['lost', (db: CacheDb) => putPerson(db, 'a', null)],
    ['altered', (db: CacheDb) => putPerson(db, 'a', { ...person('a'), gender: 'female' })],
    ['added', (db: CacheDb) => putPerson(db, 'intruder', person('intruder'))],
    [
      'altered in a bundle',
      (db: CacheDb) =>
        db.bundles.toCollection().modify((row: { pieces: Uint8Array[] }) => {
          row.pieces = row.pieces.map((piece) => {
            const text = JSON.stringify(fromOneByteJson(piece));
            return oneByteJson(JSON.parse(text.replace('обещание', 'обещанье')));
          });
        }),
    ],
  ])(
    'a record %s in the cache is found at the weekly comparison and fetched anew',
    async (_, harm) => {
      tracker.write('person', 'a', person('a'));
      await reader.sync();
      await reader.withCache(async (db) => {
        await harm(db);
      });
      expect(await reader.sync()).toBe('up-to-date');
      reader.now += 8 * 86_400_000;
      expect(await reader.sync()).toBe('success');
      expect(await reader.records()).toEqual(expectedOf(tracker));
      const sound = await reader.withCache((db) => recordsAfter(db, 'persons', null, 1));
      expect(sound?.rows.map(({ gender }) => gender)).toEqual(['male']);
      expect((await reader.own((db) => db.read('sync')))?.resyncAt).toEqual({
        corruption: reader.now,
      });
    },
  );

  it('a sound cache passes the weekly comparison without fetching anew', async () => {
    tracker.write('person', 'a', { ...person('a'), hobby: 'unknown to this version' });
    tracker.write('person', 'b', { ...person('b'), otherNames: [{ name: 'а\u200bб' }] });
    await reader.sync();
    reader.now += 8 * 86_400_000;
    expect(await reader.sync()).toBe('up-to-date');
    expect((await reader.own((db) => db.read('sync')))?.digestAt).toBe(reader.now);
  });
});

describe('every end has its name', () => {
  it.each([
    ['offline', () => Promise.reject<Response>(new TypeError('Failed to fetch'))],
    ['timeout', () => Promise.reject<Response>(new DOMException('late', 'TimeoutError'))],
    ['server', () => new Response('', { status: 500 })],
    ['server', () => new Response('', { status: 404 })],
    ['backoff', () => new Response('', { status: 429 })],
    ['backoff', () => new Response('', { status: 503, headers: { 'retry-after': '120' } })],
    ['parse', () => new Response('<html>Log in to the network</html>')],
    ['parse', () => new Response('null')],
    ['corruption', () => new Response('x'.repeat(100_000))],
  ] as const)('%s', async (end, response) => {
    writeSome(0, 3);
    tracker.fault = response;
    expect(await reader.sync()).toBe(end);
    tracker.fault = () => null;
    expect(await reader.sync()).toBe('success');
  });

  it('busy: another context has the lock, and nothing is asked', async () => {
    reader.isLocked = true;
    expect(await reader.sync()).toBe('busy');
    expect(tracker.requests).toEqual([]);
  });
});

describe('back-off', () => {
  it('grows with the failures, is kept over a restart, and ends with the first success', async () => {
    tracker.fault = () => new Response('', { status: 500 });
    const pauses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await reader.sync();
      const record = await reader.own((db) => db.read('sync'));
      pauses.push((record?.notBefore ?? 0) - reader.now);
    }
    expect(pauses).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(await reader.sync(false)).toBe('backoff');
    reader.now += 120_001;
    tracker.fault = () => null;
    expect(await reader.sync(false)).toBe('success');
    expect((await reader.own((db) => db.read('sync')))?.failures).toBe(0);
  });

  it.each([
    ['5', 60_000],
    ['120', 120_000],
    ['999999', 86_400_000],
  ])('Retry-After %s is a pause of %i ms', async (header, pauseMs) => {
    tracker.fault = () => new Response('', { status: 503, headers: { 'retry-after': header } });
    await reader.sync();
    expect((await reader.own((db) => db.read('sync')))?.notBefore).toBe(reader.now + pauseMs);
  });

  it('a clock that was put back does not stop it for years', async () => {
    tracker.fault = () => new Response('', { status: 500 });
    await reader.sync();
    tracker.fault = () => null;
    reader.now -= 10 * 365 * 86_400_000;
    expect(await reader.sync(false)).toBe('success');
  });
});

describe('killed at any step, and started again', () => {
  async function syncWithKills(steps: readonly number[]): Promise<void> {
    for (const step of steps) {
      reader.killAt = (_, nth) => nth === step;
      await reader.sync();
      // What is in use is whole: the first cache comes into use only when it is complete.
      const records = await reader.records();
      expect(records.length === 0 || records.includes('promise/p0')).toBe(true);
    }
    reader.killAt = null;
    expect(['success', 'up-to-date']).toContain(await reader.sync());
    expect(await reader.records()).toEqual(expectedOf(tracker));
  }

  it('loses and doubles nothing, in a first sync and in a later one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 5 }),
        async (first, later) => {
          await dropAll();
          tracker = new FakeTracker();
          reader = new TestReader(tracker);
          writeSome(0, 30);
          tracker.cut();
          tracker.snapshotRev = tracker.rev;
          tracker.snapshotParts = 4;
          writeSome(30, 34);
          await syncWithKills(first);
          writeSome(34, 50);
          tracker.cut();
          tracker.write('promise', 'p2', null);
          await syncWithKills(later);
          expect(await reader.records()).toEqual(expectedOf(tracker));
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);

  it('a snapshot is gone on with: what is in is not asked for again', async () => {
    writeSome(0, 30);
    tracker.cut();
    tracker.snapshotRev = tracker.rev;
    tracker.snapshotParts = 4;
    reader.killAt = (step, nth) => step === 'applied' && nth >= 6;
    await reader.sync();
    tracker.requests = [];
    reader.killAt = null;
    expect(await reader.sync()).toBe('success');
    expect(tracker.requests.filter((path) => path.includes('/f/'))).toHaveLength(2);
    expect(await reader.records()).toEqual(expectedOf(tracker));
  });
});

describe('law: any history, read at any moments, ends in the same records', () => {
  const edit = fc.record({
    n: fc.integer({ min: 0, max: 5 }),
    to: fc.integer({ min: 0, max: 2 }),
    act: fc.constantFrom('promise', 'event', 'goneEvent', 'gone', 'cut', 'snapshot', 'poll'),
  });

  const batch = fc.constantFrom(1, 5, 1_000);

  it('snapshot, deltas and floors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 40 }), batch, async (history, batchRows) => {
        await dropAll();
        tracker = new FakeTracker();
        reader = new TestReader(tracker);
        reader.batchRows = batchRows;
        const ends = new Set<string>();
        for (const { n, to, act } of history) {
          if (act === 'promise') tracker.write('promise', `p${n}`, pledge(`p${n}`, `post${to}`));
          if (act === 'event')
            tracker.write('statusEvent', `s${n}`, statusEvent(`s${n}`, `p${to}`));
          if (act === 'gone') tracker.write('promise', `p${n}`, null);
          if (act === 'goneEvent') tracker.write('statusEvent', `s${n}`, null);
          if (act === 'cut') tracker.cut();
          if (act === 'snapshot' && tracker.rev > 0) {
            tracker.cut();
            tracker.snapshotRev = tracker.rev;
            tracker.floor = n < 3 ? tracker.rev : tracker.floor;
          }
          if (act === 'poll') ends.add(await reader.sync());
        }
        ends.add(await reader.sync());
        expect([...ends].filter((end) => !['success', 'up-to-date'].includes(end))).toEqual([]);
        expect(await reader.records()).toEqual(expectedOf(tracker));
      }),
      { numRuns: 60 },
    );
  }, 180_000);
});

describe('kinds that a newer tracker publishes', () => {
  it('are left out and do no harm', async () => {
    writeSome(0, 3);
    const live = expectedOf(tracker);
    // A kind from the future.
    tracker.write('vote' as 'post', 'v', { id: 'v' });
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toEqual(live);
    tracker.write('post', 'x', post('x'));
    expect(await reader.sync()).toBe('success');
    expect(await reader.records()).toContain('post/x');
  });
});
