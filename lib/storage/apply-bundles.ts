import type { Kind } from '@/lib/ledger/records';
import {
  closeBundle,
  type Hanging,
  type HangingKind,
  isEmptyBundle,
  isHanging,
  moveHanging,
  type OpenBundle,
  openBundle,
  promiseOf,
} from './bundle';
import { deleteBundles, putBundles, wholeRows } from './bundle-rows';
import type { BundleRow, CacheDb } from './cache-db';
import { type CacheChange, type ChangeOf, changesOf, placeOf } from './change';
import { openOver } from './fresh';
import { indexPages, type PageOfPost } from './page-index';
import type { Places } from './places';

type HangingChange = ChangeOf<HangingKind>;

/** Where a promise's company waits that came before the promise. */
function waitingKey(promiseId: string): string {
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

/** The browser does what it is asked in turn, for all databases: a look-up waits for no more rows than these. */
const PUT_AT_ONCE = 250;

class OpenBundles {
  readonly #open = new Map<string, OpenBundle>();

  readonly #isFresh: boolean;

  /** `isFresh`: what is changed here is laid over bundles that stay as they are. */
  constructor(open: Iterable<readonly [key: string, bundle: OpenBundle]>, isFresh: boolean) {
    for (const [key, bundle] of open) this.#open.set(key, bundle);
    this.#isFresh = isFresh;
  }

  at(key: string): OpenBundle {
    const found = this.#open.get(key);
    if (found === undefined) throw new Error(`bundle ${key} was not read before its change`);
    return found;
  }

  /** Takes a record that hangs on a promise out of a bundle. */
  drop(key: string, kind: HangingKind, id: string): void {
    const { hanging, gone } = this.at(key);
    hanging[kind].delete(id);
    const isKnown = gone.some(([of, one]) => of === kind && one === id);
    if (this.#isFresh && !isKnown) gone.push([kind, id]);
  }

  /** True when something is in it. */
  isInUse(key: string): boolean {
    return !isEmptyBundle(this.at(key));
  }

  /** Writes all of them, some at a time. */
  async write(db: CacheDb): Promise<void> {
    const open = [...this.#open];
    for (let at = 0; at < open.length; at += PUT_AT_ONCE) {
      const put: BundleRow[] = [];
      const gone: { readonly key: string; readonly more: number }[] = [];
      for (const [key, bundle] of open.slice(at, at + PUT_AT_ONCE)) {
        const row = closeBundle(key, bundle);
        if (row === null) gone.push({ key, more: bundle.more });
        else put.push(row);
      }
      if (this.#isFresh) {
        await db.fresh.bulkPut(put);
        await db.fresh.bulkDelete(gone.map(({ key }) => key));
      } else {
        await putBundles(db, put);
        await deleteBundles(db, gone);
      }
    }
  }
}

function pageOf({ d }: ChangeOf<'promise'>): readonly PageOfPost[] {
  return d === null ? [] : [{ url: d.source.url, postId: d.postId }];
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
    if (before !== null) bundles.drop(bundleOf(before.parent, places), t, id);
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

/** The rows of a table of bundles; those that are not there are missing. */
async function present(
  table: CacheDb['bundles'],
  keys: readonly string[],
): Promise<readonly BundleRow[]> {
  const all = keys.length < MANY ? null : new Set(await table.toCollection().primaryKeys());
  const there = all === null ? keys : keys.filter((key) => all.has(key));
  const rows = there.length === 0 ? [] : await table.bulkGet([...there]);
  return rows.filter((row) => row !== undefined);
}

/** Whether all changes leave promises, and what hangs on them, in the office in which they are or come to one. */
function isOfOneOffice(changes: readonly CacheChange[], places: Places): boolean {
  const changed = new Map(
    changesOf(changes, 'promise').map(({ id, d }) => [id, d?.postId] as const),
  );
  const officeOf = (id: string) => changed.get(id) ?? places.get('promise', id)?.parent;
  const isPromiseSo = changesOf(changes, 'promise').every(
    ({ id, d }) => d !== null && (homeOf(id, places) ?? d.postId) === d.postId,
  );
  return (
    isPromiseSo &&
    hangingChanges(changes).every(({ t, id, d }) => {
      const before = places.get(t, id)?.parent;
      const offices = [
        ...(before === undefined ? [] : [officeOf(before)]),
        ...(d === null ? [] : [officeOf(promiseOf(d))]),
      ];
      return !offices.includes(undefined) && new Set(offices).size < 2;
    })
  );
}

/**
 * Applies the changes of promises and what hangs on them. `isBeside`: they may be laid over the bundles (see
 * `fresh.ts`). Runs inside the caller's transaction.
 */
export async function applyBundles(
  db: CacheDb,
  changes: readonly CacheChange[],
  places: Places,
  isBeside: boolean,
): Promise<void> {
  const bundled = changes.filter(({ t }) => isBundled(t));
  if (bundled.length === 0) return;
  const keys = [...touchedKeys(bundled, places)];
  const isFresh = isBeside && isOfOneOffice(bundled, places);
  const over = new Map((await present(db.fresh, keys)).map((row) => [row.key, row] as const));
  const rows = isFresh ? over : await wholeRows(db, await present(db.bundles, keys));
  const open = (key: string) =>
    isFresh ? openBundle(rows.get(key)) : openOver(rows.get(key), over.get(key));
  const bundles = new OpenBundles(
    keys.map((key) => [key, open(key)] as const),
    isFresh,
  );
  const pages = changesOf(bundled, 'promise').flatMap(pageOf);
  changePromises(bundles, bundled, places);
  changeHanging(bundles, bundled, places);
  await bundles.write(db);
  if (!isFresh && over.size > 0) await db.fresh.bulkDelete([...over.keys()]);
  if (pages.length > 0) await indexPages(db, pages);
}
