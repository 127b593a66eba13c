import type { DateParts, DateWords } from '../dates';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function plain(date: DateParts): string {
  if (date.month === null) return String(date.year);
  const month = MONTHS[date.month - 1] ?? String(date.month);
  return date.day === null ? `${month} ${date.year}` : `${date.day} ${month} ${date.year}`;
}

/** English dates, day first as in the press of the region. */
export const enDates: DateWords = {
  months: MONTHS,
  plain,
  on: (date) => `${date.day === null ? 'in' : 'on'} ${plain(date)}`,
  since: (date) => `since ${plain(date)}`,
  by: (date) => (date.day === null ? `by the end of ${plain(date)}` : `by ${plain(date)}`),
};
