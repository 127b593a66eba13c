import { memo } from 'react';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import { PromiseLine } from '../promise-line';
import { promiseView, type ViewContext } from '../promise-view';
import { ROWS_A_FRAME, useGrowing } from './growing';
import { promiseHref } from './links';
import { Pager, usePages } from './pager';

/** Lines of a list on one page; some pages have six lists. */
const PAGE_LINES = 500;

interface LineProps {
  readonly entry: BookEntry;
  readonly showsMaker: boolean;
  readonly context: ViewContext;
}

// Drawn once, however often the list grows.
const Line = memo(function Line({ entry, showsMaker, context }: LineProps) {
  return (
    <PromiseLine
      view={promiseView(entry, context, showsMaker)}
      words={strings(context.lang)}
      lang={context.lang}
      href={promiseHref(entry.promise.id)}
    />
  );
});

/** A list of promises, each a line that leads to its page. `showsMaker`: whose word it was. */
export function PromiseLines(props: {
  readonly entries: readonly BookEntry[];
  readonly showsMaker: boolean;
  readonly context: ViewContext;
}) {
  const { entries, showsMaker, context } = props;
  const paged = usePages(entries, PAGE_LINES);
  const drawn = useGrowing(paged.rows.length, String(paged.from));
  return (
    <>
      <Pager paged={paged} lang={context.lang} />
      <ul className={paged.rows.length > ROWS_A_FRAME ? 'long' : undefined}>
        {paged.rows.slice(0, drawn).map((entry) => (
          <Line key={entry.promise.id} entry={entry} showsMaker={showsMaker} context={context} />
        ))}
      </ul>
    </>
  );
}
