import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { parseTokenAnswer } from '@/lib/wire/clips';
import { makeToken, type Scope } from '../clips/tokens';
import { dayOf } from '../http/deps';
import { readLock } from '../store/lock-file';
import { OperatorError } from '../store/sql';
import type { Output } from './output';
import { openSettings, readArgs, type Settings, settingsOf } from './settings';

/** `invite [--scope clip|review|admin]`: prints a token; works beside a running tracker too. */
export async function inviteCommand(args: readonly string[], out: Output): Promise<number> {
  const { values } = readArgs(args, { data: { type: 'string' }, scope: { type: 'string' } });
  const scope = scopeOf(values.scope ?? 'clip');
  const settings = settingsOf(values, process.env);
  out.line(await invite(settings, scope));
  return 0;
}

function scopeOf(text: string): Scope {
  if (text === 'clip' || text === 'review' || text === 'admin') return text;
  throw new OperatorError(`--scope is "${text}": expected clip, review or admin.`);
}

async function invite(settings: Settings, scope: Scope): Promise<string> {
  const holder =
    settings.databaseUrl === null ? await readLock(join(settings.dataDir, 'tracker.lock')) : null;
  if (holder?.port !== undefined) return askRunning(settings.dataDir, holder.port, scope);
  const store = await openSettings(settings);
  try {
    return await makeToken(store, scope, { invited: true, day: dayOf(new Date()) });
  } finally {
    await store.close();
  }
}

/** PGlite's folder is held by the running tracker: it is asked, with the operator's own token. */
async function askRunning(dataDir: string, port: number, scope: Scope): Promise<string> {
  const admin = (await fs.readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
  const response = await fetch(`http://127.0.0.1:${port}/v1/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope }),
  });
  const parsed = parseTokenAnswer(await response.json());
  if (parsed.ok) return parsed.value.token;
  throw new OperatorError(
    `The running tracker on port ${port} gave no token (HTTP ${response.status}): stop it and try again.`,
  );
}
