/** Reads the page and the card through the extension's own messages and the open shadow root. Plain Node. */
import { Plain } from './prepare.mjs';

const SYNC_MS = 60_000;
const PAGE_MS = 20_000;
const CARD_MS = 10_000;
const SYNCED = ['success', 'up-to-date'];

const inPopup = {
  /** Asks the background; answers the envelope, or null while nobody listens. */
  ask: async (call, request) => {
    if (!globalThis.chrome?.runtime?.sendMessage) return null;
    try {
      return await chrome.runtime.sendMessage({ call, request });
    } catch {
      return null;
    }
  },
  /** Asks the content script of the tab at an address. */
  askPage: async (url, call, request) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab === undefined) return null;
    try {
      return await chrome.tabs.sendMessage(tab.id, { call, request }, { frameId: 0 });
    } catch {
      return null;
    }
  },
  /** A report whose work is over: the officials are known, or the page is no article. */
  report: async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab === undefined) return null;
    try {
      const message = { call: 'pageReport', request: {} };
      const envelope = await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
      if (!envelope?.ok) return null;
      const isDone = envelope.answer.msToMarks !== null || envelope.answer.officials.length > 0;
      return isDone ? envelope.answer : null;
    } catch {
      return null;
    }
  },
  tabId: async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? null,
  /** Names in the popup's lists of the page, by the heading above them; null while it still reads. */
  lists: () => {
    const sections = [...document.querySelectorAll('main section')];
    const lists = sections.map((section) => [
      section.querySelector('h2')?.firstChild?.textContent ?? '',
      [...section.querySelectorAll('li b')].map((name) => name.innerText.trim()),
    ]);
    const words = document.querySelector('main')?.innerText ?? '';
    return words === '' || words.includes('…') ? null : Object.fromEntries(lists);
  },
  setMarkAll: async (markAll) => {
    const { settings = {} } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...settings, markAll } });
    return true;
  },
};

const inPage = {
  isGone: () =>
    [...document.documentElement.children].every(
      (element) => !element.shadowRoot?.querySelector('[role="dialog"]'),
    ),
  /** The card in its open shadow root, as text and by sections, all lines shown; null while there is none. */
  card: () => {
    const hosts = [...document.documentElement.children].filter((element) => element.shadowRoot);
    const cards = hosts.map((host) => host.shadowRoot.querySelector('[role="dialog"]'));
    const card = cards.find((dialog) => dialog?.innerText.trim());
    if (!card) return null;
    const sections = [...card.querySelectorAll('section[data-kind]')];
    for (const more of card.querySelectorAll('section > button')) more.click();
    return {
      text: card.innerText.trim(),
      sections: Object.fromEntries(
        sections.map((section) => [
          section.dataset.kind,
          [...section.querySelectorAll('li.promise')].map((line) => line.innerText.trim()),
        ]),
      ),
    };
  },
};

/** Polls the tracker from the extension; a `Plain` when that does not end well. */
export async function syncOnce(own) {
  const end = Date.now() + SYNC_MS;
  for (;;) {
    const envelope = await own.call(inPopup.ask, 'syncNow', {});
    if (SYNCED.includes(envelope?.answer?.state)) return;
    if (Date.now() > end) {
      throw new Plain(
        `The extension could not sync with the tracker: ${envelope?.answer?.state ?? envelope?.message ?? 'its background does not answer'}.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What the content script found on the page; a `Plain` when the page is not read as an article. */
export async function readReport(own, url) {
  try {
    return await own.until(inPopup.report, [url], 'late', PAGE_MS);
  } catch (failure) {
    if (!(failure instanceof Plain)) throw failure;
    const envelope = await own.call(inPopup.askPage, url, 'pageReport', {});
    if (!envelope?.ok) throw new Plain('The extension does not run on the page.');
    if (!envelope.answer.isArticle) {
      throw new Plain('Nothing could be read: the page does not look like an article.');
    }
    return envelope.answer;
  }
}

/** The popup's lists for the tab at an address, as a reader sees them: names by heading. */
export async function readPopup(openTab, own, url) {
  const id = await own.call(inPopup.tabId, url);
  const address = await own.call(() => `${location.origin}${location.pathname}`);
  const popup = await openTab(`${address}?tab=${id}`);
  const lists = await popup.until(inPopup.lists, [], 'The popup did not show the page.', PAGE_MS);
  await popup.close();
  return lists;
}

export function setMarkAll(own, markAll) {
  return own.call(inPopup.setMarkAll, markAll);
}

/** Opens a person's card at the first mark, reads it once it stands still, and closes it again. */
export async function readCard(own, tab, personId) {
  const url = await tab.call(() => location.href);
  const shown = await own.call(inPopup.askPage, url, 'showOfficial', { personId });
  if (!shown?.answer?.shown) throw new Plain(`The card of ${personId} did not open.`);
  const card = await settledCard(tab, personId);
  await pressEscape(tab);
  await tab.until(inPage.isGone, [], `The card of ${personId} did not close at Esc.`, CARD_MS);
  return card;
}

async function settledCard(tab, personId) {
  let before = '';
  const end = Date.now() + CARD_MS;
  while (Date.now() < end) {
    const card = await tab.call(inPage.card);
    if (card && card.text === before) return card;
    before = card?.text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Plain(`The card of ${personId} did not show its text.`);
}

async function pressEscape(tab) {
  const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
