import { browser } from 'wxt/browser';
import { allInSlices } from '@/lib/page/slices';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheStore } from '@/lib/storage/cache-writer';
import { type ClipStore, openClips } from '@/lib/storage/clips';
import { CurrentCache } from '@/lib/storage/current-cache';
import { FollowStore } from '@/lib/storage/follows';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { ownConnection } from '@/lib/storage/own';
import type { OutboxDeps } from '@/lib/sync/outbox';
import type { SyncDeps } from '@/lib/sync/sync';
import type { World } from '@/lib/sync/world';
import { BUILD_TRACKER } from './tracker';

/** What the handlers work with. */
export interface Services {
  readonly cache: CacheReader;
  readonly clips: ClipStore;
  readonly follows: FollowStore;
  readonly sync: SyncDeps;
  readonly outbox: OutboxDeps;
  readonly world: World;
  /** That the cache is open, with what every article needs of it. */
  readonly opening: Promise<void>;
}

const SYNC_LOCK = 'uade-sync';

/** Runs work under a lock that all contexts of the extension share; null, at once, when another has it. */
function aloneIn(name: string) {
  return async <T>(work: () => Promise<T>): Promise<T | null> =>
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
      lock === null ? null : await work(),
    );
}

export function openServices(): Services {
  const own = ownConnection();
  const current = new CurrentCache();
  const world: World = {
    fetch: (input, init) => fetch(input, init),
    now: Date.now,
    random: Math.random,
  };
  const clips = openClips(own);
  const cache = readerOf(own, current);
  return {
    cache,
    clips,
    follows: new FollowStore(cache, allInSlices, own),
    world,
    // The worker was woken to answer.
    opening: cache.open(),
    sync: {
      world,
      own,
      store: new CacheStore(own, current, NAMES_KEYING),
      tracker: BUILD_TRACKER,
      clientVersion: browser.runtime.getManifest().version,
      alone: aloneIn(SYNC_LOCK),
    },
    outbox: { world, own, clips, origin: BUILD_TRACKER.origin, alone: aloneIn('uade-outbox') },
  };
}
