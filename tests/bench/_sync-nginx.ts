import { importFolder } from '@/tracker/records/import-folder';
import { openStore } from '@/tracker/store/open';
import { folder, harnessOn, placed, pledge, tempDir } from '../tracker/harness';
import { sync } from '../tracker/reader';
import { serve } from '../tracker/served';
import { guideBlock, startNginx } from './_nginx';
import type { BenchRow } from './_row';

/** Readers who begin with nothing, and how often each polls afterwards. */
const READERS = 100;
const POLLS = 20;
const GOAL = 0.01;

interface Load {
  readonly asked: number;
  readonly origin: number;
}

/** Requests for published files that the tracker itself has answered. */
async function answeredBy(tracker: string): Promise<number> {
  const metrics = await (await fetch(`${tracker}/metrics`)).text();
  const counts = metrics.matchAll(/^uade_requests_total\{route="\/v1\/:ds\/.*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, n]) => sum + Number(n), 0);
}

/** Readers who sync and poll at an address while an editor changes something now and then. */
async function read(
  at: string,
  tracker: string,
  change: (n: number) => Promise<void>,
): Promise<Load> {
  const key = (await (await fetch(`${tracker}/v1/tt/key.json`)).json()) as {
    keys: { public: string }[];
  };
  const before = await answeredBy(tracker);
  let asked = 0;
  const get = async (file: string) => {
    asked += 1;
    const response = await fetch(`${at}/v1/tt/${file}`);
    if (!response.ok) throw new Error(`${response.status}: ${file}`);
    return await response.text();
  };
  for (let reader = 0; reader < READERS; reader += 1) {
    if (reader % 25 === 24) await change(reader);
    await sync(get, key.keys[0]?.public ?? '', 'fresh');
    for (let poll = 0; poll < POLLS; poll += 1) await get('head.json');
  }
  return { asked, origin: (await answeredBy(tracker)) - before };
}

/** Readers' requests that reach the tracker behind nginx as the operator's guide sets it up. */
export async function throughNginx(url: string): Promise<BenchRow> {
  const store = await openStore({ databaseUrl: url });
  await harnessOn(store, {});
  const served = await serve(['--data', tempDir()], { DATABASE_URL: url });
  const nginx = await startNginx(guideBlock(1), { 'http://127.0.0.1:8787': served.url });
  const change = async (n: number) => {
    await importFolder(store, folder([placed('promise', { ...pledge, id: `promise-${n}` })]));
  };
  try {
    const ours = await read(nginx.url, served.url, change);
    const peer = await read(served.url, served.url, change);
    const share = ours.origin / ours.asked;
    return {
      row: `requests that reach the tracker through nginx, of ${ours.asked} (peer: without nginx)`,
      ours: ours.origin,
      peer: peer.origin,
      ratio: share,
      goal: `< ${GOAL * 100} %`,
      unit: 'requests',
      n: READERS,
      ok: share < GOAL && peer.origin === peer.asked,
    };
  } finally {
    await nginx.stop();
    await served.stop();
    await store.close();
  }
}
