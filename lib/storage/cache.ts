import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Area, Day, Ledger, Pledge } from '@/lib/ledger/records';
import type { LookUpIndex } from '@/lib/look-up/index-shape';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { readCursor, readHead } from './apply';
import type { Cursor, HeadSeen } from './cache-db';
import { cacheGazetteer, present } from './cache-gazetteer';
import type { CacheView } from './cache-view';
import type { Connection } from './connection';
import { CurrentCache } from './current-cache';
import { bundlesAt, promisesAt } from './fresh';
import { prepareTargets } from './key-rows';
import { StoredLookUp } from './look-up-index';
import { ownConnection } from './own';
import type { OwnDb, SyncRecord } from './own-db';
import { recordsByAny, recordsById } from './packs';
import { postsOfPage } from './page-index';
import { pageKey } from './page-key';
import { ledgerOfPosts, postsOfOrigin, postsOfPerson, postsSpokenIn } from './partial-ledger';
import { postOfPromise } from './places';

/** How far and how old the cache is, for the popup and the cards; each null before its first time. */
export interface SyncState {
  readonly cursor: Cursor | null;
  readonly head: HeadSeen | null;
  readonly sync: SyncRecord | null;
}

/** Whose promises are counted: an office's, or a person's with the offices that he is known to have held. */
export interface Counted {
  readonly kind: string;
  readonly id: string;
  readonly posts: readonly string[];
}

/** Counts of promises, by `person/{id}` and `post/{id}`. */
export type PromiseCounts = ReadonlyMap<string, number>;

/** What is read of the cached ledger. Before the first sync every answer is empty. */
export interface CacheReader {
  /** Opens the cache in use, and reads what every question about names needs. */
  open(): Promise<void>;
  gazetteer(): Gazetteer;
  /** The names for look-up as you type; null before the first sync. See `StoredLookUp`. */
  lookUpIndex(today: Day): Promise<LookUpIndex | null>;
  /** To be called when a sync is over: names that it brought are found from then on. */
  refreshLookUp(today: Day): Promise<void>;
  /** All that the book of a person needs: his posts, their relatives by lineage, and all that hangs on them. */
  ledgerForPerson(personId: string): Promise<Ledger>;
  ledgerForPost(postId: string): Promise<Ledger>;
  /** The posts of the area and of every area in it. */
  ledgerForArea(areaId: string): Promise<Ledger>;
  /** Areas that lie in no other, by id: the country. */
  rootAreas(): Promise<readonly Area[]>;
  /** The ledger of the post in which a promise was said; empty when the promise is not known. */
  ledgerForPromise(promiseId: string): Promise<Ledger>;
  /**
   * Promises that may stand in the book: for a post, its own and those it descends from; for a person, those
   * of all his posts and those he said elsewhere. Zero is certain; more than zero is an upper bound.
   */
  promiseCounts(of: readonly Counted[]): Promise<PromiseCounts>;
  /** Promises whose source is this page, whatever form of its address is given. */
  recordsOfPage(url: string): Promise<readonly Pledge[]>;
  syncState(): Promise<SyncState>;
}

async function areaAndInside(view: CacheView, areaId: string): Promise<readonly string[]> {
  const found = new Set([areaId]);
  let wanted = [areaId];
  while (wanted.length > 0) {
    const children = await view.rowsBy('areas', 'parentId', wanted);
    wanted = children.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of wanted) found.add(id);
  }
  return [...found];
}

async function ledgerOfArea(view: CacheView, areaId: string): Promise<Ledger> {
  const areaIds = await areaAndInside(view, areaId);
  const inside = await recordsByAny(view, 'posts', 'areaId', areaIds);
  const ledger = await ledgerOfPosts(
    view,
    inside.map(({ id }) => id),
  );
  const areas = new Map(ledger.areas.map((area) => [area.id, area] as const));
  for (const area of present(await view.rows('areas', [...areaIds]))) areas.set(area.id, area);
  return { ...ledger, areas: [...areas.values()] };
}

async function ledgerOfPerson(view: CacheView, personId: string): Promise<Ledger> {
  const ledger = await ledgerOfPosts(view, await postsOfPerson(view, personId));
  if (ledger.persons.some(({ id }) => id === personId)) return ledger;
  const self = await recordsById(view, 'persons', [personId]);
  return { ...ledger, persons: [...ledger.persons, ...self] };
}

async function countsOf(view: CacheView, of: readonly Counted[]): Promise<PromiseCounts> {
  const likely = [...new Set(of.flatMap(({ posts }) => posts))];
  // Most offices descend from no other, and most people spoke in their own: all is asked for at once.
  const [lineages, first, questions] = await Promise.all([
    view.allRows('lineages'),
    promisesAt(view, likely),
    Promise.all(of.map(async (one) => ({ ...one, spoken: await spokenIn(view, one) }))),
  ]);
  const asked = questions.map(({ kind, id, posts, spoken }) => ({
    name: `${kind}/${id}`,
    posts: [...postsOfOrigin([...posts, ...spoken], lineages)],
  }));
  const more = new Set(asked.flatMap(({ posts }) => posts));
  for (const post of likely) more.delete(post);
  const rest = more.size === 0 ? [] : await promisesAt(view, [...more]);
  const size = new Map([...first, ...rest]);
  return new Map(
    asked.map(({ name, posts }) => [
      name,
      posts.reduce((sum, post) => sum + (size.get(post) ?? 0), 0),
    ]),
  );
}

const spokenIn = (view: CacheView, { kind, id }: Counted): PromiseLike<readonly string[]> | [] =>
  kind === 'person' ? postsSpokenIn(view, id) : [];

/** Addresses of an office made keys of in one go: for all of 100,000 the popup stood still for 0.5 s (measured). */
const KEYS_AT_ONCE = 1_000;

async function promisesOfPage(view: CacheView, url: string): Promise<readonly Pledge[]> {
  const key = pageKey(url);
  const found: Pledge[] = [];
  for (const { promise } of await bundlesAt(view, await postsOfPage(view, url)))
    for (let at = 0; at < promise.length; at += KEYS_AT_ONCE) {
      if (at > 0) await view.pause();
      const some = promise.slice(at, at + KEYS_AT_ONCE);
      found.push(...some.filter(({ source }) => pageKey(source.url) === key));
    }
  return found;
}

async function syncState(own: Connection<OwnDb>, cache: CurrentCache): Promise<SyncState> {
  const [sync, seen] = await Promise.all([
    own.run((db) => db.read('sync')),
    cache.reading<Omit<SyncState, 'sync'>>({ cursor: null, head: null }, async (view) => {
      const [cursor, head] = await Promise.all([readCursor(view), readHead(view)]);
      return { cursor, head };
    }),
  ]);
  return { ...seen, sync };
}

/** The cached ledger of this browser. Follows the pointer when a sync puts a new database in place. */
export function openCache(own: Connection<OwnDb> = ownConnection()): CacheReader {
  return readerOf(own, new CurrentCache());
}

/** A reader over a given follower of the pointer; the worker shares one with its sync. */
export function readerOf(own: Connection<OwnDb>, cache: CurrentCache): CacheReader {
  const { reading } = cache;
  const gazetteer = cacheGazetteer(reading);
  const lookUp = new StoredLookUp(cache);
  return {
    open: () => reading(undefined, prepareTargets),
    gazetteer: () => gazetteer,
    lookUpIndex: (today) => lookUp.index(today),
    refreshLookUp: (today) => lookUp.refresh(today),
    ledgerForPerson: (id) => reading(EMPTY_LEDGER, (view) => ledgerOfPerson(view, id)),
    ledgerForPost: (id) => reading(EMPTY_LEDGER, (view) => ledgerOfPosts(view, [id])),
    ledgerForArea: (id) => reading(EMPTY_LEDGER, (view) => ledgerOfArea(view, id)),
    rootAreas: () =>
      reading<readonly Area[]>([], async (view) =>
        (await view.allRows('areas')).filter((area) => area.parentId === null),
      ),
    ledgerForPromise: (id) =>
      reading(EMPTY_LEDGER, async (view) => {
        const postId = await postOfPromise(view, id);
        return postId === null ? EMPTY_LEDGER : await ledgerOfPosts(view, [postId]);
      }),
    promiseCounts: (of) => reading<PromiseCounts>(new Map(), (view) => countsOf(view, of)),
    recordsOfPage: (url) => reading<readonly Pledge[]>([], (view) => promisesOfPage(view, url)),
    syncState: () => syncState(own, cache),
  };
}
