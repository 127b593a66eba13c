import { useCallback, useEffect, useState } from 'react';
import { ageWords } from '@/components/data-age';
import type { SyncView } from '@/components/popup/popup';
import type { Day, Lang } from '@/lib/ledger/records';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { CacheReader, SyncState } from '@/lib/storage/cache';
import { faultOf } from '@/lib/storage/limit';
import { todayIn } from './today';

/** Opening a page polls when the last good poll is older than this. */
const FRESH_MS = 10 * 60 * 1000;
/** The background polls by itself too; this often its state is read again. */
const REREAD_MS = 1_500;

/** A copy is there, and a good poll was a moment ago; one in the future was before the clock was put back. */
function isFresh({ head, sync }: SyncState): boolean {
  const ageMs = Date.now() - (sync?.succeededAt ?? Number.NEGATIVE_INFINITY);
  return head !== null && ageMs >= 0 && ageMs < FRESH_MS;
}

/** Until the age is read its line is kept free. */
const UNREAD_AGE = { text: '\u00a0', isOld: false } as const;

/** How a poll that this page asked for ended, and when it was asked. */
interface Asked {
  readonly at: number;
  readonly end: string;
}

/** `busy` only says that somebody else is polling: as soon as that poll has ended, its end is shown. */
function endOf(asked: Asked | null, state: SyncState | null): string | null {
  const sync = state?.sync ?? null;
  const isNewer = asked === null || (sync?.at != null && sync.at >= asked.at);
  return isNewer ? (sync?.state ?? null) : asked.end;
}

async function poll(): Promise<Asked> {
  const at = Date.now();
  try {
    const { state } = await callFromOwnPage('syncNow', {});
    return { at, end: state };
  } catch (error) {
    console.error('[uade] sync', error);
    return { at, end: 'unknown' };
  }
}

/** The state of the data, a poll now, and today; opening the page polls when the data is older than ten minutes. */
export function useSync(cache: CacheReader, lang: Lang): [SyncView, () => void, Day] {
  const [state, setState] = useState<SyncState | null>(null);
  // By the device's clock alone until the state is read.
  const [today, setToday] = useState(() => todayIn({ head: null }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isFirstRun, setFirstRun] = useState(false);
  const read = useCallback(async () => {
    const now = await cache.syncState();
    setState(now);
    setToday(todayIn(now));
    if (now.head === null) setFirstRun(true);
    return now;
  }, [cache]);
  const ask = useCallback(async () => {
    setRunning(true);
    setAsked(await poll());
    setRunning(false);
    await read();
  }, [read]);
  const failed = useCallback((error: unknown) => {
    console.error('[uade] sync state', error);
    setAsked({ at: Date.now(), end: faultOf(error) === 'newer' ? 'newer' : 'storage' });
  }, []);
  useEffect(() => {
    const begin = async () => {
      if (!isFresh(await read())) await ask();
    };
    const first = setTimeout(() => void begin().catch(failed));
    const timer = setInterval(() => void read().catch(failed), REREAD_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [read, ask, failed]);
  const issued = state?.head?.issued ?? null;
  const end = endOf(asked, state);
  const age = state === null ? UNREAD_AGE : ageWords(issued, today, lang);
  const view = {
    age,
    hasLedger: issued !== null,
    isFirstRun,
    end,
    isRunning: isRunning || end === 'busy',
  };
  return [view, () => void ask().catch(failed), today];
}
