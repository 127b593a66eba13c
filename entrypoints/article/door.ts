import { callBackground } from '@/lib/messaging/call';
import { watchSettings } from '@/lib/messaging/settings';
import { watchAddress } from '@/lib/page/watch-address';
import { LATE_MS, MOVED_MS } from './late-looks';
import { isWorthReading } from './worth-reading';

/** A reader's console stays quiet by default. */
function onFault(fault: unknown): void {
  console.debug('[uade]', fault);
}

/** Has the page read where marks are on; where they are off, as soon as they are switched on. */
async function haveItRead(): Promise<void> {
  const { on } = await callBackground('readPage', {});
  if (on) return;
  const waiting = new AbortController();
  watchSettings(() => {
    waiting.abort();
    void haveItRead().catch(onFault);
  }, waiting.signal);
}

/**
 * Looks whether the page reads like an article, now and when it may have become one, and has the reader loaded then. It
 * runs on each page of the listed sites: whatever it can do without, down to a listener of the browser's, it leaves to
 * the reader.
 */
export function watchForArticle(): void {
  const watching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(later: readonly number[]): Promise<void> {
    if (!isWorthReading()) return lookAgain(later);
    try {
      await haveItRead();
      watching.abort('read');
      clearTimeout(timer);
    } catch (fault) {
      onFault(fault);
      lookAgain(later);
    }
  }
  function lookAgain([delay, ...later]: readonly number[]): void {
    clearTimeout(timer);
    if (delay !== undefined) timer = setTimeout(() => void look(later), delay);
  }

  watchAddress(window, () => lookAgain(MOVED_MS), watching.signal);
  void look(LATE_MS);
}
