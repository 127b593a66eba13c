import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { Switch } from '../switch';
import { Welcome } from '../welcome';
import { Following, type FollowingProps } from './following';
import { LookUp, type LookUpProps } from './look-up';
import { type ClipRows, MyClips } from './my-clips';
import { OnPage, type PageState } from './on-page';
import { PageQuotes, type QuoteRows } from './page-quotes';
import { Radar, type RadarView } from './radar';

/** The state of the data: how old, and how the last poll ended. */
export interface SyncView {
  readonly age: { readonly text: string; readonly isOld: boolean };
  /** Whether a copy of the ledger is on the device. */
  readonly hasLedger: boolean;
  /** There was none when the page was opened: what this is, is told. */
  readonly isFirstRun: boolean;
  /** Named end of the last poll; null before the first. */
  readonly end: string | null;
  readonly isRunning: boolean;
}

/** Everything the popup shows; it knows neither browser nor database. */
export interface PopupProps {
  readonly lang: Lang;
  readonly page: PageState;
  readonly lookUp: Omit<LookUpProps, 'lang'>;
  readonly quotes: QuoteRows;
  readonly clips: ClipRows;
  readonly sync: SyncView;
  readonly following: Omit<FollowingProps, 'lang'>;
  readonly links: {
    readonly newClip: string;
    readonly allClips: string;
    readonly ledger: string;
    readonly options: string;
  };
  readonly onShow: (personId: string) => void;
  readonly radar: RadarView;
  readonly onRadar: () => void;
  readonly onShowText: (text: string) => void;
  readonly onShowQuote: (id: string) => void;
  readonly onTurnOn: () => void;
  readonly onSiteSwitch: (on: boolean) => void;
  readonly isPaused: boolean;
  readonly onPause: (paused: boolean) => void;
  /** Null once the reader has seen it. */
  readonly onHintSeen: (() => void) | null;
  readonly onSync: () => void;
}

type Switches = Pick<PopupProps, 'lang' | 'page' | 'onSiteSwitch' | 'isPaused' | 'onPause'>;

/** Marks on this site, and a pause everywhere. */
function SiteSwitch({ lang, page, onSiteSwitch, isPaused, onPause }: Switches) {
  const { popup } = strings(lang);
  const site = 'site' in page && page.kind !== 'notListed' ? page.site : null;
  return (
    <div className="block">
      {site !== null && (
        <Switch isOn={page.kind !== 'off'} onSwitch={onSiteSwitch}>
          {popup.siteSwitch(site)}
        </Switch>
      )}
      <button type="button" className="text-button" onClick={() => onPause(!isPaused)}>
        {isPaused ? popup.goOn : popup.pause}
      </button>
    </div>
  );
}

/** What the marks are, told once, where there are some. */
function Hint({ lang, page, onHintSeen }: Pick<PopupProps, 'lang' | 'page' | 'onHintSeen'>) {
  const { popup } = strings(lang);
  const hasMarks = page.kind === 'article' && page.officials.some(({ why }) => why === null);
  if (onHintSeen === null || !hasMarks) return null;
  return (
    <div className="block">
      <p className="soft">{popup.hint}</p>
      <button type="button" className="text-button" onClick={onHintSeen}>
        {popup.hintSeen}
      </button>
    </div>
  );
}

/** The data's age and the last poll's end, with the button that polls now. */
function SyncLine({ lang, sync, onSync }: Pick<PopupProps, 'lang' | 'sync' | 'onSync'>) {
  const { popup } = strings(lang);
  const end = sync.end === null ? null : (popup.sync[sync.end] ?? popup.sync['unknown']);
  return (
    <footer className="status">
      <div>
        <div className={sync.age.isOld ? 'old' : undefined}>{sync.age.text}</div>
        <output>{sync.isRunning ? popup.syncing : end}</output>
      </div>
      <button type="button" className="button" disabled={sync.isRunning} onClick={onSync}>
        {popup.syncNow}
      </button>
    </footer>
  );
}

/** The popup: look-up, officials of the page, own clips, the data's state. */
export function Popup(props: PopupProps) {
  const { lang, page, lookUp, clips, links, sync, onShow, onTurnOn } = props;
  const { popup } = strings(lang);
  const isSearching = lookUp.query !== '' && lookUp.rows !== null;
  return (
    <main className="popup">
      <header className="bar">
        <h1>{popup.title}</h1>
        <a className="button plain" href={links.ledger} target="_blank" rel="noopener">
          {popup.ledger}
        </a>
        <a className="button plain" href={links.options} target="_blank" rel="noopener">
          {popup.options}
        </a>
      </header>
      <LookUp lang={lang} {...lookUp} />
      {!isSearching && (
        <>
          {sync.isFirstRun && (
            <div className="block">
              <Welcome lang={lang} sync={sync} ledgerHref={links.ledger} onSync={props.onSync} />
            </div>
          )}
          {!sync.isFirstRun && <Hint {...props} />}
          <OnPage lang={lang} page={page} onShow={onShow} onTurnOn={onTurnOn} />
          {page.kind === 'article' && (
            <Radar
              lang={lang}
              view={props.radar}
              onRead={props.onRadar}
              onShow={props.onShowText}
            />
          )}
          <PageQuotes lang={lang} {...props.quotes} onShow={props.onShowQuote} />
          <Following lang={lang} {...props.following} />
          <SiteSwitch {...props} />
          <MyClips lang={lang} clips={clips} newHref={links.newClip} allHref={links.allClips} />
        </>
      )}
      <SyncLine {...props} />
    </main>
  );
}
