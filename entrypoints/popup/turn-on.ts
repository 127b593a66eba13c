import { browser } from 'wxt/browser';
import { loadReader } from '../own-page/article-script';
import { type FrontTab, originOf } from './tab-page';

/**
 * Asks for a site's permission and reads the tab at once; the background sees the permission and keeps the site on.
 * Call it first thing in the click: the browser asks only on a gesture. False: declined, or no site to ask for.
 */
export async function turnOn(tab: FrontTab): Promise<boolean> {
  const origin = originOf(tab.url);
  if (origin === null) return false;
  if (!(await browser.permissions.request({ origins: [origin] }))) return false;
  await loadReader(tab.id);
  return true;
}
