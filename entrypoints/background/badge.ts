import { browser } from 'wxt/browser';
import type { OfficialOnPage } from '@/lib/messaging/protocol';
import { start } from './report';

const COLOR = '#4a5568';

/** Puts the number of officials with records on this page beside the toolbar button. */
export function showCount(tabId: number | undefined, officials: readonly OfficialOnPage[]): void {
  if (tabId === undefined) return;
  const count = officials.filter(({ promises }) => promises > 0).length;
  const text = count === 0 ? '' : String(count);
  start('badge', browser.action.setBadgeText({ tabId, text }));
  start('badge', browser.action.setBadgeBackgroundColor({ tabId, color: COLOR }));
}
