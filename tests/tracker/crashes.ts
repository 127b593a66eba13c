import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@/tracker/store/open';
import { startPostgres, type ThrowAwayPostgres } from '../../scripts/postgres.mjs';
import { clipBody, harnessOn, SMALL, tempDir, uuid } from './harness';
import { freeClip, putClip, serve } from './served';

/** Sends clips while PostgreSQL is ended hard; answers the acknowledged ones that are not there afterwards. */
export async function lostInCrashes(
  crashes: number,
  settings: string[],
): Promise<{ acknowledged: number; lost: number }> {
  const postgres = await startPostgres({ durable: true, settings });
  try {
    return await crashAndCount(postgres, crashes);
  } finally {
    await postgres.stop();
  }
}

/**
 * The control: clips that asynchronous commits lose. A crash may come just after the log was flushed for another
 * reason, so up to six are tried.
 */
export async function lostWithoutFlush(): Promise<number> {
  const settings = ['synchronous_commit=off', 'wal_writer_delay=10s'];
  for (let crash = 0; crash < 6; crash += 1) {
    const { lost } = await lostInCrashes(1, settings);
    if (lost > 0) return lost;
  }
  return 0;
}

async function crashAndCount(postgres: ThrowAwayPostgres, crashes: number) {
  const store = await openStore({ databaseUrl: postgres.url });
  const harness = await harnessOn(store, {
    folder: SMALL,
    limits: { clipsPerDay: 1e6, writesPerMinute: 1e6 },
  });
  const token = await harness.token('clip');
  const acknowledged: string[] = [];
  let next = 0;
  for (let n = 0; n < crashes; n += 1) {
    let isUp = true;
    const sender = async () => {
      while (isUp) {
        const id = uuid((next += 1));
        const { status } = await harness.send('PUT', `/v1/clips/${id}`, { token, body: clipBody });
        if (status === 201) acknowledged.push(id);
      }
    };
    const senders = Array.from({ length: 4 }, sender);
    const enough = acknowledged.length + 15;
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
    await postgres.down();
    await postgres.up();
    isUp = false;
    await Promise.all(senders);
  }
  const rows = await store.query<{ id: string }>('select id from clip');
  await store.close();
  const there = new Set(rows.map(({ id }) => id));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
  };
}

/** What kills of the PGlite tracker cost. */
export interface PgliteProof {
  readonly acknowledged: number;
  /** Acknowledged clips that are not there after the last start. */
  readonly lost: number;
}

/** A line of PGlite's own settings under which an acknowledged write may still be in memory only. */
const LOOSE = 'synchronous_commit = off\n';

/**
 * Sends clips to a tracker on PGlite and ends it with kill -9, again and again on the same folder. `loose` is
 * the control, from the second round on: acknowledged before it is written.
 */
export async function lostWithPglite(
  kills: number,
  mode: 'durable' | 'loose' = 'durable',
): Promise<PgliteProof> {
  const data = tempDir();
  const acknowledged: string[] = [];
  let at = 0;
  let token = '';
  for (let n = 0; n < kills; n += 1) {
    const { child, url } = await serve(['--data', data]);
    // An invited one: others may send 100 clips a day, which three rounds use up.
    if (token === '') token = readFileSync(join(data, 'admin-token'), 'utf8').trim();
    const enough = acknowledged.length + 30;
    for (;;) {
      at += 1;
      const id = uuid(at);
      if (!(await isPut(url, id, token))) break;
      acknowledged.push(id);
      // In the middle of one of the next.
      if (acknowledged.length === enough) setTimeout(() => child.kill('SIGKILL'), 10);
    }
    // The first round makes the folder.
    if (n === 0 && mode === 'loose') appendFileSync(join(data, 'db', 'postgresql.conf'), LOOSE);
  }
  const last = await serve(['--data', data]);
  const missing = await missingAt(last.url, token, acknowledged);
  await last.stop();
  rmSync(data, { recursive: true });
  return { acknowledged: acknowledged.length, lost: missing.length };
}

/** Those of a contributor's clips that the tracker does not know. */
async function missingAt(url: string, token: string, sent: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (let at = 0; at < sent.length; at += 100) {
    const ids = sent.slice(at, at + 100);
    const response = await fetch(`${url}/v1/clips/status`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ ids }),
    });
    const { clips } = (await response.json()) as { clips: { id: string }[] };
    const there = new Set(clips.map(({ id }) => id));
    missing.push(...ids.filter((id) => !there.has(id)));
  }
  return missing;
}

/** True when acknowledged, false when the tracker is gone; a refusal would never end, so it is thrown. */
async function isPut(url: string, id: string, token: string): Promise<boolean> {
  const response = await putClip(url, id, token, freeClip).catch(() => null);
  if (response === null) return false;
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return true;
}
