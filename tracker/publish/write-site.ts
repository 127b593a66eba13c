import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type HeadBody, parseHead, parseHeadBody, type TrackerKeys } from '@/lib/wire/head';
import { OperatorError, type Sql } from '../store/sql';

const gunzipped = promisify(gunzip);

/** What one writing of a folder did. */
export interface SiteReport {
  readonly written: number;
  readonly removed: number;
  readonly rev: number;
}

/**
 * Writes the published files of a data set below `dir/v1/{dataset}/` for a static host: each file plain
 * and as `.gz` beside it (nginx `gzip_static`), the head last, so that a reader never finds a head whose
 * files are missing. Refuses to put a database over a folder that is ahead of it in the same epoch.
 */
export async function writeSite(
  sql: Sql,
  dataset: string,
  keys: TrackerKeys,
  dir: string,
): Promise<SiteReport> {
  const base = join(dir, 'v1', dataset);
  const [row] = await sql.query<{ head: string | null }>(
    'select head from log_head where dataset = $1',
    [dataset],
  );
  if (row?.head == null) throw new OperatorError(`Nothing of ${dataset} is published yet.`);
  const body = bodyOf(row.head);
  await refuseBehind(base, body);
  const written = await writeMissing(sql, dataset, base);
  await replace(join(base, 'key.json'), JSON.stringify(keys));
  await replace(join(base, 'head.json'), row.head);
  const removed = await removeStrangers(sql, dataset, base);
  return { written, removed, rev: body.rev };
}

function bodyOf(head: string): HeadBody {
  const outer = parseHead(JSON.parse(head));
  const inner = outer.ok ? parseHeadBody(outer.value.body) : outer;
  if (!inner.ok) throw new Error(`a stored head does not parse: ${inner.field}`);
  return inner.value;
}

async function refuseBehind(base: string, body: HeadBody): Promise<void> {
  const text = await fs.readFile(join(base, 'head.json'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return;
  const there = bodyOf(text);
  if (there.epoch !== body.epoch || there.rev <= body.rev) return;
  throw new OperatorError(
    `The folder ${base} is at rev ${there.rev}, the database only at ${body.rev}: it looks like an old copy. Put it back with "restore", which begins a new epoch.`,
  );
}

async function writeMissing(sql: Sql, dataset: string, base: string): Promise<number> {
  const files = await sql.query<{ path: string }>(
    'select path from published_file where dataset = $1 and retired_at is null',
    [dataset],
  );
  let written = 0;
  for (const { path } of files) {
    const target = join(base, path);
    // Content-addressed: what is there is right.
    if (await exists(`${target}.gz`)) continue;
    const [file] = await sql.query<{ gz: Uint8Array }>(
      'select gz from published_file where dataset = $1 and path = $2',
      [dataset, path],
    );
    if (file === undefined) continue;
    await replace(target, await gunzipped(file.gz));
    await replace(`${target}.gz`, file.gz);
    written += 1;
  }
  return written;
}

async function exists(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  );
}

/** Writes a file so that nobody ever sees half of it. */
export async function replace(path: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}.next`;
  try {
    await fs.writeFile(next, content);
    await fs.rename(next, path);
  } catch (error) {
    // On a full disk half a file would keep it full.
    await fs.rm(next, { force: true });
    throw error;
  }
}

const PUBLISHED = /^(m|s|f)\//;

/** Removes files that the store no longer has: past their time, or taken out for legal reasons. */
async function removeStrangers(sql: Sql, dataset: string, base: string): Promise<number> {
  const rows = await sql.query<{ path: string }>(
    'select path from published_file where dataset = $1',
    [dataset],
  );
  const known = new Set(rows.map(({ path }) => path));
  let removed = 0;
  for (const entry of await fs.readdir(base, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(base.length + 1).replaceAll('\\', '/');
    if (!PUBLISHED.test(path) || known.has(path.replace(/\.gz$/, ''))) continue;
    await fs.unlink(full);
    removed += 1;
  }
  return removed;
}
