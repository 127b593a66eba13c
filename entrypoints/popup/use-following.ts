import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { FollowingProps, FollowRow } from '@/components/popup/following';
import type { Lang } from '@/lib/ledger/records';
import type { CacheReader } from '@/lib/storage/cache';
import type { FollowStore } from '@/lib/storage/follows';
import { followRows, nameOfTarget } from '../own-page/follow-rows';

const NOTIFICATIONS = { permissions: ['notifications'] } as const;
const report = (error: unknown) => console.error('[uade] following', error);

/** Whether news may be shown as notifications; the browser asks in the click that switches them on. */
function useNotifying(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    browser.permissions
      .contains({ permissions: [...NOTIFICATIONS.permissions] })
      .then(setOn, report);
  }, []);
  const onNotify = (on: boolean) => {
    const permissions = { permissions: [...NOTIFICATIONS.permissions] };
    const asked = on
      ? browser.permissions.request(permissions)
      : browser.permissions.remove(permissions);
    asked.then((isDone) => setOn(on && isDone), report);
  };
  return [isOn, onNotify];
}

/** What is followed, for the popup; read when it opens, when a poll has ended, and after a follow was ended. */
export function useFollowing(
  follows: FollowStore,
  cache: CacheReader,
  lang: Lang,
  isSyncing: boolean,
): Omit<FollowingProps, 'lang'> {
  const [rows, setRows] = useState<readonly FollowRow[]>([]);
  const [turn, setTurn] = useState(0);
  const [isNotifying, onNotify] = useNotifying();
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly FollowRow[]) => {
      if (isCurrent) setRows(found);
    };
    follows
      .list()
      .then((list) => followRows(list, cache, lang))
      .then(show, report);
    return () => {
      isCurrent = false;
    };
    // `turn` and the end of a poll ask again.
  }, [follows, cache, lang, isSyncing, turn]);
  const onStop = (name: string) => {
    const stop = async () => {
      const found = (await follows.list()).find(({ target }) => nameOfTarget(target) === name);
      if (found !== undefined) await follows.unfollow(found.target);
      setTurn((now) => now + 1);
    };
    stop().catch(report);
  };
  return { rows, isNotifying, onNotify, onStop };
}
