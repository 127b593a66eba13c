import { browser } from 'wxt/browser';

/** The manifest's content script, for sites that the manifest does not name. */
export const ARTICLE_SCRIPT = { js: ['/article.js'], css: ['/assets/marks.css'] } as const;

/** Has a tab read for which nobody has asked; the browser must allow it. A page that is read already goes on as it is. */
export async function loadReader(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: [...ARTICLE_SCRIPT.css] });
  await browser.scripting.executeScript({ target, files: ['/reader.js'] });
}
