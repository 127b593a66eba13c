import { Fragment, startTransition, useEffect, useRef, useState } from 'react';
import { FORM_CSS } from '@/components/clip/form.css';
import { LEDGER_CSS } from '@/components/ledger/ledger.css';
import { LedgerFrame, LedgerNote } from '@/components/ledger/ledger-frame';
import { routeOf } from '@/components/ledger/links';
import { REVIEW_CSS } from '@/components/review/review.css';
import { strings } from '@/lib/language/ui';
import type { Day, Lang } from '@/lib/ledger/records';
import type { Settings } from '@/lib/messaging/settings';
import { allInSlices } from '@/lib/page/slices';
import { openCache } from '@/lib/storage/cache';
import { openClips } from '@/lib/storage/clips';
import { FollowStore } from '@/lib/storage/follows';
import { mountPage } from '../own-page/mount';
import { useSync } from '../own-page/sync';
import { useLookUp } from '../own-page/use-look-up';
import { type LedgerPage, pageFor } from './page-for';
import { useIsEditor } from './use-is-editor';

const cache = openCache();
const clips = openClips();
const follows = new FollowStore(cache, allInSlices);
// Opens the databases while the settings are being read; who reads later gets, and shows, what failed here.
cache.syncState().catch((error: unknown) => console.error('[uade] cache', error));

/** The address's fragment, followed through back and forward. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const ending = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return hash;
}

interface ShownPage {
  /** The address that it was made for. */
  readonly hash: string;
  readonly page: LedgerPage | 'loading' | 'failed';
}

/** The page that the address names, as of today; read anew when a sync has ended. */
function usePage(hash: string, lang: Lang, today: Day, isSyncing: boolean): ShownPage {
  const [shown, setShown] = useState<ShownPage>({ hash, page: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    const show = (page: ShownPage['page']) => {
      // A transition is drawn in slices: a long page does not hold up the one before it.
      if (isCurrent) startTransition(() => setShown({ hash, page }));
    };
    pageFor(routeOf(hash), { cache, clips, follows, today, lang }).then(show, (error: unknown) => {
      console.error('[uade] ledger', error);
      show('failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [hash, lang, today, isSyncing]);
  return shown;
}

function LedgerRoom({ settings }: { readonly settings: Settings }) {
  const { lang } = settings;
  const hash = useHash();
  const [sync, , today] = useSync(cache, lang);
  const made = usePage(hash, lang, today, sync.isRunning);
  const { page } = made;
  const lookUp = useLookUp(cache, lang, today);
  const isEditor = useIsEditor();
  const { onQuery } = lookUp;
  const shown = useRef(hash);
  const title = typeof page === 'object' ? page.title : null;
  useEffect(() => {
    const { ledger } = strings(lang);
    document.title = title === null ? ledger.title : `${title} · ${ledger.title}`;
  }, [title, lang]);
  useEffect(() => {
    if (hash === shown.current) return;
    shown.current = hash;
    // A chosen result has done its work; the new page begins at its top.
    onQuery('');
    scrollTo({ top: 0 });
  }, [hash, onQuery]);
  return (
    <LedgerFrame
      lang={lang}
      lookUp={lookUp}
      // Under a page that is still being opened it would only be pushed away.
      age={page === 'loading' ? null : sync.age}
      isEditor={isEditor}
      onPrint={typeof page === 'object' && page.hasPrint === true ? null : () => print()}
    >
      {/* What was chosen and turned on one page says nothing of the next. */}
      <Fragment key={made.hash}>
        {typeof page === 'object' ? page.content : <LedgerNote lang={lang} kind={page} />}
      </Fragment>
    </LedgerFrame>
  );
}

mountPage({
  css: `${LEDGER_CSS}${FORM_CSS}${REVIEW_CSS}`,
  title: (words) => words.ledger.title,
  Content: LedgerRoom,
});
