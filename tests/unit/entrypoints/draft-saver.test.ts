import { expect, test } from 'vitest';
import { DraftSaver } from '@/entrypoints/clip/draft-saver';
import type { ClipPatch } from '@/lib/storage/clips';

/** A disk that refuses as often as told, and what it holds. */
function diskThatRefuses(times: { create?: number; update?: number }) {
  const left = { create: 0, update: 0, ...times };
  const refuse = (what: 'create' | 'update'): void => {
    left[what] -= 1;
    if (left[what] >= 0) throw new Error(`no ${what}`);
  };
  const held = { made: 0, words: {} as ClipPatch['draft'] };
  return {
    held,
    create: async () => {
      refuse('create');
      held.made += 1;
    },
    update: async ({ draft }: ClipPatch) => {
      refuse('update');
      held.words = { ...held.words, ...draft };
    },
  };
}

const quote = (words: string): ClipPatch => ({ draft: { quote: words } });
const place = (areaId: string): ClipPatch => ({ draft: { areaId } });

test('a change that failed is saved with the next one', async () => {
  const disk = diskThatRefuses({ update: 1 });
  const saver = new DraftSaver({ ...disk, create: null });
  await expect(saver.save(quote('обещаю'))).rejects.toThrow('no update');
  await saver.save(place('abai'));
  expect(disk.held).toEqual({ made: 0, words: { quote: 'обещаю', areaId: 'abai' } });
});

test('of two changes of one field the later stands, whichever failed', async () => {
  const disk = diskThatRefuses({ update: 1 });
  const saver = new DraftSaver({ ...disk, create: null });
  const results = await Promise.allSettled([
    saver.save(quote('раз')),
    saver.save(quote('два')),
    saver.save(quote('три')),
  ]);
  expect(results[0]?.status).toBe('rejected');
  expect(disk.held.words).toEqual({ quote: 'три' });
});

test('what failed is tried once more before sending, and sending learns that it failed again', async () => {
  const disk = diskThatRefuses({ update: 2 });
  const saver = new DraftSaver({ ...disk, create: null });
  await expect(saver.save(quote('обещаю'))).rejects.toThrow('no update');
  await expect(saver.settled()).rejects.toThrow('no update');
  await saver.settled();
  expect(disk.held.words).toEqual({ quote: 'обещаю' });
});

test('a new draft that could not be made is made with the next change, and once only', async () => {
  const disk = diskThatRefuses({ create: 1 });
  const saver = new DraftSaver(disk);
  await expect(saver.save(quote('обещаю'))).rejects.toThrow('no create');
  await saver.save(place('abai'));
  await saver.save(place('balta'));
  expect(disk.held).toEqual({ made: 1, words: { quote: 'обещаю', areaId: 'balta' } });
});

test('a draft that nobody has changed is not made', async () => {
  const disk = diskThatRefuses({});
  await new DraftSaver(disk).settled();
  expect(disk.held.made).toBe(0);
});
