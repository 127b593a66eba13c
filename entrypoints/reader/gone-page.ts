import { callBackground } from '@/lib/messaging/call';
import { loadedPart } from '@/lib/messaging/page-part';
import type { QuoteOnPage } from '@/lib/messaging/protocol';
import type { QuotesPort } from '../quotes/quotes-port';

/**
 * The quotes that were once taken from an address where nothing is any more, all of them gone; noted as evidence on
 * one's own clips. The address itself names the page: what an error page says of itself (`rel=canonical`) is nothing.
 */
export async function goneQuotes(signal: AbortSignal): Promise<readonly QuoteOnPage[]> {
  const { quotes } = await callBackground('quotesOfPage', { url: location.href });
  const gone = quotes.map(
    ({ id, isOwn, text }) => ({ id, isOwn, text, state: 'gone', diff: [] }) as const,
  );
  const checks = gone
    .filter(({ isOwn }) => isOwn)
    .map(({ id }) => ({ clipId: id, state: 'gone', diff: [] }) as const);
  if (checks.length > 0 && !signal.aborted) {
    const part = await loadedPart<QuotesPort>('quotes');
    await callBackground('quotesChecked', {
      textDigest: part.textDigest(document.body.innerText),
      checks,
    });
  }
  return gone;
}
