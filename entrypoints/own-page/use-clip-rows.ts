import { useEffect, useState } from 'react';
import type { ClipRows } from '@/components/popup/my-clips';
import type { Lang } from '@/lib/ledger/records';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore } from '@/lib/storage/clips';
import { clipRow } from './clip-row';

/** Clips are sent and judged elsewhere (in the background); this often the list is read again. */
const REREAD_MS = 2_000;

/** Sends what waits and asks what became of the rest; a failure stays visible as the clips' state. */
function flush(): void {
  callFromOwnPage('flushClips', {}).catch((error: unknown) => {
    console.error('[uade] clips', error);
  });
}

/**
 * Own clips, newest first, kept up to date while the page is open. Who opens it waits for them: they are sent at
 * once, and again when the network is back, not when the pause after the last failure is over.
 */
export function useClipRows(clips: ClipStore, lang: Lang): ClipRows {
  const [list, setList] = useState<readonly Clip[] | null>([]);
  useEffect(() => {
    const read = () => {
      clips.list().then(setList, (error: unknown) => {
        console.error('[uade] clips', error);
        setList(null);
      });
    };
    read();
    const timer = setInterval(read, REREAD_MS);
    return () => clearInterval(timer);
  }, [clips]);
  useEffect(() => {
    flush();
    addEventListener('online', flush);
    return () => removeEventListener('online', flush);
  }, []);
  return list === null ? null : list.map((clip) => clipRow(clip, lang));
}
