import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ThrowAwayPostgres } from '../../scripts/postgres.mjs';
import type { BenchRow } from './_row';
import type { SmallServer } from './_small-server';

const SCRIPT = fileURLToPath(new URL('../../scripts/tracker.mjs', import.meta.url));

/** A server that has run for five years. */
export interface Town {
  readonly server: SmallServer;
  readonly postgres: ThrowAwayPostgres;
  readonly url: string;
  readonly data: string;
  readonly site: string;
  readonly backups: string;
  readonly records: number;
  readonly clips: number;
  /** How far a reader had come who has not been online for a year. */
  readonly yearAgo: number;
}

/** A row without a peer. */
export function row(
  part: Pick<BenchRow, 'row' | 'ours' | 'goal' | 'unit' | 'ok'> & Partial<BenchRow>,
): BenchRow {
  return { peer: null, ratio: null, n: 1, ...part };
}

/** Runs a command of the tracker's on the small server; answers its seconds. */
export async function command(town: Town, args: readonly string[], url: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [SCRIPT, ...args, '--data', town.data], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  town.server.take(child.pid);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return (performance.now() - began) / 1_000;
}

/** One of each kind of page. */
export const PAGES = [
  '',
  'area/area-1',
  'area/area-3-of-town',
  'office/akim-3',
  'person/person-3-3',
  'promise/p-49999',
  'office/akim-3.xml',
];

/** What is answered; throws when it is not there. */
export async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return await response.text();
}

/** The key that the town's published files are signed with. */
export function publicKey({ site }: Town): string {
  const text = fs.readFileSync(path.join(site, 'v1/tt/key.json'), 'utf8');
  return (JSON.parse(text) as { keys: { public: string }[] }).keys[0]?.public ?? '';
}
