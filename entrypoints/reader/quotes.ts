import { callBackground } from '@/lib/messaging/call';
import { loadedPart } from '@/lib/messaging/page-part';
import type { QuoteOnPage, SomeQuotes } from '@/lib/messaging/protocol';
import type { StepFrame } from '@/lib/page/step-frame';
import type { QuotesPort, SoughtQuotes } from '../quotes/quotes-port';
import type { FactsWithRoot } from './article-session';
import type { PagePort } from './read-page';

/** A page fills up after its first text: what is looked for sooner would be called gone. In milliseconds. */
const SETTLE_MS = 2_000;

/** What is said of a page of which none were taken. */
export const NO_QUOTES: SomeQuotes<QuoteOnPage> = { quotes: [], more: 0 };

/** The quotes once taken from an article, and what became of them. */
export class PageQuotes {
  readonly #facts: FactsWithRoot;
  readonly #port: PagePort;
  #sought: SoughtQuotes | null = null;
  /** One search at a time: the popup's waits for the page's own. */
  #last: Promise<SomeQuotes<QuoteOnPage>> = Promise.resolve(NO_QUOTES);

  constructor(facts: FactsWithRoot, port: PagePort) {
    this.#facts = facts;
    this.#port = port;
  }

  /** Looks once the page has come to rest, so that a stealth edit is noticed without anybody asking. */
  checkSoon(): void {
    const timer = setTimeout(() => void this.check().catch(this.#port.onFault), SETTLE_MS);
    this.#port.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Looks for all quotes of this page anew; those that stand first in the page come first, the gone ones last. */
  check(): Promise<SomeQuotes<QuoteOnPage>> {
    const next = this.#last.catch(() => NO_QUOTES).then(() => this.#look());
    this.#last = next;
    return next;
  }

  /** Scrolls to a quote and frames it; false when it is not there. */
  async show(id: string, frameOf: () => Promise<StepFrame>): Promise<boolean> {
    return this.#sought?.show(id, await frameOf()) ?? false;
  }

  async #look(): Promise<SomeQuotes<QuoteOnPage>> {
    const { quotes, more } = await callBackground('quotesOfPage', { url: this.#facts.url });
    const { signal } = this.#port;
    if (quotes.length === 0 || signal.aborted) return NO_QUOTES;
    const part = await loadedPart<QuotesPort>('quotes');
    const sought = await part.seek(quotes, this.#facts.root, signal);
    if (signal.aborted) return NO_QUOTES;
    this.#sought = sought;
    return { quotes: sought?.quotes ?? [], more };
  }
}
