import type { Browser } from 'wxt/browser';
import { textIn } from '@/components/text';
import type { Lang, Pledge, SelectorGroup } from '@/lib/ledger/records';
import type { ChecksRequest, QuoteToFind, SomeQuotes } from '@/lib/messaging/protocol';
import { readSettings } from '@/lib/messaging/settings';
import { selectorGroups } from '@/lib/quotes/selectors';
import type { Clip } from '@/lib/storage/clip';
import { pageKey } from '@/lib/storage/page-key';
import type { Services } from './services';

/** The selectors of a promise; one that has none is looked for by its words alone. */
function selectorsOf({ quote, source }: Pledge): readonly SelectorGroup[] {
  if (source.selectors !== undefined && source.selectors.length > 0) return source.selectors;
  return (quote ?? '')
    .split('\n')
    .filter((block) => block.trim() !== '')
    .flatMap((block) => selectorGroups(block, [{ start: 0, end: block.length }]));
}

const hasWords = ({ quote, source }: Pledge): boolean =>
  (source.selectors ?? []).length > 0 || (quote ?? '').trim() !== '';

function ofPromise(promise: Pledge, lang: Lang): QuoteToFind {
  const { text } = textIn(promise.text, lang);
  return { id: promise.id, isOwn: false, text, selectors: selectorsOf(promise) };
}

function ofClip({ id, draft, selectors }: Clip, lang: Lang): QuoteToFind {
  return { id, isOwn: true, text: textIn(draft.text, lang).text, selectors };
}

/** An accepted clip is a promise of the ledger with the same id; one that was taken back is nobody's any more. */
const LEFT_OUT: readonly Clip['state']['name'][] = ['accepted', 'merged', 'withdrawn'];

/** Promises of one page whose words are looked for there: a hundred thousand held the page up to be received alone. */
const PROMISES_SOUGHT = 200;

/** Own clips and promises whose source is a page. */
export async function quotesOfPage(
  { cache, clips }: Pick<Services, 'cache' | 'clips'>,
  url: string,
): Promise<SomeQuotes<QuoteToFind>> {
  const [{ lang }, promises, own] = await Promise.all([
    readSettings(),
    cache.recordsOfPage(url),
    clips.list(),
  ]);
  const key = pageKey(url);
  const here = own.filter(
    ({ article, state }) =>
      article !== null && pageKey(article.url) === key && !LEFT_OUT.includes(state.name),
  );
  const quoted = promises.filter(hasWords);
  const quotes = [
    ...quoted.slice(0, PROMISES_SOUGHT).map((promise) => ofPromise(promise, lang)),
    ...here.map((clip) => ofClip(clip, lang)),
  ].filter(({ selectors }) => selectors.length > 0);
  return { quotes, more: Math.max(0, quoted.length - PROMISES_SOUGHT) };
}

/** The host alone of an address, with its mobile and other twins folded. */
function hostKey(url: string): string {
  return pageKey(url).split('/')[0] ?? '';
}

/**
 * Notes what a page says of one's own clips. A page names its address itself (`rel=canonical`), so only the host that
 * the browser vouches for may speak of a clip; a private window leaves nothing.
 */
export async function noteChecks(
  { clips }: Services,
  { textDigest, checks }: ChecksRequest,
  sender: Browser.runtime.MessageSender,
): Promise<Record<string, never>> {
  if (sender.tab?.incognito === true) return {};
  for (const { clipId, state, diff } of checks) {
    const clip = await clips.get(clipId);
    if (clip?.article == null || hostKey(clip.article.url) !== hostKey(sender.url ?? '')) continue;
    await clips.noteCheck(clipId, { state, textDigest, diff });
  }
  return {};
}
