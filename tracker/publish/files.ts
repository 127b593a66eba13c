import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FileRef } from '@/lib/wire/head';
import type { Sql } from '../store/sql';

const gzipped = promisify(gzip);

/** A file to publish: content-addressed, its path holds the first 16 digits of its hash. */
export interface PublicFile extends FileRef {
  readonly gz: Buffer;
}

/** Makes a file whose path is `before.{sha16}.after`. */
export async function makeFile(text: string, before: string, after: string): Promise<PublicFile> {
  const raw = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const path = `${before}.${sha256.slice(0, 16)}.${after}`;
  return { path, sha256, bytes: raw.length, gz: await gzipped(raw) };
}

/** Puts a file among the published ones; the same content again takes it back from retirement. */
export async function putFile(sql: Sql, dataset: string, file: PublicFile): Promise<void> {
  await sql.query(
    `insert into published_file (dataset, path, sha256, bytes, gz) values ($1, $2, $3, $4, $5)
     on conflict (dataset, path) do update set retired_at = null`,
    [dataset, file.path, file.sha256, file.bytes, file.gz],
  );
}

/**
 * Marks files as retired: no head leads to them any more, readers in the middle of a sync may still ask.
 */
export async function retireFiles(
  sql: Sql,
  dataset: string,
  paths: readonly string[],
  at: string,
): Promise<void> {
  await sql.query(
    `update published_file set retired_at = $3
      where dataset = $1 and path = any($2::text[]) and retired_at is null`,
    [dataset, paths, at],
  );
}
