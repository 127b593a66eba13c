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

/** Asks for officials, one after another, until told to stop; answers the longest wait. */
async function lookingUp(
  page: Page,
  question: Parameters<typeof ask>[2],
  isGoing: () => boolean,
): Promise<{ readonly asked: number; readonly worstMs: number; readonly short: number }> {
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

/** A first sync and a delta in Chromium, from a server of files; look-ups in a second context meanwhile. */
export async function firstSync(): Promise<BenchRow[]> {
  const signer = await openSigner(tempDir());
  const base = ledgerRows(PROMISES, OFFICIALS);
  const site = await Site.open();
  site.published = await published(base, [], signer, 'e1');
  const { context, page, profile } = await openReader(site);
  const question = { ask: 'sync', origin: site.origin, keys: signer.publicKeys.keys } as const;
  try {
    await startWorker(page, 'reader');
    await startWorker(page, 'asker');
    const first = await ask<SyncAnswer>(page, 'reader', question);
    const disk = bytesIn(path.join(profile, 'Default', 'IndexedDB')) / 1e6;
    const changed = changeRows(base.length, CHANGES, PROMISES, OFFICIALS);
    site.published = await published(base, changed, signer, 'e1');
    // A background that was asleep: nothing is in memory.
    await startWorker(page, 'reader');
    let isGoing = true;
    const looking = lookingUp(page, question, () => isGoing);
    const delta = await ask<SyncAnswer>(page, 'reader', question);
    isGoing = false;
    const { asked, worstMs, short } = await looking;
    const isSound = first.end === 'success' && delta.end === 'success';
    return [
      row(
        'first sync of 100,000 promises of 10,000 officials',
        first.ms,
        FIRST_GOAL_MS,
        'ms',
        isSound,
      ),
      row('the same on the disk', disk, DISK_GOAL_MB, 'MB', isSound),
      row('a delta of 1,000 onto it', delta.ms, DELTA_GOAL_MS, 'ms', isSound),
      row(
        `longest of ${asked} look-ups during the delta`,
        worstMs,
        DELTA_GOAL_MS,
        'ms',
        asked > 0 && short === 0,
      ),
    ];
  } finally {
    await context.close();
    site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
