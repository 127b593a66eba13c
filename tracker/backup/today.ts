import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../http/deps';
import type { Store } from '../store/sql';
import { writeBackup } from './backup';

/** Backups kept in the folder; older ones are deleted. */
const KEPT = 14;
const NAME = /^uade-\d{4}-\d{2}-\d{2}\.ndjson\.gz$/;

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
