import { type HangingKind, isHanging, promiseOf } from './bundle';
import type { CacheDb } from './cache-db';
import { type CacheChange, type ChangeOf, changesOf } from './change';
import { recordsById } from './packs';
import type { Places } from './places';

/**
 * Rows written at once into a cache that is being read: a look-up waits for no more than these. 400 rows take some
 * 50 ms, 200 where bundles are written anew for them; what hangs together may be more.
 */
const PIECE_ROWS = 400;

/** Sets that grow together: a name leads to the name of its set. */
class Joined {
  readonly #to = new Map<string, string>();

  find(name: string): string {
    let at = name;
    for (let next = this.#to.get(at); next !== undefined; next = this.#to.get(at)) at = next;
    if (at !== name) this.#to.set(name, at);
    return at;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#to.set(other, one);
  }
}

const nameOf = ({ t, id }: CacheChange): string => `${t}/${id}`;

/** A holder is told from all memberships of the post, a person from his own: old ones and new ones. */
async function joinMemberships(db: CacheDb, changes: readonly CacheChange[], joined: Joined) {
  const own = changesOf(changes, 'membership');
  if (own.length === 0) return;
  const ids = own.map(({ id }) => id);
  const known = await db.transaction('r', db.memberships, () =>
    recordsById(db, 'memberships', ids),
  );
  const before = new Map(known.map((membership) => [membership.id, membership] as const));
  for (const { id, d } of own)
    for (const membership of [before.get(id), d]) {
      if (!membership) continue;
      joined.join(`post/${membership.postId}`, `membership/${id}`);
      joined.join(`post/${membership.postId}`, `person/${membership.personId}`);
    }
}

const isKnown = (one: string | undefined): one is string => one !== undefined;

/** What hangs on a promise goes with it, before and after, and it with its office, since they share a row. */
function tiesOfHanging(
  promiseIds: readonly (string | undefined)[],
  places: Places,
): readonly string[] {
  return promiseIds.filter(isKnown).flatMap((id) => {
    const postId = places.get('promise', id)?.parent;
    return postId === undefined ? [`promise/${id}`] : [`promise/${id}`, `post/${postId}`];
  });
}

const isHangingChange = (change: CacheChange): change is ChangeOf<HangingKind> =>
  isHanging(change.t);

/** With what a change must be written together, memberships aside. */
function tiesOf(change: CacheChange, places: Places): readonly string[] {
  const parent = places.get(change.t, change.id)?.parent;
  if (change.t === 'promise')
    return [parent, change.d?.postId].filter(isKnown).map((id) => `post/${id}`);
  if (isHangingChange(change))
    return tiesOfHanging([parent, change.d === null ? undefined : promiseOf(change.d)], places);
  if (change.t === 'lineage' && change.d !== null)
    return [`post/${change.d.fromPostId}`, `post/${change.d.toPostId}`];
  return [];
}

/**
 * Cuts changes into pieces that may be written one after another while others read: an office with its holders,
 * promises and lineage, and a person with his offices, are never seen half old and half new.
 */
export async function piecesOf(
  db: CacheDb,
  changes: readonly CacheChange[],
  places: Places,
): Promise<readonly (readonly CacheChange[])[]> {
  const joined = new Joined();
  await joinMemberships(db, changes, joined);
  for (const change of changes)
    for (const tie of tiesOf(change, places)) joined.join(tie, nameOf(change));
  const sets = new Map<string, CacheChange[]>();
  for (const change of changes) {
    const key = joined.find(nameOf(change));
    const set = sets.get(key);
    if (set) set.push(change);
    else sets.set(key, [change]);
  }
  const pieces: CacheChange[][] = [];
  for (const set of sets.values()) {
    const last = pieces.at(-1);
    if (last && last.length + set.length <= PIECE_ROWS) last.push(...set);
    else pieces.push([...set]);
  }
  return pieces;
}
