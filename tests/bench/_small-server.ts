import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const MEMORY_BYTES = 2 ** 30;
const PERIOD_US = 100_000;

/** One core and 1 GB for a few processes and all that they start. */
export interface SmallServer {
  /** What holds them there: a cgroup, or what could be had instead. */
  readonly words: string;
  take(pid: number | undefined): void;
  close(): void;
}

/** The folders of a group by the files that limit it; both versions of cgroups. */
function limits(name: string): readonly (readonly [string, string, string])[] {
  const root = '/sys/fs/cgroup';
  if (fs.existsSync(path.join(root, 'cgroup.controllers'))) {
    const dir = path.join(root, name);
    return [
      [dir, 'memory.max', `${MEMORY_BYTES}`],
      [dir, 'cpu.max', `${PERIOD_US} ${PERIOD_US}`],
    ];
  }
  return [
    [path.join(root, 'memory', name), 'memory.limit_in_bytes', `${MEMORY_BYTES}`],
    [path.join(root, 'cpu', name), 'cpu.cfs_quota_us', `${PERIOD_US}`],
  ];
}

/** A process and those that it has started. */
function family(pid: number): number[] {
  const at = `/proc/${pid}/task/${pid}/children`;
  const children = fs.readFileSync(at, 'utf8').split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}

/** A group of its own, which needs root; else one core, and memory as much as there is. */
export function smallServer(): SmallServer {
  const files = limits(`uade-town-${process.pid}`);
  const dirs = [...new Set(files.map(([dir]) => dir))];
  try {
    for (const dir of dirs) fs.mkdirSync(dir);
    for (const [dir, file, value] of files) fs.writeFileSync(path.join(dir, file), value);
  } catch (error) {
    return {
      words: `no cgroup (${String(error)}): one core by taskset, memory without a limit`,
      take: (pid) => execFileSync('taskset', ['-a', '-p', '-c', '0', `${pid}`], { stdio: 'pipe' }),
      close: () => undefined,
    };
  }
  return {
    words: 'cgroup of 1 core, 1 GB',
    take(pid) {
      if (pid === undefined) throw new Error('no process to be taken');
      for (const one of family(pid)) {
        for (const dir of dirs) fs.writeFileSync(path.join(dir, 'cgroup.procs'), `${one}`);
      }
    },
    close() {
      for (const dir of dirs) fs.rmdirSync(dir);
    },
  };
}

/** The most memory that a process has held so far, bytes. */
export function peakBytes(pid: number | undefined): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** What a folder takes on the disk, bytes. */
export function bytesOf(dir: string): number {
  const [kilobytes] = execFileSync('du', ['-sk', dir]).toString().split('\t');
  return Number(kilobytes) * 1024;
}
