import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClipFields } from '@/components/clip/clip-fields';
import type { Saving } from '@/components/clip/clip-form';
import type { CacheReader } from '@/lib/storage/cache';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore, NewClip } from '@/lib/storage/clips';
import { heardDraft, patchOf } from './clip-draft';
import { DraftSaver } from './draft-saver';
import { suggestions } from './suggest';

/** The form opens in the same click that saves its draft, so the draft may come a moment later. */
const WAIT_FOR_DRAFT_MS = 5_000;
/** How often the state is read again: the background sends, the tracker decides. */
const REREAD_MS = 1_000;

/** A clip in the form: not there yet, not there at all, not to be read just now, or there. */
export type Loaded = Clip | 'loading' | 'gone' | 'notRead';

async function waitFor(clips: ClipStore, id: string): Promise<Clip | null> {
  const until = Date.now() + WAIT_FOR_DRAFT_MS;
  for (;;) {
    const clip = await clips.get(id);
    if (clip !== null || Date.now() > until) return clip;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const report = (error: unknown) => console.error('[uade] clip', error);

/** Fills in what the words of a new draft tell. */
async function suggested(clips: ClipStore, cache: CacheReader, clip: Clip): Promise<Clip> {
  const { postId } = clip.draft;
  const posts = postId === null ? [] : await cache.gazetteer().posts([postId]);
  const patch = suggestions(clip, posts[0]?.areaId ?? null);
  return patch === null ? clip : await clips.update(clip.id, patch);
}

/** A clip for the form. What cannot be guessed, since the ledger cannot be read, is for the clipper to fill in. */
export async function loadClip(
  clips: ClipStore,
  cache: CacheReader,
  id: string,
): Promise<Clip | 'gone' | 'notRead'> {
  try {
    const clip = await waitFor(clips, id);
    if (clip === null) return 'gone';
    if (clip.state.name !== 'draft') return clip;
    return await suggested(clips, cache, clip).catch((error: unknown) => {
      report(error);
      return clip;
    });
  } catch (error) {
    report(error);
    return 'notRead';
  }
}

const isSame = (one: Loaded, other: Clip) => typeof one === 'object' && one.id === other.id;

/** Reads a clip and follows its state while it is no draft. */
export function useLoadedClip(
  clips: ClipStore,
  cache: CacheReader,
  id: string,
): [Loaded, (clip: Clip) => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    let isHere = true;
    const show = (clip: Loaded) => {
      if (isHere) setLoaded(clip);
    };
    const reread = async () => {
      const clip = await clips.get(id);
      // A draft is changed by this form alone; reading it back would undo what is being typed.
      if (clip !== null && clip.state.name !== 'draft') show(clip);
    };
    void loadClip(clips, cache, id).then(show);
    const timer = setInterval(() => void reread().catch(report), REREAD_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [clips, cache, id]);
  const replace = useCallback(
    (clip: Clip) => setLoaded((now) => (isSame(now, clip) || now === 'loading' ? clip : now)),
    [],
  );
  return [loaded, replace];
}

/** The draft's latest words, each change saved in the order in which it was made. */
export interface Autosave {
  readonly draft: NewClip;
  readonly saving: Saving;
  readonly change: (part: Partial<ClipFields>) => void;
  /** Resolves when all changes so far are on the disk; throws when one is not. */
  readonly settled: () => Promise<void>;
}

/** Puts a draft for words heard onto the disk, and its id into the address, so that a reload finds it. */
async function saveNew(clips: ClipStore, { id, draft }: Clip): Promise<void> {
  await clips.saveDraft(heardDraft(draft.lang), id);
  history.replaceState(null, '', `?id=${id}`);
}

/** Saves every change of a draft at once; one that `isNew` is put on the disk with its first change. */
export function useAutosave(clips: ClipStore, clip: Clip, isNew: boolean): Autosave {
  const [draft, setDraft] = useState<NewClip>(clip);
  const [saving, setSaving] = useState<Saving>('saved');
  const latest = useRef<NewClip>(clip);
  const [saver] = useState(
    () =>
      new DraftSaver({
        create: isNew ? () => saveNew(clips, clip) : null,
        update: (patch) => clips.update(clip.id, patch),
      }),
  );
  const change = useCallback(
    (part: Partial<ClipFields>) => {
      const patch = patchOf(part, latest.current);
      const { article = latest.current.article } = patch;
      latest.current = {
        ...latest.current,
        article,
        draft: { ...latest.current.draft, ...patch.draft },
      };
      setDraft(latest.current);
      setSaving('saving');
      saver.save(patch).then(
        () => setSaving('saved'),
        (error: unknown) => {
          console.error('[uade] autosave', error);
          setSaving('failed');
        },
      );
    },
    [saver],
  );
  const settled = useCallback(() => saver.settled(), [saver]);
  return { draft, saving, change, settled };
}
