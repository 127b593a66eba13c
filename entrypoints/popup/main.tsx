import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageState } from '@/components/popup/on-page';
import type { QuoteRows } from '@/components/popup/page-quotes';
import { Popup, type PopupProps } from '@/components/popup/popup';
import { POPUP_CSS } from '@/components/popup/popup.css';
import { callPage } from '@/lib/messaging/call';
import { changeSettings, type Settings } from '@/lib/messaging/settings';
import { allInSlices } from '@/lib/page/slices';
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
const follows = new FollowStore(cache, allInSlices);

const LINKS = {
  newClip: '/clip.html',
  allClips: '/options.html#clips',
  ledger: '/ledger.html',
  options: '/options.html',
} as const;

/** A page without a ledger is asked again this often: the first one may come at any moment. */
const LEDGER_MS = 1_500;

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
      .catch((error: unknown) => {
        report(error);
        setPage({ kind: 'notRead' });
      });
    // `turn` asks again.
  }, [settings, turn]);
  const askAgain = useCallback(() => setTurn((now) => now + 1), []);
  useEffect(() => {
    if (page.kind !== 'noLedger') return undefined;
    const timer = setTimeout(askAgain, LEDGER_MS);
    return () => clearTimeout(timer);
  }, [page, askAgain]);
  return [tab, page, askAgain];
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
function usePageQuotes(tab: FrontTab | null): QuoteRows {
  const [quotes, setQuotes] = useState<QuoteRows>({ quotes: [], more: 0 });
  useEffect(() => {
    if (tab !== null) quotesOf(tab).then(setQuotes, report);
  }, [tab]);
  return quotes;
}

/** What shows something on the page in front; the popup makes room for it. */
function showing(tab: FrontTab | null): Pick<PopupProps, 'onShow' | 'onShowQuote' | 'onShowText'> {
  const shown = (call: Promise<unknown>): void => {
    call.then(() => window.close(), report);
  };
  return {
    onShow: (personId) => {
      if (tab !== null) shown(callPage(tab.id, 'showOfficial', { personId }));
    },
    onShowQuote: (id) => {
      if (tab !== null) shown(callPage(tab.id, 'showQuote', { id }));
    },
    onShowText: (text) => {
      if (tab !== null) shown(callPage(tab.id, 'selectText', { text }));
    },
  };
}

function PopupPage({ settings }: { readonly settings: Settings }) {
  const { lang } = settings;
  const [tab, page, askAgain] = useFrontPage(settings);
  const [sync, onSync, today] = useSync(cache, lang);
  const lookUp = useLookUp(cache, lang, today, useOnPage(page));
  const rows = useClipRows(clips, lang);
  const following = useFollowing(follows, cache, lang, sync.isRunning);
  const quotes = usePageQuotes(tab);
  const [radar, onRadar] = useRadar(tab, cache, lang);
  const onTurnOn = () => {
    if (tab !== null) turnOn(tab).then(askAgain, report);
  };
  const onSiteSwitch = (on: boolean) => {
    if ('site' in page) switchSite(settings, page.site, on).catch(report);
  };
  const onHintSeen = () => void changeSettings({ hintSeen: true }).catch(report);
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
      {...showing(tab)}
      radar={radar}
      onRadar={onRadar}
      onTurnOn={onTurnOn}
      onSiteSwitch={onSiteSwitch}
      isPaused={settings.paused}
      onPause={(paused) => void changeSettings({ paused }).catch(report)}
      onHintSeen={settings.hintSeen ? null : onHintSeen}
      onSync={onSync}
    />
  );
}

mountPage({ css: POPUP_CSS, title: (words) => words.popup.title, Content: PopupPage });
