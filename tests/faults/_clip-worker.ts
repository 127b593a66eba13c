import { DraftSaver } from '@/entrypoints/clip/draft-saver';
import type { Clip, ClipStateName } from '@/lib/storage/clip';
import { ClipStateError, openClips } from '@/lib/storage/clips';
import { giveConsent } from '@/lib/storage/consent';
import { ownConnection } from '@/lib/storage/own';
import { clipBody } from '@/lib/sync/clip-body';
import { flushClips } from '@/lib/sync/outbox';
import { newClip } from '../unit/storage/new-clip';

/** One window's form and its background, without the extension around them; and a control. */

export type ClipQuestion =
  | { readonly ask: 'save'; readonly id: string; readonly words: string }
  /** Key by key, each saved at once, as the form does; answered when all are on the disk. */
  | { readonly ask: 'type'; readonly id: string; readonly quotes: readonly string[] }
  | { readonly ask: 'queue' | 'look'; readonly id: string }
  /** The first of these clips that was not sent yet is taken back, should that not be too late. */
  | { readonly ask: 'reopen'; readonly ids: readonly string[] }
  /** Sends what is due on a clock that is so much ahead. */
  | { readonly ask: 'flush'; readonly aheadMs: number }
  | { readonly ask: 'list' }
  | { readonly ask: 'sendFirst'; readonly id: string; readonly words: string };

export interface Looked {
  /** Null: no such clip. */
  readonly state: ClipStateName | null;
}

/** Null instead: all of them were sent. */
export interface Reopened {
  readonly id: string;
  /** False: it was begun to be sent, and stays as it is. */
  readonly isOpen: boolean;
}

/** What a question came to: its answer, or the words of a failure. */
export type ClipAnswer<T> = { readonly done: T } | { readonly failed: string };

const own = ownConnection();
const clips = openClips(own);

async function flush(aheadMs: number) {
  const now = () => Date.now() + aheadMs;
  const random = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
  const world = { fetch: fetch.bind(globalThis), now, random: Math.random };
  const deps = {
    world,
    own,
    clips: openClips(own, { now, random }),
    origin: location.origin,
    alone: async <T>(work: () => Promise<T>): Promise<T | null> =>
      await navigator.locks.request('uade-outbox', { ifAvailable: true }, async (lock) =>
        lock === null ? null : await work(),
      ),
  };
  return await flushClips(deps, { isAsked: true });
}

async function type(id: string, quotes: readonly string[]): Promise<void> {
  const saver = new DraftSaver({ create: null, update: (patch) => clips.update(id, patch) });
  await Promise.all(quotes.map((quote) => saver.save({ draft: { quote } })));
}

/** As «send» does: nobody waits for the network. */
async function queue(id: string): Promise<void> {
  await giveConsent(new Date().toISOString(), own);
  await clips.queue(id);
  flush(0).catch((error: unknown) => console.error(error));
}

async function reopen(ids: readonly string[]): Promise<Reopened | null> {
  for (const id of ids) {
    const { name } = (await clips.get(id))?.state ?? { name: 'sent' };
    // Taken back by a window that died before it could tell.
    if (name === 'draft') return { id, isOpen: true };
    if (name === 'sent') continue;
    try {
      await clips.reopen(id);
      return { id, isOpen: true };
    } catch (error) {
      if (error instanceof ClipStateError) return { id, isOpen: false };
      throw error;
    }
  }
  return null;
}

/** The control: the request goes first, and the clip is kept when it was answered. */
async function sendFirst(id: string, words: string): Promise<void> {
  const made = newClip(words);
  const stamp = new Date().toISOString();
  const state = { name: 'draft' } as const;
  const clip: Clip = {
    ...made,
    id,
    createdAt: stamp,
    updatedAt: stamp,
    state,
    attempts: 0,
    lastError: null,
  };
  const { token } = (await (await fetch('/v1/tokens', { method: 'POST' })).json()) as {
    readonly token: string;
  };
  const { ok } = await fetch(`/v1/clips/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(clipBody(clip)),
  });
  if (ok) await clips.importAll([clip]);
}

async function answer(question: ClipQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'save':
      return (await clips.saveDraft(newClip(question.words), question.id)).id;
    case 'type':
      return await type(question.id, question.quotes);
    case 'queue':
      return await queue(question.id);
    case 'reopen':
      return await reopen(question.ids);
    case 'look':
      return { state: (await clips.get(question.id))?.state.name ?? null } satisfies Looked;
    case 'flush':
      return await flush(question.aheadMs);
    case 'list':
      return await clips.list();
    case 'sendFirst':
      return await sendFirst(question.id, question.words);
  }
}

addEventListener('message', ({ data }: MessageEvent<ClipQuestion>) => {
  answer(data).then(
    (done) => postMessage({ value: { done } }),
    (error: unknown) => postMessage({ value: { failed: String(error) } }),
  );
});
