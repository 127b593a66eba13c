import { CallError, callBackground } from '@/lib/messaging/call';
import type { ClipRequest } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import type { Block } from '@/lib/page/block';
import type { PlacedMark } from '@/lib/page/marks';
import { textAround } from '@/lib/page/page-text';
import { quoteOf } from '@/lib/page/selection-quote';
import { textDigest } from '@/lib/page/text-digest';
import type { Clipped, Refusal } from './quotes-port';

/** The sure mention nearest before the quote, in its own block or the one before; else the first after it there. */
function speakerOf(
  placed: readonly PlacedMark[],
  blocks: readonly Block[],
  block: number,
  start: number,
): ClipRequest['speaker'] {
  const inBlock = (index: number): PlacedMark[] =>
    placed.filter((one) => one.block.element === blocks[index]?.element);
  const own = inBlock(block);
  const before = own.filter(({ mark }) => mark.end <= start).at(-1) ?? inBlock(block - 1).at(-1);
  const nearest = before ?? own.find(({ mark }) => mark.start >= start);
  return nearest === undefined
    ? null
    : { personId: nearest.mark.personId, postId: nearest.mark.postId };
}

/** What a clip takes from the page for a selected range. Null when no readable text is selected. */
function clipRequestOf(
  range: Range,
  placed: readonly PlacedMark[],
  facts: ArticleFacts,
): ClipRequest | null {
  const page = textAround(document, facts.root, range.commonAncestorContainer);
  const quote = quoteOf(range, page);
  const [first] = quote?.spans ?? [];
  if (quote === null || first === undefined) return null;
  return {
    quote: quote.text,
    selectors: quote.selectors,
    article: {
      url: facts.url,
      title: facts.title,
      publisher: facts.publisher,
      publishedOn: facts.date,
      dateOrigin: facts.origin,
      lang: facts.lang,
      textDigest: textDigest(page.text),
      context: quote.context,
    },
    speaker: speakerOf(placed, page.blocks, first.block, first.start),
  };
}

function refusalOf(fault: unknown): Refusal {
  if (!(fault instanceof CallError)) return 'failed';
  if (fault.code === 'privateWindow') return 'privateWindow';
  return fault.code === 'gone' ? 'reload' : 'failed';
}

/** Files a range as a draft; what went wrong beyond a plain refusal goes to `onFault` too. */
export async function clip(
  range: Range | null,
  placed: readonly PlacedMark[],
  readFacts: () => Promise<ArticleFacts>,
  onFault: (fault: unknown) => void,
): Promise<Clipped> {
  try {
    const request = range === null ? null : clipRequestOf(range, placed, await readFacts());
    if (request === null) return { refusal: 'nothing' };
    return { clipId: (await callBackground('openDraft', request)).clipId };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === 'failed') onFault(fault);
    return { refusal };
  }
}
