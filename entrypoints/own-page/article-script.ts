import { browser } from 'wxt/browser';

/** The manifest's content script, for where the manifest does not put it. */
export const ARTICLE_SCRIPT = {
  js: ['/content-scripts/article.js'],
  css: ['/content-scripts/article.css'],
} as const;

/** Puts it into a tab where it does not run; the browser must allow it. */
export async function loadArticleScript(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: [...ARTICLE_SCRIPT.css] });
  await browser.scripting.executeScript({ target, files: [...ARTICLE_SCRIPT.js] });
}
