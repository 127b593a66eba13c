/** What the bench runs in a fresh worker of a real browser: one article, asked of the cache as the extension does. */
import { link } from '@/lib/names/link';
import { openCache } from '@/lib/storage/cache';

declare const scriptStart: number;

const cache = openCache();
// As the background does when it is woken; questions wait for it.
const isOpen = cache.open();

async function answer(blocks: readonly string[]): Promise<void> {
  await isOpen;
  const gazetteer = cache.gazetteer();
  const mentions = await link(blocks, { date: '2024-05-01' }, gazetteer);
  const first = performance.now() - scriptStart;
  const again = performance.now();
  await link(blocks, { date: '2024-05-01' }, gazetteer);
  self.postMessage({ first, second: performance.now() - again, found: mentions.length });
}

self.addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
  // A failure reaches the page as the worker's error.
  answer(data).catch((error: unknown) =>
    setTimeout(() => {
      throw error;
    }),
  );
});
