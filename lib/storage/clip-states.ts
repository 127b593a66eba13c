import type { BlockedBy, ClipState, ClipStateName } from './clip';

/** A sender that has not come back after this is taken for dead. */
export const LEASE_MS = 120_000;

/** True while a sender may still be at it. A lease that ends later than any is given for is a clock that was put back. */
function isLeased(state: ClipState, now: number): boolean {
  return state.name === 'sending' && state.leaseUntil > now && state.leaseUntil <= now + LEASE_MS;
}

/** What happens to a clip. */
export type ClipEvent =
  | { readonly kind: 'queue' }
  /** Back to the form; only what was never begun to be sent, since a lost answer may hide that it arrived. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'send'; readonly leaseUntil: number }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'retryLater' }
  | { readonly kind: 'block'; readonly by: BlockedBy }
  | { readonly kind: 'unblock'; readonly by: BlockedBy }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'accept' }
  | { readonly kind: 'merge'; readonly survivorId: string }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'withdraw' };
export type ClipEventKind = ClipEvent['kind'];

/** In which states an event means something; in the others it changes nothing. */
const FROM: Readonly<Record<ClipEventKind, readonly ClipStateName[]>> = {
  queue: ['draft', 'dead', 'blocked'],
  reopen: ['queued', 'blocked'],
  send: ['queued', 'sending'],
  arrived: ['sending', 'queued'],
  retryLater: ['sending'],
  block: ['sending', 'queued'],
  unblock: ['blocked'],
  refuse: ['sending'],
  // An answer can be lost: the tracker may have decided on a clip that is still thought to be under way.
  accept: ['sent', 'sending', 'queued', 'blocked'],
  merge: ['sent', 'sending', 'queued', 'blocked'],
  reject: ['sent', 'sending', 'queued', 'blocked'],
  withdraw: ['draft', 'queued', 'sent', 'sending', 'blocked', 'dead'],
};

type After = {
  readonly [K in ClipEventKind]: (
    event: Extract<ClipEvent, { readonly kind: K }>,
    state: ClipState,
    now: number,
  ) => ClipState | null;
};

const QUEUED: ClipState = { name: 'queued' };

/** The state that an event leads to, in a state of `FROM`. */
const AFTER: After = {
  queue: () => QUEUED,
  reopen: () => ({ name: 'draft' }),
  send: ({ leaseUntil }, state, now) =>
    isLeased(state, now) ? null : { name: 'sending', leaseUntil },
  arrived: () => ({ name: 'sent' }),
  retryLater: () => QUEUED,
  block: ({ by }) => ({ name: 'blocked', by }),
  unblock: ({ by }, state) => (state.name === 'blocked' && state.by === by ? QUEUED : null),
  refuse: ({ reason }) => ({ name: 'dead', reason }),
  accept: () => ({ name: 'accepted' }),
  merge: ({ survivorId }) => ({ name: 'merged', survivorId }),
  reject: ({ reason }) => ({ name: 'rejected', reason }),
  withdraw: () => ({ name: 'withdrawn' }),
};

function after<K extends ClipEventKind>(
  event: Extract<ClipEvent, { readonly kind: K }> & { readonly kind: K },
  state: ClipState,
  now: number,
): ClipState | null {
  return AFTER[event.kind](event, state, now);
}

/**
 * The state after an event, or null when the event means nothing in this state.
 * `now` (ms) decides whether a lease is over: a clip under a live lease is not sent a second time.
 */
export function nextState(state: ClipState, event: ClipEvent, now: number): ClipState | null {
  return FROM[event.kind].includes(state.name) ? after(event, state, now) : null;
}

/** True while the clip's words may still be changed; afterwards: withdraw, or copy. */
export function isEditable(state: ClipState): boolean {
  return state.name === 'draft';
}

/** True when the clip waits for the network, or its sender died: it is to be sent. */
export function isDue(state: ClipState, now: number): boolean {
  return state.name === 'queued' || (state.name === 'sending' && !isLeased(state, now));
}
