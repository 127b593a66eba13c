import type { Area, Day } from '@/lib/ledger/records';
import { indexBuilder } from '@/lib/look-up/build';
import { INDEX_VERSION, type LookUpIndex } from '@/lib/look-up/index-shape';
import type { CacheDb, LookUpMark } from './cache-db';
import type { CacheView } from './cache-view';
import type { CurrentCache } from './current-cache';
import { recordsAfter, recordsByAny } from './packs';

/** Records read at once while an index is made: a worker that makes one still answers articles. */
const BATCH = 4_000;
/** Who holds an office now is told on the day of making; after so many days it is told anew. */
const OLDEST_DAYS = 7;
const DAY_MS = 86_400_000;

/** The names that are in the cache, by a mark that changes with them; null before there are any. */
async function namesMark(view: CacheView): Promise<string | null> {
  const row = await view.row('meta', 'names');
  return row?.key === 'names' ? row.mark : null;
}

async function madeMark(view: CacheView): Promise<LookUpMark | null> {
  const row = await view.row('meta', 'lookUpMark');
  return row?.key === 'lookUpMark' && row.version === INDEX_VERSION ? row : null;
}

async function storedIndex(view: CacheView): Promise<LookUpIndex | null> {
  const row = await view.row('meta', 'lookUp');
  return row?.key === 'lookUp' ? row.index : null;
}

type Stored = readonly [mark: LookUpMark | null, index: LookUpIndex | null];

/** Notes that names have changed. Runs inside the caller's transaction. */
export async function markNames(db: CacheDb, mark: string): Promise<void> {
  await db.meta.put({ key: 'names', mark });
}

function isOld(made: Day, today: Day): boolean {
  return Math.abs(Date.parse(today) - Date.parse(made)) > OLDEST_DAYS * DAY_MS;
}

async function isFresh(view: CacheView, today: Day): Promise<boolean> {
  const [names, made] = await Promise.all([namesMark(view), madeMark(view)]);
  return made !== null && made.mark === names && !isOld(made.madeOn, today);
}

/** Calls back with all records of a kind, some at a time, each time in a transaction of its own. */
async function eachBatch<Row, Place>(
  cache: CurrentCache,
  read: (view: CacheView, after: Place | null) => Promise<Batch<Row, Place>>,
  use: (rows: readonly Row[]) => Promise<void> | void,
): Promise<void> {
  let after: Place | null = null;
  do {
    const from: Place | null = after;
    const { rows, last }: Batch<Row, Place> = await cache.reading<Batch<Row, Place>>(
      { rows: [], last: null },
      (view) => read(view, from),
    );
    if (rows.length > 0) await use(rows);
    after = last;
  } while (after !== null);
}

/** Some rows, and after which of them the next ones come; null: there are none. */
interface Batch<Row, Place> {
  readonly rows: readonly Row[];
  readonly last: Place | null;
}

async function areasAfter(view: CacheView, after: string | null): Promise<Batch<Area, string>> {
  const rows = await view.rowsAfter('areas', after, BATCH);
  return { rows, last: rows.at(-1)?.id ?? null };
}

async function built(cache: CurrentCache, today: Day): Promise<LookUpIndex> {
  const builder = indexBuilder(today);
  await eachBatch(cache, areasAfter, (areas) => builder.addAreas(areas));
  await eachBatch(
    cache,
    (view, after: number | null) => recordsAfter(view, 'posts', after, BATCH),
    async (posts) => {
      const ids = posts.map(({ id }) => id);
      const memberships = await cache.reading([], (view) =>
        recordsByAny(view, 'memberships', 'postId', ids),
      );
      builder.addPosts(posts, memberships);
    },
  );
  await eachBatch(
    cache,
    (view, after: number | null) => recordsAfter(view, 'persons', after, BATCH),
    (persons) => builder.addPersons(persons),
  );
  return builder.build();
}

/** An index in memory, and of which names it is. */
interface Held {
  readonly db: string;
  readonly mark: string | null;
  readonly index: LookUpIndex;
}

/** The index of the names in the cache: read as it was stored, made where there is none yet. */
export class StoredLookUp {
  readonly #cache: CurrentCache;
  #held: Held | null = null;

  constructor(cache: CurrentCache) {
    this.#cache = cache;
  }

  /**
   * The index as far as the names are in one; made here only when there is none at all. Null before the first
   * sync. Names that a sync has just brought are in it as soon as `refresh` is through.
   */
  async index(today: Day): Promise<LookUpIndex | null> {
    const { name } = (await this.#cache.pointer()) ?? { name: null };
    if (name === null) return null;
    // Where nothing is held, both are asked for at once: a popup that was just opened waits for one answer.
    const [made, stored] = await this.#cache.reading<Stored>([null, null], (view) =>
      Promise.all([madeMark(view), this.#held?.db === name ? null : storedIndex(view)]),
    );
    if (made === null) {
      await this.refresh(today);
      return this.#held?.index ?? null;
    }
    if (this.#held?.db === name && this.#held.mark === made.mark) return this.#held.index;
    const index = stored ?? (await this.#cache.reading(null, storedIndex));
    if (index !== null) this.#held = { db: name, mark: made.mark, index };
    return index;
  }

  /** Makes and stores the index anew where names have changed since; does nothing else. */
  async refresh(today: Day): Promise<void> {
    const pointer = await this.#cache.pointer();
    if (pointer === null || (await this.#cache.reading(true, (view) => isFresh(view, today))))
      return;
    const mark = await this.#cache.reading(null, namesMark);
    const index = await built(this.#cache, today);
    // Another data set that was put in place meanwhile gets an index of its own.
    await this.#cache.writingMeta(pointer.name, async (meta) => {
      await meta.put({ key: 'lookUp', index });
      await meta.put({ key: 'lookUpMark', mark, madeOn: today, version: INDEX_VERSION });
    });
    this.#held = { db: pointer.name, mark, index };
  }
}
