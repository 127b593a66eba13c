import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { deltaPlan, fullPlan, type PlannedFile } from '@/lib/sync/plan';
import { parseManifest } from '@/lib/wire/head';
import { restoreBackup } from '@/tracker/backup/restore';
import { openFirstSchema } from '../tracker/first-schema';
import { tempDir } from '../tracker/harness';
import { newDatabaseAt } from '../tracker/new-database';
import { readFile, readHead, sync } from '../tracker/reader';
import { guideBlock, startNginx } from './_nginx';
import type { BenchRow } from './_row';
import { command, PAGES, publicKey, row, type Town, textOf } from './_town';

const RESTORE_GOAL_S = 300;

const lastBackup = ({ backups }: Town) => path.join(backups, fs.readdirSync(backups)[0] ?? '');

/** Last night's backup into an empty database. */
export async function restored(town: Town): Promise<BenchRow> {
  const url = await newDatabaseAt(town.postgres.url);
  const seconds = await command(town, ['restore', lastBackup(town)], url);
  const whole = await bare(url);
  return row({
    row: `the same: last night's backup put back by one command (${fs.statSync(lastBackup(town)).size >> 20} MB): rows ${whole}`,
    ours: Math.round(seconds),
    goal: `<= ${RESTORE_GOAL_S}`,
    unit: 's',
    ok: seconds <= RESTORE_GOAL_S && whole.startsWith(`${town.records} + ${town.clips} +`),
  });
}

/** From schema 1 to the newest by a start, and back by a backup: everything is there at both ends. */
export async function upgraded(town: Town): Promise<BenchRow> {
  const url = await newDatabaseAt(town.postgres.url);
  const first = await openFirstSchema(url);
  await restoreBackup(first, lastBackup(town));
  await first.close();
  const before = await bare(url);
  const began = performance.now();
  const file = path.join(tempDir(), 'upgraded.gz');
  await command(town, ['backup', file], url);
  const seconds = (performance.now() - began) / 1_000;
  const after = await bare(url);
  const backUrl = await newDatabaseAt(town.postgres.url);
  const back = await openFirstSchema(backUrl);
  await restoreBackup(back, file);
  await back.close();
  const again = await bare(backUrl);
  return row({
    row: `the same: upgrade from schema 1 with a backup, and back: rows before ${before}, after ${after}, back ${again}`,
    ours: Math.round(seconds),
    goal: 'the same rows',
    unit: 's',
    ok: before === after && after === again,
  });
}

/** Row counts without bringing the schema up to date. */
async function bare(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // One row: the parts of a union come in any order.
  const { rows } = await client.query<{ counts: string }>(
    `select concat_ws(' + ', (select count(*) from record), (select count(*) from clip),
       (select count(*) from decision), (select count(*) from token)) as counts`,
  );
  await client.end();
  return rows[0]?.counts ?? '';
}

/** Everything is read from a folder by nginx as the guide sets it up, the tracker being off. */
export async function offline(town: Town): Promise<BenchRow> {
  await command(town, ['publish', '--to', town.site], town.url);
  const nginx = await startNginx(guideBlock(0), { '/srv/uade': town.site });
  try {
    const get = async (file: string) => await textOf(`${nginx.url}/v1/tt/${file}`);
    const { rows } = await sync(get, publicKey(town), 'fresh');
    const [records] = (await bare(town.url)).split(' ');
    let pages = 0;
    for (const page of PAGES) pages += (await textOf(`${nginx.url}/ru/${page}`)).length > 0 ? 1 : 0;
    return row({
      row: `the same: records read through nginx with the tracker off, of ${records}; pages ${pages} of ${PAGES.length}`,
      ours: rows.size,
      goal: 'all',
      unit: 'records',
      ok: `${rows.size}` === records && pages === PAGES.length,
    });
  } finally {
    await nginx.stop();
  }
}

const bytesOf = (plan: readonly PlannedFile[]): number =>
  plan.reduce((sum, { ref }) => sum + (ref?.bytes ?? 0), 0);

/** A reader who was a year away fetches what has changed, and a new one everything. Of the folder that `offline` wrote. */
export async function back(town: Town): Promise<BenchRow> {
  const get = async (file: string) =>
    fs.readFileSync(path.join(town.site, 'v1/tt', file)).toString();
  const head = await readHead(get, publicKey(town));
  const manifest = parseManifest(JSON.parse(await readFile(get, head.manifest)));
  if (!manifest.ok) throw new Error(`${manifest.field}: expected ${manifest.expected}`);
  const delta = deltaPlan(manifest.value, town.yearAgo);
  const ours = delta === null ? Number.POSITIVE_INFINITY : bytesOf(delta);
  const peer = bytesOf(fullPlan(manifest.value));
  return row({
    row: `the same: fetched by a reader back after a year, in ${delta?.length ?? 0} files (peer: by a new one)`,
    ours,
    peer,
    ratio: ours / peer,
    goal: '< a fresh snapshot',
    unit: 'bytes',
    ok: ours < peer,
  });
}
