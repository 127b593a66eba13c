import { browser } from 'wxt/browser';
import type { FromOwnPage, FromPage, ToPage } from './protocol';

/** The other side refused, failed, or is gone (`gone`: the extension was updated or reloaded under this page). */
export class CallError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

type Envelope = { readonly ok: true; readonly answer: unknown } | Refusal;
interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

async function answerOf(sending: () => Promise<unknown>): Promise<unknown> {
  let envelope: unknown;
  try {
    envelope = await sending();
  } catch (error) {
    // No listener, a tab that closed, or "Extension context invalidated".
    throw new CallError('gone', error instanceof Error ? error.message : String(error));
  }
  if (!isEnvelope(envelope)) throw new CallError('gone', 'nobody answered');
  if (!envelope.ok) throw new CallError(envelope.code, envelope.message);
  return envelope.answer;
}

/** Asks the background, from a content script. Throws `CallError`. */
export async function callBackground<C extends keyof FromPage>(
  call: C,
  request: FromPage[C]['request'],
): Promise<FromPage[C]['answer']> {
  // The answer comes from our own background, which is of the same build.
  return (await answerOf(() =>
    browser.runtime.sendMessage({ call, request }),
  )) as FromPage[C]['answer'];
}

/** Asks the background, from one of our own pages. Throws `CallError`. */
export async function callFromOwnPage<C extends keyof FromOwnPage>(
  call: C,
  request: FromOwnPage[C]['request'],
): Promise<FromOwnPage[C]['answer']> {
  return (await answerOf(() =>
    browser.runtime.sendMessage({ call, request }),
  )) as FromOwnPage[C]['answer'];
}

/** Asks the content script of a tab's top frame. Throws `CallError`, `gone` where there is none. */
export async function callPage<C extends keyof ToPage>(
  tabId: number,
  call: C,
  request: ToPage[C]['request'],
): Promise<ToPage[C]['answer']> {
  return (await answerOf(() =>
    browser.tabs.sendMessage(tabId, { call, request }, { frameId: 0 }),
  )) as ToPage[C]['answer'];
}
