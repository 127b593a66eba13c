import { callBackground } from '@/lib/messaging/call';
import type { QuoteOnPage, QuoteToFind } from '@/lib/messaging/protocol';
import { type FoundQuote, type QuoteFinder, quoteFinder, rangeIn } from '@/lib/page/page-text';
import type { StepFrame } from '@/lib/page/step-frame';
import { textDigest } from '@/lib/page/text-digest';
import type { FactsWithRoot } from './article-session';
import type { PagePort } from './reader-port';
import { giveWay, SLICE_MS } from './slices';

/** A page fills up after its first text: what is looked for sooner would be called gone. In milliseconds. */
const SETTLE_MS = 2_000;

/** How far down the page's text the window stands now, 0 to 1. */
function windowPlace(): number {
  return window.scrollY / Math.max(1, document.documentElement.scrollHeight);
}

/** Those that should stand nearest to the window first. */
function nearestFirst(quotes: readonly QuoteToFind[], textLength: number): QuoteToFind[] {
  const here = windowPlace() * textLength;
  const far = ({ selectors }: QuoteToFind): number =>
    Math.abs((selectors[0]?.position.start ?? 0) - here);
  return [...quotes].sort((a, b) => far(a) - far(b));
}

function onPage({ id, isOwn, text }: QuoteToFind, { state, diff }: FoundQuote): QuoteOnPage {
  return { id, isOwn, text, state, diff: diff.map(({ was, now }) => ({ was, now })) };
}

/** The quotes once taken from an article, and what became of them. */
export class PageQuotes {
  readonly #facts: FactsWithRoot;
  readonly #port: PagePort;
  #found = new Map<string, FoundQuote>();
  /** One search at a time: the popup's waits for the page's own. */
  #last: Promise<readonly QuoteOnPage[]> = Promise.resolve([]);

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
  check(): Promise<readonly QuoteOnPage[]> {
    const next = this.#last.catch(() => []).then(() => this.#look());
    this.#last = next;
    return next;
  }

  /** Scrolls to a quote and frames it; false when it is not there. */
  show(id: string, frame: StepFrame): boolean {
    const { start, end, page } = this.#found.get(id) ?? {};
    if (start === undefined || end === undefined || page === undefined) return false;
    const range = rangeIn(page, start, end);
    if (range === null) return false;
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    frame.show([range.getBoundingClientRect()], range.toString(), () => frame.hide());
    return true;
  }

  async #look(): Promise<readonly QuoteOnPage[]> {
    const { quotes } = await callBackground('quotesOfPage', { url: this.#facts.url });
    if (quotes.length === 0 || this.#port.signal.aborted) return [];
    const finder = quoteFinder(document, this.#facts.root);
    const all = await this.#find(quotes, finder);
    await this.#tell(all, finder);
    const startOf = ({ id }: QuoteOnPage): number =>
      this.#found.get(id)?.start ?? Number.MAX_SAFE_INTEGER;
    return all.sort((a, b) => startOf(a) - startOf(b));
  }

  /** In slices: the page is never held up for more than one quote. */
  async #find(quotes: readonly QuoteToFind[], finder: QuoteFinder): Promise<QuoteOnPage[]> {
    const all: QuoteOnPage[] = [];
    let until = performance.now() + SLICE_MS;
    for (const quote of nearestFirst(quotes, finder.page.text.length)) {
      if (this.#port.signal.aborted) return all;
      const found = finder.find(quote.selectors);
      this.#found.set(quote.id, found);
      all.push(onPage(quote, found));
      if (performance.now() < until) continue;
      await giveWay();
      until = performance.now() + SLICE_MS;
    }
    return all;
  }

  async #tell(all: readonly QuoteOnPage[], { page }: QuoteFinder): Promise<void> {
    const checks = all
      .filter(({ isOwn }) => isOwn)
      .map(({ id, state, diff }) => ({ clipId: id, state, diff }));
    if (checks.length === 0 || this.#port.signal.aborted) return;
    await callBackground('quotesChecked', { textDigest: textDigest(page.text), checks });
  }
}
