import { type Browser, browser } from 'wxt/browser';
import { answerMessages } from './answer';
import type { PageStrings, ToPage } from './protocol';

/** One function a call of the popup or the background. */
export type PageHandlers = {
  readonly [C in keyof ToPage]: (
    request: ToPage[C]['request'],
  ) => ToPage[C]['answer'] | Promise<ToPage[C]['answer']>;
};

function has<T extends string>(request: unknown, key: T): request is Record<T, unknown> {
  return typeof request === 'object' && request !== null && key in request;
}

/** Only the background calls, which is of the same build; what is missing is said in no words. */
function stringsIn(request: unknown): PageStrings {
  const given = has(request, 'strings') ? request.strings : {};
  const word = (key: keyof PageStrings): string => (has(given, key) ? String(given[key]) : '');
  return {
    clip: word('clip'),
    nothing: word('nothing'),
    reload: word('reload'),
    privateWindow: word('privateWindow'),
    failed: word('failed'),
  };
}

function runOn(handlers: PageHandlers, call: keyof ToPage, request: unknown): unknown {
  switch (call) {
    case 'showOfficial':
      return handlers.showOfficial({
        personId: has(request, 'personId') ? String(request.personId) : '',
      });
    case 'setMarks':
      return handlers.setMarks({ on: has(request, 'on') && request.on === true });
    case 'quotesOnPage':
      return handlers.quotesOnPage({});
    case 'showQuote':
      return handlers.showQuote({ id: has(request, 'id') ? String(request.id) : '' });
    case 'pageReport':
      return handlers.pageReport({});
    case 'nextMark':
      return handlers.nextMark({});
    case 'clipSelection':
      return handlers.clipSelection({ strings: stringsIn(request) });
  }
}

/** Answers the extension's own contexts, in a content script, until the signal says stop. */
export function answerOwnContexts(handlers: PageHandlers, signal: AbortSignal): void {
  const isKnown = (call: string): call is keyof ToPage => Object.hasOwn(handlers, call);
  answerMessages(
    {
      knows: isKnown,
      // Only the extension itself reaches a content script; another extension's message has another id.
      refuses: (_, sender: Browser.runtime.MessageSender) =>
        sender.id === browser.runtime.id ? null : 'not from this extension',
      run: async (call, request) => (isKnown(call) ? await runOn(handlers, call, request) : null),
      failed: (call, error) => {
        console.error(`[uade] ${call}`, error);
      },
    },
    signal,
  );
}
