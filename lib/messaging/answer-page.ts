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
  const word = (key: keyof PageStrings): string => textIn(given, key);
  return {
    clip: word('clip'),
    nothing: word('nothing'),
    reload: word('reload'),
    privateWindow: word('privateWindow'),
    failed: word('failed'),
  };
}

/** A text field; what the build's own contexts leave out is empty. */
function textIn(request: unknown, key: string): string {
  return has(request, key) ? String(request[key]) : '';
}

/** Readers of what the extension's own contexts ask of a page. */
const REQUESTS: { readonly [C in keyof ToPage]: (request: unknown) => ToPage[C]['request'] } = {
  pageReport: () => ({}),
  officialsOnPage: () => ({}),
  showOfficial: (request) => ({ personId: textIn(request, 'personId') }),
  quotesOnPage: () => ({}),
  showQuote: (request) => ({ id: textIn(request, 'id') }),
  articleText: () => ({}),
  selectText: (request) => ({ text: textIn(request, 'text') }),
  setMarks: (request) => ({ on: has(request, 'on') && request.on === true }),
  nextMark: () => ({}),
  clipSelection: (request) => ({ strings: stringsIn(request) }),
};

/** Answers one call of the popup or the background. */
export type PageAnswer = <C extends keyof ToPage>(
  call: C,
  request: ToPage[C]['request'],
) => Promise<ToPage[C]['answer']>;

function isKnown(call: string): call is keyof ToPage {
  return Object.hasOwn(REQUESTS, call);
}

/** Answers the extension's own contexts, in a content script. */
export function answerOwnContexts(answer: PageAnswer): void {
  answerMessages({
    knows: isKnown,
    // Only the extension itself reaches a content script; another extension's message has another id.
    refuses: (_, sender: Browser.runtime.MessageSender) =>
      sender.id === browser.runtime.id ? null : 'not from this extension',
    run: async (call, request) =>
      isKnown(call) ? await answer(call, REQUESTS[call](request)) : null,
    failed: (call, error) => {
      console.error(`[uade] ${call}`, error);
    },
  });
}
