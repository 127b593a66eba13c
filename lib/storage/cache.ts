import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Area, Day, Ledger, Pledge } from '@/lib/ledger/records';
import type { LookUpIndex } from '@/lib/look-up/index-shape';
import type { Gazetteer } from '@/lib/names/gazetteer';
import { readCursor, readHead } from './apply';
import type { CacheDb, Cursor, HeadSeen } from './cache-db';
import { cacheGazetteer, present } from './cache-gazetteer';
import type { Connection } from './connection';
import { CurrentCache } from './current-cache';
import { bundlesAt, promisesAt } from './fresh';
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

async function areaAndInside(db: CacheDb, areaId: string): Promise<readonly string[]> {
  const found = new Set([areaId]);
  let wanted = [areaId];
  while (wanted.length > 0) {
    const children = await db.areas.where('parentId').anyOf(wanted).primaryKeys();
    wanted = children.filter((id) => !found.has(id));
    for (const id of wanted) found.add(id);
  }
  return [...found];
}

async function ledgerOfArea(db: CacheDb, areaId: string): Promise<Ledger> {
  const areaIds = await areaAndInside(db, areaId);
  const inside = await recordsByAny(db, 'posts', 'areaId', areaIds);
  const ledger = await ledgerOfPosts(
    db,
    inside.map(({ id }) => id),
  );
  const areas = new Map(ledger.areas.map((area) => [area.id, area] as const));
  for (const area of present(await db.areas.bulkGet([...areaIds]))) areas.set(area.id, area);
  return { ...ledger, areas: [...areas.values()] };
}

async function ledgerOfPerson(db: CacheDb, personId: string): Promise<Ledger> {
  const ledger = await ledgerOfPosts(db, await postsOfPerson(db, personId));
  if (ledger.persons.some(({ id }) => id === personId)) return ledger;
  const self = await recordsById(db, 'persons', [personId]);
  return { ...ledger, persons: [...ledger.persons, ...self] };
}

async function countsOf(db: CacheDb, of: readonly Counted[]): Promise<PromiseCounts> {
  const likely = [...new Set(of.flatMap(({ posts }) => posts))];
  // Most offices descend from no other, and most people spoke in their own: all is asked for at once.
  const [lineages, first, questions] = await Promise.all([
    db.lineages.toArray(),
    promisesAt(db, likely),
    Promise.all(of.map(async (one) => ({ ...one, spoken: await spokenIn(db, one) }))),
  ]);
  const asked = questions.map(({ kind, id, posts, spoken }) => ({
    name: `${kind}/${id}`,
    posts: [...postsOfOrigin([...posts, ...spoken], lineages)],
  }));
  const more = new Set(asked.flatMap(({ posts }) => posts));
  for (const post of likely) more.delete(post);
  const rest = more.size === 0 ? [] : await promisesAt(db, [...more]);
  const size = new Map([...first, ...rest]);
  return new Map(
    asked.map(({ name, posts }) => [
      name,
      posts.reduce((sum, post) => sum + (size.get(post) ?? 0), 0),
    ]),
  );
}

const spokenIn = (db: CacheDb, { kind, id }: Counted): PromiseLike<readonly string[]> | [] =>
  kind === 'person' ? postsSpokenIn(db, id) : [];

async function promisesOfPage(db: CacheDb, url: string): Promise<readonly Pledge[]> {
  const key = pageKey(url);
  const bundles = await bundlesAt(db, await postsOfPage(db, url));
  return bundles
    .flatMap(({ promise }) => promise)
    .filter(({ source }) => pageKey(source.url) === key);
}

async function syncState(own: Connection<OwnDb>, cache: CurrentCache): Promise<SyncState> {
  const [sync, seen] = await Promise.all([
    own.run((db) => db.read('sync')),
    cache.reading<Omit<SyncState, 'sync'>>({ cursor: null, head: null }, async (db) => {
      const [cursor, head] = await Promise.all([readCursor(db), readHead(db)]);
      return { cursor, head };
    }),
  ]);
  return { ...seen, sync };
}

/** The cached ledger of this browser. Follows the pointer when a sync puts a new database in place. */
export function openCache(own: Connection<OwnDb> = ownConnection()): CacheReader {
  return readerOf(own, new CurrentCache(own));
}

/** A reader over a given follower of the pointer; the worker shares one with its sync. */
export function readerOf(own: Connection<OwnDb>, cache: CurrentCache): CacheReader {
  const { reading } = cache;
  const gazetteer = cacheGazetteer(reading);
  const lookUp = new StoredLookUp(cache);
  return {
    gazetteer: () => gazetteer,
    lookUpIndex: (today) => lookUp.index(today),
    refreshLookUp: (today) => lookUp.refresh(today),
    ledgerForPerson: (id) => reading(EMPTY_LEDGER, (db) => ledgerOfPerson(db, id)),
    ledgerForPost: (id) => reading(EMPTY_LEDGER, (db) => ledgerOfPosts(db, [id])),
    ledgerForArea: (id) => reading(EMPTY_LEDGER, (db) => ledgerOfArea(db, id)),
    rootAreas: () =>
      reading<readonly Area[]>([], (db) =>
        db.areas.filter((area) => area.parentId === null).toArray(),
      ),
    ledgerForPromise: (id) =>
      reading(EMPTY_LEDGER, async (db) => {
        const postId = await postOfPromise(db, id);
        return postId === null ? EMPTY_LEDGER : await ledgerOfPosts(db, [postId]);
      }),
    promiseCounts: (of) => reading<PromiseCounts>(new Map(), (db) => countsOf(db, of)),
    recordsOfPage: (url) => reading<readonly Pledge[]>([], (db) => promisesOfPage(db, url)),
    syncState: () => syncState(own, cache),
  };
}
