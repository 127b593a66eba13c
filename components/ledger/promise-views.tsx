import { useDeferredValue, useId, useMemo, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { PostBook } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { FilterBar } from './filter-bar';
import { OfficePicture } from './office-picture';
import { entriesOf } from './office-scale';
import { choicesOf, filtered, NO_FILTER, type PromiseFilter } from './promise-filter';
import { PromiseTable } from './promise-table';

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
    <fieldset className="switcher no-print wide-only">
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

/** The promises of an office: filters, the picture, and the table that stands behind it. */
export function PromiseViews(props: { readonly book: PostBook; readonly context: ViewContext }) {
  const { book, context } = props;
  const words = strings(context.lang);
  const [filter, setFilter] = useState<PromiseFilter>(NO_FILTER);
  const [view, setView] = useState<View>('picture');
  const entries = useMemo(() => entriesOf(book), [book]);
  const choices = useMemo(() => choicesOf(entries), [entries]);
  // The choice answers at once; a thousand lines follow a moment later.
  const chosen = useDeferredValue(filter);
  const rows = useMemo(() => filtered(entries, chosen), [entries, chosen]);
  const isLong = entries.length > BOTH_UP_TO;
  if (entries.length === 0) return <p className="soft">{words.ledger.empty}</p>;
  return (
    <section className={isLong ? `views only-${view}` : 'views'}>
      <h2 className="hidden-text">{words.ledger.picture}</h2>
      <div className="view-tools">
        <FilterBar
          context={context}
          choices={choices}
          filter={filter}
          shown={rows.length}
          total={entries.length}
          onFilter={setFilter}
        />
        {isLong && <ViewSwitch lang={context.lang} view={view} onView={setView} />}
      </div>
      {rows.length === 0 ? (
        <p className="soft">{words.pages.filters.nothing}</p>
      ) : (
        <>
          {(!isLong || view === 'picture') && (
            <OfficePicture
              book={book}
              entries={rows}
              persons={context.persons}
              lang={context.lang}
            />
          )}
          <PromiseTable
            entries={rows}
            context={context}
            shows={isLong && view === 'picture' ? 'list' : 'both'}
          />
        </>
      )}
    </section>
  );
}
