import { useEffect, useState } from 'react';
import type { ClipRow } from '@/components/popup/my-clips';
import type { Lang } from '@/lib/ledger/records';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore } from '@/lib/storage/clips';
import { clipRow } from './clip-row';

/** Clips are sent and judged elsewhere (in the background); this often the list is read again. */
const REREAD_MS = 2_000;

/** Own clips, newest first, kept up to date while the page is open. */
export function useClipRows(clips: ClipStore, lang: Lang): readonly ClipRow[] {
  const [list, setList] = useState<readonly Clip[]>([]);
  useEffect(() => {
    const read = () => {
      clips.list().then(setList, (error: unknown) => console.error('[uade] clips', error));
    };
    read();
    const timer = setInterval(read, REREAD_MS);
    return () => clearInterval(timer);
  }, [clips]);
  return list.map((clip) => clipRow(clip, lang));
}
