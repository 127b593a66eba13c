import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClipStateError, type ClipStore, type NewClip, openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { StorageError } from '@/lib/storage/limit';
import { OwnDb } from '@/lib/storage/own-db';
import { uuidV7 } from '@/lib/storage/uuid';
import { newClip } from './new-clip';

let own: Connection<OwnDb>;
let clips: ClipStore;
let now: number;

beforeEach(() => {
  now = Date.parse('2026-11-25T10:00:00Z');
  own = new Connection(() => new OwnDb());
  clips = openClips(own, { now: () => now, random: (bytes) => bytes.fill(now % 251) });
});

afterEach(async () => {
  own.close();
  await Dexie.delete('uade');
});

const CLIP: NewClip = newClip('Отремонтировать улицу Абая');

describe('clips', () => {
  it('a saved draft is there for the next worker', async () => {
    const { id } = await clips.saveDraft(CLIP);
    own.close();
    const later = openClips(new Connection(() => new OwnDb()));
    expect(await later.get(id)).toMatchObject({ id, draft: CLIP.draft, state: { name: 'draft' } });
  });

  it('takes an id that was given out before, so that the form can open first', async () => {
    const id = clips.newId();
    expect((await clips.saveDraft(CLIP, id)).id).toBe(id);
  });

  it('lists the newest first', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) {
      ids.unshift((await clips.saveDraft(CLIP)).id);
      now += 1_000;
    }
    expect((await clips.list()).map(({ id }) => id)).toEqual(ids);
  });

  it('a draft can be changed, a queued clip cannot', async () => {
    const { id } = await clips.saveDraft(CLIP);
    expect((await clips.update(id, { draft: { topic: 'water' } })).draft.topic).toBe('water');
    await clips.queue(id);
    await expect(clips.update(id, { draft: { topic: 'roads' } })).rejects.toThrow(ClipStateError);
    expect((await clips.get(id))?.draft.topic).toBe('water');
  });

  it('goes back into the form only while nothing was sent of it', async () => {
    const { id } = await clips.saveDraft(CLIP);
    await clips.queue(id);
    expect((await clips.reopen(id)).state.name).toBe('draft');
    await clips.queue(id);
    await clips.apply(id, { kind: 'send', leaseUntil: now + 1 });
    await clips.apply(id, { kind: 'retryLater' }, 'offline');
    await expect(clips.reopen(id)).rejects.toThrow(ClipStateError);
  });

  it('comes back from its own export; what is here stays as it is', async () => {
    const kept = await clips.saveDraft(CLIP);
    now += 1_000;
    const lost = await clips.saveDraft(CLIP);
    await clips.queue(lost.id);
    await clips.apply(lost.id, { kind: 'send', leaseUntil: now + 1 });
    const exported = JSON.parse(await clips.exportAll());
    await clips.remove(lost.id);
    await clips.update(kept.id, { draft: { topic: 'water' } });
    expect(await clips.importAll(exported.clips)).toBe(1);
    expect((await clips.get(kept.id))?.draft.topic).toBe('water');
    // Its sender is on no device any more: it waits to be sent again.
    expect((await clips.get(lost.id))?.state).toEqual({ name: 'queued' });
    expect(await clips.importAll(exported.clips)).toBe(0);
  });

  it('a dead letter can be sent again, copied, and removed', async () => {
    const { id } = await clips.saveDraft(CLIP);
    await clips.queue(id);
    await clips.apply(id, { kind: 'send', leaseUntil: now });
    await clips.apply(id, { kind: 'refuse', reason: 'value: postId' }, 'value: postId');
    expect((await clips.get(id))?.state).toEqual({ name: 'dead', reason: 'value: postId' });
    now += 1;
    const copy = await clips.copy(id);
    expect(copy).toMatchObject({ draft: CLIP.draft, state: { name: 'draft' }, attempts: 0 });
    expect(copy.id).not.toBe(id);
    expect((await clips.queue(id)).state.name).toBe('queued');
    await clips.remove(id);
    expect(await clips.get(id)).toBeNull();
  });

  it('a clip that is not there is said to be gone', async () => {
    await expect(clips.queue('none')).rejects.toMatchObject({ code: 'clipGone' });
  });

  it('the export holds everything that is kept', async () => {
    const { id } = await clips.saveDraft(CLIP);
    const exported: unknown = JSON.parse(await clips.exportAll());
    expect(exported).toEqual({ format: 1, clips: [await clips.get(id)] });
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by their time', () => {
    const at = (ms: number) => uuidV7(ms, (bytes) => bytes.fill(0xff));
    expect(at(now)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(Number.parseInt(at(now).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(at(now) < at(now + 1)).toBe(true);
  });
});

describe('a store that hangs', () => {
  it('is opened anew once, then named', async () => {
    let opened = 0;
    const connection = new Connection(() => {
      opened += 1;
      return new OwnDb();
    }, 20);
    const hang = () => new Promise<never>(() => undefined);
    await expect(connection.run(hang)).rejects.toMatchObject({ fault: 'hang' });
    expect(opened).toBe(2);
    await expect(connection.run(hang)).rejects.toThrow(StorageError);
  });

  it('that answers after the reopening is no fault', async () => {
    let calls = 0;
    const connection = new Connection(() => new OwnDb(), 20);
    const answer = await connection.run(async () => {
      calls += 1;
      return calls === 1 ? await new Promise<string>(() => undefined) : 'here';
    });
    expect(answer).toBe('here');
    connection.close();
  });

  it('a fault of another kind is not tried again', async () => {
    let calls = 0;
    const connection = new Connection(() => new OwnDb(), 20);
    const fail = async () => {
      calls += 1;
      throw new RangeError('ours');
    };
    await expect(connection.run(fail)).rejects.toThrow(RangeError);
    expect(calls).toBe(1);
  });
});

describe('what became of the quote on its page', () => {
  const CHANGED = {
    state: 'changed',
    textDigest: 'b'.repeat(64),
    diff: [{ was: '5 км', now: '3 км' }],
  } as const;
  const FOUND = { state: 'found', textDigest: 'a'.repeat(64), diff: [] } as const;

  it('is noted with its day when it is news, and only then', async () => {
    const { id } = await clips.saveDraft(CLIP);
    await clips.noteCheck(id, FOUND);
    expect((await clips.get(id))?.checks).toBeUndefined();
    await clips.noteCheck(id, CHANGED);
    now += 60_000;
    await clips.noteCheck(id, CHANGED);
    await clips.noteCheck(id, FOUND);
    const checks = (await clips.get(id))?.checks;
    expect(checks).toEqual([
      { checkedOn: '2026-11-25T10:00:00.000Z', ...CHANGED },
      { checkedOn: '2026-11-25T10:01:00.000Z', ...FOUND },
    ]);
  });

  it('another change of the same quote is news', async () => {
    const { id } = await clips.saveDraft(CLIP);
    await clips.noteCheck(id, CHANGED);
    await clips.noteCheck(id, { ...CHANGED, diff: [{ was: '5 км', now: '1 км' }] });
    expect((await clips.get(id))?.checks).toHaveLength(2);
  });

  it('of a page that never rests the first change is kept and the latest 49; the others are counted', async () => {
    const { id } = await clips.saveDraft(CLIP);
    for (let visit = 1; visit <= 70; visit += 1) {
      await clips.noteCheck(id, { ...CHANGED, diff: [{ was: '5 км', now: `${visit} м` }] });
    }
    const { checks = [], checksLetGo } = (await clips.get(id)) ?? {};
    const shown = checks.map(({ diff }) => diff[0]?.now);
    expect([shown.length, shown[0], shown[1], shown.at(-1)]).toEqual([50, '1 м', '22 м', '70 м']);
    expect(checksLetGo).toBe(20);
  });

  it('changes neither the words nor the state, and a clip that is gone stays gone', async () => {
    const before = await clips.saveDraft(CLIP);
    now += 60_000;
    await clips.noteCheck(before.id, CHANGED);
    const { checks, ...after } = (await clips.get(before.id)) ?? {};
    expect(checks).toHaveLength(1);
    expect(after).toEqual(before);
    await clips.noteCheck('not-there', CHANGED);
    expect(await clips.get('not-there')).toBeNull();
  });

  it('is in the export', async () => {
    const { id } = await clips.saveDraft(CLIP);
    await clips.noteCheck(id, CHANGED);
    expect(await clips.exportAll()).toContain('"checks"');
  });
});
