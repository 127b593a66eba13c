import Dexie from 'dexie';
import { HANGING } from '@/lib/storage/bundle';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore } from '@/lib/storage/cache-writer';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { bundleKeys, bundlesAt } from '@/lib/storage/fresh';
import { OwnDb } from '@/lib/storage/own-db';
import { recordsAfter } from '@/lib/storage/packs';
import type { PollStep } from '@/lib/sync/poll';
import { lineHash } from '@/lib/sync/read-files';
import { type SyncDeps, syncNow } from '@/lib/sync/sync';
import { keyingOf } from '../storage/records';
import { FAKE_ORIGIN, type FakeTracker } from './fake-tracker';

/** A browser with its stores, whose worker can be killed at any step. */
export class TestReader {
  now = Date.parse('2026-11-25T10:00:00Z');
  random = 0.5;
  readonly tracker: Pick<FakeTracker, 'fetch'>;
  keys: SyncDeps['tracker']['keys'] = 'firstSeen';
  dataset: string | null = 'kz';
  killAt: ((step: PollStep, nth: number) => boolean) | null = null;
  isLocked = false;
  /** What the lock ends with instead of any work. */
  failure: Error | null = null;
  /** One: every file is a step of its own. */
  batchRows = 1;

  constructor(tracker: Pick<FakeTracker, 'fetch'>) {
    this.tracker = tracker;
  }

  /** A new worker each time: nothing is carried over but what is stored. */
  #open() {
    const own = new Connection(() => new OwnDb());
    const current = new CurrentCache();
    return { own, current, store: new CacheStore(own, current, keyingOf(1)) };
  }

  async sync(isAsked = true): Promise<string> {
    const { own, store } = this.#open();
    let nth = 0;
    const deps: SyncDeps = {
      world: { fetch: this.tracker.fetch, now: () => this.now, random: () => this.random },
      own,
      store,
      tracker: { origin: FAKE_ORIGIN, dataset: this.dataset, keys: this.keys },
      clientVersion: '0.1.0',
      batchRows: this.batchRows,
      alone: async (work) => {
        if (this.failure !== null) throw this.failure;
        return this.isLocked ? null : await work();
      },
      onStep: (step) => {
        nth += 1;
        if (this.killAt?.(step, nth) === true) throw new Error(`killed at ${step}`);
      },
    };
    try {
      return await syncNow(deps, { isAsked });
    } finally {
      own.close();
    }
  }

  async read<T>(work: (cache: CacheReader) => Promise<T>): Promise<T> {
    const { own, current } = this.#open();
    try {
      return await work(readerOf(own, current));
    } finally {
      own.close();
    }
  }

  async own<T>(work: (db: OwnDb) => Promise<T>): Promise<T> {
    const { own } = this.#open();
    try {
      return await own.run(work);
    } finally {
      own.close();
    }
  }

  /** Where the cache is and what its rows come to, each of them read; null before the first sync. */
  async digest(): Promise<{
    readonly rev: number;
    readonly n: number;
    readonly sum64: string;
  } | null> {
    const { own, store } = this.#open();
    const writer = await store.current();
    try {
      const cursor = (await writer?.cursor()) ?? null;
      if (writer === null || cursor === null) return null;
      return { rev: cursor.rev, ...(await writer.digestOfRows(lineHash)) };
    } finally {
      writer?.close();
      own.close();
    }
  }

  /** The database in use, for reading or harming it. */
  async withCache<T>(work: (db: CacheDb) => Promise<T>): Promise<T | null> {
    const pointer = await this.own((db) => db.read('cache'));
    if (pointer === null) return null;
    const db = new CacheDb(pointer.name);
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  /** Every record in the cache, as `kind/id`, sorted. */
  async records(): Promise<readonly string[]> {
    const found = await this.withCache(async (db) => {
      const names: string[] = [];
      const [persons, posts] = [
        await recordsAfter(db, 'persons', null, 1e6),
        await recordsAfter(db, 'posts', null, 1e6),
      ];
      for (const { id } of persons.rows) names.push(`person/${id}`);
      for (const { id } of posts.rows) names.push(`post/${id}`);
      for (const bundle of await bundlesAt(db, await bundleKeys(db))) {
        for (const kind of ['promise', ...HANGING] as const)
          for (const { id } of bundle[kind]) names.push(`${kind}/${id}`);
      }
      return names;
    });
    return (found ?? []).sort();
  }
}

/** What the reader should hold. */
export function expectedOf(tracker: FakeTracker): readonly string[] {
  return tracker
    .live()
    .map(({ kind, id }) => `${kind}/${id}`)
    .sort();
}

export async function dropAll(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}
