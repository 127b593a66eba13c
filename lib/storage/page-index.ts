import type { CacheDb, PageRow } from './cache-db';
import { pageKey } from './page-key';

/** 100,000 pages make rows of two hundred; one row a page cost a third of a first sync (measured). */
const BUCKETS = 512;
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
  /** Looks whether it is noted already. */
  readonly mayBeThere: boolean;
}

/** Notes where promises of pages are. Runs inside the caller's transaction. */
export async function indexPages(db: CacheDb, found: readonly PageOfPost[]): Promise<void> {
  const added = new Map<number, Map<string, boolean>>();
  for (const { url, postId, mayBeThere } of found) {
    const [bucket, mark] = noteOf(url);
    const lines = added.get(bucket) ?? new Map<string, boolean>();
    lines.set(`${mark} ${postId}\n`, mayBeThere);
    added.set(bucket, lines);
  }
  const buckets = [...added.keys()];
  const rows = await db.pages.bulkGet(buckets);
  const put: PageRow[] = [];
  for (const [at, [bucket, lines]] of [...added].entries()) {
    const before = rows[at]?.lines ?? '';
    // New lines are put after what is there, unread: to take each row apart was a sixth of a first sync (measured).
    const fresh = [...lines].flatMap(([line, mayBe]) =>
      mayBe && before.includes(line) ? [] : [line],
    );
    if (fresh.length > 0) put.push({ bucket, lines: before + fresh.join('') });
  }
  await db.pages.bulkPut(put);
}

/** Posts that may hold promises of a page; some may have lost them since. */
export async function postsOfPage(db: CacheDb, url: string): Promise<readonly string[]> {
  const [bucket, mark] = noteOf(url);
  const lines = (await db.pages.get(bucket))?.lines.split('\n') ?? [];
  const found = lines.filter((line) => line.startsWith(`${mark} `));
  return [...new Set(found.map((line) => line.slice(mark.length + 1)))];
}
