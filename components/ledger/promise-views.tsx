import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { BookEntry, ClosedEntry, PostBook } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import { outlivedOf } from '@/lib/ledger/thesis';
import type { ViewContext } from '../promise-view';
import { FilterBar } from './filter-bar';
import { OfficePicture, PictureGist } from './office-picture';
import type { OfficePromises } from './office-promises';
import { usePageWidth } from './page-width';
import { Pager, usePages } from './pager';
import { filtered, NO_FILTER, type PromiseFilter } from './promise-filter';
import { PromiseTable } from './promise-table';
import { usePrinting } from './virtual-rows';

/** An office with more promises is shown page by page: 100,000 lines held the browser up for 1.9 s. */
const PAGE_ROWS = 1_000;

type View = 'picture' | 'table';

/** With more promises than this the table would stand too far below the picture: then the reader chooses. */
const BOTH_UP_TO = 40;

function ViewSwitch(props: {
  readonly lang: Lang;
  readonly view: View;
  readonly onView: (view: View) => void;
}) {
  const { lang, view, onView } = props;
  const words = strings(lang).pages.picture;
  const name = useId();
  const choices = [
    ['picture', words.asPicture],
    ['table', words.asTable],
  ] as const;
  return (
    <fieldset className="switcher no-print">
      <legend className="hidden-text">{words.view}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} checked={view === value} onChange={() => onView(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The chosen promises: the picture, the table behind it, or both. */
function Shown(props: {
  readonly book: PostBook;
  readonly context: ViewContext;
  /** Those of the page; the gist counts all. */
  readonly rows: readonly (BookEntry | ClosedEntry)[];
  readonly gist: ReactNode;
  /** Null: there is room for both. */
  readonly view: View | null;
}) {
  const { book, context, rows, gist, view } = props;
  const { lang, persons } = context;
  const { hasTable, hasPicture } = usePageWidth();
  const isPrinting = usePrinting();
  if (rows.length === 0) return <p className="soft">{strings(lang).pages.filters.nothing}</p>;
  // Paper has room for both, whatever window it is printed from.
  const showsPicture = isPrinting || (hasPicture && view !== 'table');
  const showsTable = isPrinting || !showsPicture || view !== 'picture';
  return (
    <>
      {showsPicture ? (
        <OfficePicture book={book} entries={rows} gist={gist} persons={persons} lang={lang} />
      ) : (
        gist
      )}
      {showsTable && (
        <PromiseTable entries={rows} context={context} asList={!hasTable && !isPrinting} />
      )}
    </>
  );
}

/** The promises of an office: filters, the picture, and the table that stands behind it. */
export function PromiseViews(props: OfficePromises & { readonly context: ViewContext }) {
  const { book, entries, choices, context } = props;
  const [filter, setFilter] = useState<PromiseFilter>(NO_FILTER);
  const [view, setView] = useState<View>('picture');
  const { hasPicture } = usePageWidth();
  // The choice answers at once; a thousand lines follow a moment later.
  const chosen = useDeferredValue(filter);
  const rows = useMemo(() => filtered(entries, chosen), [entries, chosen]);
  const outlived = useMemo(
    () => (rows === entries ? props.outlived : outlivedOf(rows)),
    [rows, entries, props.outlived],
  );
  const paged = usePages(rows, PAGE_ROWS);
  const { ledger } = strings(context.lang);
  const isLong = entries.length > BOTH_UP_TO;
  if (entries.length === 0) return <p className="soft">{ledger.empty}</p>;
  return (
    <section className="views">
      <h2 className="hidden-text">{ledger.picture}</h2>
      <div className="view-tools">
        <FilterBar
          context={context}
          choices={choices}
          filter={filter}
          shown={rows.length}
          total={entries.length}
          onFilter={setFilter}
        />
        {isLong && hasPicture && <ViewSwitch lang={context.lang} view={view} onView={setView} />}
      </div>
      <Pager paged={paged} lang={context.lang} />
      <Shown
        book={book}
        context={context}
        gist={<PictureGist outlived={outlived} total={rows.length} lang={context.lang} />}
        rows={paged.rows}
        view={isLong ? view : null}
      />
    </section>
  );
}
