import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { openSigner } from '@/tracker/publish/keys';
import { ask, openReader, Site, startWorker } from '../bench/_sync-browser';
import { published } from '../bench/_sync-files';
import { tempDir } from '../tracker/harness';
import type { DeviceQuestion } from './_device-worker';
import type { HeldRow } from './_reader-worker';
import { extensionReloaded, quotaFull } from './device-browser';
import type { Outcome, Scene } from './device-desk';
import { ledgerOf, wrongIn } from './reader';

/** One row of the table. */
export type DeviceRow = Outcome & Pick<Scene, 'injected' | 'expected'>;

/** Every scene in a worker of Chromium, each in a worker that has just begun. */
async function scenes(page: Page): Promise<DeviceRow[]> {
  const question = async <T>(asked: DeviceQuestion): Promise<T> => {
    await startWorker(page, 'device');
    return await ask<T>(page, 'device', asked);
  };
  const names = await question<readonly Pick<Scene, 'injected' | 'expected'>[]>({ ask: 'names' });
  const rows: DeviceRow[] = [];
  for (const [nth, name] of names.entries())
    rows.push({ ...name, ...(await question<Outcome>({ ask: 'play', nth })) });
  return rows;
}

/** Ends the whole browser at once, with no chance to put anything in order. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  const cdp = await context.newCDPSession(page);
  // It dies before it can answer.
  cdp.send('Browser.crash').catch(() => undefined);
  await closed;
}

/** The step at which the worker stands when the browser dies; null: wherever it is after so many milliseconds. */
const DEATHS = [
  { stopAt: 3, ms: 0 },
  { stopAt: null, ms: 120 },
  { stopAt: 5, ms: 0 },
  { stopAt: 4, ms: 0 },
  { stopAt: null, ms: 300 },
  { stopAt: 7, ms: 0 },
] as const;
const CONTROL_STOP = 2;
const BATCH_ROWS = 400;

interface Ended {
  readonly end?: string;
  readonly stopped?: string;
}

/** A first sync through browsers that die one after another; answers the records that came out wrong. */
async function killedBrowsers(
  site: Site,
  way: 'sync' | 'control',
  keys: readonly { kid: string; public: string }[],
): Promise<{ readonly wrong: number; readonly kills: number; readonly end: string }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'uade-device-'));
  const question = { ask: way, origin: site.origin, keys, batchRows: BATCH_ROWS, aheadMs: 0 };
  const deaths = way === 'sync' ? DEATHS : [{ stopAt: CONTROL_STOP, ms: 0 }];
  try {
    let kills = 0;
    for (const { stopAt, ms } of deaths) {
      const { context, page } = await openReader(site, profile);
      await startWorker(page, 'reader');
      const going = ask<Ended>(page, 'reader', { ...question, stopAt });
      const late = new Promise((resolve) => setTimeout(resolve, ms));
      // The answer of a browser that died never comes.
      going.catch(() => undefined);
      await (stopAt === null ? late : going);
      await crash(context, page);
      kills += 1;
    }
    const { context, page } = await openReader(site, profile);
    await startWorker(page, 'reader');
    const { end = '' } = await ask<Ended>(page, 'reader', { ...question, stopAt: null });
    const rows = way === 'sync' ? 'rows' : 'controlRows';
    const held = (await ask<readonly HeldRow[] | null>(page, 'reader', { ask: rows })) ?? [];
    await context.close();
    return { wrong: wrongIn(held, ledgerOf(0)), kills, end };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function browserKilled(): Promise<DeviceRow> {
  const signer = await openSigner(tempDir());
  const { keys } = signer.publicKeys;
  const site = await Site.open('tests/faults/_reader-worker.ts');
  try {
    site.published = await published(ledgerOf(0), [], signer, 'e0');
    const ours = await killedBrowsers(site, 'sync', keys);
    const control = await killedBrowsers(site, 'control', keys);
    return {
      injected: `the browser is killed ${ours.kills} times in one first sync`,
      expected: 'every record is there once, as published',
      seen: `${ours.end}, ${ours.wrong} wrong`,
      isRight: ours.wrong === 0 && (ours.end === 'success' || ours.end === 'up-to-date'),
      control: `cursor before rows, killed once: ${control.wrong} wrong`,
      isControlWrong: control.wrong > 0,
    };
  } finally {
    site.close();
  }
}

/** Two readers with a profile each at the same tracker: what the one writes, the other does not have. */
async function twoProfiles(site: Site, page: Page): Promise<DeviceRow> {
  const other = await openReader(site);
  const question = (at: Page, asked: DeviceQuestion) => ask<string>(at, 'device', asked);
  try {
    await Promise.all([startWorker(page, 'device'), startWorker(other.page, 'device')]);
    await Promise.all([question(page, { ask: 'desk' }), question(other.page, { ask: 'desk' })]);
    const first = await question(page, { ask: 'released' });
    await startWorker(page, 'second');
    const same = await ask<string>(page, 'second', { ask: 'clips' });
    const apart = await question(other.page, { ask: 'clips' });
    return {
      injected: 'two profiles at one tracker, a clip saved in the one',
      expected: 'the other does not have it',
      seen: `${first.split(';')[0]}; in the other: ${apart}`,
      isRight: apart === 'было до поломки' && first.startsWith('saved'),
      control: `another worker of the same profile: ${same}`,
      isControlWrong: same.includes('снова'),
    };
  } finally {
    await other.context.close();
    rmSync(other.profile, { recursive: true, force: true });
  }
}

/** A device gone wrong, in Chromium. */
export async function deviceFaults(): Promise<readonly DeviceRow[]> {
  const site = await Site.open('tests/faults/_device-worker.ts');
  const { context, page, profile } = await openReader(site);
  try {
    return [
      ...(await scenes(page)),
      await quotaFull(site),
      await twoProfiles(site, page),
      await browserKilled(),
      await extensionReloaded(),
    ];
  } finally {
    await context.close();
    site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
