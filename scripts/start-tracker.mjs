/** Starts the tracker as a child process and waits until it answers. Plain Node. */
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { Plain, ROOT } from './prepare.mjs';

/** The port that the e2e build of the extension talks to. */
export const PORT = 8787;
export const ADDRESS = `http://127.0.0.1:${PORT}`;

/** The first start makes a PGlite database: up to 5 s of processor time, more on a busy machine. */
const START_MS = 300_000;
const STOP_MS = 10_000;

/** True when somebody listens on a port of this machine. */
export function isPortTaken(port = PORT) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** True when the tracker answers and has something for readers: the first sync must not come too early. */
async function isHealthy() {
  try {
    const { ok, datasets = [] } = await (await fetch(`${ADDRESS}/health`)).json();
    return ok === true && datasets.some((dataset) => dataset.published_rev > 0);
  } catch {
    // Nobody listens yet.
    return false;
  }
}

/** Its last words, should it end: the tracker explains itself in one sentence on stderr. */
function lastLine(text) {
  return text.trim().split('\n').pop() || 'it said nothing';
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(late);
}

/**
 * Starts the tracker on 127.0.0.1:8787 with its data in a folder, and answers `{child, stop()}` once it
 * is healthy. `ledger` is the folder imported into empty data; null takes the starter ledger.
 * `env` is its environment: a check leaves DATABASE_URL out.
 */
export async function startTracker({ data, ledger = null, env = process.env }) {
  if (await isPortTaken()) {
    throw new Plain(
      `Port ${PORT} of this machine is taken, and the extension of this build talks to no other: stop what runs there (another npm start?) and try again.`,
    );
  }
  const script = path.join(ROOT, 'scripts', 'tracker.mjs');
  const args = ['serve', '--port', `${PORT}`, '--data', data];
  const child = spawn(
    process.execPath,
    [script, ...args, ...(ledger ? ['--ledger', ledger] : [])],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    words = (words + text).slice(-4000);
  });
  const end = Date.now() + START_MS;
  while (!(await isHealthy())) {
    if (child.exitCode !== null) throw new Plain(`The tracker did not start: ${lastLine(words)}`);
    if (Date.now() > end) {
      await stop(child);
      throw new Plain(`The tracker did not answer within ${START_MS / 1000} s: ${lastLine(words)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { child, stop: () => stop(child) };
}
