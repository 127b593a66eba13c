/** What the bench runs in a page of a real browser: fills the cache and the peers' stores; starts fresh workers. */
import Dexie from 'dexie';
import MiniSearch from 'minisearch';
import type { Person } from '@/lib/ledger/records';
import { readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore } from '@/lib/storage/cache-writer';
import { CurrentCache } from '@/lib/storage/current-cache';
import { markNames } from '@/lib/storage/look-up-index';
import { NAMES_KEYING } from '@/lib/storage/names-keying';
import { ownConnection } from '@/lib/storage/own';
import { lookUpLedger, typedQueries } from './_lookup-ledger';
import { DEXIE_SCHEMA, DEXIE_STORE, MINI_OPTIONS, namesOf, TODAY } from './_lookup-peers';

const BATCH = 20_000;
const QUERIES = 48;

/** Times of filling and building, and what the indexes weigh. */
export interface Filled {
  readonly buildMs: number;
  readonly bytes: number;
  readonly miniBuildMs: number;
  readonly miniBytes: number;
  readonly dexieMs: number;
  readonly queries: readonly string[];
}

/** Bytes of the index as it is stored. */
function weigh(index: object): number {
  return Object.values(index).reduce((sum: number, part: unknown) => {
    if (ArrayBuffer.isView(part)) return sum + part.byteLength;
    return sum + (typeof part === 'string' ? part.length : 0);
  }, 0);
}

async function fillOwn(ledger: ReturnType<typeof lookUpLedger>) {
  const own = ownConnection();
  const current = new CurrentCache();
  const writer = await new CacheStore(own, current, NAMES_KEYING).filling({
    dataset: 'bench',
    epoch: 'e',
    snapshot: 's',
  });
  // Straight into the tables: what a sync costs is another bench's matter.
  const db = new CacheDb(writer.pointer.name);
  for (const kind of ['areas', 'persons', 'posts', 'memberships'] as const)
    for (let at = 0; at < ledger[kind].length; at += BATCH)
      await db.table(kind).bulkPut(ledger[kind].slice(at, at + BATCH));
  await markNames(db, 'bench');
  db.close();
  await new CacheStore(own, current, NAMES_KEYING).flip(writer);
  writer.close();
  const reader = readerOf(own, current);
  const start = performance.now();
  await reader.refreshLookUp(TODAY);
  const buildMs = performance.now() - start;
  const index = await reader.lookUpIndex(TODAY);
  if (index === null) throw new Error('no index was made');
  return { buildMs, bytes: weigh(index) };
}

async function fillPeers(persons: readonly Person[]) {
  const mini = new MiniSearch(MINI_OPTIONS);
  const start = performance.now();
  mini.addAll(persons.map((person) => ({ id: person.id, names: namesOf(person).join(' ') })));
  const json = JSON.stringify(mini);
  const miniBuildMs = performance.now() - start;
  const db = new Dexie(DEXIE_STORE);
  db.version(1).stores(DEXIE_SCHEMA);
  const began = performance.now();
  for (let at = 0; at < persons.length; at += BATCH)
    await db
      .table('persons')
      .bulkPut(persons.slice(at, at + BATCH).map((one) => ({ ...one, words: namesOf(one) })));
  const dexieMs = performance.now() - began;
  await db.table('mini').put({ key: 'json', json });
  db.close();
  return { miniBuildMs, miniBytes: new TextEncoder().encode(json).length, dexieMs };
}

async function fill(officials: number): Promise<Filled> {
  const ledger = lookUpLedger(officials);
  return {
    ...(await fillOwn(ledger)),
    ...(await fillPeers(ledger.persons)),
    queries: typedQueries(ledger, QUERIES),
  };
}

/** Where a filled profile keeps what filling it has cost. */
const FILLED = 'filled';

/** What is in the databases of this profile; they are filled first where it is a new one. */
async function filled(officials: number): Promise<Filled> {
  const kept = localStorage.getItem(FILLED);
  // Only the line below writes it.
  if (kept !== null) return JSON.parse(kept) as Filled;
  const now = await fill(officials);
  localStorage.setItem(FILLED, JSON.stringify(now));
  return now;
}

/** Asks a fresh worker; see `_lookup-worker.ts`. */
async function ask(question: unknown): Promise<unknown> {
  const worker = new Worker('/worker.js');
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(question);
  try {
    return await answer;
  } finally {
    worker.terminate();
  }
}

Object.assign(globalThis, { uadeLookUp: { filled, ask } });
