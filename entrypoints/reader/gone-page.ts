import { callBackground } from '@/lib/messaging/call';
import { loadedPart } from '@/lib/messaging/page-part';
import type { QuoteOnPage, SomeQuotes } from '@/lib/messaging/protocol';
import type { QuotesPort } from '../quotes/quotes-port';
import { NO_QUOTES } from './quotes';

/**
 * The quotes that were once taken from an address where nothing is any more, all of them gone; noted as evidence on
 * one's own clips. The address itself names the page: what an error page says of itself (`rel=canonical`) is nothing.
 */
export async function goneQuotes(signal: AbortSignal): Promise<SomeQuotes<QuoteOnPage>> {
  const { quotes, more } = await callBackground('quotesOfPage', { url: document.URL });
  if (quotes.length === 0 || signal.aborted) return NO_QUOTES;
  const part = await loadedPart<QuotesPort>('quotes');
  return { quotes: await part.noteGone(quotes), more };
}
