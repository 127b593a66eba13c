import type { Kind } from '@/lib/ledger/records';
import {
  closeBundle,
  type Hanging,
  type HangingKind,
  isHanging,
  moveHanging,
  type OpenBundle,
  openBundle,
  promiseOf,
} from './bundle';
import type { BundleRow, CacheDb } from './cache-db';
import { type CacheChange, type ChangeOf, changesOf, placeOf } from './change';
import { indexPages, type PageOfPost } from './page-index';
import type { Places } from './places';

type HangingChange = ChangeOf<HangingKind>;

/** Where a promise's company waits that came before the promise. */
export function waitingKey(promiseId: string): string {
  return `?${promiseId}`;
}

/** The bundle that a promise is in, or would wait in. */
function bundleOf(promiseId: string, places: Places): string {
  return places.get('promise', promiseId)?.parent ?? waitingKey(promiseId);
}

/** The bundle in which a promise, or what waits for it, is now; null when there is neither. */
function homeOf(promiseId: string, places: Places): string | null {
  const place = places.get('promise', promiseId);
  if (place !== null) return place.parent;
  return places.isAwaited(promiseId) ? waitingKey(promiseId) : null;
}

function hangingChanges(changes: readonly CacheChange[]): readonly HangingChange[] {
  return changes.filter((change): change is HangingChange => isHanging(change.t));
}

/** All bundles that the changes touch; `places` are those before the changes. */
function touchedKeys(changes: readonly CacheChange[], places: Places): Set<string> {
  const keys = new Set<string>();
  const promises = changesOf(changes, 'promise');
  for (const { id, d } of promises) {
    keys.add(d?.postId ?? waitingKey(id));
    const home = homeOf(id, places);
    if (home !== null) keys.add(home);
  }
  const changed = new Map(promises.map(({ id, d }) => [id, d?.postId ?? waitingKey(id)] as const));
  for (const { t, id, d } of hangingChanges(changes)) {
    for (const promiseId of [places.get(t, id)?.parent, d === null ? undefined : promiseOf(d)]) {
      if (promiseId === undefined) continue;
      keys.add(bundleOf(promiseId, places));
      keys.add(changed.get(promiseId) ?? bundleOf(promiseId, places));
    }
  }
  return keys;
}

class OpenBundles {
  readonly #open = new Map<string, OpenBundle>();

  constructor(keys: readonly string[], rows: readonly (BundleRow | undefined)[]) {
    for (const [index, key] of keys.entries()) this.#open.set(key, openBundle(rows[index]));
  }

  at(key: string): OpenBundle {
    const found = this.#open.get(key);
    if (found === undefined) throw new Error(`bundle ${key} was not read before its change`);
    return found;
  }

  /** True when something is in it. */
  isInUse(key: string): boolean {
    return closeBundle(key, this.at(key)) !== null;
  }

  rows(): { readonly put: BundleRow[]; readonly gone: string[] } {
    const put: BundleRow[] = [];
    const gone: string[] = [];
    for (const [key, bundle] of this.#open) {
      const row = closeBundle(key, bundle);
      if (row === null) gone.push(key);
      else put.push(row);
    }
    return { put, gone };
  }
}

/** The page of a promise, unless the index has it already: of one that stays with its page and its office. */
function newPage(
  { id, d }: ChangeOf<'promise'>,
  bundles: OpenBundles,
  places: Places,
): readonly PageOfPost[] {
  if (d === null) return [];
  const { postId, source } = d;
  const before = homeOf(id, places) === postId ? bundles.at(postId).promise.get(id) : undefined;
  return before?.source.url === source.url ? [] : [{ url: source.url, postId }];
}

/** Promises first, so that what hangs on them finds its bundle in the same pass. */
function changePromises(bundles: OpenBundles, changes: readonly CacheChange[], places: Places) {
  for (const change of changesOf(changes, 'promise')) {
    const { id, d } = change;
    const from = homeOf(id, places);
    const to = d?.postId ?? waitingKey(id);
    if (from !== null) bundles.at(from).promise.delete(id);
    if (from !== null && from !== to) moveHanging(id, bundles.at(from), bundles.at(to));
    if (d !== null) bundles.at(to).promise.set(id, d);
    places.set('promise', id, d && placeOf(change, d.postId));
    places.setAwaited(id, d === null && bundles.isInUse(to));
  }
}

function changeHanging(bundles: OpenBundles, changes: readonly CacheChange[], places: Places) {
  for (const change of hangingChanges(changes)) {
    const { t, id } = change;
    // All four kinds hang on a promise in the same way; the union's tag says which map takes them.
    const d: Hanging | null = change.d;
    const before = places.get(t, id);
    if (before !== null) bundles.at(bundleOf(before.parent, places)).hanging[t].delete(id);
    if (d === null) {
      places.set(t, id, null);
      continue;
    }
    const promiseId = promiseOf(d);
    bundles.at(bundleOf(promiseId, places)).hanging[t].set(id, d);
    places.setAwaited(promiseId, places.get('promise', promiseId) === null);
    places.set(t, id, placeOf(change, promiseId));
  }
}

/** True for a kind that lives in bundles. */
export function isBundled(kind: Kind): boolean {
  return kind === 'promise' || isHanging(kind);
}

/** From this many on, the names of all rows are read to see which are there: most of a first sync's are not. */
const MANY = 500;

/** The rows of bundles; undefined where there is none. */
async function present(
  db: CacheDb,
  keys: readonly string[],
): Promise<readonly (BundleRow | undefined)[]> {
  if (keys.length < MANY) return await db.bundles.bulkGet([...keys]);
  const all = new Set(await db.bundles.toCollection().primaryKeys());
  const there = keys.filter((key) => all.has(key));
  const rows = there.length === 0 ? [] : await db.bundles.bulkGet(there);
  const byKey = new Map(there.map((key, index) => [key, rows[index]] as const));
  return keys.map((key) => byKey.get(key));
}

/** Applies the changes of promises and what hangs on them. Runs inside the caller's transaction. */
export async function applyBundles(
  db: CacheDb,
  changes: readonly CacheChange[],
  places: Places,
): Promise<void> {
  const bundled = changes.filter(({ t }) => isBundled(t));
  if (bundled.length === 0) return;
  const keys = [...touchedKeys(bundled, places)];
  const bundles = new OpenBundles(keys, await present(db, keys));
  const pages = changesOf(bundled, 'promise').flatMap((change) => newPage(change, bundles, places));
  changePromises(bundles, bundled, places);
  changeHanging(bundles, bundled, places);
  const { put, gone } = bundles.rows();
  await db.bundles.bulkPut(put);
  if (gone.length > 0) await db.bundles.bulkDelete(gone);
  if (pages.length > 0) await indexPages(db, pages);
}
