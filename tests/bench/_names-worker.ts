/** What the bench runs as the worker of an extension: one article, asked of the cache as the background does. */
import { link } from '@/lib/names/link';
import { openCache } from '@/lib/storage/cache';
import type { ColdAnswer } from './_names-cold';

/** Set before everything else in the script; `performance.now()` of its start. */
declare const scriptStart: number;
declare const chrome: {
  readonly runtime: {
    readonly onMessage: {
      addListener(
        listener: (blocks: string[], sender: unknown, answer: (it: unknown) => void) => true,
      ): void;
    };
  };
};

const cache = openCache();
// As the background does when it is woken; questions wait for it.
const isOpen = cache.open();

async function answered(blocks: readonly string[]): Promise<ColdAnswer> {
  await isOpen;
  const gazetteer = cache.gazetteer();
  const mentions = await link(blocks, { date: '2024-05-01' }, gazetteer);
  const first = performance.now() - scriptStart;
  const again = performance.now();
  await link(blocks, { date: '2024-05-01' }, gazetteer);
  return { first, second: performance.now() - again, found: mentions.length };
}

chrome.runtime.onMessage.addListener((blocks, _, answer) => {
  answered(blocks).then(answer, (error: unknown) => answer({ error: String(error) }));
  return true;
});
