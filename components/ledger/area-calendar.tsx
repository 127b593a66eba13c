import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { ViewContext } from '../promise-view';
import type { AreaTerms } from './area-promises';
import { PromiseLines } from './promise-lines';

function Group(props: {
  readonly title: string;
  readonly entries: readonly BookEntry[];
  readonly isOpen: boolean;
  readonly context: ViewContext;
}) {
  const { title, entries, isOpen, context } = props;
  if (entries.length === 0) return null;
  return (
    <details className="more" open={isOpen}>
      <summary>
        {title} · {entries.length}
      </summary>
      <PromiseLines entries={entries} showsMaker context={context} />
    </details>
  );
}

/** The terms of the open promises: what comes next on top, what has passed, what comes later. */
export function AreaCalendar(props: { readonly terms: AreaTerms; readonly context: ViewContext }) {
  const { terms, context } = props;
  const { near, passed, later, withoutTerm } = terms;
  const { area } = strings(context.lang).pages;
  if (near.length + passed.length + later.length + withoutTerm === 0) return null;
  return (
    <section>
      <h2>{area.calendar}</h2>
      <Group title={area.calendarAhead} entries={near} isOpen context={context} />
      <Group
        title={area.calendarPassed}
        entries={passed}
        isOpen={near.length === 0}
        context={context}
      />
      <Group title={area.calendarLater} entries={later} isOpen={false} context={context} />
      {withoutTerm > 0 && <p className="soft small">{area.calendarNone(withoutTerm)}</p>}
    </section>
  );
}
