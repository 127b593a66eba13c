import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { quotesOfPage } from '@/entrypoints/background/page-quotes';
import { selectorGroups } from '@/lib/quotes/selectors';
import { readerOf } from '@/lib/storage/cache';
import { CacheStore } from '@/lib/storage/cache-writer';
import { openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { newClip } from '../storage/new-clip';
import { keyingOf, pledge, post, put } from '../storage/records';

const PAGE = 'https://news.example/a';
const PROMISES = 2_500;
const own = new Connection(() => new OwnDb());
const current = new CurrentCache();
const services = { cache: readerOf(own, current), clips: openClips(own) };

beforeAll(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('ru');
  const store = new CacheStore(own, current, keyingOf(1));
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  const promises = Array.from({ length: PROMISES }, (_, n) =>
    // Every tenth is of another page, every fifth was recorded without words.
    pledge(`p${n}`, 'x', {
      source: { url: n % 10 === 0 ? 'https://news.example/b' : PAGE },
      quote: n % 5 === 1 ? null : 'починим дорогу до осени',
    }),
  );
  const step = { from: { rev: 0, parts: 0 }, to: { rev: 1, parts: 0 }, unknownRows: 0 };
  await writer.apply([put('post', post('x')), ...promises.map((one) => put('promise', one))], step);
  await store.flip(writer);
});
afterAll(() => own.close());

test('all promises of a page are found, however many its office has', async () => {
  expect(await services.cache.recordsOfPage(PAGE)).toHaveLength(PROMISES * 0.9);
});

test('of a flooded page some words are looked for, one’s own in any case, and the others are counted', async () => {
  const words = 'починим дорогу до осени';
  const selectors = selectorGroups(words, [{ start: 0, end: words.length }]);
  await services.clips.saveDraft({ ...newClip(words), selectors });
  const { quotes, more } = await quotesOfPage(services, PAGE);
  expect(quotes.filter(({ isOwn }) => isOwn)).toHaveLength(1);
  expect(quotes.length).toBeLessThan(500);
  expect(quotes.length - 1 + more).toBe(PROMISES * 0.7);
});
