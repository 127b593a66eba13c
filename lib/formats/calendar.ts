import { createEvents, type EventAttributes } from 'ics';
import { strings } from '@/lib/language/ui';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import { addDays, lastDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge, Stamp } from '@/lib/ledger/records';
import { type CurrentStatus, statusOn } from '@/lib/ledger/statuses';
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
 * ordered by id. Throws what the writer reports.
 */
export function dueCalendar(index: LedgerIndex, options: CalendarOptions): string {
  const events = [...index.promises.values()].flatMap((promise) => {
    const current = statusOn(index.eventsByPromise.get(promise.id) ?? [], options.today);
    if (promise.dueOn === null || current.phase !== 'open') return [];
    return [eventOf(index, promise, promise.dueOn, current, options)];
  });
  const { error, value } = createEvents(events, {
    productId: '-//uade//due dates//EN',
    calName: options.name,
  });
  if (error || value == null) throw error ?? new Error('the calendar came out empty');
  return value;
}

function eventOf(
  index: LedgerIndex,
  promise: Pledge,
  dueOn: string,
  current: CurrentStatus,
  options: CalendarOptions,
): EventAttributes {
  const { lang } = options;
  const post = index.posts.get(promise.postId);
  const lines = [
    post ? textIn(post.label, lang) : '',
    strings(lang).common.status[current.status],
    promise.source.url,
  ];
  // The writer takes the stamp of an event from here; its types do not list it, and its default is the clock.
  const stamped = { timestamp: Date.parse(options.madeAt) };
  return {
    ...stamped,
    uid: `${promise.id}@uade`,
    start: dateOf(lastDay(dueOn)),
    // Not a duration: the writer makes of a day "P1DT", which is none in RFC 5545.
    end: dateOf(addDays(lastDay(dueOn), 1)),
    title: textIn(promise.text, lang),
    description: lines.filter((line) => line !== '').join('\n'),
    url: options.pageOf(promise.id),
    transp: 'TRANSPARENT',
    busyStatus: 'FREE',
  };
}

function dateOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
