import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyChanges } from '@/lib/storage/apply';
import { CacheDb } from '@/lib/storage/cache-db';
import type { CacheChange } from '@/lib/storage/change';
import { bundlesAt, foldFresh } from '@/lib/storage/fresh';
import { loadPlaces } from '@/lib/storage/places';
import { gone, keyingOf, pledge, put } from './records';

const IDS = Array.from({ length: 1_001 }, (_, nth) => `p${nth}`);
const putAll = (ids: readonly string[]) => ids.map((id) => put('promise', pledge(id, 'office')));
const dropAll = (ids: readonly string[]) => ids.map((id) => gone('promise', id));

let db: CacheDb;
let rev = 0;

beforeEach(async () => {
  db = new CacheDb('uade-cache.pieces');
  rev = 0;
  await db.meta.put({
    key: 'cursor',
    dataset: 'kz',
    epoch: 'e',
    rev,
    parts: 0,
    n: 0,
    sum64: '0'.repeat(16),
    unknownRows: 0,
    keyVersion: 1,
  });
});
afterEach(() => db.delete());

async function apply(changes: readonly CacheChange[], isBeside = false): Promise<void> {
  const step = { from: { rev, parts: 0 }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
  await applyChanges(db, changes, step, await loadPlaces(db), keyingOf(1), isBeside);
  rev += 1;
}

async function idsRead(): Promise<readonly string[]> {
  const bundles = await bundlesAt(db, ['office']);
  return bundles.flatMap(({ promise }) => promise.map(({ id }) => id)).sort();
}

it('of a large office only the first piece stands in its row, and all of it is read', async () => {
  await apply(putAll(IDS));
  const row = await db.bundles.get('office');
  expect([row?.promises, row?.pieces.length]).toEqual([IDS.length, 1]);
  expect(await db.pieces.count()).toBe(row?.more);
  expect(await idsRead()).toEqual(IDS.toSorted());
});

it('pieces that an office no longer needs go with what was in them', async () => {
  await apply(putAll(IDS));
  await apply(dropAll(IDS.slice(100)));
  expect(await db.pieces.count()).toBe(0);
  expect(await idsRead()).toEqual(IDS.slice(0, 100).toSorted());
  await apply(putAll(IDS));
  await apply(dropAll(IDS));
  expect([await db.bundles.count(), await db.pieces.count()]).toEqual([0, 0]);
});

it('what a delta lays over a large office is folded into its pieces', async () => {
  await apply(putAll(IDS.slice(0, 600)));
  await apply(putAll(IDS.slice(600)), true);
  expect(await db.fresh.count()).toBe(1);
  expect(await idsRead()).toEqual(IDS.toSorted());
  await foldFresh(db, 0);
  expect(await db.fresh.count()).toBe(0);
  expect(await idsRead()).toEqual(IDS.toSorted());
});
