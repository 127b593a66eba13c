import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '@/tracker/store/open';
import { startPostgres, type ThrowAwayPostgres } from '../../scripts/postgres.mjs';
import { clipBody, harnessOn, SMALL, tempDir, uuid } from './harness';

const SCRIPT = fileURLToPath(new URL('../../scripts/tracker.mjs', import.meta.url));

/** Sends clips while PostgreSQL is ended hard; answers the acknowledged ones that are not there afterwards. */
async function lostInCrashes(
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
    await postgres.crash();
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

describe('a hard end', () => {
  it('of PostgreSQL loses no acknowledged clip; with asynchronous commits it does', async () => {
    const kept = await lostInCrashes(2, []);
    expect(kept.acknowledged).toBeGreaterThanOrEqual(30);
    expect(kept.lost).toBe(0);
    // The control: were it to lose nothing, the crash would not have been one.
    const settings = ['synchronous_commit=off', 'wal_writer_delay=10s'];
    const control = await lostInCrashes(1, settings);
    expect(control.lost).toBeGreaterThan(0);
  }, 300_000);

  it('of the PGlite tracker loses no acknowledged clip, and its lock is taken over', async () => {
    const data = tempDir();
    const acknowledged: string[] = [];
    const first = await serve(data);
    const token = await tokenOf(first.url);
    const sending = (async () => {
      for (let at = 1; ; at += 1) {
        const ok = await put(first.url, uuid(at), token);
        if (ok === null) return;
        if (ok) acknowledged.push(uuid(at));
      }
    })();
    while (acknowledged.length < 30) await new Promise((resolve) => setTimeout(resolve, 10));
    first.child.kill('SIGKILL');
    await sending;
    const { child, url } = await serve(data);
    const missing: string[] = [];
    for (let at = 0; at < acknowledged.length; at += 100) {
      const ids = acknowledged.slice(at, at + 100);
      const response = await fetch(`${url}/v1/clips/status`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ ids }),
      });
      const { clips } = (await response.json()) as { clips: { id: string }[] };
      const there = new Set(clips.map(({ id }) => id));
      missing.push(...ids.filter((id) => !there.has(id)));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
    expect(missing).toEqual([]);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }, 300_000);
});

async function serve(data: string) {
  const child = spawn(process.execPath, [SCRIPT, 'serve', '--port', '0', '--data', data]);
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (text) => {
      out += String(text);
      const [found] = /http:\S+/.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the tracker ended with ${code}`)));
  });
  return { child, url };
}

async function tokenOf(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/tokens`, { method: 'POST' });
  return ((await response.json()) as { token: string }).token;
}

/** True when acknowledged, false when refused, null when the tracker is gone. */
async function put(url: string, id: string, token: string): Promise<boolean | null> {
  const body = JSON.stringify({ ...clipBody, areaId: null, personId: null, postId: null });
  const headers = { authorization: `Bearer ${token}` };
  try {
    return (await fetch(`${url}/v1/clips/${id}`, { method: 'PUT', headers, body })).status === 201;
  } catch {
    return null;
  }
}
