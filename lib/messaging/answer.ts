import { type Browser, browser } from 'wxt/browser';
import { CallError } from './call';

type Sender = Browser.runtime.MessageSender;

/** What a listener knows of the calls it answers. */
export interface Answering {
  /** Whether this listener answers the call at all; another may. */
  knows(call: string): boolean;
  /** Null when the sender may make this call, else why not. */
  refuses(call: string, sender: Sender): string | null;
  /** Runs at once, in the sender's user gesture, up to its first `await`. Throws `CallError` to refuse. */
  run(call: string, request: unknown, sender: Sender): Promise<unknown>;
  /** A failure that is no `CallError`: reported once, here. */
  failed(call: string, error: unknown): void;
}

interface Message {
  readonly call: string;
  readonly request: unknown;
}

function asMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null || !('call' in value)) return null;
  const { call } = value;
  return typeof call === 'string'
    ? { call, request: 'request' in value ? value.request : {} }
    : null;
}

async function envelopeOf(answering: Answering, { call, request }: Message, sender: Sender) {
  const refusal = answering.refuses(call, sender);
  if (refusal !== null) return { ok: false, code: 'forbidden', message: refusal };
  try {
    return { ok: true, answer: await answering.run(call, request, sender) };
  } catch (error) {
    if (error instanceof CallError) return { ok: false, code: error.code, message: error.message };
    answering.failed(call, error);
    return {
      ok: false,
      code: 'failed',
      message: error instanceof Error ? error.message : 'failed',
    };
  }
}

/** Answers messages. Returns at once; calls it does not know are left to others. */
export function answerMessages(answering: Answering): void {
  const listener = (
    value: unknown,
    sender: Sender,
    respond: (envelope: unknown) => void,
  ): true | undefined => {
    const message = asMessage(value);
    if (message === null || !answering.knows(message.call)) return undefined;
    void envelopeOf(answering, message, sender).then(respond);
    // Tells the browser that the answer comes later.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
}
