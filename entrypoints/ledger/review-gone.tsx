import { REVIEW_HREF } from '@/components/ledger/links';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** What stands where an editor's task was: why there is none, and the way back. */
export function ReviewGone(props: {
  readonly lang: Lang;
  readonly title: string;
  readonly problem: string;
}) {
  const { lang, title, problem } = props;
  return (
    <article role="alert">
      <h1>{title}</h1>
      <p className="lead">{problem}</p>
      <p className="tools">
        <a className="button" href={REVIEW_HREF}>
          {strings(lang).review.back}
        </a>
      </p>
    </article>
  );
}
