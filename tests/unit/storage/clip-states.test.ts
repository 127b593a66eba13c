import { describe, expect, it } from 'vitest';
import type { ClipState, ClipStateName } from '@/lib/storage/clip';
import { type ClipEvent, type ClipEventKind, isDue, nextState } from '@/lib/storage/clip-states';

const NOW = 1_000_000;

const STATES: Record<ClipStateName, ClipState> = {
  draft: { name: 'draft' },
  queued: { name: 'queued' },
  sending: { name: 'sending', leaseUntil: NOW + 1 },
  sent: { name: 'sent' },
  accepted: { name: 'accepted' },
  merged: { name: 'merged', survivorId: 'p' },
  rejected: { name: 'rejected', reason: 'r' },
  withdrawn: { name: 'withdrawn' },
  blocked: { name: 'blocked', by: 'consent' },
  dead: { name: 'dead', reason: 'r' },
};

const EVENTS: Record<ClipEventKind, ClipEvent> = {
  queue: { kind: 'queue' },
  reopen: { kind: 'reopen' },
  send: { kind: 'send', leaseUntil: NOW + 120_000 },
  arrived: { kind: 'arrived' },
  retryLater: { kind: 'retryLater' },
  block: { kind: 'block', by: 'auth' },
  unblock: { kind: 'unblock', by: 'consent' },
  refuse: { kind: 'refuse', reason: 'bad' },
  accept: { kind: 'accept' },
  merge: { kind: 'merge', survivorId: 's' },
  reject: { kind: 'reject', reason: 'no' },
  withdraw: { kind: 'withdraw' },
};

/** All states by all events, as sync.md has them; `-` means that nothing changes. */
const TABLE: Record<ClipStateName, Record<ClipEventKind, ClipStateName | '-'>> = {
  draft: row({ queue: 'queued', withdraw: 'withdrawn' }),
  queued: row({
    reopen: 'draft',
    send: 'sending',
    arrived: 'sent',
    block: 'blocked',
    accept: 'accepted',
    merge: 'merged',
    reject: 'rejected',
    withdraw: 'withdrawn',
  }),
  sending: row({
    arrived: 'sent',
    retryLater: 'queued',
    block: 'blocked',
    refuse: 'dead',
    accept: 'accepted',
    merge: 'merged',
    reject: 'rejected',
    withdraw: 'withdrawn',
  }),
  sent: row({ accept: 'accepted', merge: 'merged', reject: 'rejected', withdraw: 'withdrawn' }),
  accepted: row({}),
  merged: row({}),
  rejected: row({}),
  withdrawn: row({}),
  blocked: row({
    queue: 'queued',
    reopen: 'draft',
    unblock: 'queued',
    accept: 'accepted',
    merge: 'merged',
    reject: 'rejected',
    withdraw: 'withdrawn',
  }),
  dead: row({ queue: 'queued', withdraw: 'withdrawn' }),
};

function row(
  next: Partial<Record<ClipEventKind, ClipStateName>>,
): Record<ClipEventKind, ClipStateName | '-'> {
  const all = Object.keys(EVENTS) as ClipEventKind[];
  return Object.fromEntries(all.map((event) => [event, next[event] ?? '-'])) as Record<
    ClipEventKind,
    ClipStateName | '-'
  >;
}

describe('a clip', () => {
  const cases = Object.entries(TABLE).flatMap(([state, events]) =>
    Object.entries(events).map(([event, next]) => [state, event, next] as const),
  );

  it.each(cases)('%s + %s → %s', (state, event, next) => {
    const after = nextState(STATES[state as ClipStateName], EVENTS[event as ClipEventKind], NOW);
    expect(after?.name ?? '-').toBe(next);
  });

  it('under a live lease is not sent a second time; under one that is over it is', () => {
    const sending = (leaseUntil: number): ClipState => ({ name: 'sending', leaseUntil });
    expect(nextState(sending(NOW + 1), EVENTS.send, NOW)).toBeNull();
    expect(nextState(sending(NOW), EVENTS.send, NOW)).toEqual(sending(NOW + 120_000));
    expect(isDue(sending(NOW + 1), NOW)).toBe(false);
    expect(isDue(sending(NOW), NOW)).toBe(true);
  });

  it('is unblocked only by what it was blocked for', () => {
    const blocked: ClipState = { name: 'blocked', by: 'auth' };
    expect(nextState(blocked, { kind: 'unblock', by: 'consent' }, NOW)).toBeNull();
    expect(nextState(blocked, { kind: 'unblock', by: 'auth' }, NOW)).toEqual({ name: 'queued' });
  });

  it('carries the tracker word on: survivor and reason', () => {
    expect(nextState(STATES.sent, EVENTS.merge, NOW)).toEqual({ name: 'merged', survivorId: 's' });
    expect(nextState(STATES.sent, EVENTS.reject, NOW)).toEqual({ name: 'rejected', reason: 'no' });
  });
});
