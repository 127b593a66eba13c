import { useState } from 'react';
import { dateInWords, dateOfTerm } from '@/lib/language/dates';
import type { LetterLang } from '@/lib/language/letters';
import { strings } from '@/lib/language/ui';
import type { BookEntry, PostBook } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { Sign } from '../signs';
import { hostOf } from '../source-link';
import { nameIn, shortNameIn, textIn } from '../text';
import { LanguageSwitch } from './language-switch';
import { postHref } from './links';
import { Pager, usePages } from './pager';
import { QrCode } from './qr-code';

/** What a handover sheet shows: the open promises of an office, for the report meeting. */
export interface SheetPageProps {
  readonly book: PostBook;
  readonly context: ViewContext;
  readonly onPrint: () => void;
}

/** Rows of a sheet on one page; nobody hands over more at one meeting. */
const PAGE_ROWS = 200;

interface SheetRowProps {
  readonly entry: BookEntry;
  readonly number: number;
  readonly context: ViewContext;
}

function saidBy({ promise, makerUnnamed }: BookEntry, { persons, lang }: ViewContext): string {
  const { card } = strings(lang);
  const person = promise.personId === null ? undefined : persons.get(promise.personId);
  const name = makerUnnamed || person === undefined ? card.fromUnnamed : shortNameIn(person, lang);
  const date = promise.saidOn ?? promise.source.publishedOn ?? null;
  return date === null ? name : `${name}, ${dateInWords(lang, date)}`;
}

function stateOf(entry: BookEntry, lang: Lang): string {
  const { common } = strings(lang);
  const { status, event } = entry.status;
  const word = common.status[status];
  return event === null ? word : `${word}, ${dateInWords(lang, event.on)}`;
}

function SheetRow({ entry, number, context }: SheetRowProps) {
  const { lang } = context;
  const { sheet } = strings(lang).pages;
  const { promise, status, term, weakSource } = entry;
  const { url } = promise.source;
  const isPassed = term === 'passedUnchecked' || term === 'overdue';
  const matter = textIn(promise.text, lang);
  return (
    <tr>
      <td className="number">{number}</td>
      <th scope="row">
        <bdi lang={matter.lang}>{matter.text}</bdi>
      </th>
      <td>
        <bdi>{saidBy(entry, context)}</bdi>
      </td>
      <td className={isPassed ? 'passed' : ''}>
        {promise.dueOn === null ? sheet.none : dateOfTerm(lang, promise.dueOn)}
      </td>
      <td>
        <Sign name={status.status} size={12} /> {stateOf(entry, lang)}
      </td>
      <td className="code">
        {!weakSource && url.startsWith('https:') && (
          <QrCode text={url} label={`${sheet.scan}: ${hostOf(url) ?? url}`} />
        )}
        <span className="host">{hostOf(url)}</span>
      </td>
      <td className="blank" aria-label={sheet.answer}>
        {' '}
      </td>
    </tr>
  );
}

function SheetTable(props: {
  readonly title: string;
  readonly entries: readonly BookEntry[];
  readonly first: number;
  readonly context: ViewContext;
}) {
  const { title, entries, first, context } = props;
  const { sheet } = strings(context.lang).pages;
  const paged = usePages(entries, PAGE_ROWS);
  if (entries.length === 0) return null;
  return (
    <>
      <h2>
        {title} · {entries.length}
      </h2>
      <Pager paged={paged} lang={context.lang} />
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col" className="w-number">
              {sheet.number}
            </th>
            <th scope="col" className="w-matter">
              {sheet.matter}
            </th>
            <th scope="col">{sheet.said}</th>
            <th scope="col">{sheet.due}</th>
            <th scope="col">{sheet.state}</th>
            <th scope="col" className="w-code">
              {sheet.source}
            </th>
            <th scope="col" className="w-answer">
              {sheet.answer}
            </th>
          </tr>
        </thead>
        <tbody>
          {paged.rows.map((entry, index) => (
            <SheetRow
              key={entry.promise.id}
              entry={entry}
              number={first + paged.from + index}
              context={context}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function holderLine({ book, context }: Omit<SheetPageProps, 'onPrint'>): string {
  const { sheet } = strings(context.lang).pages;
  const person = context.persons.get(book.holder?.personId ?? '');
  const name = person === undefined ? sheet.holderUnknown : nameIn(person, context.lang);
  return `${sheet.answers}: ${name}`;
}

function Sheet({ book, context }: Omit<SheetPageProps, 'onPrint'>) {
  const { lang } = context;
  const { sheet } = strings(lang).pages;
  const isHeld = book.holder?.personId != null;
  const own = book.open.filter(({ answer }) => answer?.relation === 'made');
  const others = book.open.filter(({ answer }) => answer?.relation !== 'made');
  return (
    // On a phone the sheet scrolls sideways in itself, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sheet" lang={lang} aria-label={sheet.title} tabIndex={0}>
      <p className="sheet-kicker">{sheet.title}</p>
      <h1>
        <bdi>{textIn(book.post.label, lang).text}</bdi>
      </h1>
      <p>{holderLine({ book, context })}</p>
      <p className="soft">{sheet.subtitle(dateInWords(lang, book.days.today))}</p>
      {book.open.length === 0 && <p>{sheet.nothing}</p>}
      <SheetTable
        title={isHeld ? sheet.inherited : sheet.openOnes}
        entries={others}
        first={1}
        context={context}
      />
      <SheetTable title={sheet.own} entries={own} first={others.length + 1} context={context} />
      <p className="soft small sheet-note">
        {sheet.note} {sheet.unchecked}
      </p>
      <p className="signatures">
        <span>{sheet.signature}</span>
        <span>{sheet.received}</span>
      </p>
    </section>
  );
}

/** The handover sheet: A4, black and white, Russian or Kazakh whatever the interface speaks. */
export function SheetPage({ book, context, onPrint }: SheetPageProps) {
  const [lang, setLang] = useState<LetterLang>(context.lang === 'kk' ? 'kk' : 'ru');
  const { ledger, pages } = strings(context.lang);
  return (
    <article>
      <div className="sheet-tools no-print">
        <a className="button plain" href={postHref(book.post.id)}>
          {pages.sheet.back}
        </a>
        <LanguageSwitch
          label={pages.sheet.language}
          langs={['ru', 'kk']}
          value={lang}
          onChoose={setLang}
        />
        <button type="button" className="button primary" onClick={onPrint}>
          {ledger.print}
        </button>
      </div>
      <Sheet book={book} context={{ ...context, lang }} />
    </article>
  );
}
