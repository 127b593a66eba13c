import { browser } from 'wxt/browser';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { ClipStore } from '@/lib/storage/clips';
import { giveConsent } from '@/lib/storage/consent';

/** What Firefox asks of the user; its types do not know the field yet. */
const DATA_COLLECTION = { data_collection: ['websiteContent', 'browsingActivity'] } as Parameters<
  typeof browser.permissions.request
>[0];

/**
 * Asks for consent and sends. Call it first thing in the click: Firefox asks only on a gesture. In Chromium the
 * click itself agrees to what stands above the button. False: declined, and the clip stays a draft.
 */
export async function agreeAndSend(
  clips: ClipStore,
  clipId: string,
  settled: () => Promise<void>,
): Promise<boolean> {
  const isGranted = import.meta.env.FIREFOX
    ? await browser.permissions.request(DATA_COLLECTION)
    : true;
  if (!isGranted) return false;
  await settled();
  await giveConsent(new Date().toISOString());
  await clips.queue(clipId);
  flush();
  return true;
}

/** Asks the background to send what waits. Not awaited: without a network the clip simply waits. */
export function flush(): void {
  callFromOwnPage('flushClips', {}).catch((error: unknown) => {
    console.error('[uade] sending', error);
  });
}
