import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Membership } from '@/lib/ledger/records';
import { CacheDb } from '@/lib/storage/cache-db';
import { putPacked, recordsAfter, recordsByAny, recordsById } from '@/lib/storage/packs';
import { membership } from './records';

const IDS = Array.from({ length: 30 }, (_, n) => `m${n}`);

/** Memberships as they will be, null where they go. */
const change = fc.dictionary(
  fc.constantFrom(...IDS),
  fc.option(fc.record({ person: fc.nat(4), post: fc.nat(4) }), { nil: null }),
);

const byId = (records: readonly Membership[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function onEmpty(work: (db: CacheDb) => Promise<void>): Promise<void> {
  const db = new CacheDb('uade-cache.kz.0.e.0');
  try {
    await work(db);
  } finally {
    db.close();
    await Dexie.delete(db.name);
  }
}

async function apply(
  db: CacheDb,
  held: Map<string, Membership>,
  changes: Record<string, { person: number; post: number } | null>,
): Promise<void> {
  const list = Object.entries(changes).map(([id, to]) => ({
    id,
    d: to === null ? null : { ...membership(`person${to.person}`, `post${to.post}`), id },
  }));
  await db.transaction('rw', db.tables, () =>
    putPacked(db, 'memberships', list, (id) => held.has(id)),
  );
  for (const { id, d } of list)
    if (d === null) held.delete(id);
    else held.set(id, d);
}

it('whatever is written, changed and taken out: found by id and by each field, and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (history) => {
      await onEmpty(async (db) => {
        const held = new Map<string, Membership>();
        for (const changes of history) await apply(db, held, changes);
        const all = [...held.values()];
        await db.transaction('r', db.tables, async () => {
          expect(byId(await recordsById(db, 'memberships', [...IDS, 'none']))).toEqual(byId(all));
          for (const field of ['personId', 'postId'] as const) {
            const keys = field === 'personId' ? ['person1', 'person3'] : ['post1', 'post3'];
            expect(byId(await recordsByAny(db, 'memberships', field, keys))).toEqual(
              byId(all.filter((one) => keys.includes(one[field]))),
            );
          }
        });
        expect(byId((await recordsAfter(db, 'memberships', null, 1_000)).rows)).toEqual(byId(all));
      });
    }),
    { numRuns: 40 },
  );
});

it('eight share a row; a row goes with its last record; batches come one after another', async () => {
  await onEmpty(async (db) => {
    const held = new Map<string, Membership>();
    const all = Object.fromEntries(IDS.map((id) => [id, { person: 0, post: 0 }]));
    await apply(db, held, all);
    expect(await db.memberships.count()).toBe(4);
    const first = await recordsAfter(db, 'memberships', null, 16);
    const rest = await recordsAfter(db, 'memberships', first.last, 16);
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(IDS);
    expect(await recordsAfter(db, 'memberships', rest.last, 16)).toEqual({ rows: [], last: null });
    await apply(db, held, Object.fromEntries(IDS.slice(0, 9).map((id) => [id, null])));
    expect(await db.memberships.count()).toBe(3);
  });
});
