import { browser } from 'wxt/browser';
import { flushClips, unblock } from '@/lib/sync/outbox';
import { start } from './report';
import type { Services } from './services';
import { syncLedger } from './sync';

const SYNC_MIN = 60;
/** Readers do not come all at the same minute. */
const SPREAD = 0.2;
const START_UP_MAX_MIN = 10;
/** Without any ledger there is nothing to read by: tried again this soon. The back-off of failures is the sync's own. */
const FIRST_MIN = 5;
const FLUSH_MIN = 5;

async function nextSyncMin({ cache, world }: Services): Promise<number> {
  const isFirst = (await cache.syncState()).cursor === null;
  return (isFirst ? FIRST_MIN : SYNC_MIN) * (1 - SPREAD + 2 * SPREAD * world.random());
}

async function makeAlarms(services: Services): Promise<void> {
  // An alarm can get lost with a browser update: whenever the worker starts it is looked for.
  if ((await browser.alarms.get('sync')) === undefined) {
    await browser.alarms.create('sync', { delayInMinutes: await nextSyncMin(services) });
  }
  if ((await browser.alarms.get('flush')) === undefined) {
    await browser.alarms.create('flush', { periodInMinutes: FLUSH_MIN });
  }
}

async function syncAndPlan(services: Services): Promise<void> {
  // Before the sync: a worker that is stopped in the middle of it wakes again.
  await browser.alarms.create('sync', { delayInMinutes: await nextSyncMin(services) });
  await syncLedger(services, { isAsked: false });
}

async function afterInstall(services: Services, reason: string): Promise<void> {
  if (reason === 'update') await unblock(services.outbox, 'update');
  await syncLedger(services, { isAsked: true });
}

/** Registers what happens by itself. Returns at once: listeners must be there in the worker's first turn. */
export function registerSchedule(services: Services): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'sync') start('sync', syncAndPlan(services));
    if (name === 'flush') start('flush', flushClips(services.outbox, { isAsked: false }));
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    start('first sync', afterInstall(services, reason));
  });
  browser.runtime.onStartup.addListener(() => {
    const delayInMinutes = services.world.random() * START_UP_MAX_MIN;
    start('alarms', browser.alarms.create('sync', { delayInMinutes }));
  });
  start('alarms', makeAlarms(services));
}
