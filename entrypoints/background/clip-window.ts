import { browser } from 'wxt/browser';
import { ownAddress } from './own-address';
import { report } from './report';

const WIDTH = 460;
const HEIGHT = 760;

function formPath(clipId: string): string {
  return `/clip.html?id=${encodeURIComponent(clipId)}`;
}

/** A small window; where there are no windows (Firefox for Android), a tab. */
async function openWindow(clipId: string): Promise<void> {
  const url = ownAddress(formPath(clipId));
  if (browser.windows === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  try {
    await browser.windows.create({ url, type: 'popup', width: WIDTH, height: HEIGHT });
  } catch (error) {
    report('no window for the clip form', error);
    await browser.tabs.create({ url });
  }
}

/**
 * Opens the clip form: the tab's side panel in Chromium, a small window elsewhere. Must be called in the user's
 * gesture, before anything is awaited: `sidePanel.open` asks for one.
 */
export function openClipForm(clipId: string, tabId: number | undefined): void {
  const open = async (): Promise<void> => {
    if (browser.sidePanel === undefined || tabId === undefined) return await openWindow(clipId);
    const path = formPath(clipId).slice(1);
    const isSet = browser.sidePanel.setOptions({ tabId, path, enabled: true });
    const isOpen = browser.sidePanel.open({ tabId });
    try {
      await Promise.all([isSet, isOpen]);
    } catch (error) {
      report('no side panel for the clip form', error);
      await openWindow(clipId);
    }
  };
  open().catch((error: unknown) => {
    report('the clip form did not open', error);
  });
}
