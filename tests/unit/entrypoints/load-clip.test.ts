import 'fake-indexeddb/auto';
import { afterAll, expect, test, vi } from 'vitest';
import { loadClip } from '@/entrypoints/clip/use-clip';
import { readerOf } from '@/lib/storage/cache';
import { openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { newClip } from '../storage/new-clip';

const whole = new Connection(() => new OwnDb());
const broken = new Connection<OwnDb>(() => {
  throw new Error('the disk does not answer');
});
const clips = openClips(whole);
const cacheOf = (current: CurrentCache) => readerOf(whole, current);

function unreadable(): CurrentCache {
  const current = new CurrentCache();
  vi.spyOn(current, 'pointer').mockRejectedValue(new Error('the disk does not answer'));
  return current;
}

afterAll(() => whole.close());

test('a clip that cannot be read is told apart from one that is not there', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { id } = await clips.saveDraft(newClip('починим дорогу до осени'));
  expect(await loadClip(openClips(broken), cacheOf(new CurrentCache()), id)).toBe('notRead');
  expect(told).toHaveBeenCalled();
  expect(await clips.get(id)).toMatchObject({ id });
});

test('a draft opens, as it is kept, when the ledger cannot be read for its guesses', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const parts = newClip('починим дорогу до осени');
  const draft = { ...parts.draft, postId: 'post-1' };
  const kept = await clips.saveDraft({ ...parts, draft });
  expect(await loadClip(clips, cacheOf(unreadable()), kept.id)).toEqual(kept);
  const read = await loadClip(clips, cacheOf(new CurrentCache()), kept.id);
  expect(read).toMatchObject({ draft: { quote: kept.draft.quote, dueOn: expect.any(String) } });
});
