import { dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import { addressOfQuote } from '@/lib/quotes/text-fragment';
import { PromiseLine } from '../promise-line';
import { promiseView, type ViewContext } from '../promise-view';
import { Sign } from '../signs';
import { SourceLink } from '../source-link';
import { shortNameIn, textIn } from '../text';
import { promiseHref } from './links';
import { useVirtualRows } from './virtual-rows';

interface TableProps {
  readonly entries: readonly BookEntry[];
  readonly context: ViewContext;
}

/** What a row is taken to be high before it is drawn, in px. */
const ROW_HEIGHT = 57;
const LINE_HEIGHT = 84;

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

interface RowProps {
  readonly entry: BookEntry;
  readonly context: ViewContext;
  readonly index: number;
  readonly measure: (row: Element | null) => void;
}

function Row({ entry, context, index, measure }: RowProps) {
  const { lang } = context;
  const words = strings(lang);
  const matter = textIn(entry.promise.text, lang);
  const { status, event } = entry.status;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        <a href={promiseHref(entry.promise.id)} lang={matter.lang} dir="auto">
          {matter.text}
        </a>
      </th>
      <td>
        <span className={`what s-${status}`}>
          <Sign name={status} size={14} />
          {words.common.status[status]}
        </span>
        {event !== null && <div className="soft small">{dateOfEvent(lang, event.on)}</div>}
        {entry.weakStatus && <div className="soft small">{words.card.weakStatus}</div>}
      </td>
      <td>
        <bdi>{maker(entry, context)}</bdi>
      </td>
      <td>{termWords(entry, words, lang)}</td>
      <td>
        <bdi>{handNames(entry, context)}</bdi>
      </td>
      <td>
        <SourceLink
          url={entry.promise.source.url}
          href={addressOfQuote(entry.promise)}
          words={words}
          isWeak={entry.weakSource}
        />
        {entry.weakSource && <div className="soft small">{words.card.weak}</div>}
      </td>
    </tr>
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

function Table({ entries, context }: TableProps) {
  const { hold, indexes, before, after, measure } = useVirtualRows<HTMLTableElement>(
    entries.length,
    ROW_HEIGHT,
  );
  return (
    <table className="table" ref={hold} aria-rowcount={entries.length + 1}>
      <Head lang={context.lang} />
      <tbody>
        {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
        {indexes.map((index) => {
          const entry = entries[index];
          return (
            entry !== undefined && (
              <Row
                key={entry.promise.id}
                entry={entry}
                context={context}
                index={index}
                measure={measure}
              />
            )
          );
        })}
        {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
      </tbody>
    </table>
  );
}

function List({ entries, context }: TableProps) {
  const { hold, indexes, before, after, measure } = useVirtualRows<HTMLUListElement>(
    entries.length,
    LINE_HEIGHT,
  );
  const words = strings(context.lang);
  return (
    <ul className="narrow" ref={hold} style={{ paddingTop: before, paddingBottom: after }}>
      {indexes.map((index) => {
        const entry = entries[index];
        return (
          entry !== undefined && (
            <PromiseLine
              key={entry.promise.id}
              view={promiseView(entry, context, true)}
              words={words}
              lang={context.lang}
              href={promiseHref(entry.promise.id)}
              measured={{ index, ref: measure }}
            />
          )
        );
      })}
    </ul>
  );
}

/** The promises of an office as a table, on a narrow page as a list with the same signs. */
export function PromiseTable(props: TableProps & { readonly asList: boolean }) {
  const { asList, ...table } = props;
  return (
    <>
      <h3 className="table-title">{strings(props.context.lang).ledger.table}</h3>
      {asList ? <List {...table} /> : <Table {...table} />}
    </>
  );
}
