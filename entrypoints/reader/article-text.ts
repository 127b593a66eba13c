import type { PageHandlers } from '@/lib/messaging/answer-page';
import { loadedPart } from '@/lib/messaging/page-part';
import type { QuotesPort } from '../quotes/quotes-port';
import type { FactsWithRoot } from './article-session';

/** The article's text as it stands, and the way back to a sentence of it. */
export function articleText({
  root,
  lang,
}: FactsWithRoot): Pick<PageHandlers, 'articleText' | 'selectText'> {
  const part = () => loadedPart<QuotesPort>('quotes');
  return {
    articleText: async () => ({ blocks: (await part()).blocksOf(root), lang: lang ?? 'ru' }),
    selectText: async ({ text }) => ({ shown: (await part()).selectText(root, text) }),
  };
}
