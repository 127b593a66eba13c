import { todayBy } from '@/components/data-age';
import type { Day } from '@/lib/ledger/records';
import type { CacheReader, SyncState } from '@/lib/storage/cache';

/** Today in Asia/Almaty, by the clock that the cards go by; see `todayBy`. */
export function todayIn({ head }: Pick<SyncState, 'head'>): Day {
  return todayBy(Date.now(), head?.clockOffsetMs ?? null);
}

/** `todayIn` of what the cache has last seen. */
export async function todayOf(cache: Pick<CacheReader, 'syncState'>): Promise<Day> {
  return todayIn(await cache.syncState());
}
