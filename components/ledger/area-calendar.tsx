import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import { addMonths, lastDay } from '@/lib/ledger/partial-date';
import type { Day } from '@/lib/ledger/records';
import { PromiseLine } from '../promise-line';
import { promiseView, type ViewContext } from '../promise-view';
import { promiseHref } from './links';

/** How far ahead counts as near. */
const AHEAD_MONTHS = 12;

interface Due {
  readonly entry: BookEntry;
  readonly on: Day;
}

function Group(props: {
  readonly title: string;
  readonly dues: readonly Due[];
  readonly isOpen: boolean;
  readonly context: ViewContext;
}) {
  const { title, dues, isOpen, context } = props;
  if (dues.length === 0) return null;
  return (
    <details className="more" open={isOpen}>
      <summary>
        {title} · {dues.length}
      </summary>
      <ul>
        {dues.map(({ entry }) => (
          <PromiseLine
            key={entry.promise.id}
            view={promiseView(entry, context, true)}
            words={strings(context.lang)}
            lang={context.lang}
            href={promiseHref(entry.promise.id)}
          />
        ))}
      </ul>
    </details>
  );
}

/** The terms of the open promises: what comes next on top, what has passed, what comes later. */
export function AreaCalendar(props: {
  readonly entries: readonly BookEntry[];
  readonly today: Day;
  readonly context: ViewContext;
}) {
  const { entries, today, context } = props;
  const { area } = strings(context.lang).pages;
  const open = entries.filter(({ status }) => status.phase === 'open');
  const dues = open
    .flatMap((entry): Due[] => {
      const { dueOn } = entry.promise;
      return dueOn === null ? [] : [{ entry, on: lastDay(dueOn) }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const until = addMonths(today, AHEAD_MONTHS);
  const near = dues.filter(({ on }) => on >= today && on <= until);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{area.calendar}</h2>
      <Group title={area.calendarAhead} dues={near} isOpen context={context} />
      <Group
        title={area.calendarPassed}
        dues={dues.filter(({ on }) => on < today).toReversed()}
        isOpen={near.length === 0}
        context={context}
      />
      <Group
        title={area.calendarLater}
        dues={dues.filter(({ on }) => on > until)}
        isOpen={false}
        context={context}
      />
      {dues.length < open.length && (
        <p className="soft small">{area.calendarNone(open.length - dues.length)}</p>
      )}
    </section>
  );
}
