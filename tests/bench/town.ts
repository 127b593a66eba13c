import fs from 'node:fs';
import path from 'node:path';
import { uuidV7 } from '@/lib/storage/uuid';
import { makeToken } from '@/tracker/clips/tokens';
import { openSigner } from '@/tracker/publish/keys';
import { openStore } from '@/tracker/store/open';
import { startPostgres } from '../../scripts/postgres.mjs';
import { clipBody, tempDir } from '../tracker/harness';
import { newDatabaseAt } from '../tracker/new-database';
import { sync } from '../tracker/reader';
import { putClip, serve } from '../tracker/served';
import type { BenchRow } from './_row';
import { bytesOf, peakBytes, smallServer } from './_small-server';
import { command, PAGES, publicKey, row, type Town, textOf } from './_town';
import { back, offline, restored, upgraded } from './_town-moves';
import { liveFiveYears } from './_town-years';

const MEMORY_GOAL_MB = 300;
const DISK_GOAL_MB = 2_000;
const BACKUPS_KEPT = 14;
const MB = 2 ** 20;
/** Five years in minutes write more at once than a town ever does: the log of writes is kept as it would be. */
const SLOW_LOG = 'max_wal_size=128MB';
const READERS = 10;

interface Hour {
  readonly clipper: string;
  readonly editor: string;
}

const CLIPS_AN_HOUR = 20;

/** All kinds of pages in three languages, a reader from nothing, clips, an editor who accepts one. */
async function hour(town: Town, url: string, { clipper, editor }: Hour): Promise<void> {
  for (const lang of ['ru', 'kk', 'en']) {
    for (const page of PAGES) await textOf(`${url}/${lang}/${page}`);
  }
  const get = (file: string) => textOf(`${url}/v1/tt/${file}`);
  await sync(get, publicKey(town), 'fresh');
  for (let clip = 0; clip < CLIPS_AN_HOUR; clip += 1) {
    const body = { ...clipBody, personId: 'person-3-3', postId: 'akim-3' };
    const sent = await putClip(
      url,
      uuidV7(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
      clipper,
      body,
    );
    if (sent.status !== 201) throw new Error(`${sent.status}: ${await sent.text()}`);
  }
  const headers = { authorization: `Bearer ${editor}` };
  const queue = await fetch(`${url}/v1/review/queue`, { headers });
  const { clips } = (await queue.json()) as { clips: { id: string }[] };
  await fetch(`${url}/v1/review/clips/${clips[0]?.id}/accept`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ namesNoPrivatePerson: true }),
  });
}

/** A day on the small server: pages, readers from nothing, clips, the queue, an editor, a backup. */
async function day(town: Town): Promise<BenchRow> {
  const store = await openStore({ databaseUrl: town.url });
  const token = (scope: 'clip' | 'review') =>
    makeToken(store, scope, { invited: true, day: '2026-11-29' });
  const [clipper, editor] = [await token('clip'), await token('review')];
  await store.close();
  const today = tempDir();
  const env = { DATABASE_URL: town.url, UADE_BACKUP_TO: today, UADE_PUBLISH_TO: town.site };
  const served = await serve(['--data', town.data], env, (pid) => town.server.take(pid));
  let peak = 0;
  try {
    for (let n = 0; n < READERS; n += 1) await hour(town, served.url, { clipper, editor });
    while (!fs.readdirSync(today).some((name) => name.endsWith('.gz'))) {
      await new Promise((done) => setTimeout(done, 500));
    }
    peak = peakBytes(served.child.pid) / MB;
  } finally {
    await served.stop();
  }
  return row({
    row: `five years, ${town.server.words}: most memory of the tracker in a day of pages, syncs, clips, review, backup`,
    ours: Math.round(peak),
    goal: `<= ${MEMORY_GOAL_MB}`,
    unit: 'MB',
    n: READERS,
    ok: peak <= MEMORY_GOAL_MB,
  });
}

function disk(town: Town): BenchRow {
  const database = bytesOf(town.postgres.data);
  const backups = bytesOf(town.backups) * BACKUPS_KEPT;
  const site = bytesOf(town.site) + bytesOf(town.data);
  const sum = (database + backups + site) / MB;
  const mb = (bytes: number) => Math.round(bytes / MB);
  return row({
    row: `the same: disk (database ${mb(database)}, ${BACKUPS_KEPT} backups ${mb(backups)}, published files ${mb(site)})`,
    ours: Math.round(sum),
    goal: `<= ${DISK_GOAL_MB}`,
    unit: 'MB',
    ok: sum <= DISK_GOAL_MB,
  });
}

/** Five years of a small town on a small server; takes about a quarter of an hour. */
export async function run(): Promise<BenchRow[]> {
  const server = smallServer();
  const postgres = await startPostgres({ settings: [SLOW_LOG] });
  try {
    server.take(postgres.pid);
    const url = await newDatabaseAt(postgres.url);
    const data = tempDir();
    const store = await openStore({ databaseUrl: url });
    const lived = await liveFiveYears(store, await openSigner(`${data}/keys`));
    await store.close();
    const town: Town = {
      server,
      postgres,
      url,
      data,
      site: tempDir(),
      backups: tempDir(),
      ...lived,
    };
    await command(town, ['backup', path.join(town.backups, 'last-night.ndjson.gz')], url);
    // nginx reads the site under another user.
    fs.chmodSync(town.site, 0o755);
    const rows: BenchRow[] = [];
    for (const part of [day, disk, restored, upgraded, offline, back]) {
      rows.push(await part(town));
      // Each takes minutes: what is known is said.
      console.log(JSON.stringify(rows.at(-1)));
    }
    return rows;
  } finally {
    await postgres.stop();
    server.close();
  }
}
