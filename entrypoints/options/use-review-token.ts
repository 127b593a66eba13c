import { useEffect, useState } from 'react';
import type { TrackerSectionProps } from '@/components/options/tracker-section';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { forgetReviewToken, reviewToken } from '@/lib/storage/review-token';
import { BUILD_TRACKER } from '../background/tracker';

const report = (error: unknown) => console.error('[uade] review token', error);

/** The editor's token on this device: kept only after the tracker has let it review. */
export function useReviewToken(lang: Lang): Omit<TrackerSectionProps, 'lang'> {
  const [isKept, setKept] = useState<boolean | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    reviewToken(BUILD_TRACKER.origin).then(
      (token) => setKept(token !== null),
      (error: unknown) => {
        report(error);
        setKept(false);
      },
    );
  }, []);
  const onToken = (token: string) => {
    setBusy(true);
    // What speaks with the tracker is loaded with the first token.
    import('../own-page/editor')
      .then(({ tryToken }) => tryToken(token, strings(lang)))
      .then((said) => {
        setProblem(said);
        setKept(said === null);
      })
      .catch((error: unknown) => {
        report(error);
        setProblem(strings(lang).options.tokenNotKept);
      })
      .finally(() => setBusy(false));
  };
  const onForget = () => void forgetReviewToken().then(() => setKept(false), report);
  const { host } = new URL(BUILD_TRACKER.origin);
  const reviewHref = '/ledger.html#/review';
  return { host, reviewHref, isKept, isBusy, problem, onToken, onForget };
}
