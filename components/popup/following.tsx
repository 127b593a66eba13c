import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { Switch } from '../switch';

/** One followed office, area or matter, with its news in words, newest first. */
export interface FollowRow {
  /** `post/{id}`, `area/{id}` or `promise/{id}`. */
  readonly target: string;
  readonly name: string;
  /** The ledger no longer has it. */
  readonly isGone: boolean;
  readonly news: readonly { readonly what: string; readonly about: string }[];
  readonly href: string;
}

/** What the popup shows and does about follows. */
export interface FollowingProps {
  readonly lang: Lang;
  readonly rows: readonly FollowRow[];
  /** Whether news are shown as notifications too. */
  readonly isNotifying: boolean;
  readonly onNotify: (on: boolean) => void;
  readonly onStop: (target: string) => void;
}

/** More are one click away, on the page that the row opens. */
const NEWS_SHOWN = 3;

function NewsLines({ lang, row }: { readonly lang: Lang; readonly row: FollowRow }) {
  const { follow } = strings(lang);
  const rest = row.news.length - NEWS_SHOWN;
  if (row.isGone) return <span className="sub">{follow.gone}</span>;
  if (row.news.length === 0) return <span className="sub">{follow.noNews}</span>;
  return (
    <>
      {row.news.slice(0, NEWS_SHOWN).map(({ what, about }) => (
        <span className="sub" key={`${what} ${about}`}>
          {what}
          {about !== '' && ': '}
          <bdi>{about}</bdi>
        </span>
      ))}
      {rest > 0 && <span className="sub">{follow.more(rest)}</span>}
    </>
  );
}

/** What the reader follows; those with news first. Nothing is shown before anything is followed. */
export function Following({ lang, rows, isNotifying, onNotify, onStop }: FollowingProps) {
  const { follow } = strings(lang);
  if (rows.length === 0) return null;
  const news = rows.reduce((sum, row) => sum + row.news.length, 0);
  return (
    <section className="block">
      <h2>
        {follow.title}
        {news > 0 && <span className="total">{follow.news(news)}</span>}
      </h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.target} className="row-pair">
            <a className="row" href={row.href} target="_blank" rel="noopener">
              <span className="main">
                <b className="clamp">
                  <bdi>{row.name}</bdi>
                </b>
                <NewsLines lang={lang} row={row} />
              </span>
            </a>
            <button
              type="button"
              className="button plain"
              aria-label={follow.stop(row.name)}
              title={follow.stop(row.name)}
              onClick={() => onStop(row.target)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <Switch isOn={isNotifying} onSwitch={onNotify}>
        {follow.notify}
      </Switch>
    </section>
  );
}
