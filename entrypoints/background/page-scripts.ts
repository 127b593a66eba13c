import { type Browser, browser } from 'wxt/browser';
import { CallError } from '@/lib/messaging/call';
import type { PagePart } from '@/lib/messaging/protocol';
import { isOnAt, readSettings } from '@/lib/messaging/settings';

type Sender = Browser.runtime.MessageSender;

/** Puts scripts of ours into the frame that asks for them, in this order. */
async function inject(
  names: readonly ('reader' | PagePart)[],
  { tab, frameId = 0 }: Sender,
): Promise<void> {
  if (tab?.id === undefined) throw new CallError('badRequest', 'only a page can load a script');
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId] },
    files: names.map((name) => `/${name}.js` as const),
    // The script that asks runs already: there is no moment of the page's load to wait for.
    injectImmediately: true,
  });
}

/** Puts the reader into the page that asks for it, where marks are on. */
export async function readPage(sender: Sender): Promise<{ readonly on: boolean }> {
  const on = isOnAt(await readSettings(), sender.url ?? '');
  if (on) await inject(['reading', 'reader'], sender);
  return { on };
}

/** Puts a part of the reader's code into the frame that asks for it. */
export async function loadPart(part: PagePart, sender: Sender): Promise<Record<string, never>> {
  await inject([part], sender);
  return {};
}
