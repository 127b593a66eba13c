import { strings, type UiStrings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** An official of the page as the popup lists him. */
export interface OfficialRow {
  readonly personId: string;
  readonly name: string;
  readonly office: string | null;
  readonly mentions: number;
  readonly promises: number;
  /** Why he is not marked; null when he is. */
  readonly why: keyof UiStrings['popup']['maybeWhy'] | null;
  /** Names of those who could be meant, for a maybe. */
  readonly candidates: readonly string[];
}

/** What the popup knows of the tab in front. */
export type PageState =
  | { readonly kind: 'reading' }
  /** No web page, or one where no extension may work. */
  | { readonly kind: 'none' }
  /** A site that is not listed and not turned on. */
  | { readonly kind: 'notListed'; readonly site: string }
  /** Allowed, but the page was opened before it was. */
  | { readonly kind: 'reload'; readonly site: string }
  | { readonly kind: 'off'; readonly site: string }
  | { readonly kind: 'notArticle'; readonly site: string }
  /** Marks are paused everywhere. */
  | { readonly kind: 'paused' }
  /** Nothing was synced yet: the page is marked when it is. */
  | { readonly kind: 'noLedger'; readonly site: string }
  /** Neither the page nor the ledger answers as it should. */
  | { readonly kind: 'notRead' }
  | {
      readonly kind: 'article';
      readonly site: string;
      readonly officials: readonly OfficialRow[];
      /** False: the text, or a part of it, could not be compared with the ledger. */
      readonly isWhole: boolean;
    };

interface GroupProps {
  readonly lang: Lang;
  readonly rows: readonly OfficialRow[];
}

function Sure(props: GroupProps & { readonly onShow: (personId: string) => void }) {
  const { lang, rows, onShow } = props;
  const { common, popup } = strings(lang);
  if (rows.length === 0) return null;
  return (
    <section className="block">
      <h2>
        {popup.onPage}
        <span className="total">{rows.length}</span>
      </h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.personId}>
            <button type="button" className="row" onClick={() => onShow(row.personId)}>
              <span className="main">
                <b>
                  <bdi>{row.name}</bdi>
                </b>
                <span className="sub">
                  <bdi>{row.office}</bdi>
                  {row.office !== null && ' · '}
                  {popup.mentions(row.mentions)}
                </span>
              </span>
              <span className="count">
                {row.promises > 0 ? common.promises(row.promises) : popup.maybeWhy.noRecords}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Listed(props: GroupProps & { readonly title: string; readonly hint: string | null }) {
  const { lang, rows, title, hint } = props;
  const { popup } = strings(lang);
  if (rows.length === 0) return null;
  return (
    <section className="block">
      <h2>
        {title}
        <span className="total">{rows.length}</span>
      </h2>
      {hint !== null && <p className="soft small">{hint}</p>}
      <ul className="rows">
        {rows.map((row) => (
          <li key={`${row.personId}/${row.name}`} className="row-item">
            <div className="row">
              <span className="main">
                <b>
                  <bdi>{row.name}</bdi>
                </b>
                <span className="sub">
                  <bdi>{row.office}</bdi>
                  {row.why !== null && row.why !== 'noRecords' && (
                    <span>
                      {row.office === null ? '' : ' · '}
                      {popup.maybeWhy[row.why]}
                    </span>
                  )}
                  {row.candidates.length > 0 && <bdi>: {row.candidates.join(', ')}</bdi>}
                </span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotRead({ lang }: { readonly lang: Lang }) {
  return (
    <p className="block problem" role="alert">
      {strings(lang).popup.notRead}
    </p>
  );
}

interface OfficialsProps extends GroupProps {
  readonly isWhole: boolean;
  readonly onShow: (personId: string) => void;
}

function Officials(props: OfficialsProps) {
  const { lang, rows, isWhole } = props;
  const { popup } = strings(lang);
  if (rows.length === 0 && isWhole) return <p className="block soft">{popup.nobody}</p>;
  return (
    <>
      {!isWhole && <NotRead lang={lang} />}
      <Sure {...props} rows={rows.filter((row) => row.why === null)} />
      <Listed
        lang={lang}
        rows={rows.filter((row) => row.why === 'noRecords')}
        title={popup.withoutRecords}
        hint={popup.withoutRecordsHint}
      />
      <Listed
        lang={lang}
        rows={rows.filter((row) => row.why !== null && row.why !== 'noRecords')}
        title={popup.maybe}
        hint={null}
      />
    </>
  );
}

/** Officials of the page in front, or what to do when there are none to show. */
export function OnPage(props: {
  readonly lang: Lang;
  readonly page: PageState;
  readonly onShow: (personId: string) => void;
  readonly onTurnOn: () => void;
}) {
  const { lang, page, onShow, onTurnOn } = props;
  const { popup } = strings(lang);
  switch (page.kind) {
    case 'reading':
      return <p className="block soft">{popup.reading}</p>;
    case 'none':
      return <p className="block soft">{popup.noSite}</p>;
    case 'paused':
      return <p className="block soft">{popup.paused}</p>;
    case 'off':
      return <p className="block soft">{popup.offHere}</p>;
    case 'reload':
      return <p className="block soft">{popup.reloadHere}</p>;
    case 'notArticle':
      return <p className="block soft">{popup.notArticle}</p>;
    case 'noLedger':
      return <p className="block soft">{popup.noLedger}</p>;
    case 'notRead':
      return <NotRead lang={lang} />;
    case 'notListed':
      return (
        <section className="block site">
          <p className="soft">{popup.notListed(page.site)}</p>
          <button type="button" className="button primary" onClick={onTurnOn}>
            {popup.turnOn(page.site)}
          </button>
        </section>
      );
    case 'article':
      return <Officials lang={lang} rows={page.officials} isWhole={page.isWhole} onShow={onShow} />;
  }
}
