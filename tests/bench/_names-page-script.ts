/** What the bench runs in a page of a real browser: fills the cache, and times answers of fresh workers. */
import type { Person } from '@/lib/ledger/records';
import { CacheStore } from '@/lib/storage/cache-writer';
import { CurrentCache } from '@/lib/storage/current-cache';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { ownConnection } from '@/lib/storage/own';

/** One fresh worker: ms from its script's start to its first answer, and for the same question again. */
export interface ColdAnswer {
  readonly first: number;
  readonly second: number;
  readonly found: number;
}

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

async function ask(blocks: readonly string[]): Promise<ColdAnswer> {
  const worker = new Worker('/worker.js');
  const answer = new Promise<ColdAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ColdAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(blocks);
  try {
    return await answer;
  } finally {
    worker.terminate();
  }
}

Object.assign(globalThis, { uadeNames: { fill, ask } });
