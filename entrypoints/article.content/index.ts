import './style.css';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { LOCAL_HOSTS, NEWS_HOSTS } from '@/hosts.config';
import { answerOwnContexts, type PageHandlers } from '@/lib/messaging/answer-page';
import { watchAddress } from '@/lib/page/watch-address';
import { isSameArticle, type PageSettings, readPage } from './page';

/** A single-page site changes its address first and its text later: looked at again after these, in milliseconds. */
const MOVED_MS = [400, 1500, 4000];
/** A page that does not read like an article at first may be filled by its script. */
const LATE_MS = [1500, 4000];
/** How often a page asks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 3000;

const MATCHES = import.meta.env.MODE === 'e2e' ? [...NEWS_HOSTS, ...LOCAL_HOSTS] : NEWS_HOSTS;

const DEFAULTS: PageSettings = { on: true, style: 'underline', clipButton: true };

/** Faults of the page's part go to one place; a reader's console stays quiet by default. */
function onFault(fault: unknown): void {
  console.debug('[uade]', fault);
}

/** Calls are answered by whatever stands on the page at the moment. */
function answerBy(handlers: () => PageHandlers, signal: AbortSignal): void {
  answerOwnContexts(
    {
      pageReport: (request) => handlers().pageReport(request),
      showOfficial: (request) => handlers().showOfficial(request),
      nextMark: (request) => handlers().nextMark(request),
      setMarks: (request) => handlers().setMarks(request),
      clipSelection: (request) => handlers().clipSelection(request),
    },
    signal,
  );
}

function start(ctx: ContentScriptContext): void {
  let article = new AbortController();
  let timer = 0;

  const open = () => {
    article.abort();
    article = new AbortController();
    const { signal } = article;
    return readPage({ settings: DEFAULTS, switchOff: () => undefined, onFault, signal });
  };
  let page = open();
  /** Looks again after each of the delays, and reads anew when the page has become another. */
  const lookAgain = ([delay, ...later]: readonly number[]): void => {
    clearTimeout(timer);
    if (delay === undefined) return;
    timer = ctx.setTimeout(() => {
      if (article.signal.aborted || !isSameArticle(page.facts)) page = open();
      lookAgain(later);
    }, delay);
  };
  const onMoved = (): void => {
    // Nothing of the old article may stand on the new one.
    article.abort();
    lookAgain(MOVED_MS);
  };
  ctx.onInvalidated(() => article.abort());
  watchAddress(window, onMoved, ctx.signal);
  answerBy(() => page.handlers, ctx.signal);
  if (!page.facts.isArticle) lookAgain(LATE_MS);
  // The context looks by itself whether its extension was reloaded, each time before it calls back.
  ctx.setInterval(() => undefined, ALIVE_MS);
}

export default defineContentScript({
  matches: MATCHES,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: start,
});
