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
const MINUTE_MS = 60_000;

async function nextSyncMin({ cache, world }: Services): Promise<number> {
  const isFirst = (await cache.syncState()).cursor === null;
  return (isFirst ? FIRST_MIN : SYNC_MIN) * (1 - SPREAD + 2 * SPREAD * world.random());
}

/** An alarm that will ring in its time. One further off than it is ever set to was set before the clock was put back. */
async function isSet(name: string, withinMin: number, { world }: Services): Promise<boolean> {
  const alarm = await browser.alarms.get(name);
  return alarm !== undefined && alarm.scheduledTime - world.now() <= withinMin * MINUTE_MS;
}

async function makeAlarms(services: Services): Promise<void> {
  // An alarm can get lost with a browser update: whenever the worker starts it is looked for.
  if (!(await isSet('sync', SYNC_MIN * (1 + SPREAD), services))) {
    await browser.alarms.create('sync', { delayInMinutes: await nextSyncMin(services) });
  }
  if (!(await isSet('flush', FLUSH_MIN, services))) {
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
