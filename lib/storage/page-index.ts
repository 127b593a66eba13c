import type { CacheDb, PageRow } from './cache-db';
import type { CacheView } from './cache-view';
import { pageKey } from './page-key';

/** 100,000 pages make rows of two hundred; one row a page cost a third of a first sync (measured). */
const BUCKETS = 512;
/** No bucket: what fewer pages than there are buckets brought, with the bucket before each mark. */
const LOOSE = BUCKETS;
/** Of up to 511 lines each; all are read for each page that is asked for. */
const LOOSE_ROWS_MAX = 16;
/** Buckets folded in one transaction: a look-up waits for no more than these. */
const FOLDED_AT_ONCE = 32;
/** Tells the pages of a row apart: of 100,000 rows asked for, one names an office in vain, whose promises are read. */
const MARKS = 2 ** 24;

/** 53 bits of a page's key: the index tells no address, and an address that was taken back leaves none behind. */
function hashOf(url: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  const key = pageKey(url);
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    h1 = Math.imul(h1 ^ unit, 0x9e3779b1);
    h2 = Math.imul(h2 ^ unit, 0x5f356495);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 0x85ebca6b) ^ Math.imul(h2 ^ (h2 >>> 13), 0xc2b2ae35);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 0x85ebca6b) ^ Math.imul(h1 ^ (h1 >>> 13), 0xc2b2ae35);
  return (h2 & 0x1fffff) * 2 ** 32 + (h1 >>> 0);
}

/** Where a page is noted, and as what there. */
function noteOf(url: string): readonly [bucket: number, mark: string] {
  const hash = hashOf(url);
  return [hash % BUCKETS, (Math.floor(hash / BUCKETS) % MARKS).toString(36)];
}

/** A page, and the office of a promise that was made there. */
export interface PageOfPost {
  readonly url: string;
  readonly postId: string;
}

type Lines = Map<number, Set<string>>;

function addLine(lines: Lines, bucket: number, line: string): void {
  const own = lines.get(bucket);
  if (own) own.add(line);
  else lines.set(bucket, new Set([line]));
}

const rowOf = (bucket: number, lines: Iterable<string>): PageRow => ({
  bucket,
  lines: [...lines].join('\n'),
});

const linesOf = (row: PageRow): readonly string[] => row.lines.split('\n');

/**
 * Notes where promises of pages are, in rows beside those that there are, unread: what is there already stands twice
 * until rows are folded. To write a row of each bucket anew was a third of a delta, and a sixth of a first sync. Runs
 * inside the caller's transaction.
 */
export async function indexPages(db: CacheDb, found: readonly PageOfPost[]): Promise<void> {
  const isLoose = found.length < BUCKETS;
  const lines: Lines = new Map();
  for (const { url, postId } of found) {
    const [bucket, mark] = noteOf(url);
    if (isLoose) addLine(lines, LOOSE, `${bucket} ${mark} ${postId}`);
    else addLine(lines, bucket, `${mark} ${postId}`);
  }
  await db.pages.bulkAdd([...lines].map(([bucket, own]) => rowOf(bucket, own)));
}

/** Posts that may hold promises of a page; some may have lost them since. */
export async function postsOfPage(view: CacheView, url: string): Promise<readonly string[]> {
  const [bucket, mark] = noteOf(url);
  const posts = new Set<string>();
  const rows = await view.rowsBy('pages', 'bucket', [bucket, LOOSE]);
  for (const row of rows) {
    const start = row.bucket === LOOSE ? `${bucket} ${mark} ` : `${mark} `;
    for (const line of linesOf(row))
      if (line.startsWith(start)) posts.add(line.slice(start.length));
  }
  return [...posts];
}

const rowsIn = (db: CacheDb, bucket: number) => db.pages.where('bucket').equals(bucket).toArray();

/** Puts a bucket's lines into one row, with new ones. */
async function foldBucket(db: CacheDb, bucket: number, fresh: ReadonlySet<string>): Promise<void> {
  const rows = await rowsIn(db, bucket);
  const lines = new Set([...rows.flatMap(linesOf), ...fresh]);
  await db.pages.bulkDelete(rows.flatMap(({ n }) => (n === undefined ? [] : [n])));
  await db.pages.add(rowOf(bucket, lines));
}

/** Folds loose rows into the buckets when there are many. Call between transactions. */
export async function foldPages(db: CacheDb, max = LOOSE_ROWS_MAX): Promise<void> {
  const loose = await rowsIn(db, LOOSE);
  if (loose.length <= max) return;
  const fresh: Lines = new Map();
  for (const line of loose.flatMap(linesOf)) {
    const end = line.indexOf(' ');
    addLine(fresh, Number(line.slice(0, end)), line.slice(end + 1));
  }
  const buckets = [...fresh];
  for (let at = 0; at < buckets.length; at += FOLDED_AT_ONCE) {
    await db.transaction('rw', db.pages, async () => {
      for (const [bucket, lines] of buckets.slice(at, at + FOLDED_AT_ONCE))
        await foldBucket(db, bucket, lines);
    });
  }
  // Last: a fold that is broken off is begun anew, and brings nothing twice.
  await db.pages.bulkDelete(loose.flatMap(({ n }) => (n === undefined ? [] : [n])));
}
