import { useId, useState } from 'react';
import { dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import { phaseOf } from '@/lib/ledger/statuses';
import { PromiseLine } from '../promise-line';
import { promiseView, type ViewContext } from '../promise-view';
import { Sign } from '../signs';
import { SourceLink } from '../source-link';
import { shortNameIn, textIn } from '../text';

type Shown = 'all' | 'open' | 'closed';

interface TableProps {
  readonly entries: readonly BookEntry[];
  readonly context: ViewContext;
}

const hrefOf = (entry: BookEntry) => `#/promise/${encodeURIComponent(entry.promise.id)}`;

function maker(entry: BookEntry, { persons, lang }: ViewContext): string {
  const { personId, saidOn } = entry.promise;
  const { card } = strings(lang);
  const person = personId === null ? undefined : persons.get(personId);
  const name = person === undefined ? card.fromUnnamed : shortNameIn(person, lang);
  return saidOn === null ? name : `${name}, ${dateOfEvent(lang, saidOn)}`;
}

function handNames(entry: BookEntry, { persons, lang }: ViewContext): string {
  const names = entry.hands.map(({ span }) => {
    const person = span.personId === null ? undefined : persons.get(span.personId);
    return person === undefined ? '?' : shortNameIn(person, lang);
  });
  return names.join(' → ');
}

function termWords({ promise, term }: BookEntry, words: UiStrings, lang: Lang): string {
  if (promise.dueOn === null) return words.common.term.noDate;
  const by = dateOfTerm(lang, promise.dueOn);
  return term === null || term === 'noDate' ? by : words.common.term[term](by);
}

function Row({ entry, context }: { readonly entry: BookEntry; readonly context: ViewContext }) {
  const { lang } = context;
  const words = strings(lang);
  const matter = textIn(entry.promise.text, lang);
  const { status, event } = entry.status;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(entry)} lang={matter.lang} dir="auto">
          {matter.text}
        </a>
      </th>
      <td>
        <span className={`what s-${status}`}>
          <Sign name={status} size={14} />
          {words.common.status[status]}
        </span>
        {event !== null && <div className="soft small">{dateOfEvent(lang, event.on)}</div>}
      </td>
      <td>
        <bdi>{maker(entry, context)}</bdi>
      </td>
      <td>{termWords(entry, words, lang)}</td>
      <td>
        <bdi>{handNames(entry, context)}</bdi>
      </td>
      <td>
        <SourceLink url={entry.promise.source.url} words={words} isWeak={entry.weakSource} />
        {entry.weakSource && <div className="soft small">{words.card.weak}</div>}
      </td>
    </tr>
  );
}

function Filter(props: {
  readonly lang: Lang;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}) {
  const { lang, shown, onShow } = props;
  const { ledger } = strings(lang);
  const name = useId();
  const choices = [
    ['all', ledger.showAll],
    ['open', ledger.showOpen],
    ['closed', ledger.showClosed],
  ] as const;
  return (
    <fieldset className="filter">
      <legend className="hidden-text">{ledger.show}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={shown === value}
            onChange={() => onShow(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Head({ lang }: { readonly lang: Lang }) {
  const { columns } = strings(lang).ledger;
  return (
    <thead>
      <tr>
        <th scope="col" className="col-promise">
          {columns.promise}
        </th>
        <th scope="col" className="col-status">
          {columns.status}
        </th>
        <th scope="col" className="col-said">
          {columns.said}
        </th>
        <th scope="col" className="col-due">
          {columns.due}
        </th>
        <th scope="col">{columns.hands}</th>
        <th scope="col" className="col-source">
          {columns.source}
        </th>
      </tr>
    </thead>
  );
}

/** The promises of an office as a table, on a narrow page as a list with the same signs. */
export function PromiseTable({ entries, context }: TableProps) {
  const [shown, setShown] = useState<Shown>('all');
  const words = strings(context.lang);
  const isShown = (entry: BookEntry) =>
    shown === 'all' || (phaseOf(entry.status.status) === 'open') === (shown === 'open');
  const rows = entries.filter(isShown);
  return (
    <section>
      <h2>{words.ledger.table}</h2>
      <Filter lang={context.lang} shown={shown} onShow={setShown} />
      <table className="table">
        <Head lang={context.lang} />
        <tbody>
          {rows.map((entry) => (
            <Row key={entry.promise.id} entry={entry} context={context} />
          ))}
        </tbody>
      </table>
      <ul className="narrow">
        {rows.map((entry) => (
          <PromiseLine
            key={entry.promise.id}
            view={promiseView(entry, context, true)}
            words={words}
            lang={context.lang}
            href={hrefOf(entry)}
          />
        ))}
      </ul>
    </section>
  );
}
