import { type Head, type HeadBody, type Manifest, SCHEMA_VERSION } from '@/lib/wire/head';
import { OperatorError, type Sql, type Store } from '../store/sql';
import { makeSnapshot, mergeSmall, putSegments, snapshotIfDue } from './compact';
import { drain, publisherLock } from './drain';
import { makeFile, putFile } from './files';
import type { Guard } from './guard';
import type { Signer } from './keys';
import { type LogRow, segmentsOf } from './lines';
import { applyToLive, type Digest } from './live';
import { type LogHead, readEpoch, readLogHead, readSegments, readSnapshot } from './state';

export interface PublishDeps {
  readonly signer: Signer;
  readonly now: () => Date;
  /** Remembers the last head beside the database; null where there is nothing to compare with. */
  readonly guard: Guard | null;
}

/** The head is signed anew after this long even when nothing changed: quiet must not look stale. */
const RESIGN_MS = 86_400_000;
/** Readers look this often. */
const POLL_S = 3_600;
/** Older clients are told to update. */
const MIN_CLIENT = '0.1.0';
/** Log rows read at a time while cutting segments. */
const CUT_ROWS = 5_000;
/** Retired files are kept this long for readers in the middle of a sync. */
const RETIRED_KEEP_MS = 86_400_000;

/** Names of the data sets of a store, oldest first. */
export async function datasetNames(sql: Sql): Promise<string[]> {
  return (await sql.query<{ name: string }>('select name from dataset order by name')).map(
    ({ name }) => name,
  );
}

/**
 * Publishes all that is committed: outbox → log → segments → manifest → signed head. Any number of
 * processes may call it at once. Answers whether a new head was made.
 */
export async function publish(store: Store, dataset: string, deps: PublishDeps): Promise<boolean> {
  await drain(store, dataset);
  const head = await store.transaction(async (sql) => {
    await publisherLock(sql, dataset);
    return cut(sql, store.kind, dataset, deps);
  });
  if (head !== null) await deps.guard?.write(dataset, head);
  return head !== null;
}

async function cut(
  sql: Sql,
  kind: Store['kind'],
  dataset: string,
  deps: PublishDeps,
): Promise<HeadBody | null> {
  const log = await readLogHead(sql, dataset);
  const epoch = await readEpoch(sql, kind, log.salt);
  await refuseBehind(dataset, epoch, log.rev, deps.guard);
  const now = deps.now();
  if (!isStale(log, epoch, deps.signer, now)) return null;
  const digest = await cutSegments(sql, dataset, log);
  if (log.rev > log.published_rev) {
    await mergeSmall(sql, dataset, now.toISOString());
    await snapshotIfDue(sql, dataset, log.rev, now);
  }
  const purged = await purgeRemoved(sql, dataset, log.rev, now);
  const body = await writeHead(sql, { dataset, epoch, log, digest, now, signer: deps.signer });
  await sweep(sql, dataset, purged ? now : new Date(now.getTime() - RETIRED_KEEP_MS));
  return body;
}

async function refuseBehind(
  dataset: string,
  epoch: string,
  rev: number,
  guard: Guard | null,
): Promise<void> {
  const last = (await guard?.read(dataset)) ?? null;
  if (last === null || last.epoch !== epoch || rev >= last.rev) return;
  throw new OperatorError(
    `The database is behind what was published of ${dataset} (rev ${rev}, published ${last.rev}): it looks like an old copy. Put it back with "restore", which begins a new epoch.`,
  );
}

function isStale(log: LogHead, epoch: string, signer: Signer, now: Date): boolean {
  if (log.head === null || log.issued === null) return true;
  if (log.rev > log.published_rev || log.epoch !== epoch) return true;
  const kid = signer.publicKeys.keys[0]?.kid ?? '';
  // The head is our own text of a moment ago; a changed key asks for a new signature.
  if (!(JSON.parse(log.head) as Head).sigs.some((sig) => sig.kid === kid)) return true;
  return now.getTime() - Date.parse(log.issued) > RESIGN_MS;
}

/** Cuts the log rows that are not published yet into segments and answers the digest after them. */
async function cutSegments(sql: Sql, dataset: string, log: LogHead): Promise<Digest> {
  let digest: Digest = { n: log.live_rows, sum64: log.sum64 };
  let done = log.published_rev;
  while (done < log.rev) {
    const rows = await sql.query<LogRow>(
      `select rev, kind, id, body from log
        where dataset = $1 and rev > $2 and rev <= $3 order by rev limit ${CUT_ROWS}`,
      [dataset, done, log.rev],
    );
    const last = rows.at(-1);
    if (last === undefined) throw new Error(`the log of ${dataset} has a hole after ${done}`);
    digest = await applyToLive(sql, dataset, rows, digest);
    await putSegments(sql, dataset, await segmentsOf(rows, done + 1, last.rev));
    done = last.rev;
  }
  return digest;
}

interface HeadParts {
  readonly dataset: string;
  readonly epoch: string;
  readonly log: LogHead;
  readonly digest: Digest;
  readonly now: Date;
  readonly signer: Signer;
}

async function writeHead(sql: Sql, parts: HeadParts): Promise<HeadBody> {
  const { dataset, epoch, log, digest, now, signer } = parts;
  const manifest: Manifest = {
    v: 1,
    dataset,
    epoch,
    rev: log.rev,
    floor: log.floor,
    snapshot: (await readSnapshot(sql, dataset))?.snapshot ?? null,
    segments: await readSegments(sql, dataset),
    digest,
  };
  const file = await makeFile(JSON.stringify(manifest), `m/${log.rev}`, 'json');
  await retireManifests(sql, dataset, now.toISOString());
  await putFile(sql, dataset, file);
  const body: HeadBody = {
    v: 1,
    dataset,
    epoch,
    rev: log.rev,
    manifest: { path: file.path, sha256: file.sha256, bytes: file.bytes },
    issued: now.toISOString(),
    poll_s: POLL_S,
    schema: SCHEMA_VERSION,
    min_client: MIN_CLIENT,
  };
  const text = JSON.stringify(body);
  const head: Head = { body: text, sigs: signer.sign(text) };
  await sql.query(
    `update log_head set published_rev = $2, live_rows = $3, sum64 = $4, head = $5, epoch = $6,
            issued = $7 where dataset = $1`,
    [dataset, log.rev, digest.n, digest.sum64, JSON.stringify(head), epoch, body.issued],
  );
  return body;
}

async function retireManifests(sql: Sql, dataset: string, at: string): Promise<void> {
  await sql.query(
    `update published_file set retired_at = $2
      where dataset = $1 and path like 'm/%' and retired_at is null`,
    [dataset, at],
  );
}

/**
 * Empties the log of what was removed for legal reasons and writes all files anew, so that no file of the
 * tracker holds it any more. True when there was something.
 */
async function purgeRemoved(sql: Sql, dataset: string, rev: number, now: Date): Promise<boolean> {
  const removed = await sql.query<{ kind: string; id: string }>(
    'delete from removal where dataset = $1 returning kind, id',
    [dataset],
  );
  for (const { kind, id } of removed) {
    await sql.query('update log set body = null where dataset = $1 and kind = $2 and id = $3', [
      dataset,
      kind,
      id,
    ]);
  }
  if (removed.length > 0) await makeSnapshot(sql, dataset, rev, now.toISOString());
  return removed.length > 0;
}

/** Deletes files that were retired up to `until`. */
async function sweep(sql: Sql, dataset: string, until: Date): Promise<void> {
  await sql.query('delete from published_file where dataset = $1 and retired_at <= $2', [
    dataset,
    until.toISOString(),
  ]);
}
