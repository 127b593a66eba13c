import { browser } from 'wxt/browser';

/** Address of one of our own pages, with query and fragment. */
export function ownAddress(path: string): string {
  return new URL(path, browser.runtime.getURL('/')).href;
}
