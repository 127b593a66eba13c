import type { TermState } from '@/lib/ledger/statuses';
import { pluralRu } from '../plurals';

const TERM: Partial<Record<TermState, string>> = {
  dueSoon: 'срок скоро',
  passedUnchecked: 'срок прошёл, не проверено',
  overdue: 'срок прошёл',
};

/** Following an office, an area or a matter. */
export const ruFollow = {
  follow: 'Следить',
  following: 'Слежу',
  hint: 'Новости появятся в окне расширения. Список хранится только на этом устройстве.',
  title: 'Слежу',
  news: (n: number) => `${n} ${pluralRu(n, ['новость', 'новости', 'новостей'])}`,
  noNews: 'новостей нет',
  newPromise: 'новое обещание',
  term: TERM,
  holder: (name: string) => `теперь должность занимает ${name}`,
  holderUnknown: 'кто теперь занимает должность, не установлено',
  more: (n: number) => `и ещё ${n}`,
  gone: 'записи больше нет в книге',
  stop: (name: string) => `Не следить: ${name}`,
  notify: 'Показывать новости уведомлением',
};
