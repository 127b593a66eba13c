import type { BlockedBy, Clip } from '@/lib/storage/clip';
import { type ClipEvent, LEASE_MS } from '@/lib/storage/clip-states';
import type { ClipStore } from '@/lib/storage/clips';
import type { Connection } from '@/lib/storage/connection';
import type { OutboxRecord, OwnDb } from '@/lib/storage/own-db';
import { type ClipStatus, STATUS_IDS_MAX } from '@/lib/wire/clips';
import type { Asking, Outcome } from './ask-tracker';
import { notBefore, PAUSE_MAX_MS } from './back-off';
import { clipBody } from './clip-body';
import { askStatuses, askToken, deleteClip, putClip } from './clip-requests';
import type { World } from './world';

/** What the sender works with. */
export interface OutboxDeps {
  readonly world: World;
  readonly own: Connection<OwnDb>;
  readonly clips: ClipStore;
  /** The tracker's address, no slash at the end. */
  readonly origin: string;
  /** Runs the work alone among all contexts; answers null, without waiting, when another has it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** What a flush did. */
export interface Flushed {
  readonly sent: number;
  /** Clips still to be sent, blocked ones among them. */
  readonly waiting: number;
}

/** Undecided clips are asked about no more often than this, but when the user asks. */
const STATUS_MS = 30 * 60_000;
/** Clips read at a time. */
const BATCH = 50;
const IDLE: OutboxRecord = { failures: 0, notBefore: 0, statusAt: 0 };

async function recordOf({ own }: OutboxDeps): Promise<OutboxRecord> {
  return (await own.run((db) => db.read('outbox'))) ?? IDLE;
}

async function change(deps: OutboxDeps, next: Partial<OutboxRecord>): Promise<void> {
  const record = await recordOf(deps);
  await deps.own.run((db) => db.keep('outbox', { ...record, ...next }));
}

async function backOff(deps: OutboxDeps, askedMs: number | null): Promise<void> {
  const failures = (await recordOf(deps)).failures + 1;
  const { world } = deps;
  await change(deps, {
    failures,
    notBefore: notBefore(world.now(), failures, world.random(), askedMs),
  });
}

/** The event that the tracker's word on a clip means; null for what it is already. */
function eventOf(status: ClipStatus): ClipEvent | null {
  switch (status.state) {
    case 'received':
      return null;
    case 'accepted':
      return { kind: 'accept' };
    case 'merged':
      return { kind: 'merge', survivorId: status.survivorId ?? status.id };
    case 'rejected':
      return { kind: 'reject', reason: status.reason ?? '' };
    case 'withdrawn':
      return { kind: 'withdraw' };
  }
}

async function tell({ clips }: OutboxDeps, status: ClipStatus): Promise<void> {
  await clips.apply(status.id, { kind: 'arrived' });
  const event = eventOf(status);
  if (event !== null) await clips.apply(status.id, event);
}

/** Blocks all that is queued for one reason, so that none of it is tried before the reason is gone. */
async function blockAll(deps: OutboxDeps, by: BlockedBy, reason: string | null): Promise<void> {
  for (const id of await deps.clips.idsIn('queued')) {
    await deps.clips.apply(id, { kind: 'block', by }, reason);
  }
}

/** Puts what was blocked for this back into the queue: consent was given, the extension was updated. */
export async function unblock(deps: Pick<OutboxDeps, 'clips'>, by: BlockedBy): Promise<void> {
  for (const id of await deps.clips.idsIn('blocked')) {
    await deps.clips.apply(id, { kind: 'unblock', by });
  }
}

/** The token for this tracker, asked for at the first need; null when there is none to be had now. */
async function asking(deps: OutboxDeps): Promise<Asking | null> {
  const { world, own, origin } = deps;
  const kept = await own.run((db) => db.read('token'));
  if (kept?.origin === origin) return { origin, token: kept.token };
  const outcome = await askToken(world, origin);
  if (outcome.kind === 'done') {
    const token = { origin, token: outcome.value };
    await own.run((db) => db.keep('token', token));
    return token;
  }
  if (outcome.kind === 'later') await backOff(deps, outcome.askedMs);
  else await blockAll(deps, outcome.kind === 'blocked' ? outcome.by : 'auth', outcome.reason);
  return null;
}

/** Settles one answered clip; false stops the queue. */
async function settle(
  deps: OutboxDeps,
  id: string,
  outcome: Outcome<ClipStatus>,
): Promise<boolean> {
  switch (outcome.kind) {
    case 'done':
      await tell(deps, outcome.value);
      return true;
    case 'refused':
      await deps.clips.apply(id, { kind: 'refuse', reason: outcome.reason }, outcome.reason);
      return true;
    case 'blocked':
      await deps.clips.apply(id, { kind: 'block', by: outcome.by }, outcome.reason);
      await blockAll(deps, outcome.by, outcome.reason);
      return false;
    case 'later':
      await deps.clips.apply(id, { kind: 'retryLater' }, outcome.reason);
      await backOff(deps, outcome.askedMs);
      return false;
  }
}

async function sendOne(deps: OutboxDeps, as: Asking, clip: Clip): Promise<boolean> {
  const leaseUntil = deps.world.now() + LEASE_MS;
  const leased = await deps.clips.apply(clip.id, { kind: 'send', leaseUntil });
  // Someone else has it under a live lease, or it was withdrawn meanwhile.
  if (leased === null) return true;
  return await settle(deps, clip.id, await putClip(deps.world, as, clip.id, clipBody(leased)));
}

async function sendBatch(deps: OutboxDeps, as: Asking, batch: readonly Clip[]): Promise<boolean> {
  for (const clip of batch) if (!(await sendOne(deps, as, clip))) return false;
  return true;
}

async function sendDue(deps: OutboxDeps): Promise<void> {
  let batch = await deps.clips.due(BATCH);
  if (batch.length === 0) return;
  const as = await asking(deps);
  if (as === null) return;
  while (batch.length > 0) {
    if (!(await sendBatch(deps, as, batch))) return;
    const next = await deps.clips.due(BATCH);
    // A clip that is still due after its turn would be tried for ever.
    if (next[0]?.id === batch[0]?.id) return;
    batch = next;
  }
  await change(deps, { failures: 0, notBefore: 0 });
}

async function askWhatBecame(deps: OutboxDeps, isAsked: boolean): Promise<void> {
  const ids = await deps.clips.idsIn('sent');
  const now = deps.world.now();
  const sinceMs = now - (await recordOf(deps)).statusAt;
  if (ids.length === 0 || (!isAsked && sinceMs >= 0 && sinceMs < STATUS_MS)) return;
  const as = await asking(deps);
  if (as === null) return;
  for (let at = 0; at < ids.length; at += STATUS_IDS_MAX) {
    const outcome = await askStatuses(deps.world, as, ids.slice(at, at + STATUS_IDS_MAX));
    if (outcome.kind !== 'done') {
      await backOff(deps, outcome.kind === 'later' ? outcome.askedMs : null);
      return;
    }
    // That it lies there undecided is known already.
    const decided = outcome.value.filter(({ state }) => state !== 'received');
    for (const status of decided) await tell(deps, status);
  }
  await change(deps, { statusAt: now });
}

async function flushAlone(deps: OutboxDeps, isAsked: boolean): Promise<void> {
  const consent = await deps.own.run((db) => db.read('consent'));
  if (consent === null) {
    await blockAll(deps, 'consent', null);
    return;
  }
  await unblock(deps, 'consent');
  if (isAsked) {
    await unblock(deps, 'update');
    await unblock(deps, 'auth');
  }
  const waitMs = (await recordOf(deps)).notBefore - deps.world.now();
  // A longer wait than the longest pause is a clock that was put back.
  if (!isAsked && waitMs > 0 && waitMs <= PAUSE_MAX_MS) return;
  await sendDue(deps);
  await askWhatBecame(deps, isAsked);
}

const ARRIVED = ['sent', 'accepted', 'merged', 'rejected'] as const;
const WAITING = ['queued', 'sending', 'blocked'] as const;

/**
 * Sends what is queued, and asks what became of what was sent. Any number may be called at once, one works.
 * A sender that is killed needs no repair: its lease runs out, and the tracker takes a clip once.
 */
export async function flushClips(
  deps: OutboxDeps,
  wish: { readonly isAsked: boolean },
): Promise<Flushed> {
  const before = await deps.clips.count(ARRIVED);
  await deps.alone(() => flushAlone(deps, wish.isAsked));
  const sent = (await deps.clips.count(ARRIVED)) - before;
  return { sent: Math.max(0, sent), waiting: await deps.clips.count(WAITING) };
}

async function withdrawAlone(deps: OutboxDeps, clip: Clip): Promise<void> {
  if (clip.attempts === 0) {
    await deps.clips.apply(clip.id, { kind: 'withdraw' });
    return;
  }
  const as = await asking(deps);
  if (as === null) return;
  const outcome = await deleteClip(deps.world, as, clip.id);
  if (outcome.kind === 'done') await tell(deps, outcome.value);
  // The tracker never had it: there is nothing to take back but what is here.
  else if (outcome.kind === 'blocked' && outcome.by === 'update') {
    await deps.clips.apply(clip.id, { kind: 'withdraw' });
  }
}

/**
 * Takes a clip back: one that was never begun to be sent on the device alone, any other from the tracker. The
 * answer is the clip as it then is (unchanged while the tracker cannot be asked, or a flush is at work), or null
 * when it is not there. Never while a flush is at work: a clip on its way would arrive after it was taken back.
 */
export async function withdrawClip(deps: OutboxDeps, id: string): Promise<Clip | null> {
  await deps.alone(async () => {
    const clip = await deps.clips.get(id);
    if (clip !== null) await withdrawAlone(deps, clip);
  });
  return await deps.clips.get(id);
}
