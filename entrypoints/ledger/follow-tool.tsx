import { useEffect, useState } from 'react';
import { FollowButton } from '@/components/follow-button';
import type { FollowTarget } from '@/lib/ledger/following';
import type { FollowStore } from '@/lib/storage/follows';
import type { LedgerDesk } from './desk';

const report = (error: unknown) => console.error('[uade] follow', error);

async function isFollowed(follows: FollowStore, { kind, id }: FollowTarget): Promise<boolean> {
  return (await follows.list()).some(({ target }) => target.kind === kind && target.id === id);
}

/** The follow of a page's office, area or matter. Who opens the page has seen its news. */
export function FollowTool(props: FollowTarget & Pick<LedgerDesk, 'follows' | 'lang' | 'today'>) {
  const { kind, id, follows, lang, today } = props;
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const target = { kind, id };
    isFollowed(follows, target)
      .then(async (on) => {
        if (isCurrent) setOn(on);
        if (on) await follows.see(target);
      })
      .catch(report);
    return () => {
      isCurrent = false;
    };
  }, [kind, id, follows]);
  const onSwitch = (on: boolean) => {
    const target = { kind, id };
    const done = on ? follows.follow(target, today) : follows.unfollow(target);
    done.then(() => isFollowed(follows, target)).then(setOn, report);
  };
  return <FollowButton lang={lang} isFollowed={isOn} onSwitch={onSwitch} />;
}
