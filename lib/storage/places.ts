import type { Kind } from '@/lib/ledger/records';
import type { CacheDb, PlacesOfKind, PlacesRow } from './cache-db';

/** What is known of a cached record without reading it. */
export interface Place {
  /** Hash of its line. */
  readonly hash: bigint;
  /** Rev at which it last changed. */
  readonly rev: number;
  /** Whether its line can be written again from the record, character by character. */
  readonly isPlain: boolean;
  /** For a promise its post; for what hangs on a promise, that promise; else empty. */
  readonly parent: string;
}

/** Under this name the awaited promises are noted; no kind is called so. */
const AWAITED = '?';
type Group = Kind | typeof AWAITED;

/** By kind, then by id: the ids came out of the files and are looked up as they are. Null: the record is gone. */
type Known = Map<Group, Map<string, Place | null>>;

const THERE: Place = { hash: 0n, rev: 0, isPlain: true, parent: '' };

/** Neither ids nor hosts have blanks in them. */
const BLANK = ' ';

/** The rev, and by its sign whether the record is plain; 0 where it is gone. */
const stateOf = (place: Place | null): number =>
  place === null ? 0 : (place.rev + 1) * (place.isPlain ? 1 : -1);

function written(known: Known): readonly PlacesOfKind[] {
  return [...known].map(([kind, places]) => {
    const all = [...places.values()];
    return {
      kind,
      ids: [...places.keys()].join(BLANK),
      parents: all.map((place) => place?.parent ?? '').join(BLANK),
      states: Float64Array.from(all, stateOf),
      hashes: BigUint64Array.from(all, (place) => place?.hash ?? 0n),
    };
  });
}

function placeAt(of: PlacesOfKind, at: number, parent: string): Place | null {
  const state = of.states[at] ?? 0;
  if (state === 0) return null;
  return { hash: of.hashes[at] ?? 0n, rev: Math.abs(state) - 1, isPlain: state > 0, parent };
}

function addRow(known: Known, { kinds }: PlacesRow): void {
  for (const of of kinds) {
    // Written by `written` only.
    const places = placesOf(known, of.kind as Group);
    const parents = of.parents.split(BLANK);
    for (const [at, id] of of.ids.split(BLANK).entries()) {
      const place = placeAt(of, at, parents[at] ?? '');
      if (place === null) places.delete(id);
      else places.set(id, place);
    }
  }
}

function placesOf(known: Known, kind: Group): Map<string, Place | null> {
  const found = known.get(kind) ?? new Map<string, Place | null>();
  known.set(kind, found);
  return found;
}

/** Places of all cached records, in memory while a sync runs; what changed is stored with its rows. */
export class Places {
  readonly #known: Known;
  readonly #changed: Known = new Map();

  constructor(known: Known) {
    this.#known = known;
  }

  get(kind: Kind, id: string): Place | null {
    return this.#get(kind, id);
  }

  /** Null forgets the record. */
  set(kind: Kind, id: string, place: Place | null): void {
    placesOf(this.#changed, kind).set(id, place);
  }

  /** Whether something waits for a promise that is not there. */
  isAwaited(promiseId: string): boolean {
    return this.#get(AWAITED, promiseId) !== null;
  }

  setAwaited(promiseId: string, isAwaited: boolean): void {
    if (this.isAwaited(promiseId) !== isAwaited)
      placesOf(this.#changed, AWAITED).set(promiseId, isAwaited ? THERE : null);
  }

  /** What changed since the last commit, as a row; null when nothing did. */
  pending(): PlacesRow | null {
    return this.#changed.size === 0 ? null : { kinds: written(this.#changed) };
  }

  /** Takes the changes over, after their transaction is through. */
  commit(): void {
    for (const [kind, changed] of this.#changed) {
      const known = placesOf(this.#known, kind);
      for (const [id, place] of changed) {
        if (place === null) known.delete(id);
        else known.set(id, place);
      }
    }
    this.#changed.clear();
  }

  /** Drops the changes, after their transaction failed. */
  rollback(): void {
    this.#changed.clear();
  }

  /** Everything as one row, for compaction. */
  all(): PlacesRow {
    return { kinds: written(this.#known) };
  }

  #get(kind: Group, id: string): Place | null {
    const changed = this.#changed.get(kind)?.get(id);
    return changed === undefined ? (this.#known.get(kind)?.get(id) ?? null) : changed;
  }
}

/** Reads the places of a cache. */
export async function loadPlaces(db: CacheDb): Promise<Places> {
  const known: Known = new Map();
  for (const row of await db.places.orderBy('n').toArray()) addRow(known, row);
  return new Places(known);
}

/** More rows than this are folded into one: opening many small rows is what a delta waits for. */
const PLACES_ROWS_MAX = 64;

/** Folds the rows of the places into one when there are many. Call between transactions. */
export async function compactPlaces(db: CacheDb, places: Places): Promise<void> {
  if ((await db.places.count()) <= PLACES_ROWS_MAX) return;
  await db.transaction('rw', db.places, async () => {
    await db.places.clear();
    await db.places.add(places.all());
  });
}

/** The post in which a promise was said, or null; reads the places newest first. */
export async function postOfPromise(db: CacheDb, promiseId: string): Promise<string | null> {
  for (const { kinds } of await db.places.orderBy('n').reverse().toArray()) {
    const promises = kinds.find(({ kind }) => kind === 'promise');
    const at = promises?.ids.split(BLANK).indexOf(promiseId) ?? -1;
    if (promises === undefined || at < 0) continue;
    return placeAt(promises, at, promises.parents.split(BLANK)[at] ?? '')?.parent ?? null;
  }
  return null;
}
