import type { ReactNode } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { LookUp, type LookUpProps } from '../popup/look-up';
import { CLIPS_HREF, REVIEW_HREF } from './links';

/** What every ledger page has around it: the search, printing, the data's age. */
export function LedgerFrame(props: {
  readonly lang: Lang;
  readonly lookUp: Omit<LookUpProps, 'lang'>;
  /** Null while there is no page yet. */
  readonly age: { readonly text: string; readonly isOld: boolean } | null;
  /** Whether an editor's token is kept here. */
  readonly isEditor: boolean;
  /** Null where the page has a button of its own for it. */
  readonly onPrint: (() => void) | null;
  readonly children: ReactNode;
}) {
  const { lang, lookUp, age, isEditor, onPrint, children } = props;
  const { ledger, pages, review } = strings(lang);
  return (
    <main className="ledger">
      <nav aria-label={ledger.title}>
        <a className="button plain" href="#/">
          {ledger.title}
        </a>
        <a className="button plain" href={CLIPS_HREF}>
          {pages.clips.title}
        </a>
        {isEditor && (
          <a className="button plain" href={REVIEW_HREF}>
            {review.title}
          </a>
        )}
        <LookUp lang={lang} opensHere {...lookUp} />
        {onPrint !== null && (
          <button type="button" className="button" onClick={onPrint}>
            {ledger.print}
          </button>
        )}
      </nav>
      {children}
      {age !== null && <p className={age.isOld ? 'small s-stalled' : 'small soft'}>{age.text}</p>}
    </main>
  );
}

/** The front page, and the states in which there is nothing to show. */
export function LedgerNote(props: {
  readonly lang: Lang;
  readonly kind: 'home' | 'loading' | 'notFound' | 'failed';
}) {
  const { lang, kind } = props;
  const { ledger } = strings(lang);
  switch (kind) {
    case 'home':
      return (
        <article>
          <h1>{ledger.title}</h1>
          <p className="lead">{ledger.homeHint}</p>
        </article>
      );
    case 'loading':
      return <output className="soft">{ledger.loading}</output>;
    case 'notFound':
      return (
        <article>
          <h1>{ledger.notFound}</h1>
          <p className="lead">{ledger.notFoundHint}</p>
        </article>
      );
    case 'failed':
      return (
        <article role="alert">
          <h1>{ledger.failed}</h1>
          <p className="lead">{ledger.failedHint}</p>
        </article>
      );
  }
}
