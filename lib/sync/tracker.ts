import type { Connection } from '@/lib/storage/connection';
import type { OwnDb } from '@/lib/storage/own-db';
import { parseTrackerKeys } from '@/lib/wire/head';
import { jsonOf } from './bytes';
import { SyncFailure } from './ends';
import { fetchBytes } from './fetch-bytes';
import type { TrustedKey } from './read-head';
import type { World } from './world';

/** Which tracker a build talks to. */
export interface Tracker {
  /** `https://host`, no slash at the end. */
  readonly origin: string;
  /** Null: the first that the tracker names. */
  readonly dataset: string | null;
  /**
   * Keys shipped with the build; `firstSeen`: development only, the key that the tracker shows at the first
   * contact is kept, and another one is refused afterwards.
   */
  readonly keys: readonly TrustedKey[] | 'firstSeen';
}

const SMALL_FILE_BYTES = 65_536;
const DATASET = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** Address of a data set's files, with a slash at the end. */
export function baseOf(origin: string, dataset: string): string {
  return `${origin}/v1/${dataset}/`;
}

/** Names in `{datasets: [{dataset}]}`. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('datasets' in value)) return [];
  const list: readonly unknown[] = Array.isArray(value.datasets) ? value.datasets : [];
  return list
    .map((one) => (typeof one === 'object' && one !== null && 'dataset' in one ? one.dataset : ''))
    .filter((name): name is string => typeof name === 'string' && DATASET.test(name));
}

/** The data set to follow: the build's, else the first that the tracker's `/health` names. */
export async function datasetOf(world: World, tracker: Tracker): Promise<string> {
  if (tracker.dataset !== null) return tracker.dataset;
  const url = `${tracker.origin}/health`;
  const { bytes } = await fetchBytes(world, { url, maxBytes: SMALL_FILE_BYTES, isFresh: true });
  const [first] = namesIn(jsonOf(bytes));
  if (first === undefined) throw new SyncFailure('parse', 'the tracker names no data set');
  return first;
}

/** The keys that may sign heads of a data set; those of a first contact are kept by `keepKeys`. */
export async function keysOf(
  world: World,
  own: Connection<OwnDb>,
  tracker: Tracker,
  dataset: string,
): Promise<readonly TrustedKey[]> {
  if (tracker.keys !== 'firstSeen') return tracker.keys;
  const { origin } = tracker;
  const pinned = await own.run((db) => db.read('pinned'));
  if (pinned?.origin === origin && pinned.dataset === dataset) return pinned.keys;
  const url = `${baseOf(origin, dataset)}key.json`;
  const { bytes } = await fetchBytes(world, { url, maxBytes: SMALL_FILE_BYTES, isFresh: true });
  const parsed = parseTrackerKeys(jsonOf(bytes));
  if (!parsed.ok) throw new SyncFailure('parse', `key.json: ${parsed.field}`);
  return parsed.value.keys;
}

/**
 * Keeps the keys of a first contact. Called only after they have proved a head: a garbled key kept at once
 * would refuse every good head afterwards.
 */
export async function keepKeys(
  own: Connection<OwnDb>,
  { origin, keys }: Tracker,
  { dataset, keys: seen }: { readonly dataset: string; readonly keys: readonly TrustedKey[] },
): Promise<void> {
  if (keys === 'firstSeen')
    await own.run((db) => db.keep('pinned', { origin, dataset, keys: seen }));
}
