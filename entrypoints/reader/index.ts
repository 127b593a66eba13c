import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerOwnContexts } from '@/lib/messaging/answer-page';
import { giveWay } from '@/lib/page/slices';
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

async function start(): Promise<void> {
  // Whoever calls the browser has the places of all calling functions looked up in their source. The function around
  // the whole script is one of them until the script has run: all of it was parsed once more, 3 ms.
  await giveWay();
  const gate = new PageGate(lifeOfExtension());
  answerOwnContexts((call, request) => gate.answer(call, request));
}

/** Settles when calls are heard: whoever has the script loaded waits for that. Page and popup may ask at the same time. */
function started(): unknown {
  const world = globalThis as Record<string, unknown>;
  world[STANDING] ??= start();
  return world[STANDING];
}

export default defineUnlistedScript({ main: started });
