import { dayOfStamp } from '@/components/data-age';
import type { SyncEnd } from '@/lib/sync/ends';
import { type SyncWish, syncNow } from '@/lib/sync/sync';
import { tellNews } from './follow-news';
import { start } from './report';
import type { Services } from './services';

/** Polls the tracker; what it brought is found by the look-up, and told of what is followed, a moment after. */
export async function syncLedger(services: Services, wish: SyncWish): Promise<SyncEnd> {
  const end = await syncNow(services.sync, wish);
  // Another context is at it, and does this too.
  if (end === 'busy') return end;
  const today = dayOfStamp(new Date(services.world.now()).toISOString());
  start('look-up', services.cache.refreshLookUp(today));
  start('follows', tellNews(services, today));
  return end;
}
