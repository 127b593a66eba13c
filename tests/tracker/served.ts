import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ClipBody } from '@/lib/wire/clips';
import { clipBody } from './harness';

const SCRIPT = fileURLToPath(new URL('../../scripts/tracker.mjs', import.meta.url));

/** A tracker in a process of its own, as an operator starts it. */
export interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  /** All that it has logged so far. */
  log(): string;
  /** Asks it to stop and waits for its end. */
  stop(): Promise<void>;
}

/** Runs `tracker serve` on a free port, `begun` being told its process at once; throws its words when it ends before it listens. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  begun: (pid: number | undefined) => void = () => {},
): Promise<Served> {
  const child = spawn(process.execPath, [SCRIPT, 'serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
  });
  begun(child.pid);
  let words = '';
  child.stderr.on('data', (text) => {
    words += String(text);
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (text) => {
      out += String(text);
      const [found] = /http:\S+/.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the tracker ended with ${code}: ${words}`)));
  });
  return {
    child,
    url,
    log: () => words,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A clip that names no record, so that any ledger takes it. */
export const freeClip: ClipBody = { ...clipBody, areaId: null, personId: null, postId: null };

/** Sends a clip; throws when the tracker cannot be reached. */
export async function putClip(
  url: string,
  id: string,
  token: string,
  body: ClipBody,
): Promise<Response> {
  return await fetch(`${url}/v1/clips/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
}
