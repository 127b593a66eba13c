import { browser } from 'wxt/browser';
import { CallError, callPage } from '@/lib/messaging/call';
import type { OfficialOnPage } from '@/lib/messaging/protocol';

const COLOR = '#4a5568';

/** What the page holds by now: it asks block by block, so one answer is not the whole article. */
async function alreadyOnPage(tabId: number): Promise<readonly OfficialOnPage[]> {
  try {
    return (await callPage(tabId, 'officialsOnPage', {})).officials;
  } catch (error) {
    // The tab was closed or has gone to another page.
    if (error instanceof CallError) return [];
    throw error;
  }
}

/** Puts the number of officials with records on this page beside the toolbar button. */
export async function showCount(tabId: number, found: readonly OfficialOnPage[]): Promise<void> {
  const officials = [...(await alreadyOnPage(tabId)), ...found];
  const persons = officials.filter(({ promises }) => promises > 0).map(({ personId }) => personId);
  const count = new Set(persons).size;
  try {
    await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOR });
  } catch (error) {
    // "No tab with id": it was closed meanwhile, and its badge with it.
    if (!(error instanceof Error) || !/tab/i.test(error.message)) throw error;
  }
}
