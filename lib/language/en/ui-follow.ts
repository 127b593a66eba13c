import type { TermState } from '@/lib/ledger/statuses';
import { pluralEn } from '../plurals';
import type { ruFollow } from '../ru/ui-follow';

const TERM: Partial<Record<TermState, string>> = {
  dueSoon: 'due soon',
  passedUnchecked: 'due date passed, not checked',
  overdue: 'due date passed',
};

/** Following an office, an area or a matter. */
export const enFollow: typeof ruFollow = {
  follow: 'Follow',
  following: 'Following',
  hint: 'News appear in the extension’s popup. The list is kept on this device only.',
  title: 'Following',
  news: (n) => `${n} ${pluralEn(n, 'news item', 'news items')}`,
  noNews: 'no news',
  newPromise: 'new promise',
  term: TERM,
  holder: (name) => `the office is now held by ${name}`,
  holderUnknown: 'who holds the office now is not established',
  more: (n) => `and ${n} more`,
  gone: 'the record is no longer in the book',
  stop: (name) => `Stop following: ${name}`,
  notify: 'Show news as a notification',
};
