import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { ChainLines, type ChainRow } from '../chain-lines';

/** A sentence of the page that reads as a promise, and what was promised of the same matter before. */
export interface HeardRow {
  readonly text: string;
  readonly earlier: readonly ChainRow[];
  /** How many more there are like these. */
  readonly more: number;
}

/** Off until it is asked for; then the sentences found so far; `failed`: the rest could not be read. */
export type RadarView =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading' | 'read' | 'failed'; readonly rows: readonly HeardRow[] };

function Earlier({ lang, chain }: { readonly lang: Lang; readonly chain: ChainRow }) {
  return (
    <div className="earlier">
      <p className="small">
        <b>{strings(lang).card.repeated(chain.before + chain.links.length + 1)}</b>
        {': '}
        <a
          href={`/ledger.html#/promise/${encodeURIComponent(chain.id)}`}
          target="_blank"
          rel="noopener"
        >
          <bdi>{chain.text}</bdi>
        </a>
      </p>
      <ChainLines chain={chain} lang={lang} />
    </div>
  );
}

/** Sentences of the page that read as promises: looked for on a click, on the device. */
export function Radar(props: {
  readonly lang: Lang;
  readonly view: RadarView;
  readonly onRead: () => void;
  readonly onShow: (text: string) => void;
}) {
  const { lang, view, onRead, onShow } = props;
  const { popup } = strings(lang);
  if (view.kind === 'off') {
    return (
      <section className="block">
        <button type="button" className="button" onClick={onRead}>
          {popup.radarRead}
        </button>
      </section>
    );
  }
  return (
    <section className="block" aria-busy={view.kind === 'reading'}>
      <h2>
        {popup.radar}
        <span className="total">{view.rows.length}</span>
      </h2>
      {view.kind === 'failed' && (
        <p className="problem" role="alert">
          {popup.radarFailed}
        </p>
      )}
      <output className="soft small">
        {view.kind === 'reading' && popup.reading}
        {view.kind === 'read' && (view.rows.length === 0 ? popup.radarNone : popup.radarHint)}
      </output>
      <ul className="rows">
        {view.rows.map(({ text, earlier, more }) => (
          <li key={text}>
            <button type="button" className="row" onClick={() => onShow(text)}>
              <bdi>{text}</bdi>
            </button>
            {earlier.map((chain) => (
              <Earlier key={chain.id} lang={lang} chain={chain} />
            ))}
            {more > 0 && <p className="soft small">{strings(lang).follow.more(more)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
