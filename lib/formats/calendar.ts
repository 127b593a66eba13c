import { strings } from '@/lib/language/ui';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import { addDays, lastDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge, Stamp } from '@/lib/ledger/records';
import { type CurrentStatus, statusOn } from '@/lib/ledger/statuses';
import { each, type Steps } from '@/lib/ledger/steps';
import { CALENDAR_END, calendarDay, calendarHead, type DayEvent } from './icalendar';
import { type Put, textOf } from './pieces';
import { textIn } from './texts';

/** How the calendar is told. */
export interface CalendarOptions {
  readonly lang: Lang;
  readonly today: Day;
  /** When the calendar is made. */
  readonly madeAt: Stamp;
  readonly name: string;
  /** Address of a promise's own page. */
  readonly pageOf: (promiseId: string) => string;
}

/**
 * The due dates of all open promises as iCalendar (RFC 5545): one day each, the last day of the partial date,
 * ordered by id.
 */
export function dueCalendar(index: LedgerIndex, options: CalendarOptions): string {
  return textOf((put) => dueCalendarSteps(index, options, put));
}

/** The same, event by event. */
export function* dueCalendarSteps(
  index: LedgerIndex,
  options: CalendarOptions,
  put: Put,
): Steps<void> {
  put(calendarHead(options.name));
  yield* each(index.promises.values(), (promise) => {
    const current = statusOn(index.eventsByPromise.get(promise.id) ?? [], options.today);
    if (promise.dueOn === null || current.phase !== 'open') return;
    put(calendarDay(dayOf(index, promise, promise.dueOn, current, options)));
  });
  put(CALENDAR_END);
}

function dayOf(
  index: LedgerIndex,
  promise: Pledge,
  dueOn: string,
  current: CurrentStatus,
  options: CalendarOptions,
): DayEvent {
  const { lang, madeAt } = options;
  const post = index.posts.get(promise.postId);
  const lines = [
    post ? textIn(post.label, lang) : '',
    strings(lang).common.status[current.status],
    promise.source.url,
  ];
  const last = lastDay(dueOn);
  return {
    uid: `${promise.id}@uade`,
    stamp: madeAt.replaceAll(/[-:]|\.\d+/g, ''),
    start: last.replaceAll('-', ''),
    end: addDays(last, 1).replaceAll('-', ''),
    summary: textIn(promise.text, lang),
    description: lines.filter((line) => line !== '').join('\n'),
    url: options.pageOf(promise.id),
  };
}
