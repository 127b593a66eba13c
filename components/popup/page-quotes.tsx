import { strings } from '@/lib/language/ui';
import type { Lang, SourceState } from '@/lib/ledger/records';

/** A quote once taken from the page in front, and what became of it. */
export interface QuoteRow {
  readonly id: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly state: SourceState;
  readonly diff: readonly { readonly was: string; readonly now: string | null }[];
}

/** The quotes that were looked for, and how many more the page has. */
export interface QuoteRows {
  readonly quotes: readonly QuoteRow[];
  readonly more: number;
}

function Diff({ lang, diff }: { readonly lang: Lang; readonly diff: QuoteRow['diff'] }) {
  const { popup } = strings(lang);
  return (
    <dl className="diff">
      {diff.map(({ was, now }) => (
        <div key={was}>
          <dt>{popup.quoteWas}</dt>
          <dd>
            <bdi>{was}</bdi>
          </dd>
          <dt>{popup.quoteNow}</dt>
          <dd>{now === null ? popup.quoteNone : <bdi>{now}</bdi>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Quote(props: {
  readonly lang: Lang;
  readonly quote: QuoteRow;
  readonly onShow: (id: string) => void;
}) {
  const { lang, quote, onShow } = props;
  const { popup } = strings(lang);
  const words = (
    <span className="main">
      <bdi>{quote.text === '' ? popup.untitled : quote.text}</bdi>
      <span className="sub">
        <span className={`quote-${quote.state}`}>{popup.quoteState[quote.state]}</span>
        {quote.isOwn && ` · ${popup.quoteOwn}`}
      </span>
    </span>
  );
  return (
    <li>
      {quote.state === 'gone' ? (
        <div className="row">{words}</div>
      ) : (
        <button type="button" className="row" onClick={() => onShow(quote.id)}>
          {words}
        </button>
      )}
      {quote.state === 'changed' && <Diff lang={lang} diff={quote.diff} />}
    </li>
  );
}

/** All quotes once taken from the page in front: those that stand there, were changed, or are gone. */
export function PageQuotes(
  props: QuoteRows & { readonly lang: Lang; readonly onShow: (id: string) => void },
) {
  const { lang, quotes, more, onShow } = props;
  if (quotes.length === 0) return null;
  return (
    <section className="block">
      <h2>
        {strings(lang).popup.quotes}
        <span className="total">{quotes.length + more}</span>
      </h2>
      <ul className="rows">
        {quotes.map((quote) => (
          <Quote key={quote.id} lang={lang} quote={quote} onShow={onShow} />
        ))}
      </ul>
      {more > 0 && <p className="soft small">{strings(lang).follow.more(more)}</p>}
    </section>
  );
}
