import type { Kind } from '@/lib/ledger/records';
import type { CacheDb, PlacesOfKind, PlacesRow } from './cache-db';
import type { CacheView } from './cache-view';
import { BLANK, Words, WordTable } from './words';

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

const THERE: Place = { hash: 0n, rev: 0, isPlain: true, parent: '' };

/** Null: the record is gone. Looked up by ids as they came out of the files: a made-up name of both is slower. */
type ById = Map<string, Place | null>;

/** The rev, and by its sign whether the record is plain; 0 where it is gone. */
const stateOf = (place: Place | null): number =>
  place === null ? 0 : (place.rev + 1) * (place.isPlain ? 1 : -1);

function written(kind: Group, places: ById): PlacesOfKind {
  const all = [...places.values()];
  return {
    kind,
    ids: [...places.keys()].join(BLANK),
    parents: all.map((place) => place?.parent ?? '').join(BLANK),
    states: Float64Array.from(all, stateOf),
    hashes: BigUint64Array.from(all, (place) => place?.hash ?? 0n),
  };
}

type Numbers = Pick<PlacesOfKind, 'states' | 'hashes'>;

function placeAt({ states, hashes }: Numbers, at: number, parent: string): Place | null {
  const state = states[at] ?? 0;
  if (state === 0) return null;
  return { hash: hashes[at] ?? 0n, rev: Math.abs(state) - 1, isPlain: state > 0, parent };
}

/** Stored rows, the later ones after the earlier: a delta asks for few of them, and only these are made. */
class Stored {
  readonly #ids: WordTable;
  readonly #parents: Words;
  readonly #numbers: Numbers;

  constructor(rows: readonly PlacesOfKind[]) {
    const size = rows.reduce((sum, { states }) => sum + states.length, 0);
    this.#ids = new WordTable(rows.map(({ ids }) => ids).join(BLANK), size);
    this.#parents = new Words(rows.map(({ parents }) => parents).join(BLANK), size);
    this.#numbers = { states: new Float64Array(size), hashes: new BigUint64Array(size) };
    let from = 0;
    for (const { states, hashes } of rows) {
      this.#numbers.states.set(states, from);
      this.#numbers.hashes.set(hashes, from);
      from += states.length;
    }
  }

  get(id: string): Place | null {
    const at = this.#ids.lastOf(id);
    return at === null ? null : placeAt(this.#numbers, at, this.#parents.at(at));
  }

  ids(): Iterable<string> {
    return this.#ids.words();
  }
}

/** Places of one kind: those stored before, what came since, and what is not through yet. */
class OfKind {
  readonly rows: PlacesOfKind[] = [];
  readonly changed: ById = new Map();
  readonly #since: ById = new Map();
  #stored: Stored | null = null;

  get(id: string): Place | null {
    const changed = this.changed.get(id);
    if (changed !== undefined) return changed;
    const since = this.#since.get(id);
    return since === undefined ? this.#before().get(id) : since;
  }

  commit(): void {
    for (const [id, place] of this.changed) this.#since.set(id, place);
    this.changed.clear();
  }

  all(): ById {
    const all: ById = new Map();
    for (const id of new Set([...this.#before().ids(), ...this.#since.keys()])) {
      const place = this.get(id);
      if (place !== null) all.set(id, place);
    }
    return all;
  }

  /** Read at the first question: a delta of promises has none about persons. */
  #before(): Stored {
    this.#stored ??= new Stored(this.rows);
    return this.#stored;
  }
}

/** Places of all cached records, in memory while a sync runs; what changed is stored with its rows. */
export class Places {
  readonly #kinds = new Map<Group, OfKind>();

  constructor(rows: readonly PlacesRow[]) {
    // Written by `written` only.
    for (const { kinds } of rows)
      for (const row of kinds) this.#of(row.kind as Group).rows.push(row);
  }

  get(kind: Kind, id: string): Place | null {
    return this.#of(kind).get(id);
  }

  /** Null forgets the record. */
  set(kind: Kind, id: string, place: Place | null): void {
    this.#of(kind).changed.set(id, place);
  }

  /** Whether something waits for a promise that is not there. */
  isAwaited(promiseId: string): boolean {
    return this.#of(AWAITED).get(promiseId) !== null;
  }

  setAwaited(promiseId: string, isAwaited: boolean): void {
    if (this.isAwaited(promiseId) !== isAwaited)
      this.#of(AWAITED).changed.set(promiseId, isAwaited ? THERE : null);
  }

  /** What changed since the last commit, as a row; null when nothing did. */
  pending(): PlacesRow | null {
    const kinds = [...this.#kinds].filter(([, { changed }]) => changed.size > 0);
    if (kinds.length === 0) return null;
    return { kinds: kinds.map(([kind, { changed }]) => written(kind, changed)) };
  }

  /** Takes the changes over, after their transaction is through. */
  commit(): void {
    for (const of of this.#kinds.values()) of.commit();
  }

  /** Drops the changes, after their transaction failed. */
  rollback(): void {
    for (const { changed } of this.#kinds.values()) changed.clear();
  }

  /** Everything as one row, for compaction. */
  all(): PlacesRow {
    const kinds = [...this.#kinds].map(([kind, of]) => [kind, of.all()] as const);
    return {
      kinds: kinds.filter(([, all]) => all.size > 0).map(([kind, all]) => written(kind, all)),
    };
  }

  #of(kind: Group): OfKind {
    const found = this.#kinds.get(kind) ?? new OfKind();
    this.#kinds.set(kind, found);
    return found;
  }
}

/** Reads the places of a cache. */
export async function loadPlaces(db: CacheDb): Promise<Places> {
  return new Places(await db.places.orderBy('n').toArray());
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
export async function postOfPromise(view: CacheView, promiseId: string): Promise<string | null> {
  for (const { kinds } of (await view.allRows('places')).toReversed()) {
    const promises = kinds.find(({ kind }) => kind === 'promise');
    const at = promises?.ids.split(BLANK).indexOf(promiseId) ?? -1;
    if (promises === undefined || at < 0) continue;
    return placeAt(promises, at, promises.parents.split(BLANK)[at] ?? '')?.parent ?? null;
  }
  return null;
}
