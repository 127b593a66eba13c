import { todayBy } from '@/components/data-age';
import { tellLedger } from '@/lib/messaging/ledger-news';
import type { SyncState } from '@/lib/storage/cache';
import type { SyncEnd } from '@/lib/sync/ends';
import { type SyncWish, syncNow } from '@/lib/sync/sync';
import { tellNews } from './follow-news';
import { start } from './report';
import type { Services } from './services';

/** Open articles ask anew when another ledger is in use; those opened before the first one are marked by this. */
async function tellPages({ cursor }: SyncState): Promise<void> {
  if (cursor !== null) await tellLedger(`${cursor.dataset} ${cursor.epoch} ${cursor.rev}`);
}

async function tellAll(services: Services): Promise<void> {
  const { cache, world } = services;
  const state = await cache.syncState();
  const today = todayBy(world.now(), state.head?.clockOffsetMs ?? null);
  start('pages', tellPages(state));
  start('look-up', cache.refreshLookUp(today));
  start('follows', tellNews(services, today));
}

/** Polls the tracker; what it brought is told to open articles, to the look-up and to who follows it a moment after. */
export async function syncLedger(services: Services, wish: SyncWish): Promise<SyncEnd> {
  const end = await syncNow(services.sync, wish);
  // Another context is at it, and does this too.
  if (end === 'busy') return end;
  start('news', tellAll(services));
  return end;
}
