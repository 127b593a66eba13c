import type { TermState } from '@/lib/ledger/statuses';
import type { ruFollow } from '../ru/ui-follow';

const TERM: Partial<Record<TermState, string>> = {
  dueSoon: 'мерзімі таяу',
  passedUnchecked: 'мерзімі өтті, тексерілмеген',
  overdue: 'мерзімі өтті',
};

/** Following an office, an area or a matter. */
export const kkFollow: typeof ruFollow = {
  follow: 'Бақылау',
  following: 'Бақылаудамын',
  hint: 'Жаңалықтар кеңейтім терезесінде көрсетіледі. Тізім осы құрылғыда ғана сақталады.',
  title: 'Бақылаудағылар',
  news: (n) => `${n} жаңалық`,
  noNews: 'жаңалық жоқ',
  newPromise: 'жаңа уәде',
  term: TERM,
  holder: (name) => `лауазымды енді атқаратын адам: ${name}`,
  holderUnknown: 'лауазымды енді кім атқаратыны анықталмаған',
  more: (n) => `тағы ${n}`,
  gone: 'жазба кітапта енді жоқ',
  stop: (name) => `Бақылауды тоқтату: ${name}`,
  notify: 'Жаңалықтарды хабарландырумен көрсету',
};
