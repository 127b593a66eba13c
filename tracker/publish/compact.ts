import type { SegmentRef } from '@/lib/wire/head';
import type { Sql } from '../store/sql';
import { makeFile, putFile, retireFiles } from './files';
import { chunksOf, type LogRow, type Rows, type Segment, segmentsOf } from './lines';
import { liveRows } from './live';
import { newestOf } from './newest';
import { type Belonging, inSnapshotOrder } from './snapshot-order';
import { readSegments, readSnapshot } from './state';

/** A run of more small segments than this is merged into one: readers ask once instead. */
const SMALL_RUN_MAX = 16;
/** A segment of fewer rows counts as small. */
const SMALL_ROWS = 1_000;

/** A snapshot is due when this share of it has changed since … */
const SNAPSHOT_SHARE = 0.25;
/** … but not for fewer rows than this … */
const SNAPSHOT_ROWS_MIN = 500;
/** … or when it is this old and anything changed. */
const SNAPSHOT_AGE_MS = 30 * 86_400_000;

/** Adds segments to the manifest's list. */
export async function putSegments(
  sql: Sql,
  dataset: string,
  segments: readonly Segment[],
): Promise<void> {
  for (const { file, from, to, rows } of segments) {
    await putFile(sql, dataset, file);
    await sql.query(
      `insert into segment (dataset, from_rev, to_rev, rows, bytes, sha256, path)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [dataset, from, to, rows, file.bytes, file.sha256, file.path],
    );
  }
}

/**
 * Merges the run of small segments at the end: the newest version of each record in its range, tombstones
 * kept. A reader anywhere inside the range ends in the same state.
 */
export async function mergeSmall(sql: Sql, dataset: string, at: string): Promise<void> {
  const segments = await readSegments(sql, dataset);
  const run = segments.slice(segments.findLastIndex(({ rows }) => rows >= SMALL_ROWS) + 1);
  const [first] = run;
  if (first === undefined || run.length <= SMALL_RUN_MAX) return;
  const afterRev = first.from - 1;
  const rows = await sql.query<LogRow>(
    'select rev, kind, id, body from log where dataset = $1 and rev > $2 order by rev',
    [dataset, afterRev],
  );
  await replaceSegments(sql, dataset, { old: run, afterRev, rows: newestOf(rows), at });
}

interface Replacement {
  /** The last segments of the list. */
  readonly old: readonly SegmentRef[];
  /** The last rev that stays as it is. */
  readonly afterRev: number;
  /** What takes their place: the newest version of each record after `afterRev`. */
  readonly rows: Rows;
  readonly at: string;
}

async function replaceSegments(
  sql: Sql,
  dataset: string,
  { old, afterRev, rows, at }: Replacement,
): Promise<void> {
  const last = old.at(-1);
  if (last === undefined) return;
  const merged = await segmentsOf(rows, afterRev + 1, last.to);
  await retireFiles(
    sql,
    dataset,
    old.map(({ path }) => path),
    at,
  );
  await sql.query('delete from segment where dataset = $1 and from_rev > $2', [dataset, afterRev]);
  await putSegments(sql, dataset, merged);
}

/** Makes a snapshot of the live rows when one is due, and rewrites all segments to the newest versions. */
export async function snapshotIfDue(
  sql: Sql,
  dataset: string,
  rev: number,
  now: Date,
): Promise<void> {
  const present = await readSnapshot(sql, dataset);
  if (present !== null && !isDue(present, rev, now)) return;
  if (rev > 0) await makeSnapshot(sql, dataset, rev, now.toISOString());
}

type Present = NonNullable<Awaited<ReturnType<typeof readSnapshot>>>;

function isDue({ snapshot, madeAt }: Present, rev: number, now: Date): boolean {
  const size = snapshot.parts.reduce((sum, { rows }) => sum + rows, 0);
  const deltas = rev - snapshot.rev;
  if (deltas > Math.max(SNAPSHOT_ROWS_MIN, size * SNAPSHOT_SHARE)) return true;
  return deltas > 0 && now.getTime() - Date.parse(madeAt) > SNAPSHOT_AGE_MS;
}

/** Makes a snapshot at `rev` now. */
export async function makeSnapshot(
  sql: Sql,
  dataset: string,
  rev: number,
  at: string,
): Promise<void> {
  await retireSnapshot(sql, dataset, at);
  let part = 0;
  for await (const chunk of chunksOf(snapshotRows(sql, dataset))) {
    const file = await makeFile(chunk.text, `f/${rev}/${part}`, 'ndjson');
    await putFile(sql, dataset, file);
    await sql.query(
      `insert into snapshot_part (dataset, part, rev, made_at, rows, bytes, sha256, path)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [dataset, part, rev, at, chunk.rows, file.bytes, file.sha256, file.path],
    );
    part += 1;
  }
  const newest = liveRows(sql, dataset, { tombstones: true });
  const old = await readSegments(sql, dataset);
  await replaceSegments(sql, dataset, { old, afterRev: 0, rows: newest, at });
}

/** Bodies fetched at a time. */
const BODIES = 1_000;

/** The rows of a snapshot: their order is found without the bodies, which come a few at a time. */
async function* snapshotRows(sql: Sql, dataset: string): AsyncGenerator<LogRow> {
  const rows = await sql.query<Belonging>(
    `select live.rev, live.kind, live.id, log.body::json ->> 'postId' as "postId",
            coalesce(log.body::json ->> 'promiseId', log.body::json ->> 'clipId') as "promiseId"
       from live join log on log.dataset = live.dataset and log.rev = live.rev
      where live.dataset = $1 and live.hash is not null
      order by live.rev`,
    [dataset],
  );
  const revs = inSnapshotOrder(rows).map(({ rev }) => rev);
  for (let at = 0; at < revs.length; at += BODIES) {
    yield* await sql.query<LogRow>(
      `select log.rev, log.kind, log.id, log.body
         from unnest($2::bigint[]) with ordinality as wanted (rev, n)
         join log on log.dataset = $1 and log.rev = wanted.rev order by n`,
      [dataset, revs.slice(at, at + BODIES)],
    );
  }
}

async function retireSnapshot(sql: Sql, dataset: string, at: string): Promise<void> {
  const present = await readSnapshot(sql, dataset);
  const paths = present?.snapshot.parts.map(({ path }) => path) ?? [];
  await retireFiles(sql, dataset, paths, at);
  await sql.query('delete from snapshot_part where dataset = $1', [dataset]);
}
