import { browser } from 'wxt/browser';
import { strings } from '@/lib/language/ui';
import { CallError, callPage } from '@/lib/messaging/call';
import { readSettings } from '@/lib/messaging/settings';
import { report, start } from './report';

const MENU = 'clip';

/** Asks a tab's content script; a page without one (a front page of another site) is no fault. */
async function ask(tabId: number | undefined, call: 'clipSelection' | 'nextMark'): Promise<void> {
  if (tabId === undefined) return;
  try {
    await callPage(tabId, call, {});
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'gone') report(call, error);
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
    start('clip', ask(tab?.id, 'clipSelection'));
  });
  browser.commands?.onCommand.addListener((command, tab) => {
    const call = command === 'clip-selection' ? 'clipSelection' : 'nextMark';
    start(command, ask(tab?.id, call));
  });
  if (browser.contextMenus === undefined) return;
  browser.runtime.onInstalled.addListener(() => {
    start('menu', makeMenu());
  });
  browser.storage.local.onChanged.addListener(() => {
    start('menu', makeMenu());
  });
}
