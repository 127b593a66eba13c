import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerOwnContexts } from '@/lib/messaging/answer-page';
import { PageGate } from './page-gate';

/** How often a page asks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 3000;
/** On the global of the isolated world, which the page's own scripts never see. */
const STANDING = 'uade:reader';

/** Ends when the extension is reloaded or removed under the page. */
function lifeOfExtension(): AbortSignal {
  const life = new AbortController();
  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    clearInterval(timer);
    life.abort();
  }, ALIVE_MS);
  return life.signal;
}

export default defineUnlistedScript(() => {
  const world = globalThis as Record<string, unknown>;
  // Page and popup may ask at the same time.
  if (world[STANDING] === true) return;
  world[STANDING] = true;
  answerOwnContexts(new PageGate(lifeOfExtension()).handlers());
});
