import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openSigner } from '@/tracker/publish/keys';
import { tempDir } from '../tracker/harness';
import type { BenchRow } from './_row';
import { ask, openReader, Site, startWorker } from './_sync-browser';
import { changeRows, ledgerRows, published } from './_sync-files';

const PROMISES = 100_000;
const OFFICIALS = 10_000;
const CHANGES = 1_000;
/** What a reader has before: the packaged snapshot, with as many promises an official as the whole. */
const PACKAGED_OFFICIALS = 10;
const PACKAGED_PROMISES = (PACKAGED_OFFICIALS * PROMISES) / OFFICIALS;
const FIRST_GOAL_MS = 8_000;
const DISK_GOAL_MB = 30;
const DELTA_GOAL_MS = 500;

interface SyncAnswer {
  readonly end: string;
  readonly ms: number;
}

interface LookUp {
  readonly promises: number;
  readonly ms: number;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

const SETTLING_MS = 1_000;

/** Bytes when they are the same twice: while LevelDB tidies up, what it tidies lies there twice. */
async function settledBytes(folder: string): Promise<number> {
  let before: number;
  let now = bytesIn(folder);
  do {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    now = bytesIn(folder);
  } while (now !== before);
  return now;
}

function row(name: string, ours: number, goal: number, unit: string, isSound: boolean): BenchRow {
  return {
    row: name,
    ours,
    peer: null,
    ratio: null,
    goal: `≤ ${goal}`,
    unit,
    n: 1,
    ok: isSound && ours <= goal,
  };
}

interface LookUps {
  readonly asked: number;
  readonly worstMs: number;
  readonly short: number;
}

/** Asks for officials of the packaged snapshot, one after another, until told to stop; answers the longest wait. */
async function lookingUp(
  page: Page,
  question: Parameters<typeof ask>[2],
  isGoing: () => boolean,
): Promise<LookUps> {
  let asked = 0;
  let worstMs = 0;
  let short = 0;
  while (isGoing()) {
    const id = `person-00000${asked % 10}`;
    const { promises, ms } = await ask<LookUp>(page, 'asker', { ...question, ask: 'lookup', id });
    asked += 1;
    worstMs = Math.max(worstMs, ms);
    if (promises < PROMISES / OFFICIALS) short += 1;
  }
  return { asked, worstMs, short };
}

/** Runs a sync while a second context looks officials up. */
async function syncUnderLookUps(
  page: Page,
  question: Parameters<typeof ask>[2],
): Promise<SyncAnswer & { readonly lookUps: LookUps }> {
  // A background that was asleep: nothing is in memory.
  await startWorker(page, 'reader');
  let isGoing = true;
  const looking = lookingUp(page, question, () => isGoing);
  const answer = await ask<SyncAnswer>(page, 'reader', question);
  isGoing = false;
  return { ...answer, lookUps: await looking };
}

function lookUpRow(when: string, { asked, worstMs, short }: LookUps): BenchRow {
  const name = `longest of ${asked} look-ups during the ${when}`;
  return row(name, worstMs, DELTA_GOAL_MS, 'ms', asked > 0 && short === 0);
}

/**
 * A first sync over a packaged snapshot and a delta in Chromium, from a server of files; look-ups in a second
 * context meanwhile, each of which must find all promises of its official.
 */
export async function firstSync(): Promise<BenchRow[]> {
  const signer = await openSigner(tempDir());
  const packaged = ledgerRows(PACKAGED_PROMISES, PACKAGED_OFFICIALS);
  const base = ledgerRows(PROMISES, OFFICIALS);
  const site = await Site.open();
  site.published = await published(packaged, [], signer, 'e0');
  const { context, page, profile } = await openReader(site);
  const question = { ask: 'sync', origin: site.origin, keys: signer.publicKeys.keys } as const;
  try {
    await startWorker(page, 'reader');
    await startWorker(page, 'asker');
    const before = await ask<SyncAnswer>(page, 'reader', question);
    site.published = await published(base, [], signer, 'e1');
    const first = await syncUnderLookUps(page, question);
    const disk = (await settledBytes(path.join(profile, 'Default', 'IndexedDB'))) / 1e6;
    const changed = changeRows(base.length, CHANGES, PROMISES, OFFICIALS);
    site.published = await published(base, changed, signer, 'e1');
    const delta = await syncUnderLookUps(page, question);
    const isSound = [before, first, delta].every(({ end }) => end === 'success');
    return [
      row(
        'first sync of 100,000 promises of 10,000 officials',
        first.ms,
        FIRST_GOAL_MS,
        'ms',
        isSound,
      ),
      row('the same on the disk', disk, DISK_GOAL_MB, 'MB', isSound),
      lookUpRow('first sync', first.lookUps),
      row('a delta of 1,000 onto it', delta.ms, DELTA_GOAL_MS, 'ms', isSound),
      lookUpRow('delta', delta.lookUps),
    ];
  } finally {
    await context.close();
    site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
