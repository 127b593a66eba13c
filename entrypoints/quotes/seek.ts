import { callBackground } from '@/lib/messaging/call';
import type { QuoteOnPage, QuoteToFind } from '@/lib/messaging/protocol';
import { type FoundQuote, type QuoteFinder, quoteFinder, rangeIn } from '@/lib/page/page-text';
import { giveWay, SLICE_MS } from '@/lib/page/slices';
import { textDigest } from '@/lib/page/text-digest';
import type { SoughtQuotes } from './quotes-port';

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

type Found = ReadonlyMap<QuoteToFind, FoundQuote>;

/** In slices: the page is never held up for more than one quote. */
async function findAll(
  quotes: readonly QuoteToFind[],
  finder: QuoteFinder,
  signal: AbortSignal,
): Promise<Found> {
  const found = new Map<QuoteToFind, FoundQuote>();
  let until = performance.now() + SLICE_MS;
  for (const quote of nearestFirst(quotes, finder.page.text.length)) {
    if (signal.aborted) break;
    found.set(quote, finder.find(quote.selectors));
    if (performance.now() < until) continue;
    await giveWay();
    until = performance.now() + SLICE_MS;
  }
  return found;
}

function onPage({ id, isOwn, text }: QuoteToFind, { state, diff }: FoundQuote): QuoteOnPage {
  return { id, isOwn, text, state, diff: diff.map(({ was, now }) => ({ was, now })) };
}

function inPageOrder(found: Found): QuoteOnPage[] {
  const startOf = ({ start }: FoundQuote): number => start ?? Number.MAX_SAFE_INTEGER;
  return [...found]
    .sort(([, a], [, b]) => startOf(a) - startOf(b))
    .map(([quote, one]) => onPage(quote, one));
}

async function note(quotes: readonly QuoteOnPage[], text: string): Promise<void> {
  const checks = quotes
    .filter(({ isOwn }) => isOwn)
    .map(({ id, state, diff }) => ({ clipId: id, state, diff }));
  if (checks.length > 0)
    await callBackground('quotesChecked', { textDigest: textDigest(text), checks });
}

/** Looks for quotes in the article's text; what is gone there is looked for in the page around it. */
export async function seek(
  quotes: readonly QuoteToFind[],
  root: Element,
  signal: AbortSignal,
): Promise<SoughtQuotes | null> {
  const finder = quoteFinder(document, root);
  const found = await findAll(quotes, finder, signal);
  if (signal.aborted) return null;
  const byId = new Map([...found].map(([{ id }, one]) => [id, one]));
  const inOrder = inPageOrder(found);
  await note(inOrder, finder.page.text);
  return {
    quotes: inOrder,
    show(id, frame) {
      const { start, end, page } = byId.get(id) ?? {};
      if (start === undefined || end === undefined || page === undefined) return false;
      const range = rangeIn(page, start, end);
      if (range === null) return false;
      const element = range.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      frame.show([range.getBoundingClientRect()], range.toString(), () => frame.hide());
      return true;
    },
  };
}

/** The page's own text is gone, and with it all of the quotes. */
export async function noteGone(quotes: readonly QuoteToFind[]): Promise<readonly QuoteOnPage[]> {
  const gone = quotes.map(
    ({ id, isOwn, text }) => ({ id, isOwn, text, state: 'gone', diff: [] }) as const,
  );
  await note(gone, document.body.innerText);
  return gone;
}
