import path from 'node:path';
import { expect } from '@playwright/test';
import release from '../../release.json' with { type: 'json' };
import { Firefox, type Place } from './firefox';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/firefox-mv3-e2e');
const UUID = 'd1f7a2f2-3f0e-4f7e-9c0b-7b1f0c5a9e11';
/** The extension's id, of its manifest. */
export const ADDON = release.geckoId;
/** Where its own pages are. */
export const OWN = `moz-extension://${UUID}`;
/** The browser; the caller looks whether it is there. */
export const BIN = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

/** All marked texts, joined; none: an empty string. */
export const MARKED = `
  const texts = [];
  for (const highlight of CSS.highlights.values()) for (const range of highlight) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    texts.push(live.toString());
  }
  return texts.join(', ');`;
/** Elements of ours that stand in the page. */
export const HOSTS = `return [...document.documentElement.children].filter((one) => one.shadowRoot !== null).length;`;
/** Box of a marked text that holds some words, in the window; null while it is not marked. */
export const MARK_BOX = `
  for (const highlight of CSS.highlights.values()) for (const range of highlight) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    if (!live.toString().includes(arguments[0])) continue;
    live.startContainer.parentElement.scrollIntoView({ block: 'center' });
    const box = live.getClientRects()[0];
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
  return null;`;
/** What an open card that holds some words says; empty while there is none. */
export const CARD_TEXT = `
  for (const host of document.documentElement.children) {
    const card = host.shadowRoot?.querySelector('[role="dialog"]');
    if (card && card.innerText.includes(arguments[0])) return card.innerText;
  }
  return '';`;
/** The middle of a control of an own page by its words, scrolled into view. */
export const CONTROL = `
  const [words] = arguments;
  const labelled = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(words))?.control;
  const control = labelled ?? [...document.querySelectorAll('button, a')].find((one) => one.textContent.includes(words));
  if (!control) return null;
  control.scrollIntoView({ block: 'center' });
  const box = control.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };`;
/** Whether a page shows some words. */
export const HAS_TEXT = `return document.body.innerText.includes(arguments[0]);`;
const SYNCED = `
  return chrome.runtime.sendMessage({ call: 'syncNow', request: {} })
    .then((envelope) => ['success', 'up-to-date'].includes(envelope?.answer?.state), () => false);`;
/** Sets one of the reader's settings, in an own page: its name, and what it is to be. */
export const SETTING = `
  const [name, value] = arguments;
  return chrome.storage.local.get('settings')
    .then(({ settings }) => chrome.storage.local.set({ settings: { ...settings, [name]: value } }));`;

/** Presses a button of Firefox's own question; false while it does not ask. */
const ANSWER = `
  const notification = [...document.querySelectorAll('#notification-popup popupnotification')].find((one) => !one.hidden);
  const button = arguments[0] === 'allow' ? notification?.button : notification?.secondaryButton;
  if (!button || document.getElementById('notification-popup').state !== 'open') return false;
  button.click();
  return true;`;

/** A reader's Firefox with the extension, and whatever the profile has of it. */
export async function openProfile(profile: string): Promise<Firefox> {
  const firefox = await Firefox.open(BIN, profile, { [ADDON]: UUID });
  await firefox.install(EXTENSION);
  return firefox;
}

/** The same with the ledger from the tracker, and its words in Russian. */
export async function openReader(profile: string): Promise<Firefox> {
  const firefox = await openProfile(profile);
  await firefox.goto(`${OWN}/popup.html`);
  await firefox.until(SYNCED, [], 60_000);
  // Firefox speaks English here, and so would the card.
  await firefox.run(SETTING, ['lang', 'ru']);
  return firefox;
}

/** Presses a control of an own page by its words. */
export async function pressOn(
  firefox: Firefox,
  words: string,
  type: 'mouse' | 'touch' = 'mouse',
): Promise<void> {
  await firefox.press((await firefox.until(CONTROL, [words])) as Place, type);
}

/** Answers Firefox's own question in the window of the form. */
export async function answer(firefox: Firefox, choice: 'allow' | 'deny'): Promise<void> {
  await expect.poll(() => firefox.chrome(ANSWER, [choice])).toBe(true);
}

/** The popup for the tab in front, as a page. */
export async function popupAddress(firefox: Firefox): Promise<string> {
  const id = await firefox.chrome(`
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    return ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab);`);
  return `${OWN}/popup.html?tab=${Number(id)}`;
}

/** Ends the event page, as Firefox does to one that has nothing to do. */
export async function endBackground(firefox: Firefox): Promise<void> {
  await firefox.chrome(
    `const { extension } = WebExtensionPolicy.getByID(arguments[0]);
    return extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => {
      if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState);
    });`,
    [ADDON],
  );
}
