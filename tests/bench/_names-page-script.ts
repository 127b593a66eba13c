/** What the bench runs in a page of its extension: fills the cache. */
import type { Person } from '@/lib/ledger/records';
import { CacheStore } from '@/lib/storage/cache-writer';
import { CurrentCache } from '@/lib/storage/current-cache';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { ownConnection } from '@/lib/storage/own';

const BATCH = 5_000;

async function fill(persons: readonly Person[]): Promise<number> {
  const own = ownConnection();
  const store = new CacheStore(own, new CurrentCache(), NAMES_KEYING);
  const snapshot = String(persons.length);
  const writer = await store.filling({ dataset: 'bench', epoch: snapshot, snapshot });
  const start = performance.now();
  for (let at = 0, rev = 0; at < persons.length; at += BATCH, rev += 1) {
    const changes = persons.slice(at, at + BATCH).map((d) => {
      return { t: 'person', id: d.id, d, hash: 1n, rev: 1, isPlain: true } as const;
    });
    const step = { from: { rev, parts: 0 }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
    await writer.apply(changes, step);
  }
  const took = performance.now() - start;
  await store.flip(writer);
  writer.close();
  own.close();
  return took;
}

Object.assign(globalThis, { uadeNames: { fill } });
