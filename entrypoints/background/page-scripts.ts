import { type Browser, browser } from 'wxt/browser';
import { CallError } from '@/lib/messaging/call';
import type { PagePart } from '@/lib/messaging/protocol';

/** Puts a part of our code into the frame that asks for it. */
export async function loadPart(
  part: PagePart,
  sender: Browser.runtime.MessageSender,
): Promise<Record<string, never>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) throw new CallError('badRequest', 'only a page can load a script');
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [sender.frameId ?? 0] },
    files: [`/${part}.js`],
    // The script that asks runs already: there is no moment of the page's load to wait for.
    injectImmediately: true,
  });
  return {};
}
