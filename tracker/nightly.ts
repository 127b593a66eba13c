import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from './backup/backup';
import { dayOf } from './http/deps';
import type { Logger } from './log';
import type { Store } from './store/sql';

/** Backups kept in the folder; older ones are deleted. */
const KEPT = 14;
const NAME = /^uade-\d{4}-\d{2}-\d{2}\.ndjson\.gz$/;

/** Looks this often whether today's backup is there. */
const LOOK_EVERY_MS = 600_000;

/** Writes today's backup unless it is there, and deletes those past their time. True when it wrote one. */
export async function backupToday(store: Store, dir: string, now: Date): Promise<boolean> {
  const file = join(dir, `uade-${dayOf(now)}.ndjson.gz`);
  await fs.mkdir(dir, { recursive: true, mode: 0o700 });
  const names = (await fs.readdir(dir)).filter((name) => NAME.test(name));
  if (names.some((name) => join(dir, name) === file)) return false;
  await writeBackup(store, file);
  const old = names.toSorted((a, b) => b.localeCompare(a)).slice(KEPT - 1);
  for (const name of old) await fs.unlink(join(dir, name));
  return true;
}

/** Backs up once a day while the tracker runs; a failure is one clear log line and is tried again. */
export function startNightly(
  store: Store,
  dir: string,
  log: Logger,
  now: () => Date,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => backupToday(store, dir, now()))
      .then((wrote) => {
        if (wrote) log.info({ dir }, 'the backup of today is written');
      })
      .catch((err: unknown) => log.error({ err, dir }, 'the backup failed; it is tried again'));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
