import Dexie, { type Table } from 'dexie';
import { HANGING } from '@/lib/storage/bundle';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore } from '@/lib/storage/cache-writer';
import { CurrentCache } from '@/lib/storage/current-cache';
import { bundleKeys, bundlesAt } from '@/lib/storage/fresh';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { fromOneByteJson, oneByteJson } from '@/lib/storage/one-byte';
import { ownConnection } from '@/lib/storage/own';
import { putPacked, recordsAfter } from '@/lib/storage/packs';
import type { TrustedKey } from '@/lib/sync/read-head';
import { syncNow } from '@/lib/sync/sync';

/** The extension's reader in a worker that stands still where it is told to, and what it holds; and a control. */

interface Place {
  readonly origin: string;
  readonly keys: readonly TrustedKey[];
  /** Rows of one transaction. */
  readonly batchRows: number;
  /** The step, by number, at which this worker stands still until it is killed; null: none. */
  readonly stopAt: number | null;
  /** How far the device's clock is ahead, in milliseconds. */
  readonly aheadMs: number;
}

export type ReaderQuestion =
  | ({ readonly ask: 'sync' | 'control' } & Place)
  | { readonly ask: 'rows' | 'controlRows' }
  | { readonly ask: 'harm'; readonly how: Harm };

/** What is done to the cache behind the reader's back. */
export type Harm = 'lost' | 'altered' | 'bundle';

/** A record that is held, by `kind/id`. */
export type HeldRow = readonly [name: string, record: unknown];

const own = ownConnection();

/** Stands still for ever at the wanted step. */
function stopping(stopAt: number | null): (step: string) => Promise<void> {
  let nth = 0;
  return async (step) => {
    nth += 1;
    if (nth !== stopAt) return;
    postMessage({ stopped: step });
    await new Promise<never>(() => {});
  };
}

async function sync({ origin, keys, batchRows, stopAt, aheadMs }: Place) {
  const current = new CurrentCache();
  const end = await syncNow(
    {
      world: {
        fetch: (input, init) => fetch(input, init),
        now: () => Date.now() + aheadMs,
        random: Math.random,
      },
      own,
      store: new CacheStore(own, current, NAMES_KEYING),
      tracker: { origin, dataset: 'kz', keys },
      clientVersion: '0.1.0',
      batchRows,
      alone: async (work) =>
        await navigator.locks.request('uade-sync', { ifAvailable: true }, async (lock) =>
          lock === null ? null : await work(),
        ),
      onStep: stopping(stopAt),
    },
    { isAsked: true },
  );
  const record = await own.run((db) => db.read('sync'));
  return { end, detail: record?.detail ?? null };
}

/** Calls back with the database in use; null while there is none. */
async function inUse<T>(work: (db: CacheDb) => Promise<T>): Promise<T | null> {
  const pointer = await own.run((db) => db.read('cache'));
  if (pointer === null) return null;
  const db = new CacheDb(pointer.name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const TABLES = [
  ['person', 'persons'],
  ['post', 'posts'],
  ['membership', 'memberships'],
] as const;
const ALL = 1e6;

async function rows(): Promise<readonly HeldRow[] | null> {
  return await inUse(async (db) => {
    const held: HeldRow[] = [];
    for (const area of await db.areas.toArray()) held.push([`area/${area.id}`, area]);
    for (const [kind, table] of TABLES)
      for (const record of (await recordsAfter(db, table, null, ALL)).rows)
        held.push([`${kind}/${record.id}`, record]);
    for (const bundle of await bundlesAt(db, await bundleKeys(db))) {
      for (const kind of ['promise', ...HANGING] as const)
        for (const record of bundle[kind]) held.push([`${kind}/${record.id}`, record]);
    }
    return held;
  });
}

async function harm(how: Harm): Promise<void> {
  await inUse(async (db) => {
    const [first] = (await recordsAfter(db, 'persons', null, 1)).rows;
    if (first === undefined) throw new Error('nothing to harm');
    const put = (d: object | null) =>
      db.transaction('rw', db.persons, () =>
        putPacked(db, 'persons', [{ id: first.id, d }], () => true),
      );
    if (how === 'lost') await put(null);
    if (how === 'altered') await put({ ...first, gender: 'female' });
    if (how === 'bundle') {
      const row = await db.bundles.toCollection().first();
      const [piece, ...others] = row?.pieces ?? [];
      const text = piece === undefined ? '' : JSON.stringify(fromOneByteJson(piece));
      const altered = text.replace('дорог', 'порог');
      if (row === undefined || text === altered) throw new Error('no road');
      await db.bundles.put({ ...row, pieces: [oneByteJson(JSON.parse(altered)), ...others] });
    }
  });
}

/** The control's store: rows as they came, and how many files are said to be in. */
class ControlDb extends Dexie {
  declare rows: Table<{ readonly name: string; readonly record: unknown }, string>;
  declare cursor: Table<{ readonly key: 'files'; readonly files: number }, string>;

  constructor() {
    super('control');
    this.version(1).stores({ rows: 'name', cursor: 'key' });
  }
}

/** The control: a cursor of its own transaction, written before the rows that it speaks of. */
async function control({ origin, stopAt }: Place) {
  const base = `${origin}/v1/kz/`;
  const json = async (path: string) => (await (await fetch(base + path)).json()) as unknown;
  const { body } = (await json('head.json')) as { readonly body: string };
  const { manifest } = JSON.parse(body) as { readonly manifest: { readonly path: string } };
  const { snapshot } = (await json(manifest.path)) as {
    readonly snapshot: { readonly parts: readonly { readonly path: string }[] };
  };
  const step = stopping(stopAt);
  const db = new ControlDb();
  const { files } = (await db.cursor.get('files')) ?? { files: 0 };
  for (const [at, { path }] of snapshot.parts.entries()) {
    if (at < files) continue;
    const lines = (await (await fetch(base + path)).text()).split('\n').filter(Boolean);
    await step('fetched');
    await db.cursor.put({ key: 'files', files: at + 1 });
    await step('cursor');
    await db.rows.bulkPut(
      lines.map((line) => {
        const { t, id, d } = JSON.parse(line) as { t: string; id: string; d: unknown };
        return { name: `${t}/${id}`, record: d };
      }),
    );
    await step('applied');
  }
  return { end: 'success', detail: null };
}

async function controlRows(): Promise<readonly HeldRow[]> {
  const held = await new ControlDb().rows.toArray();
  return held.map(({ name, record }) => [name, record] as const);
}

async function answer(question: ReaderQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'sync':
      return await sync(question);
    case 'control':
      return await control(question);
    case 'rows':
      return await rows();
    case 'controlRows':
      return await controlRows();
    case 'harm':
      return await harm(question.how);
  }
}

addEventListener('message', ({ data }: MessageEvent<ReaderQuestion>) => {
  answer(data).then(
    (value) => postMessage({ value }),
    (error: unknown) => postMessage({ value: { end: 'threw', detail: String(error) } }),
  );
});
