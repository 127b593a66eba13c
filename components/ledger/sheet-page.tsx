import { memo, useEffect, useMemo, useState } from 'react';
import { dateInWords, dateOfTerm } from '@/lib/language/dates';
import type { LetterLang } from '@/lib/language/letters';
import { strings } from '@/lib/language/ui';
import type { BookEntry, PostBook } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { Sign } from '../signs';
import { hostOf } from '../source-link';
import { nameIn, shortNameIn, textIn } from '../text';
import { useGrowing } from './growing';
import { LanguageSwitch } from './language-switch';
import { postHref } from './links';
import { type Paged, Pager, usePages } from './pager';
import { QrCode } from './qr-code';

/** What a handover sheet shows: the open promises of an office, for the report meeting. */
export interface SheetPageProps {
  readonly book: PostBook;
  readonly context: ViewContext;
  readonly onPrint: () => void;
}

/** Rows of a list on one page of the sheet, some 200 leaves of paper; of a longer list the paper says which part it is. */
const PAGE_ROWS = 2_000;

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

// Drawn once, however often the list grows.
const SheetRow = memo(function SheetRow({ entry, number, context }: SheetRowProps) {
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
});

/** One list of the sheet: the page of it that is shown, and how many rows of that are drawn by now. */
interface SheetPart {
  readonly paged: Paged<BookEntry>;
  readonly drawn: number;
}

function useSheetPart(entries: readonly BookEntry[], lang: Lang): SheetPart {
  const paged = usePages(entries, PAGE_ROWS);
  return { paged, drawn: useGrowing(paged.rows.length, `${lang} ${paged.from}`) };
}

/** Rows of one table: a longer list is a row of tables, of which the browser lays out those that are in view. */
const LEAF_ROWS = 100;

interface LeafProps {
  readonly entries: readonly BookEntry[];
  readonly first: number;
  readonly context: ViewContext;
}

function Leaf({ entries, first, context }: LeafProps) {
  const { sheet } = strings(context.lang).pages;
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col" className="w-number">
            {sheet.number}
          </th>
          <th scope="col" className="w-matter">
            {sheet.matter}
          </th>
          <th scope="col" className="w-said">
            {sheet.said}
          </th>
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
        {entries.map((entry, at) => (
          <SheetRow key={entry.promise.id} entry={entry} number={first + at} context={context} />
        ))}
      </tbody>
    </table>
  );
}

function SheetList(props: {
  readonly title: string;
  readonly part: SheetPart;
  readonly first: number;
  readonly context: ViewContext;
}) {
  const { title, part, first, context } = props;
  const { paged, drawn } = part;
  if (paged.total === 0) return null;
  const leaves = Array.from({ length: Math.ceil(drawn / LEAF_ROWS) }, (_, nth) => nth * LEAF_ROWS);
  return (
    <>
      <h2>
        {title} · {paged.total}
      </h2>
      <Pager paged={paged} lang={context.lang} />
      {leaves.map((from) => (
        <div key={from} className={paged.rows.length > LEAF_ROWS ? 'leaf' : undefined}>
          <Leaf
            entries={paged.rows.slice(from, Math.min(drawn, from + LEAF_ROWS))}
            first={first + paged.from + from}
            context={context}
          />
        </div>
      ))}
    </>
  );
}

interface SheetParts {
  readonly own: SheetPart;
  readonly others: SheetPart;
}

/** What the holder of today said himself, and what he was left; their rows come with the frames. */
function useSheetParts({ open }: PostBook, lang: Lang): SheetParts & { readonly isWhole: boolean } {
  const [own, others] = useMemo(() => {
    const isOwn = ({ answer }: BookEntry) => answer?.relation === 'made';
    return [open.filter(isOwn), open.filter((entry) => !isOwn(entry))];
  }, [open]);
  const parts = { own: useSheetPart(own, lang), others: useSheetPart(others, lang) };
  const isWhole = Object.values(parts).every(({ paged, drawn }) => drawn === paged.rows.length);
  return { ...parts, isWhole };
}

interface SheetProps {
  readonly book: PostBook;
  readonly context: ViewContext;
}

function holderLine({ book, context }: SheetProps): string {
  const { sheet } = strings(context.lang).pages;
  const person = context.persons.get(book.holder?.personId ?? '');
  const name = person === undefined ? sheet.holderUnknown : nameIn(person, context.lang);
  return `${sheet.answers}: ${name}`;
}

function Sheet({ book, context, own, others }: SheetProps & SheetParts) {
  const { lang } = context;
  const { sheet } = strings(lang).pages;
  const isHeld = book.holder?.personId != null;
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
      <SheetList
        title={isHeld ? sheet.inherited : sheet.openOnes}
        part={others}
        first={1}
        context={context}
      />
      <SheetList title={sheet.own} part={own} first={others.paged.total + 1} context={context} />
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

/** Asks for the print once every row is drawn: to draw them all for the printer at once would hold the page up. */
function usePrintWhole(isWhole: boolean, onPrint: () => void) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isAsked || !isWhole) return;
    const frame = requestAnimationFrame(() => {
      setAsked(false);
      onPrint();
    });
    return () => cancelAnimationFrame(frame);
  }, [isAsked, isWhole, onPrint]);
  return { isWaiting: isAsked, ask: isWhole ? onPrint : () => setAsked(true) };
}

/** The handover sheet: A4, black and white, Russian or Kazakh whatever the interface speaks. */
export function SheetPage({ book, context, onPrint }: SheetPageProps) {
  const [lang, setLang] = useState<LetterLang>(context.lang === 'kk' ? 'kk' : 'ru');
  const sheetContext = useMemo(() => ({ ...context, lang }), [context, lang]);
  const { isWhole, ...parts } = useSheetParts(book, lang);
  const printing = usePrintWhole(isWhole, onPrint);
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
        <button type="button" className="button primary" onClick={printing.ask}>
          {ledger.print}
        </button>
        <output className="soft small">{printing.isWaiting && pages.sheet.drawing}</output>
      </div>
      <Sheet book={book} context={sheetContext} {...parts} />
    </article>
  );
}
