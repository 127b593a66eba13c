import { dayOfStamp } from '@/components/data-age';
import type { SyncEnd } from '@/lib/sync/ends';
import { type SyncWish, syncNow } from '@/lib/sync/sync';
import { start } from './report';
import type { Services } from './services';

/** Polls the tracker; what it brought is found by the look-up a moment after the answer. */
export async function syncLedger(services: Services, wish: SyncWish): Promise<SyncEnd> {
  const end = await syncNow(services.sync, wish);
  // Another context is at it, and does this too.
  if (end === 'busy') return end;
  const today = dayOfStamp(new Date(services.world.now()).toISOString());
  start('look-up', services.cache.refreshLookUp(today));
  return end;
}
