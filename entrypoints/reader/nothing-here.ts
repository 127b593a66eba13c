import type { PageHandlers } from '@/lib/messaging/answer-page';

/** Answers where nothing is read. */
export function nothingHere(title: string, url: string): PageHandlers {
  return {
    pageReport: () => ({
      isArticle: false,
      title,
      url,
      date: null,
      dateOrigin: 'none',
      marks: [],
      officials: [],
      msToMarks: null,
      hasLedger: true,
      isWhole: true,
    }),
    officialsOnPage: () => ({ officials: [] }),
    showOfficial: () => ({ shown: false }),
    quotesOnPage: () => ({ quotes: [], more: 0 }),
    showQuote: () => ({ shown: false }),
    articleText: () => ({ blocks: [], lang: 'ru' }),
    selectText: () => ({ shown: false }),
    nextMark: () => ({ shown: false }),
    setMarks: () => ({}),
    clipSelection: () => ({ clipId: null }),
  };
}
