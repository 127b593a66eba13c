import { browser } from 'wxt/browser';
import { type FrontTab, originOf } from './tab-page';

/** The content script of the manifest, for sites that the manifest does not list. */
const JS = '/content-scripts/article.js';
const CSS = '/content-scripts/article.css';

/**
 * Asks for a site's permission and reads the tab at once; the background sees the permission and keeps the site on.
 * Call it first thing in the click: the browser asks only on a gesture. False: declined, or no site to ask for.
 */
export async function turnOn(tab: FrontTab): Promise<boolean> {
  const origin = originOf(tab.url);
  if (origin === null) return false;
  if (!(await browser.permissions.request({ origins: [origin] }))) return false;
  const target = { tabId: tab.id };
  await browser.scripting.insertCSS({ target, files: [CSS] });
  await browser.scripting.executeScript({ target, files: [JS] });
  return true;
}
