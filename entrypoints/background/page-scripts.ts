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
  });
  return {};
}

/** Puts the manifest's content script into a tab where it does not run; the browser must allow it. */
export async function loadArticleScript(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: ['/content-scripts/article.css'] });
  await browser.scripting.executeScript({ target, files: ['/content-scripts/article.js'] });
}
