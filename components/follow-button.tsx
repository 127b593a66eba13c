import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** Begins or ends the follow of the office, area or matter of a page. */
export function FollowButton(props: {
  readonly lang: Lang;
  readonly isFollowed: boolean;
  readonly onSwitch: (on: boolean) => void;
}) {
  const { lang, isFollowed, onSwitch } = props;
  const { follow } = strings(lang);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={isFollowed}
        onClick={() => onSwitch(!isFollowed)}
      >
        {isFollowed ? follow.following : follow.follow}
      </button>
      {isFollowed && <span className="soft small">{follow.hint}</span>}
    </>
  );
}
