import { browser } from 'wxt/browser';
import { strings } from '@/lib/language/ui';
import { CallError, callPage } from '@/lib/messaging/call';
import { readSettings } from '@/lib/messaging/settings';
import { loadReader } from '../own-page/article-script';
import { start } from './report';

const MENU = 'clip';

const isGone = (error: unknown) => error instanceof CallError && error.code === 'gone';

/** Steps to the next mark; a page without a content script has none. */
async function showNextMark(tabId: number): Promise<void> {
  try {
    await callPage(tabId, 'nextMark', {});
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/**
 * Clips what is selected. Where no script of ours runs (a site that is not listed, a tab older than the extension)
 * the user's own click lets us in, for this visit.
 */
async function clipSelectionOf(tabId: number): Promise<void> {
  const request = { strings: strings((await readSettings()).lang).page };
  try {
    await callPage(tabId, 'clipSelection', request);
  } catch (error) {
    if (!isGone(error)) throw error;
    await loadReader(tabId);
    await callPage(tabId, 'clipSelection', request);
  }
}

async function makeMenu(): Promise<void> {
  const { lang } = await readSettings();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU,
    title: strings(lang).page.clip,
    contexts: ['selection'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  });
}

/** Registers context menu and shortcuts where the browser has them (Firefox for Android has neither). */
export function registerCommands(): void {
  browser.contextMenus?.onClicked.addListener((_, tab) => {
    if (tab?.id !== undefined) start('clip', clipSelectionOf(tab.id));
  });
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    start(command, command === 'clip-selection' ? clipSelectionOf(tab.id) : showNextMark(tab.id));
  });
  if (browser.contextMenus === undefined) return;
  browser.runtime.onInstalled.addListener(() => {
    start('menu', makeMenu());
  });
  browser.storage.local.onChanged.addListener(() => {
    start('menu', makeMenu());
  });
}
