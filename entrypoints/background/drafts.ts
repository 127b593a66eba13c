import type { Browser } from 'wxt/browser';
import { CallError } from '@/lib/messaging/call';
import type { ClipAnswer, ClipRequest } from '@/lib/messaging/protocol';
import type { NewClip } from '@/lib/storage/clips';
import { TEXT_MAX } from '@/lib/wire/text';
import { openClipForm } from './clip-window';
import type { Services } from './services';

/** The matter begins as the quote; a longer one than the tracker takes is visibly cut, for the clipper to word. */
function matterOf(quote: string): string {
  return quote.length <= TEXT_MAX ? quote : `${quote.slice(0, TEXT_MAX - 1)}…`;
}

/** A draft of what the page gave; the form fills in the rest. */
function draftOf({ quote, selectors, article, speaker }: ClipRequest): NewClip {
  const lang = article.lang ?? 'ru';
  return {
    article,
    selectors,
    draft: {
      text: { [lang]: matterOf(quote) },
      quote,
      lang,
      topic: 'other',
      areaId: null,
      personId: speaker?.personId ?? null,
      postId: speaker?.postId ?? null,
      boundTo: 'post',
      saidOn: null,
      dueOn: null,
      occasion: null,
      speech: 'direct',
      repeatsId: null,
    },
  };
}

/** Saves a draft and opens its form. Of a private window nothing is stored. */
export async function openDraft(
  { clips }: Services,
  request: ClipRequest,
  sender: Browser.runtime.MessageSender,
): Promise<ClipAnswer> {
  if (sender.tab?.incognito === true) {
    throw new CallError('privateWindow', 'nothing is stored from a private window');
  }
  const clipId = clips.newId();
  const saved = clips.saveDraft(draftOf(request), clipId);
  // Opened in the same turn, for the gesture's sake; the form waits for its draft.
  openClipForm(clipId, sender.tab?.id);
  await saved;
  return { clipId };
}
