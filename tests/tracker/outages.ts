import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeToken } from '@/tracker/clips/tokens';
import { openStore } from '@/tracker/store/open';
import { startPostgres } from '../../scripts/postgres.mjs';
import { tempDir, uuid } from './harness';
import { freeClip, putClip, type Served, serve } from './served';

/** What it meant to writers and to the operator that the storage failed for a while. */
export interface OutageProof {
  readonly acknowledged: number;
  /** Acknowledged clips that are not there afterwards. */
  readonly lost: number;
  /** Tries answered with 503 and a Retry-After: each would be a line of a log that forgets. */
  readonly refused: number;
  /** Tries answered with anything else. */
  readonly errors: readonly string[];
  /** Lines of the log at the level of errors, and those that say that it is over. */
  readonly said: readonly string[];
  readonly over: readonly string[];
}

/** Something that befalls the storage. */
interface Trouble {
  readonly url: string;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Longer than the publisher's look at what others wrote, which meets the fault too. */
const TROUBLE_MS = 6_000;
/** A clip every so often from each: together fewer than one network may send in a minute. */
const EVERY_MS = 100;
const WRITERS = 2;
const STEP = 20;

function startWriters(url: string, token: string) {
  const acknowledged: string[] = [];
  const errors: string[] = [];
  const sum = { refused: 0, next: 0, isOver: false };
  const writer = async () => {
    while (!sum.isOver) {
      const id = uuid((sum.next += 1));
      const response = await putClip(url, id, token, freeClip);
      const { error } = (await response.json()) as { error?: string };
      if (response.status === 201) acknowledged.push(id);
      else if (response.status === 503 && response.headers.has('retry-after')) sum.refused += 1;
      else errors.push(`${response.status} ${error}`);
      await sleep(EVERY_MS);
    }
  };
  const writing = Array.from({ length: WRITERS }, writer);
  return {
    acknowledged,
    errors,
    sum,
    async more() {
      const enough = acknowledged.length + STEP;
      while (acknowledged.length < enough) await sleep(5);
    },
    async stop() {
      sum.isOver = true;
      await Promise.all(writing);
    },
  };
}

const LEVEL_ERROR = 50;

function linesOf(served: Served): readonly { level: number; msg: string }[] {
  const lines = served
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as { level: number; msg: string });
}

async function prove({ url, begin, end }: Trouble): Promise<OutageProof> {
  const served = await serve(['--data', tempDir()], { DATABASE_URL: url });
  const store = await openStore({ databaseUrl: url });
  const token = await makeToken(store, 'clip', { invited: true, day: '2026-11-25' });
  try {
    const writers = startWriters(served.url, token);
    await writers.more();
    await begin();
    await sleep(TROUBLE_MS);
    await end();
    await writers.more();
    // One more look of the publisher's.
    await sleep(TROUBLE_MS);
    await writers.stop();
    const rows = await store.query<{ id: string }>('select id from clip');
    const there = new Set(rows.map(({ id }) => id));
    const lines = linesOf(served);
    return {
      acknowledged: writers.acknowledged.length,
      lost: writers.acknowledged.filter((id) => !there.has(id)).length,
      refused: writers.sum.refused,
      errors: writers.errors,
      said: lines.filter(({ level }) => level >= LEVEL_ERROR).map(({ msg }) => msg),
      over: lines.filter(({ msg }) => msg.startsWith('over: ')).map(({ msg }) => msg),
    };
  } finally {
    await store.close();
    await served.stop();
  }
}

/** PostgreSQL is ended hard and comes back. */
export async function proveUnreachable(): Promise<OutageProof> {
  const postgres = await startPostgres({ durable: true });
  try {
    return await prove({
      url: postgres.url,
      begin: () => postgres.down(),
      end: () => postgres.up(),
    });
  } finally {
    await postgres.stop();
  }
}

/** What PostgreSQL says when there is no room, on a table of its own: for machines that may not mount a disk. */
export async function proveRefusedWrites(): Promise<OutageProof> {
  const postgres = await startPostgres({ durable: true });
  const store = await openStore({ databaseUrl: postgres.url });
  try {
    return await prove({
      url: postgres.url,
      begin: () =>
        store.exec(`
          create function no_room() returns trigger language plpgsql as $$ begin
            raise exception 'could not extend file: No space left on device' using errcode = '53100';
          end $$;
          create trigger no_room before insert on clip for each row execute function no_room();`),
      end: () => store.exec('drop trigger no_room on clip'),
    });
  } finally {
    await store.close();
    await postgres.stop();
  }
}

const DISK_MB = 160;
/** PostgreSQL's own log of writes stays small enough for the small disk. */
const SMALL_LOG = ['max_wal_size=48MB', 'min_wal_size=32MB'];

/** A small disk of its own (needs root, as mounting does) that a file fills to the last byte. */
export async function proveFullDisk(): Promise<OutageProof> {
  const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'uade-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', disk]);
  try {
    const postgres = await startPostgres({ durable: true, settings: SMALL_LOG, parent: disk });
    const ballast = path.join(disk, 'ballast');
    try {
      return await prove({
        url: postgres.url,
        begin: () => fill(ballast),
        end: () => fs.promises.rm(ballast),
      });
    } finally {
      await postgres.stop();
    }
  } finally {
    execFileSync('umount', [disk]);
    fs.rmdirSync(disk);
  }
}

/** Writes until there is no room for one byte more. */
async function fill(file: string): Promise<void> {
  const out = await fs.promises.open(file, 'w');
  try {
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
      const piece = Buffer.alloc(size);
      for (;;) {
        const written = await out.write(piece).catch(() => null);
        if (written === null || written.bytesWritten < size) break;
      }
    }
  } finally {
    await out.close();
  }
}
