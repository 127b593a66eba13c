import type { Table } from 'dexie';
import type { Kind } from '@/lib/ledger/records';
import { applyBundles, isBundled } from './apply-bundles';
import { applyKeys, type NamedChange } from './apply-keys';
import type { CacheDb, Cursor, HeadSeen } from './cache-db';
import type { CacheView } from './cache-view';
import { type CacheChange, changesOf, hex, lastOfEach, placeOf } from './change';
import { keysInUse, useKeys } from './key-rows';
import type { Keying, Named } from './keying';
import { markNames } from './look-up-index';
import { isPacked, putPacked, recordsById } from './packs';
import type { Places } from './places';

/** The cache has moved on, or was replaced, since the caller read its cursor. */
export class StaleCursorError extends Error {
  constructor(expected: Position, found: Position | null) {
    const words = ({ rev, parts }: Position) => `rev ${rev}, part ${parts}`;
    super(`the cache is at ${found ? words(found) : 'no rev'}, not at ${words(expected)}`);
    this.name = 'StaleCursorError';
  }
}

/** A place in the published files: a rev, or a number of snapshot parts while rev is 0. */
export interface Position {
  readonly rev: number;
  readonly parts: number;
}

/** Where the cache was and where the changes take it. */
export interface Step {
  readonly from: Position;
  readonly to: Position;
  /** Rows left out, since this version does not know their kind. */
  readonly unknownRows: number;
}

/** Tables of what is kept outside bundles, by kind. */
export const TABLES = {
  area: 'areas',
  person: 'persons',
  post: 'posts',
  membership: 'memberships',
  lineage: 'lineages',
  weakSource: 'weakSources',
} as const satisfies Partial<Record<Kind, keyof CacheDb>>;
export const PLAIN_KINDS = [
  'area',
  'person',
  'post',
  'membership',
  'lineage',
  'weakSource',
] as const;

/** Kinds that the look-up finds, or ranks what it finds by. */
const NAMING: ReadonlySet<Kind> = new Set(['area', 'person', 'post', 'membership']);

const SUM_BITS = 64;

function digestAfter(cursor: Cursor, changes: readonly CacheChange[], places: Places) {
  let n = cursor.n;
  let sum = BigInt(`0x${cursor.sum64}`);
  for (const { t, id, d, hash } of changes) {
    const before = places.get(t, id);
    if (before !== null) {
      n -= 1;
      sum -= before.hash;
    }
    if (d !== null) {
      n += 1;
      sum += hash;
    }
  }
  return { n, sum64: hex(BigInt.asUintN(SUM_BITS, sum)) };
}

async function putAndDelete(
  table: Table<unknown, string>,
  changes: readonly CacheChange[],
): Promise<void> {
  await table.bulkPut(changes.flatMap(({ d }) => (d === null ? [] : [d])));
  const gone = changes.flatMap(({ id, d }) => (d === null ? [id] : []));
  if (gone.length > 0) await table.bulkDelete(gone);
}

/** Records that names lead to, as they were and as they will be. */
async function namedChanges(
  db: CacheDb,
  changes: readonly CacheChange[],
  places: Places,
): Promise<readonly NamedChange[]> {
  const persons = changesOf(changes, 'person');
  const areas = changesOf(changes, 'area');
  const posts = changesOf(changes, 'post');
  // What is known not to be there is not asked for: in a first sync that is all of it.
  const known = async <R extends { readonly id: string }>(
    kind: Kind,
    list: readonly { readonly id: string }[],
    read: (ids: string[]) => Promise<readonly (R | undefined)[]>,
  ): Promise<ReadonlyMap<string, R>> => {
    const ids = list.map(({ id }) => id).filter((id) => places.get(kind, id) !== null);
    const records = ids.length === 0 ? [] : await read(ids);
    const found = records.filter((record): record is R => record !== undefined);
    return new Map(found.map((record) => [record.id, record] as const));
  };
  const oldPersons = await known('person', persons, (ids) => recordsById(db, 'persons', ids));
  const oldAreas = await known('area', areas, (ids) => db.areas.bulkGet(ids));
  const oldPosts = await known('post', posts, (ids) => recordsById(db, 'posts', ids));
  const pair = <R>(before: R | undefined, after: R | null, name: (record: R) => Named) => ({
    before: before === undefined ? null : name(before),
    after: after === null ? null : name(after),
  });
  return [
    ...persons.map(({ id, d }) =>
      pair(oldPersons.get(id), d, (record) => ({ kind: 'person', record })),
    ),
    ...areas.map(({ id, d }) => pair(oldAreas.get(id), d, (record) => ({ kind: 'area', record }))),
    ...posts.map(({ id, d }) => pair(oldPosts.get(id), d, (record) => ({ kind: 'post', record }))),
  ];
}

async function applyPlain(
  db: CacheDb,
  changes: readonly CacheChange[],
  places: Places,
  keying: Keying,
): Promise<void> {
  const named = await namedChanges(db, changes, places);
  if (named.length > 0) {
    const place = await keysInUse(db);
    if (await applyKeys(place, named, keying)) await useKeys(db, place);
  }
  for (const kind of PLAIN_KINDS) {
    const ofKind = changes.filter(({ t }) => t === kind);
    if (ofKind.length === 0) continue;
    const table = TABLES[kind];
    if (isPacked(table)) await putPacked(db, table, ofKind, (id) => places.get(kind, id) !== null);
    else await putAndDelete(db.table(table), ofKind);
  }
  for (const change of changes) {
    const { t, id, d } = change;
    if (!isBundled(t)) places.set(t, id, d && placeOf(change, ''));
  }
}

/**
 * Applies changes and moves the cursor in one transaction: all of it or nothing.
 * A cache that is not where the step begins is left alone (`StaleCursorError`). `isBeside`: see `applyBundles`.
 */
export async function applyChanges(
  db: CacheDb,
  changes: readonly CacheChange[],
  step: Step,
  places: Places,
  keying: Keying,
  isBeside = false,
): Promise<void> {
  const last = lastOfEach(changes);
  try {
    await db.transaction('rw', db.tables, async () => {
      const cursor = await readCursor(db);
      if (cursor?.rev !== step.from.rev || cursor.parts !== step.from.parts) {
        throw new StaleCursorError(step.from, cursor);
      }
      const digest = digestAfter(cursor, last, places);
      await applyPlain(db, last, places, keying);
      if (last.some(({ t }) => NAMING.has(t))) await markNames(db, digest.sum64);
      await applyBundles(db, last, places, isBeside);
      const pending = places.pending();
      if (pending !== null) await db.places.add(pending);
      const unknownRows = cursor.unknownRows + step.unknownRows;
      await db.meta.put({ ...cursor, ...digest, ...step.to, unknownRows });
    });
  } catch (error) {
    places.rollback();
    throw error;
  }
  places.commit();
}

/** The cursor of a cache; null in one that was never begun. */
export async function readCursor(view: CacheView): Promise<Cursor | null> {
  const row = await view.row('meta', 'cursor');
  return row?.key === 'cursor' ? row : null;
}

/** The last head that was seen; null before the first. */
export async function readHead(view: CacheView): Promise<HeadSeen | null> {
  const row = await view.row('meta', 'head');
  return row?.key === 'head' ? row : null;
}
