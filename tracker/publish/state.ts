import type { Manifest, SegmentRef } from '@/lib/wire/head';
import { queryOne, type Sql } from '../store/sql';

/** Where a log stands. */
export interface LogHead {
  readonly salt: string;
  readonly rev: number;
  readonly published_rev: number;
  readonly floor: number;
  readonly live_rows: number;
  readonly sum64: string;
  /** `head.json` as it is served; null before the first publication. */
  readonly head: string | null;
  readonly epoch: string | null;
  readonly issued: string | null;
}

export function readLogHead(sql: Sql, dataset: string): Promise<LogHead> {
  return queryOne<LogHead>(
    sql,
    `select salt, rev, published_rev, floor, live_rows, sum64, head, epoch, issued
       from log_head where dataset = $1`,
    [dataset],
  );
}

/** Segments in order. */
export function readSegments(sql: Sql, dataset: string): Promise<SegmentRef[]> {
  return sql.query<SegmentRef>(
    `select from_rev as "from", to_rev as "to", rows, bytes, sha256, path
       from segment where dataset = $1 order by from_rev`,
    [dataset],
  );
}

interface PartRow {
  readonly rev: number;
  readonly made_at: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly path: string;
}

/** The snapshot, with the time it was made at, or null. */
export async function readSnapshot(
  sql: Sql,
  dataset: string,
): Promise<{
  readonly snapshot: NonNullable<Manifest['snapshot']>;
  readonly madeAt: string;
} | null> {
  const parts = await sql.query<PartRow>(
    `select rev, made_at, rows, bytes, sha256, path
       from snapshot_part where dataset = $1 order by part`,
    [dataset],
  );
  const [first] = parts;
  if (first === undefined) return null;
  return {
    madeAt: first.made_at,
    snapshot: {
      rev: first.rev,
      parts: parts.map(({ rows, bytes, sha256, path }) => ({ path, sha256, bytes, rows })),
    },
  };
}

/**
 * Names one life of a log. PostgreSQL: cluster and timeline, so that a failover is noticed; the salt is
 * renewed when a backup is restored. PGlite has one life per folder: the salt alone.
 */
export async function readEpoch(
  sql: Sql,
  kind: 'pglite' | 'postgres',
  salt: string,
): Promise<string> {
  if (kind === 'pglite') return salt;
  const { system, wal } = await queryOne<{ system: string; wal: string }>(
    sql,
    `select system_identifier::text as system, pg_walfile_name(pg_current_wal_lsn()) as wal
       from pg_control_system()`,
  );
  const timeline = Number.parseInt(wal.slice(0, 8), 16);
  return `${system}.${timeline}.${salt}`;
}
