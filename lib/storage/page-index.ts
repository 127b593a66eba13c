import type { CacheDb } from './cache-db';
import { pageKey } from './page-key';

/** 100,000 pages make rows of a hundred; one row a page cost a third of a first sync (measured). */
const BUCKETS = 1_024;

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

/** Posts in which promises of a page were recorded, by the page's hash. */
type Bucket = Record<string, readonly string[]>;

function parse(json: string | undefined): Bucket {
  // Written by this file only.
  return json === undefined ? {} : (JSON.parse(json) as Bucket);
}

/** Notes where promises of pages are. Runs inside the caller's transaction. */
export async function indexPages(
  db: CacheDb,
  found: readonly { readonly url: string; readonly postId: string }[],
): Promise<void> {
  const byBucket = new Map<number, { readonly hash: string; readonly postId: string }[]>();
  for (const { url, postId } of found) {
    const hash = hashOf(url);
    const bucket = byBucket.get(hash % BUCKETS);
    const entry = { hash: String(hash), postId };
    if (bucket === undefined) byBucket.set(hash % BUCKETS, [entry]);
    else bucket.push(entry);
  }
  const buckets = [...byBucket.keys()];
  const rows = await db.pages.bulkGet(buckets);
  await db.pages.bulkPut(
    buckets.map((bucket, index) => {
      const known = parse(rows[index]?.json);
      for (const { hash, postId } of byBucket.get(bucket) ?? []) {
        known[hash] = [...new Set([...(known[hash] ?? []), postId])];
      }
      return { bucket, json: JSON.stringify(known) };
    }),
  );
}

/** Posts that may hold promises of a page; some may have lost them since. */
export async function postsOfPage(db: CacheDb, url: string): Promise<readonly string[]> {
  const hash = hashOf(url);
  return parse((await db.pages.get(hash % BUCKETS))?.json)[String(hash)] ?? [];
}
