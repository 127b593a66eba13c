import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageState } from '@/components/popup/on-page';
import type { QuoteRow } from '@/components/popup/page-quotes';
import { Popup } from '@/components/popup/popup';
import { POPUP_CSS } from '@/components/popup/popup.css';
import { callPage } from '@/lib/messaging/call';
import type { Settings } from '@/lib/messaging/settings';
import { openCache } from '@/lib/storage/cache';
import { openClips } from '@/lib/storage/clips';
import { FollowStore } from '@/lib/storage/follows';
import { mountPage } from '../own-page/mount';
import { switchSite } from '../own-page/settings';
import { useSync } from '../own-page/sync';
import { useClipRows } from '../own-page/use-clip-rows';
import { useLookUp } from '../own-page/use-look-up';
import { useRadar } from './radar';
import { type FrontTab, frontTab, pageOf, quotesOf } from './tab-page';
import { turnOn } from './turn-on';
import { useFollowing } from './use-following';

const cache = openCache();
const clips = openClips();
const follows = new FollowStore(cache);

const LINKS = {
  newClip: '/clip.html',
  allClips: '/options.html#clips',
  ledger: '/ledger.html',
  options: '/options.html',
} as const;

const report = (error: unknown) => console.error('[uade] popup', error);

/** The tab in front and what is on its page; asked anew when the settings change. */
function useFrontPage(settings: Settings): [FrontTab | null, PageState, () => void] {
  const [tab, setTab] = useState<FrontTab | null>(null);
  const [page, setPage] = useState<PageState>({ kind: 'reading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    frontTab(location.search)
      .then(async (front) => {
        setTab(front);
        setPage(front === null ? { kind: 'none' } : await pageOf(front, settings, cache));
      })
      .catch(report);
    // `turn` asks again.
  }, [settings, turn]);
  return [tab, page, useCallback(() => setTurn((now) => now + 1), [])];
}

/** Who is surely on the page: of equal results they stand first. */
function useOnPage(page: PageState): ReadonlySet<string> {
  return useMemo(() => {
    const officials = page.kind === 'article' ? page.officials : [];
    const sure = officials.filter(({ why }) => why === null || why === 'noRecords');
    return new Set(sure.map(({ personId }) => `person/${personId}`));
  }, [page]);
}

/** Quotes once taken from the page in front. */
function usePageQuotes(tab: FrontTab | null): readonly QuoteRow[] {
  const [quotes, setQuotes] = useState<readonly QuoteRow[]>([]);
  useEffect(() => {
    if (tab !== null) quotesOf(tab).then(setQuotes, report);
  }, [tab]);
  return quotes;
}

function PopupPage({ settings }: { readonly settings: Settings }) {
  const { lang } = settings;
  const [tab, page, askAgain] = useFrontPage(settings);
  const [sync, onSync] = useSync(cache, lang);
  const lookUp = useLookUp(cache, lang, useOnPage(page));
  const rows = useClipRows(clips, lang);
  const following = useFollowing(follows, cache, lang, sync.isRunning);
  const onShow = (personId: string) => {
    if (tab === null) return;
    callPage(tab.id, 'showOfficial', { personId }).then(() => window.close(), report);
  };
  const quotes = usePageQuotes(tab);
  const onShowQuote = (id: string) => {
    if (tab === null) return;
    callPage(tab.id, 'showQuote', { id }).then(() => window.close(), report);
  };
  const [radar, onRadar] = useRadar(tab, cache, lang);
  const onShowText = (text: string) => {
    if (tab === null) return;
    callPage(tab.id, 'selectText', { text }).then(() => window.close(), report);
  };
  const onTurnOn = () => {
    if (tab !== null) turnOn(tab).then(askAgain, report);
  };
  const onSiteSwitch = (on: boolean) => {
    if ('site' in page) switchSite(settings, page.site, on).catch(report);
  };
  return (
    <Popup
      lang={lang}
      page={page}
      lookUp={lookUp}
      quotes={quotes}
      clips={rows}
      sync={sync}
      following={following}
      links={LINKS}
      onShow={onShow}
      radar={radar}
      onRadar={onRadar}
      onShowText={onShowText}
      onShowQuote={onShowQuote}
      onTurnOn={onTurnOn}
      onSiteSwitch={onSiteSwitch}
      onSync={onSync}
    />
  );
}

mountPage({ css: POPUP_CSS, title: (words) => words.popup.title, Content: PopupPage });
