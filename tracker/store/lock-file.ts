import { promises as fs } from 'node:fs';
import { OperatorError } from './sql';

/** Who holds a folder. `started` tells a process from a later one with the same number. */
export interface Holder {
  readonly pid: number;
  readonly started: string;
  /** Set once the tracker listens, so that commands can reach it. */
  readonly port?: number;
}

/** Start time of a process in clock ticks since boot; '' where the system does not tell (not Linux). */
async function startedOf(pid: number): Promise<string> {
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The command's name stands in brackets and may hold blanks: count from the last bracket.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = await startedOf(holder.pid);
  return started === '' || holder.started === '' || started === holder.started;
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, started, port } = value as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof started !== 'string') return null;
    return typeof port === 'number' ? { pid, started, port } : { pid, started };
  } catch {
    // A lock cut short by a crash names nobody: it is stale.
    return null;
  }
}

/** The living holder of a lock file, or null. */
export async function readLock(path: string): Promise<Holder | null> {
  const text = await fs.readFile(path, 'utf8').catch(() => '');
  const holder = parseHolder(text);
  return holder !== null && (await isAlive(holder)) ? holder : null;
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await fs.open(path, 'wx');
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new OperatorError(`The lock file ${path} cannot be written: ${String(error)}`);
  }
}

/** Moves a stale lock away. Two may try at once: whoever moved a fresh one by mistake puts it back. */
async function clearStale(path: string, staleText: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await fs.rename(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const moved = await fs.readFile(aside, 'utf8');
  if (moved !== staleText) await fs.link(aside, path);
  await fs.unlink(aside);
}

/** A lock that a racing process is just writing is empty for a moment; it gets this long. */
const WRITE_GRACE_MS = 200;

/**
 * Takes a lock file, or throws an OperatorError that names the holder. A lock left behind by a dead
 * process is taken over. Answers the release.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const text = JSON.stringify({ pid: process.pid, started: await startedOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(path, text)) return () => release(path);
    const found = await fs.readFile(path, 'utf8').catch(() => '');
    if (found === '') await new Promise((resolve) => setTimeout(resolve, WRITE_GRACE_MS));
    const holder = await readLock(path);
    if (holder !== null) {
      throw new OperatorError(
        `The data folder is in use by the tracker with process number ${holder.pid}: stop that one first, or choose another folder with --data.`,
      );
    }
    await clearStale(path, await fs.readFile(path, 'utf8').catch(() => found));
  }
  throw new OperatorError(`The lock file ${path} is contended: try again.`);
}

async function release(path: string): Promise<void> {
  const holder = parseHolder(await fs.readFile(path, 'utf8').catch(() => ''));
  if (holder?.pid === process.pid) await fs.unlink(path);
}

/** Notes the port in our own lock, for commands that want to reach the running tracker. */
export async function notePort(path: string, port: number): Promise<void> {
  const text = JSON.stringify({ pid: process.pid, started: await startedOf(process.pid), port });
  const next = `${path}.${process.pid}.next`;
  const file = await fs.open(next, 'w');
  await file.writeFile(text);
  await file.close();
  await fs.rename(next, path);
}
