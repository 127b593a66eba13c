import { useCallback, useEffect, useState } from 'react';
import type { UiStrings } from '@/lib/language/ui';
import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { callFromOwnPage } from '@/lib/messaging/call';
import { keepReviewToken, reviewToken } from '@/lib/storage/review-token';
import { uuidV7 } from '@/lib/storage/uuid';
import type { Asking } from '@/lib/sync/ask-tracker';
import {
  type AddedKind,
  addRecord,
  askProposals,
  askQueue,
  type Decision,
  decideClip,
  type ReviewOutcome,
  type SecondWord,
  settleProposal,
} from '@/lib/sync/review-requests';
import type { World } from '@/lib/sync/world';
import type { Proposal } from '@/lib/wire/review';
import { BUILD_TRACKER } from '../background/tracker';

const WORLD: World = {
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
  random: Math.random,
};

/** An editor's dealings with the tracker of this build. */
export interface Editor {
  queue(): ReturnType<typeof askQueue>;
  decide(clipId: string, decision: Decision): ReturnType<typeof decideClip>;
  proposals(): ReturnType<typeof askProposals>;
  settle(proposal: Proposal, word: SecondWord): ReturnType<typeof settleProposal>;
  add<K extends AddedKind & Kind>(added: {
    readonly dataset: string;
    readonly kind: K;
    readonly record: RecordOfKind[K] & { readonly id: string };
    readonly seen: readonly string[];
  }): ReturnType<typeof addRecord>;
}

function editorOf(asking: Asking): Editor {
  return {
    queue: () => askQueue(WORLD, asking),
    decide: (clipId, decision) => decideClip(WORLD, asking, clipId, decision),
    proposals: () => askProposals(WORLD, asking),
    settle: (proposal, word) => settleProposal(WORLD, asking, proposal, word),
    add: (added) => addRecord(WORLD, asking, added),
  };
}

/** Asks the tracker whether a token lets its bearer review; null: it does, and is kept. */
export async function tryToken(token: string, words: Pick<UiStrings, 'review'>) {
  const { origin } = BUILD_TRACKER;
  const problem = problemOf(await editorOf({ origin, token }).queue(), words);
  if (problem === null) await keepReviewToken(origin, token);
  return problem;
}

/** The editor whose token is kept on this device; `none` without one. */
export function useEditor(): Editor | 'none' | 'loading' {
  const [editor, setEditor] = useState<Editor | 'none' | 'loading'>('loading');
  useEffect(() => {
    const { origin } = BUILD_TRACKER;
    reviewToken(origin).then(
      (token) => setEditor(token === null ? 'none' : editorOf({ origin, token })),
      (error: unknown) => {
        console.error('[uade] editor', error);
        setEditor('none');
      },
    );
  }, []);
  return editor;
}

/** What went wrong, in words; null when it went well. */
export function problemOf(
  outcome: ReviewOutcome<unknown>,
  { review }: Pick<UiStrings, 'review'>,
): string | null {
  switch (outcome.kind) {
    case 'done':
      return null;
    case 'conflict':
      return review.conflict;
    case 'samePerson':
      return review.samePerson;
    case 'refused':
      return review.refused(outcome.reason);
    case 'later':
      return review.noNetwork;
    case 'blocked':
      return outcome.by === 'update' ? review.oldVersion : review.badToken;
  }
}

/** What was read, read again when `read` is another one or `again` is called. */
export function useRead<T>(read: () => Promise<T>): [T | 'loading' | 'failed', () => void] {
  const [value, setValue] = useState<T | 'loading' | 'failed'>('loading');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (one: T | 'failed') => {
      if (isCurrent) setValue(one);
    };
    read().then(show, (error: unknown) => {
      console.error('[uade] review', error);
      show('failed');
    });
    return () => {
      isCurrent = false;
    };
    // `turn` reads again.
  }, [read, turn]);
  return [value, useCallback(() => setTurn((now) => now + 1), [])];
}

/** A new id for a record that this editor makes. */
export function newRecordId(): string {
  return uuidV7(Date.now(), (bytes) => crypto.getRandomValues(bytes));
}

const DONE = 'done';

/** Goes to the list, which tells what has been done; the ledger's copy is asked for anew. */
export function backToList(done: string): void {
  sessionStorage.setItem(DONE, done);
  callFromOwnPage('syncNow', {}).catch((error: unknown) => console.error('[uade] sync', error));
  location.hash = '#/review';
}

/** What has just been done on the page before this one; told once. */
export function takeDone(): string {
  const done = sessionStorage.getItem(DONE) ?? '';
  sessionStorage.removeItem(DONE);
  return done;
}
