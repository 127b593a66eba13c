import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClipStore, openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { giveConsent, takeConsentBack } from '@/lib/storage/consent';
import { OwnDb } from '@/lib/storage/own-db';
import { clipBody } from '@/lib/sync/clip-body';
import { flushClips, type OutboxDeps, withdrawClip } from '@/lib/sync/outbox';
import { newClip } from '../storage/new-clip';
import { FakeClipTracker } from './fake-clip-tracker';

let tracker: FakeClipTracker;
let own: Connection<OwnDb>;
let clips: ClipStore;
let now: number;
let deps: OutboxDeps;

/** A chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

beforeEach(async () => {
  now = Date.parse('2026-11-25T10:00:00Z');
  tracker = new FakeClipTracker();
  own = new Connection(() => new OwnDb());
  const random = chance(7);
  clips = openClips(own, {
    now: () => now,
    random: (bytes) => {
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(random() * 256);
    },
  });
  deps = {
    world: { fetch: tracker.fetch, now: () => now, random },
    own,
    clips,
    origin: 'https://tracker.test',
    alone: async (work) => await work(),
  };
  await giveConsent('2026-11-25T09:00:00Z', own);
});

afterEach(async () => {
  own.close();
  await Dexie.delete('uade');
});

async function queued(text = 'обещание'): Promise<string> {
  const { id } = await clips.saveDraft(newClip(text));
  await clips.queue(id);
  now += 1;
  return id;
}

async function stateOf(id: string): Promise<unknown> {
  return (await clips.get(id))?.state;
}

describe('sending', () => {
  it('asks for a token once, sends each clip once, and says what is left', async () => {
    const ids = [await queued(), await queued()];
    expect(await flushClips(deps, { isAsked: false })).toEqual({ sent: 2, waiting: 0 });
    expect([...tracker.clips.keys()]).toEqual(ids);
    await queued();
    await flushClips(deps, { isAsked: false });
    expect(tracker.tokens.size).toBe(1);
  });

  it('sends nothing of the paragraph around the quote', async () => {
    await queued();
    await flushClips(deps, { isAsked: false });
    expect(JSON.stringify([...tracker.clips.values()])).not.toContain('не покидает устройство');
  });

  it('a witness without a source is sent with none', async () => {
    const { id } = await clips.saveDraft({ ...newClip('слышал на встрече'), article: null });
    await clips.queue(id);
    await flushClips(deps, { isAsked: false });
    expect(await stateOf(id)).toEqual({ name: 'sent' });
    expect(JSON.parse(tracker.clips.get(id)?.body ?? '')).toMatchObject({ source: null });
  });

  it('the same clip makes the same bytes, whatever happened to it', async () => {
    const id = await queued();
    const before = await clips.get(id);
    await clips.apply(id, { kind: 'send', leaseUntil: now });
    const after = await clips.get(id);
    expect(before && JSON.stringify(clipBody(before))).toBe(
      after && JSON.stringify(clipBody(after)),
    );
  });
});

describe('consent', () => {
  it('without it nothing is asked or sent; with it the same clips go', async () => {
    await takeConsentBack(own);
    const id = await queued();
    expect(await flushClips(deps, { isAsked: true })).toEqual({ sent: 0, waiting: 1 });
    expect(await stateOf(id)).toEqual({ name: 'blocked', by: 'consent' });
    expect(tracker.requests).toBe(0);
    await giveConsent('2026-11-25T10:00:00Z', own);
    expect(await flushClips(deps, { isAsked: false })).toEqual({ sent: 1, waiting: 0 });
  });
});

describe('what the tracker answers', () => {
  it.each([
    [400, { name: 'dead', reason: 'code: words' }],
    [409, { name: 'dead', reason: 'code: words' }],
    [413, { name: 'dead', reason: 'code: words' }],
    [422, { name: 'dead', reason: 'code: words' }],
    [401, { name: 'blocked', by: 'auth' }],
    [403, { name: 'blocked', by: 'auth' }],
    [404, { name: 'blocked', by: 'update' }],
    [410, { name: 'blocked', by: 'update' }],
    [426, { name: 'blocked', by: 'update' }],
    [408, { name: 'queued' }],
    [425, { name: 'queued' }],
    [429, { name: 'queued' }],
    [500, { name: 'queued' }],
    [503, { name: 'queued' }],
  ])('%i → %o', async (status, state) => {
    const id = await queued();
    tracker.fault = (path) =>
      path.includes('/clips/')
        ? Response.json({ error: 'code', message: 'words' }, { status })
        : null;
    await flushClips(deps, { isAsked: false });
    expect(await stateOf(id)).toEqual(state);
  });

  it.each([
    ['no JSON', () => new Response('<html>', { status: 200 })],
    ['JSON of another shape', () => Response.json({ state: 'received' })],
  ])('200 with %s: not taken for sent', async (_, response) => {
    const id = await queued();
    tracker.fault = (path) => (path.includes('/clips/') ? response() : null);
    await flushClips(deps, { isAsked: false });
    expect(await stateOf(id)).toEqual({ name: 'queued' });
    tracker.fault = () => null;
    await flushClips(deps, { isAsked: true });
    expect(await stateOf(id)).toEqual({ name: 'sent' });
  });

  it('one refused clip does not keep the others', async () => {
    const bad = await clips.saveDraft({
      ...newClip('x'),
      draft: { ...newClip('x').draft, text: {} },
    });
    await clips.queue(bad.id);
    now += 1;
    const good = await queued();
    await flushClips(deps, { isAsked: false });
    expect(await stateOf(bad.id)).toMatchObject({ name: 'dead' });
    expect(await stateOf(good)).toEqual({ name: 'sent' });
  });

  it('a tracker that is down makes the whole queue wait, and the wait is kept', async () => {
    await queued();
    await queued();
    tracker.fault = () => new Response('', { status: 503, headers: { 'retry-after': '600' } });
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(1);
    tracker.fault = () => null;
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(1);
    now += 600_001;
    expect(await flushClips(deps, { isAsked: false })).toEqual({ sent: 2, waiting: 0 });
  });
});

describe('a queue that is stopped', () => {
  const refuse = (path: string, status: number, headers: Record<string, string> = {}): void => {
    tracker.fault = (asked) =>
      asked.startsWith(path)
        ? Response.json({ error: 'code', message: 'words' }, { status, headers })
        : null;
  };

  it.each([
    [403, 'auth'],
    [400, 'auth'],
    [426, 'update'],
  ])('a token that is refused with %i blocks all of it: %s', async (status, by) => {
    const ids = [await queued(), await queued()];
    refuse('/v1/tokens', status);
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(1);
    for (const id of ids) expect(await stateOf(id)).toEqual({ name: 'blocked', by });
  });

  it.each([401, 426])(
    'after %i the others are not tried, and only the user wish tries anew',
    async (status) => {
      const ids = [await queued(), await queued()];
      refuse('/v1/clips/', status);
      await flushClips(deps, { isAsked: false });
      // The token, and one clip.
      expect(tracker.requests).toBe(2);
      for (const id of ids) expect(await stateOf(id)).toMatchObject({ name: 'blocked' });
      tracker.fault = () => null;
      expect(await flushClips(deps, { isAsked: false })).toEqual({ sent: 0, waiting: 2 });
      expect(tracker.requests).toBe(2);
      expect(await flushClips(deps, { isAsked: true })).toEqual({ sent: 2, waiting: 0 });
    },
  );

  it('waits twice as long after each failure, and from the beginning after a success', async () => {
    deps = { ...deps, world: { ...deps.world, random: () => 1 } };
    refuse('/v1/clips/', 500);
    await queued();
    let tried = 1;
    for (const waitMs of [30_000, 60_000, 120_000]) {
      await flushClips(deps, { isAsked: false });
      tried += 1;
      expect(tracker.requests).toBe(tried);
      now += waitMs - 1;
      await flushClips(deps, { isAsked: false });
      expect(tracker.requests).toBe(tried);
      now += 1;
    }
    tracker.fault = () => null;
    expect((await flushClips(deps, { isAsked: false })).sent).toBe(1);
    refuse('/v1/clips/', 500);
    await queued();
    await flushClips(deps, { isAsked: false });
    tracker.fault = () => null;
    now += 30_000;
    expect((await flushClips(deps, { isAsked: false })).sent).toBe(1);
  });

  it('the user wish does not wait; a clock that was put back does not make it wait for years', async () => {
    await queued();
    refuse('/v1/clips/', 503, { 'retry-after': '86400' });
    await flushClips(deps, { isAsked: false });
    tracker.fault = () => null;
    expect((await flushClips(deps, { isAsked: false })).sent).toBe(0);
    now -= 1;
    expect((await flushClips(deps, { isAsked: false })).sent).toBe(1);
    await queued();
    refuse('/v1/clips/', 503, { 'retry-after': '86400' });
    await flushClips(deps, { isAsked: false });
    tracker.fault = () => null;
    expect((await flushClips(deps, { isAsked: true })).sent).toBe(1);
  });

  it('a question what became of it that fails makes it wait too', async () => {
    await queued();
    await flushClips(deps, { isAsked: false });
    refuse('/v1/clips/status', 503, { 'retry-after': '7200' });
    now += 3_600_000;
    await flushClips(deps, { isAsked: false });
    const asked = tracker.requests;
    tracker.fault = () => null;
    now += 3_600_000;
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(asked);
    now += 3_600_001;
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(asked + 1);
  });
});

describe('what became of it', () => {
  it('is asked for, and the tracker word is kept', async () => {
    const ids = [await queued(), await queued(), await queued(), await queued()];
    await flushClips(deps, { isAsked: false });
    const [a = '', b = '', c = '', d = ''] = ids;
    tracker.decide(a, { state: 'accepted' });
    tracker.decide(b, { state: 'merged', survivorId: 'kz-p01' });
    tracker.decide(c, { state: 'rejected', reason: 'нет источника' });
    now += 31 * 60_000;
    await flushClips(deps, { isAsked: false });
    expect(await Promise.all(ids.map(stateOf))).toEqual([
      { name: 'accepted' },
      { name: 'merged', survivorId: 'kz-p01' },
      { name: 'rejected', reason: 'нет источника' },
      { name: 'sent' },
    ]);
    expect(await stateOf(d)).toEqual({ name: 'sent' });
  });

  it('is not asked for again within half an hour, but at the user wish', async () => {
    await queued();
    await flushClips(deps, { isAsked: false });
    const asked = tracker.requests;
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(asked);
    await flushClips(deps, { isAsked: true });
    expect(tracker.requests).toBe(asked + 1);
  });

  it('is asked for again where the clock was put back', async () => {
    await queued();
    await flushClips(deps, { isAsked: false });
    const asked = tracker.requests;
    now -= 3_600_000;
    await flushClips(deps, { isAsked: false });
    expect(tracker.requests).toBe(asked + 1);
  });

  it('nothing is asked of nothing', async () => {
    await flushClips(deps, { isAsked: true });
    expect(tracker.requests).toBe(0);
  });

  it('more than 100 are asked for in several requests', async () => {
    for (let n = 0; n < 205; n += 1) await queued(`обещание ${n}`);
    await flushClips(deps, { isAsked: false });
    const paths: string[] = [];
    tracker.fault = (path) => {
      paths.push(path);
      return null;
    };
    for (const id of await clips.idsIn('sent')) tracker.decide(id, { state: 'accepted' });
    await flushClips(deps, { isAsked: true });
    expect(paths).toEqual(Array.from({ length: 3 }, () => '/v1/clips/status'));
    expect(await clips.count(['accepted'])).toBe(205);
  });
});

describe('taking back', () => {
  it('a clip that was never begun to be sent stays on the device', async () => {
    const id = await queued();
    expect((await withdrawClip(deps, id))?.state.name).toBe('withdrawn');
    expect(tracker.requests).toBe(0);
  });

  it('a sent one is taken back from the tracker; a decided one stays decided', async () => {
    const [a, b] = [await queued(), await queued()];
    await flushClips(deps, { isAsked: false });
    tracker.decide(b, { state: 'accepted' });
    expect((await withdrawClip(deps, a))?.state.name).toBe('withdrawn');
    expect((await withdrawClip(deps, b))?.state.name).toBe('accepted');
    expect(tracker.clips.get(a)?.status.state).toBe('withdrawn');
  });

  it('one that was tried and never arrived is taken back here: there is nothing to take back there', async () => {
    const id = await queued();
    tracker.fault = (path) => (path.includes('/clips/') ? new Response('', { status: 500 }) : null);
    await flushClips(deps, { isAsked: false });
    tracker.fault = () => null;
    expect((await withdrawClip(deps, id))?.state.name).toBe('withdrawn');
    expect(tracker.clips.size).toBe(0);
  });

  it('one that the tracker will not give back stays as it is', async () => {
    const id = await queued();
    await flushClips(deps, { isAsked: false });
    tracker.fault = () => Response.json({ error: 'code', message: 'words' }, { status: 401 });
    expect((await withdrawClip(deps, id))?.state.name).toBe('sent');
  });

  it('of one that is not there it answers nothing', async () => {
    expect(await withdrawClip(deps, clips.newId())).toBeNull();
  });

  it('without a network it stays sent', async () => {
    const id = await queued();
    await flushClips(deps, { isAsked: false });
    tracker.losesRequest = () => true;
    expect((await withdrawClip(deps, id))?.state.name).toBe('sent');
  });
});

describe('2,000 clips, 10 % of requests and 20 % of answers lost, senders killed', () => {
  const COUNT = Number(process.env['UADE_CLIPS'] ?? 2_000);

  /** Saves, queues and flushes in many small workers; answers what the tracker and the device have at the end. */
  async function run(
    saveFirst: boolean,
  ): Promise<{ missing: number; doubled: number; differing: number }> {
    const luck = chance(41);
    const ids: string[] = [];
    tracker.losesRequest = () => luck() < 0.1;
    tracker.losesAnswer = () => luck() < 0.2;
    for (let n = 0; n < COUNT; n += 1) {
      const clip = newClip(`обещание ${n}`);
      if (saveFirst) {
        const { id } = await clips.saveDraft(clip);
        await clips.queue(id);
        ids.push(id);
      } else ids.push(await sendThenSave(n));
      now += 1;
    }
    for (let round = 0; saveFirst && round < 4_000; round += 1) {
      const killed = luck() < 0.2;
      // A killed sender leaves the lease of the clip that it had in hand.
      if (killed) await takeLease();
      // Without chance there is no pause after a failure.
      await flushClips({ ...deps, world: { ...deps.world, random: () => 0 } }, { isAsked: false });
      now += 30_000;
      if ((await clips.count(['sent'])) === COUNT) break;
    }
    const bodies = [...tracker.clips.values()].map(({ body }) => body);
    const kept = await clips.list();
    return {
      missing: ids.filter((id) => !tracker.clips.has(id)).length,
      doubled: bodies.length - new Set(bodies).size,
      differing: kept.filter(
        (clip) => tracker.clips.get(clip.id)?.body !== JSON.stringify(clipBody(clip)),
      ).length,
    };
  }

  async function takeLease(): Promise<void> {
    const [clip] = await clips.due(1);
    if (clip) await clips.apply(clip.id, { kind: 'send', leaseUntil: now + 120_000 });
  }

  /** The control: the request goes first, and only what was answered is saved. */
  async function sendThenSave(n: number): Promise<string> {
    const id = clips.newId();
    const token = 'token-00000000000000000000';
    tracker.tokens.add(token);
    const draft = newClip(`обещание ${n}`);
    const body = clipBody({
      ...draft,
      id,
      createdAt: new Date(now).toISOString(),
      updatedAt: '',
      state: { name: 'draft' },
      attempts: 0,
      lastError: null,
    });
    const sent = await tracker
      .fetch(`https://tracker.test/v1/clips/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      })
      .catch(() => null);
    if (sent?.ok === true) await clips.saveDraft(draft, id);
    return id;
  }

  it('0 missing, 0 doubled, 0 differing, though many arrive twice', async () => {
    expect(await run(true)).toEqual({ missing: 0, doubled: 0, differing: 0 });
    expect(tracker.clips.size).toBe(COUNT);
    expect([...tracker.arrivals.values()].some((times) => times > 1)).toBe(true);
  }, 240_000);

  it('the control, which sends before it saves, loses some', async () => {
    expect((await run(false)).missing).toBeGreaterThan(0);
  }, 60_000);
});
