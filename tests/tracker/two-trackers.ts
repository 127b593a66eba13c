import { setTimeout as sleep } from 'node:timers/promises';
import { makeToken } from '@/tracker/clips/tokens';
import { openStore } from '@/tracker/store/open';
import type { Store } from '@/tracker/store/sql';
import { tempDir, uuid } from './harness';
import { freeClip, putClip, type Served, serve } from './served';

/** What the end of one of two trackers did to those who were sending clips. */
export interface TwoProof {
  readonly sent: number;
  /** Clips answered with 200 or 201 before the one tracker was killed. */
  readonly beforeKill: number;
  /** Tries that met a dead tracker or a 5xx, 408, 425, 429. */
  readonly retries: number;
  readonly lost: number;
  readonly doubled: number;
  /** Answers that no retry mends. */
  readonly errors: readonly string[];
}

export interface TwoSize {
  readonly writers: number;
  readonly clipsEach: number;
}

/** As the extension sends: again, elsewhere, the same clip. `oneTry` is the control. */
export type SendMode = 'retry' | 'oneTry';

const RETRIES_MAX = 100;
const isPassing = (status: number) => status >= 500 || [408, 425, 429].includes(status);

interface Sending {
  readonly urls: readonly string[];
  readonly tokens: readonly string[];
  readonly size: TwoSize;
  readonly mode: SendMode;
  taken: number;
  retries: number;
  readonly errors: string[];
}

async function sendOne(sending: Sending, writer: number, clip: number): Promise<void> {
  const { urls, size, mode } = sending;
  const n = writer * size.clipsEach + clip;
  const body = { ...freeClip, quote: `обещание ${n}` };
  const token = sending.tokens[writer] ?? '';
  for (let tries = 0; tries < RETRIES_MAX; tries += 1) {
    const url = urls[(writer + tries) % urls.length] ?? '';
    const response = await putClip(url, uuid(n), token, body).catch(() => null);
    if (response?.ok === true) {
      sending.taken += 1;
      return;
    }
    if (response !== null && !isPassing(response.status)) {
      sending.errors.push(`HTTP ${response.status} ${await response.text()}`);
      return;
    }
    if (mode === 'oneTry') return;
    sending.retries += 1;
    await sleep(50);
  }
  sending.errors.push(`clip ${n} was given up`);
}

async function killAtAThird(sending: Sending, victim: Served): Promise<number> {
  const third = (sending.size.writers * sending.size.clipsEach) / 3;
  while (sending.taken < third) await sleep(2);
  victim.child.kill('SIGKILL');
  return sending.taken;
}

async function tokensFor(store: Store, writers: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < writers; n += 1) {
    tokens.push(await makeToken(store, 'clip', { invited: true, day: '2026-11-25' }));
  }
  return tokens;
}

async function judged(store: Store): Promise<{ there: number; doubled: number }> {
  const rows = await store.query<{ n: number }>(
    `select count(*) as n from clip group by body::json ->> 'quote'`,
  );
  return { there: rows.length, doubled: rows.filter(({ n }) => n > 1).length };
}

/** Two trackers started at once on one empty database, one killed hard while clips come in at both. */
export async function proveTwo(url: string, size: TwoSize, mode: SendMode): Promise<TwoProof> {
  const data = tempDir();
  const start = () => serve(['--data', data], { DATABASE_URL: url });
  const [victim, survivor] = await Promise.all([start(), start()]);
  const store = await openStore({ databaseUrl: url });
  try {
    const sending: Sending = {
      urls: [victim.url, survivor.url],
      tokens: await tokensFor(store, size.writers),
      size,
      mode,
      taken: 0,
      retries: 0,
      errors: [],
    };
    const killing = killAtAThird(sending, victim);
    const writer = async (_unused: unknown, index: number) => {
      for (let clip = 0; clip < size.clipsEach; clip += 1) await sendOne(sending, index, clip);
    };
    await Promise.all(Array.from({ length: size.writers }, writer));
    const beforeKill = await killing;
    const { there, doubled } = await judged(store);
    const sent = size.writers * size.clipsEach;
    const { retries, errors } = sending;
    return { sent, beforeKill, retries, lost: sent - there, doubled, errors };
  } finally {
    await store.close();
    await survivor.stop();
    victim.child.kill('SIGKILL');
  }
}
