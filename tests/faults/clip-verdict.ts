import { isDeepStrictEqual } from 'node:util';
import type { Clip } from '@/lib/storage/clip';
import { clipBody } from '@/lib/sync/clip-body';

/** What is known of a run of clips when all windows are done and the outbox is empty. */
export interface Clipped {
  /** The quote as its reader last wrote it, of every clip that a reader was told is saved. */
  readonly told: ReadonlyMap<string, string>;
  readonly kept: readonly Clip[];
  /** What the tracker holds: JSON by id. */
  readonly there: ReadonlyMap<string, string>;
}

/** Ids of clips that came out wrong. */
export interface ClipVerdict {
  /** Not on the device, or not at the tracker. */
  readonly missing: readonly string[];
  /** Never promised to anybody under this id, or the same matter as another clip. */
  readonly doubled: readonly string[];
  /** Kept with another body than sent, or with other words than were last written. */
  readonly differing: readonly string[];
}

/** The ids whose words an earlier one has. */
function repeated(there: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>();
  return [...there].flatMap(([id, body]) => {
    const words = JSON.stringify((JSON.parse(body) as { readonly text: unknown }).text);
    const isSeen = seen.has(words);
    seen.add(words);
    return isSeen ? [id] : [];
  });
}

/** Compares what was promised with what is kept and what arrived, clip by clip. */
export function judgeClips({ told, kept, there }: Clipped): ClipVerdict {
  const onDevice = new Map(kept.map((clip) => [clip.id, clip]));
  const strangers = [...onDevice.keys(), ...there.keys()].filter((id) => !told.has(id));
  return {
    missing: [...told.keys()].filter((id) => !there.has(id) || !onDevice.has(id)),
    doubled: [...new Set([...strangers, ...repeated(there)])],
    differing: [...told].flatMap(([id, words]) => {
      const clip = onDevice.get(id);
      const body = there.get(id);
      if (clip === undefined || body === undefined) return [];
      const isSame = isDeepStrictEqual(clipBody(clip), JSON.parse(body));
      return isSame && clip.draft.quote === words ? [] : [id];
    }),
  };
}
