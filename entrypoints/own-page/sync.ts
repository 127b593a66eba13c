import { useCallback, useEffect, useState } from 'react';
import { ageWords } from '@/components/data-age';
import type { SyncView } from '@/components/popup/popup';
import type { Lang } from '@/lib/ledger/records';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { CacheReader, SyncState } from '@/lib/storage/cache';
import { today } from './today';

/** Opening a page polls when the last good poll is older than this. */
const FRESH_MS = 10 * 60 * 1000;

const isFresh = (state: SyncState) =>
  state.sync?.succeededAt != null && Date.now() - state.sync.succeededAt < FRESH_MS;

/** The state of the data, and a poll now; opening the page polls when the data is older than ten minutes. */
export function useSync(cache: CacheReader, lang: Lang): [SyncView, () => void] {
  const [state, setState] = useState<SyncState | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [failedEnd, setFailedEnd] = useState<string | null>(null);
  const poll = useCallback(async () => {
    setRunning(true);
    try {
      const { state: end } = await callFromOwnPage('syncNow', {});
      setFailedEnd(end);
    } catch (error) {
      console.error('[uade] sync', error);
      setFailedEnd('unknown');
    } finally {
      setState(await cache.syncState());
      setRunning(false);
    }
  }, [cache]);
  useEffect(() => {
    cache.syncState().then(
      (now) => {
        setState(now);
        if (!isFresh(now)) void poll();
      },
      (error: unknown) => {
        console.error('[uade] sync state', error);
        setFailedEnd('storage');
      },
    );
  }, [cache, poll]);
  const issued = state?.head?.issued ?? null;
  const end = failedEnd ?? state?.sync?.state ?? null;
  return [{ age: ageWords(issued, today(), lang), end, isRunning }, () => void poll()];
}
