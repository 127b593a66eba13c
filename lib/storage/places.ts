import type { Kind } from '@/lib/ledger/records';
import type { CacheDb, PlacesRow } from './cache-db';

/** What is known of a cached record without reading it. */
export interface Place {
  /** Hash of its line, 16 hex digits. */
  readonly hash: string;
  /** Rev at which it last changed. */
  readonly rev: number;
  /** Whether its line can be written again from the record, character by character. */
  readonly isPlain: boolean;
  /** For a promise its post; for what hangs on a promise, that promise; else empty. */
  readonly parent: string;
}

/** Names a record across kinds. */
export function placeKey(kind: Kind, id: string): string {
  return `${kind}/${id}`;
}

/** Beginning of the names under which awaited promises are noted; no kind is called so. */
const AWAITED = '?/';

/** `hash`, `=` or `~`, rev, blank, parent. */
function encode({ hash, rev, isPlain, parent }: Place): string {
  return `${hash}${isPlain ? '=' : '~'}${rev} ${parent}`;
}

function decode(text: string): Place {
  const blank = text.indexOf(' ');
  return {
    hash: text.slice(0, 16),
    isPlain: text[16] === '=',
    rev: Number(text.slice(17, blank)),
    parent: text.slice(blank + 1),
  };
}

function written(places: ReadonlyMap<string, string>): string {
  return JSON.stringify([...places].flat());
}

function* entriesOf({ json }: PlacesRow): Generator<readonly [key: string, text: string]> {
  // Written by `written` only.
  const flat = JSON.parse(json) as string[];
  for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? ''];
}

/** Places of all cached records, in memory while a sync runs; `change` is written by `savePlaces`. */
export class Places {
  readonly #known: Map<string, string>;
  #changed = new Map<string, string>();

  constructor(known: Map<string, string>) {
    this.#known = known;
  }

  get(kind: Kind, id: string): Place | null {
    const key = placeKey(kind, id);
    const text = this.#changed.get(key) ?? this.#known.get(key) ?? '';
    return text === '' ? null : decode(text);
  }

  /** Null forgets the record. */
  set(kind: Kind, id: string, place: Place | null): void {
    this.#changed.set(placeKey(kind, id), place === null ? '' : encode(place));
  }

  /** Whether something waits for a promise that is not there. */
  isAwaited(promiseId: string): boolean {
    const key = `${AWAITED}${promiseId}`;
    return (this.#changed.get(key) ?? this.#known.get(key) ?? '') !== '';
  }

  setAwaited(promiseId: string, isAwaited: boolean): void {
    if (this.isAwaited(promiseId) !== isAwaited) {
      this.#changed.set(`${AWAITED}${promiseId}`, isAwaited ? '1' : '');
    }
  }

  /** What changed since the last commit, as JSON; null when nothing did. */
  pending(): string | null {
    return this.#changed.size === 0 ? null : written(this.#changed);
  }

  /** Takes the changes over, after their transaction is through. */
  commit(): void {
    for (const [key, text] of this.#changed) {
      if (text === '') this.#known.delete(key);
      else this.#known.set(key, text);
    }
    this.#changed.clear();
  }

  /** Drops the changes, after their transaction failed. */
  rollback(): void {
    this.#changed.clear();
  }

  get size(): number {
    return this.#known.size;
  }

  /** Everything as one row's JSON, for compaction. */
  all(): string {
    return written(this.#known);
  }
}

/** Reads the places of a cache. */
export async function loadPlaces(db: CacheDb): Promise<Places> {
  const known = new Map<string, string>();
  for (const row of await db.places.orderBy('n').toArray()) {
    for (const [key, text] of entriesOf(row)) {
      if (text === '') known.delete(key);
      else known.set(key, text);
    }
  }
  return new Places(known);
}

/** More rows than this are folded into one: opening many small rows is what a delta waits for. */
const PLACES_ROWS_MAX = 64;

/** Folds the rows of the places into one when there are many. Call between transactions. */
export async function compactPlaces(db: CacheDb, places: Places): Promise<void> {
  if ((await db.places.count()) <= PLACES_ROWS_MAX) return;
  await db.transaction('rw', db.places, async () => {
    await db.places.clear();
    await db.places.add({ json: places.all() });
  });
}

/** The post in which a promise was said, or null; reads the places newest first. */
export async function postOfPromise(db: CacheDb, promiseId: string): Promise<string | null> {
  const key = placeKey('promise', promiseId);
  for (const row of await db.places.orderBy('n').reverse().toArray()) {
    // Most rows hold other records, which is seen without parsing them.
    if (!row.json.includes(JSON.stringify(key))) continue;
    const text = new Map(entriesOf(row)).get(key);
    if (text !== undefined) return text === '' ? null : decode(text).parent;
  }
  return null;
}
