import type { ReactNode } from 'react';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { HeldRow, Thesis } from '@/lib/ledger/thesis';
import { spanInWords, type ViewContext } from '../promise-view';
import { nameIn, textIn } from '../text';
import { personHref, postHref } from './links';
import { PromiseLines } from './promise-lines';

const DAYS_A_YEAR = 365.25;

/** A figure that opens its rows, and says how many undated records it leaves out. */
function Figure(props: {
  readonly value: string;
  readonly label: string;
  readonly leftOut: number;
  readonly words: UiStrings;
  readonly children: ReactNode;
}) {
  const { value, label, leftOut, words, children } = props;
  const { area } = words.pages;
  return (
    <details className="figure">
      <summary>
        <b>{value}</b> <span>{label}</span>
        {leftOut > 0 && <span className="soft small"> {area.leftOut(leftOut)}</span>}
        <span className="hidden-text"> {area.rows}</span>
      </summary>
      <div className="figure-rows">{children}</div>
    </details>
  );
}

function Promises(props: {
  readonly title: string;
  readonly entries: readonly BookEntry[];
  readonly context: ViewContext;
}) {
  const { title, entries, context } = props;
  if (entries.length === 0) return null;
  return (
    <>
      <h3>
        {title} · {entries.length}
      </h3>
      <PromiseLines entries={entries} showsMaker context={context} />
    </>
  );
}

function Held({ rows, context }: { readonly rows: readonly HeldRow[]; context: ViewContext }) {
  const { lang, persons } = context;
  const { ledger, common } = strings(lang);
  return (
    <ul className="holders">
      {rows.map(({ post, membership, days }) => {
        const person = persons.get(membership.personId);
        return (
          <li key={membership.id}>
            <span>
              <a href={personHref(membership.personId)}>
                <bdi>{person === undefined ? membership.personId : nameIn(person, lang)}</bdi>
              </a>
              {membership.acting && `, ${common.acting}`}
              <span className="soft small">
                {' · '}
                <a href={postHref(post.id)}>{textIn(post.label, lang).text}</a>
              </span>
            </span>
            <span className="soft small">
              {ledger.tenure(membership.startDate, membership.endDate) ?? ledger.datesUnknown}
              {days !== null && ` · ${spanInWords(days, lang)}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The thesis in figures: promises that outlived their makers, the usual tenure, holders of late. */
export function AreaThesis({ thesis, context }: { readonly thesis: Thesis; context: ViewContext }) {
  const words = strings(context.lang);
  const { area } = words.pages;
  const { outlived, tenure, lately } = thesis;
  const count = outlived.open.length + outlived.closed.length;
  const years =
    tenure.medianDays === null ? null : Math.round((tenure.medianDays / DAYS_A_YEAR) * 10) / 10;
  return (
    <section>
      <h2>{area.thesis}</h2>
      <div className="thesis-figures">
        <Figure
          value={String(count)}
          label={area.outlived(count)}
          leftOut={outlived.undated}
          words={words}
        >
          <Promises title={area.outlivedOpen} entries={outlived.open} context={context} />
          <Promises title={area.outlivedClosed} entries={outlived.closed} context={context} />
          <Promises title={area.outlivedUnknown} entries={outlived.unknown} context={context} />
        </Figure>
        {years !== null && (
          <Figure
            value={words.ledger.years(years)}
            label={area.tenure}
            leftOut={tenure.undated}
            words={words}
          >
            <p className="soft small">{area.tenureRows(tenure.rows.length)}</p>
            <Held rows={tenure.rows} context={context} />
          </Figure>
        )}
        <Figure
          value={String(lately.persons)}
          label={area.lately(lately.persons)}
          leftOut={lately.undated}
          words={words}
        >
          <Held rows={lately.rows} context={context} />
        </Figure>
      </div>
    </section>
  );
}
