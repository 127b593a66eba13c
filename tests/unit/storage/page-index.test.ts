import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CacheDb } from '@/lib/storage/cache-db';
import { foldPages, indexPages, postsOfPage } from '@/lib/storage/page-index';

let db: CacheDb;

beforeEach(() => {
  db = new CacheDb('uade-cache.kz.0.e.0');
});

afterEach(async () => {
  db.close();
  await Dexie.delete(db.name);
});

const url = (n: number) => `https://news.example/${n}`;

/** Notes pages by their numbers, each with the office of that number and of `more`. */
async function note(numbers: readonly number[], more: readonly string[] = []): Promise<void> {
  const found = numbers.flatMap((n) =>
    [`office-${n}`, ...more].map((postId) => ({ url: url(n), postId })),
  );
  await db.transaction('rw', db.pages, () => indexPages(db, found));
}

/** As a reader asks: in a transaction. */
const postsAt = (n: number) => db.transaction('r', db.pages, () => postsOfPage(db, url(n)));

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

async function expectEach(count: number): Promise<void> {
  for (const n of upTo(count)) expect(await postsAt(n)).toEqual([`office-${n}`]);
  expect(await postsAt(count)).toEqual([]);
}

it.each([
  ['few pages, all in one row', 40, 1],
  ['many pages, by bucket', 600, 0],
])('%s: each page leads to its office', async (_, count, loose) => {
  await note(upTo(count));
  expect(await db.pages.where('bucket').equals(512).count()).toBe(loose);
  await expectEach(count);
});

it('what few pages brought is folded into the buckets when it is much, and nothing stands twice', async () => {
  await note(upTo(600));
  for (let n = 0; n < 17; n += 1) await note(upTo(40), ['other']);
  await foldPages(db, 17);
  expect(await db.pages.where('bucket').equals(512).count()).toBe(17);
  await foldPages(db, 16);
  const rows = await db.pages.toArray();
  const lines = rows.flatMap((row) => row.lines.split('\n').map((line) => `${row.bucket} ${line}`));
  expect(lines).toHaveLength(640);
  expect(new Set(lines).size).toBe(640);
  expect(await postsAt(3)).toEqual(['office-3', 'other']);
  expect(await postsAt(599)).toEqual(['office-599']);
});
