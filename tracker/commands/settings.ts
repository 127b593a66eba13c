import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { openStore, type Place } from '../store/open';
import { OperatorError, type Store } from '../store/sql';

/** Where a command finds the data: options before environment before `.data`. */
export interface Settings {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function settingsOf(
  values: { readonly data?: string | undefined },
  env: Environment,
): Settings {
  return {
    dataDir: resolve(values.data ?? env['UADE_DATA'] ?? '.data'),
    databaseUrl: env['DATABASE_URL'] ?? null,
  };
}

/** Opens the store of a one-off command. */
export function openSettings({ dataDir, databaseUrl }: Settings): Promise<Store> {
  const place: Place = databaseUrl === null ? { dataDir } : { databaseUrl };
  return openStore(place);
}

/** `UADE_SITE`: the public address of the site, without a slash at the end; null when it is not set. */
export function siteUrlOf(env: Environment): string | null {
  const text = env['UADE_SITE'];
  if (text === undefined || text === '') return null;
  if (/^https?:\/\/[^/]+(\/.*)?$/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new OperatorError(
    `UADE_SITE is "${text}": expected an address like https://tracker.example.`,
  );
}

/** `UADE_DIGEST_TO`: where the daily message about the queue goes; null: nowhere. */
export function digestUrlOf(env: Environment): string | null {
  const text = env['UADE_DIGEST_TO'];
  if (text === undefined || text === '') return null;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  // The address is often a secret: it is not repeated.
  throw new OperatorError(
    'UADE_DIGEST_TO is no address: expected one like https://chat.example/x.',
  );
}

/** `UADE_VERDICTS_BY`: how many editors a verdict needs, 1 or 2; 1 when it is not set. */
export function verdictsByTwoOf(env: Environment): boolean {
  const text = env['UADE_VERDICTS_BY'] || '1';
  if (text === '1' || text === '2') return text === '2';
  throw new OperatorError(`UADE_VERDICTS_BY is "${text}": expected 1 or 2.`);
}

/** Parses a command's arguments; what is unknown is refused with its name. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new OperatorError(error instanceof Error ? error.message : String(error));
  }
}

const PORT_MAX = 65_535;

/** `--port` or `UADE_PORT`; 0: any free one. */
export function portOf(option: string | undefined, env: Environment): number | undefined {
  const text = option ?? env['UADE_PORT'];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= PORT_MAX) return value;
  const name = option === undefined ? 'UADE_PORT' : '--port';
  throw new OperatorError(`${name} is "${text}": expected a whole number from 0 to ${PORT_MAX}.`);
}

/** The folder that a command is about. */
export function folderOf(positionals: readonly string[], command: string): string {
  const [dir] = positionals;
  if (dir === undefined) throw new OperatorError(`"${command}" needs a folder: ${command} DIR.`);
  return resolve(dir);
}
