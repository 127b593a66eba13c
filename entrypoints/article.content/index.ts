import './style.css';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { LOCAL_HOSTS, NEWS_HOSTS } from '@/hosts.config';
import { answerOwnContexts } from '@/lib/messaging/answer-page';
import { PageGate } from './page-gate';

const MATCHES = import.meta.env.MODE === 'e2e' ? [...NEWS_HOSTS, ...LOCAL_HOSTS] : NEWS_HOSTS;

/** How often a page asks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 3000;

function start(ctx: ContentScriptContext): void {
  const listening = new AbortController();
  const gate = new PageGate(ctx.signal, listening.signal);
  answerOwnContexts(gate.handlers(), listening.signal);
  ctx.onInvalidated(() => {
    // With the extension gone its listeners are gone too, and touching them throws in the page's console.
    if (browser.runtime?.id !== undefined) listening.abort();
  });
  // The context looks by itself whether its extension was reloaded, each time before it calls back.
  ctx.setInterval(() => undefined, ALIVE_MS);
}

export default defineContentScript({
  matches: MATCHES,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: start,
});
