import { readerOf } from '@/lib/storage/cache';
import { CacheStore } from '@/lib/storage/cache-writer';
import { CurrentCache } from '@/lib/storage/current-cache';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { ownConnection } from '@/lib/storage/own';
import type { TrustedKey } from '@/lib/sync/read-head';
import { syncNow } from '@/lib/sync/sync';

/** The extension's reader in a worker of a page: what its background runs, without the extension around it. */

export interface Question {
  readonly ask: 'sync' | 'lookup';
  readonly origin: string;
  readonly keys: readonly TrustedKey[];
  readonly id?: string;
  /** The step at which this worker stands still until it is killed. */
  readonly stopAt?: number;
}

const own = ownConnection();
const current = new CurrentCache();
const cache = readerOf(own, current);

async function sync({ origin, keys, stopAt }: Question) {
  let nth = 0;
  const began = performance.now();
  const steps: Record<string, number> = {};
  let last = began;
  const end = await syncNow(
    {
      world: { fetch: (input, init) => fetch(input, init), now: Date.now, random: Math.random },
      own,
      store: new CacheStore(own, current, NAMES_KEYING),
      tracker: { origin, dataset: 'kz', keys },
      clientVersion: '0.1.0',
      alone: async (work) =>
        await navigator.locks.request('uade-sync', { ifAvailable: true }, async (lock) =>
          lock === null ? null : await work(),
        ),
      onStep: async (step) => {
        const now = performance.now();
        steps[step] = (steps[step] ?? 0) + now - last;
        last = now;
        nth += 1;
        if (nth !== stopAt) return;
        postMessage({ stopped: step });
        await new Promise<never>(() => {});
      },
    },
    { isAsked: true },
  );
  const { sync: record } = await cache.syncState();
  return { end, ms: performance.now() - began, detail: record?.detail ?? null, steps };
}

async function lookup(id: string) {
  const began = performance.now();
  const { promises } = await cache.ledgerForPerson(id);
  return { promises: promises.length, ms: performance.now() - began };
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'sync':
      return await sync(question);
    case 'lookup':
      return await lookup(question.id ?? '');
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data).then((value) => postMessage({ value }));
});
