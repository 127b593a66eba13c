import { type Browser, browser } from 'wxt/browser';
import { type Answering, answerMessages } from './answer';
import { OWN_REQUESTS, PAGE_REQUESTS } from './parse-requests';
import type { FromOwnPage, FromPage } from './protocol';

type Sender = Browser.runtime.MessageSender;

/** One function a call of a content script. Runs in the sender's user gesture up to its first `await`. */
export type FromPageHandlers = {
  readonly [C in keyof FromPage]: (
    request: FromPage[C]['request'],
    sender: Sender,
  ) => Promise<FromPage[C]['answer']>;
};

/** One function a call of our own pages. */
export type FromOwnPageHandlers = {
  readonly [C in keyof FromOwnPage]: (
    request: FromOwnPage[C]['request'],
  ) => Promise<FromOwnPage[C]['answer']>;
};

/** True for a page of this extension; the browser writes the sender's address, nobody else can. */
function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && originOf(sender.url) === originOf(ownAddress());
}

/** True for a content script of this extension in a tab. */
function isContentScript(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.tab !== undefined && !isOwnPage(sender);
}

function ownAddress(): string {
  return browser.runtime.getURL('/');
}

/** Scheme and host; `URL.origin` is "null" for extension schemes in some engines. */
function originOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Parses, then runs; both in the message's own turn, so that the user's gesture still counts. */
function runOn<T extends object>(
  handlers: { readonly [C in keyof T]: (request: T[C], sender: Sender) => Promise<unknown> },
  parsers: { readonly [C in keyof T]: (request: unknown) => T[C] },
) {
  return async <C extends keyof T>(call: C, request: unknown, sender: Sender): Promise<unknown> =>
    await handlers[call](parsers[call](request), sender);
}

function knownIn<T extends object>(handlers: T): (call: string) => call is keyof T & string {
  return (call): call is keyof T & string => Object.hasOwn(handlers, call);
}

/** Answers content scripts: they may look up and open a draft, nothing else. Registers at once. */
export function answerPages(handlers: FromPageHandlers, failed: Answering['failed']): void {
  const isKnown = knownIn(handlers);
  const run = runOn<{ [C in keyof FromPage]: FromPage[C]['request'] }>(handlers, PAGE_REQUESTS);
  answerMessages({
    knows: isKnown,
    refuses: (_, sender) =>
      isContentScript(sender) || isOwnPage(sender) ? null : 'not from this extension',
    run: async (call, request, sender) => (isKnown(call) ? await run(call, request, sender) : null),
    failed,
  });
}

/** Answers our own pages; a content script that asks is refused. Registers at once. */
export function answerOwnPages(handlers: FromOwnPageHandlers, failed: Answering['failed']): void {
  const isKnown = knownIn(handlers);
  const run = runOn<{ [C in keyof FromOwnPage]: FromOwnPage[C]['request'] }>(
    handlers,
    OWN_REQUESTS,
  );
  answerMessages({
    knows: isKnown,
    refuses: (_, sender) => (isOwnPage(sender) ? null : 'only for pages of the extension'),
    run: async (call, request, sender) => (isKnown(call) ? await run(call, request, sender) : null),
    failed,
  });
}
