import { resolve } from 'node:path';
import { writeBackup } from '../backup/backup';
import { restoreBackup } from '../backup/restore';
import { OperatorError } from '../store/sql';
import type { Output } from './output';
import { openSettings, readArgs, settingsOf } from './settings';

/** `backup FILE [--data DIR]`: all that cannot be made again, in one file; keys are kept apart. */
export async function backupCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, { data: { type: 'string' } });
  const file = fileOf(positionals, 'backup');
  const store = await openSettings(settingsOf(values, process.env));
  try {
    out.line(`${await writeBackup(store, file)} rows written to ${file}`);
  } finally {
    await store.close();
  }
  return 0;
}

/** `restore FILE [--data DIR]`: puts a backup into an empty place; the epoch changes. */
export async function restoreCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, { data: { type: 'string' } });
  const file = fileOf(positionals, 'restore');
  const store = await openSettings(settingsOf(values, process.env));
  try {
    out.line(`${await restoreBackup(store, file)} rows put back from ${file}, under a new epoch.`);
  } finally {
    await store.close();
  }
  return 0;
}

function fileOf(positionals: readonly string[], command: string): string {
  const [file] = positionals;
  if (file === undefined) throw new OperatorError(`"${command}" needs a file: ${command} FILE.`);
  return resolve(file);
}
