import { CallError, callBackground } from '@/lib/messaging/call';
import { loadedPart } from '@/lib/messaging/page-part';
import type { PageStrings } from '@/lib/messaging/protocol';
import { readArticle } from '@/lib/page/article';
import type { PlacedMark } from '@/lib/page/marks';
import type { QuotesPort } from '../quotes/quotes-port';

/** The page's present selection, or null. */
export function presentSelection(): Range | null {
  const selection = document.getSelection();
  return selection === null || selection.isCollapsed || selection.rangeCount === 0
    ? null
    : selection.getRangeAt(0);
}

/** How an explicit clip ended: the draft, or why there is none, by the name of what is then said. */
export type Clipped =
  | { readonly clipId: string }
  | { readonly refusal: Exclude<keyof PageStrings, 'clip'> };

function refusalOf(fault: unknown): Exclude<keyof PageStrings, 'clip'> {
  if (!(fault instanceof CallError)) return 'failed';
  if (fault.code === 'privateWindow') return 'privateWindow';
  return fault.code === 'gone' ? 'reload' : 'failed';
}

/** The facts are read afresh: a single-page site may show another article than a moment ago. */
async function draft(range: Range, placed: readonly PlacedMark[]): Promise<Clipped> {
  const part = await loadedPart<QuotesPort>('quotes');
  const request = part.clipRequestOf(range, placed, readArticle(document, location.href));
  if (request === null) return { refusal: 'nothing' };
  return { clipId: (await callBackground('openDraft', request)).clipId };
}

/** Files a range as a draft; what went wrong beyond a plain refusal goes to `onFault` too. */
export async function clip(
  range: Range | null,
  placed: readonly PlacedMark[],
  onFault: (fault: unknown) => void,
): Promise<Clipped> {
  if (range === null) return { refusal: 'nothing' };
  try {
    return await draft(range, placed);
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === 'failed') onFault(fault);
    return { refusal };
  }
}
