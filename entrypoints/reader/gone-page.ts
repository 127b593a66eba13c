import { callBackground } from '@/lib/messaging/call';
import { loadedPart } from '@/lib/messaging/page-part';
import type { QuoteOnPage } from '@/lib/messaging/protocol';
import type { QuotesPort } from '../quotes/quotes-port';

/**
 * The quotes that were once taken from an address where nothing is any more, all of them gone; noted as evidence on
 * one's own clips. The address itself names the page: what an error page says of itself (`rel=canonical`) is nothing.
 */
export async function goneQuotes(signal: AbortSignal): Promise<readonly QuoteOnPage[]> {
  const { quotes } = await callBackground('quotesOfPage', { url: document.URL });
  if (quotes.length === 0 || signal.aborted) return [];
  return await (await loadedPart<QuotesPort>('quotes')).noteGone(quotes);
}
