import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Firefox } from './firefox';
import { freshFolder, TestTracker, TRACKER } from './tracker';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/firefox-mv3-e2e');
const UUID = 'd1f7a2f2-3f0e-4f7e-9c0b-7b1f0c5a9e11';
const BIN = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

/** Box of a marked text that holds some words, in the window; null while it is not marked. */
const MARK_BOX = `
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
const CARD_TEXT = `
  for (const host of document.documentElement.children) {
    const card = host.shadowRoot?.querySelector('[role="dialog"]');
    if (card && card.innerText.includes(arguments[0])) return card.innerText;
  }
  return '';`;
const SYNCED = `
  return chrome.runtime.sendMessage({ call: 'syncNow', request: {} })
    .then((envelope) => ['success', 'up-to-date'].includes(envelope?.answer?.state), () => false);`;

/** Firefox speaks English here, and so would the card: the reader chooses Russian. */
const IN_RUSSIAN = `
  return chrome.storage.local.get('settings')
    .then(({ settings }) => chrome.storage.local.set({ settings: { ...settings, lang: 'ru' } }));`;

test('Firefox: the names are marked and the card shows what was inherited', async () => {
  test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
  const tracker = new TestTracker();
  const profile = freshFolder('e2e-firefox');
  await tracker.start();
  const firefox = await Firefox.open(BIN, profile, { 'uade@uade.example': UUID });
  try {
    await firefox.install(EXTENSION);
    await firefox.goto(`moz-extension://${UUID}/popup.html`);
    await firefox.until(SYNCED, [], 60_000);
    await firefox.run(IN_RUSSIAN);
    await firefox.goto(`${TRACKER}/demo/2020-taldykorgan.html`);
    const place = await firefox.until(MARK_BOX, ['Галымжана АБДРАИМОВА']);
    const { x, y } = place as { x: number; y: number };
    await firefox.pointAt(x, y);
    const text = await firefox.until(CARD_TEXT, ['дороги в Талдыкоргане']);
    expect(text).toContain('Абдраимов');
    expect(text).toContain('от предшественника, которого источник не называет');
    expect(await firefox.run(MARK_BOX, ['Жолана ОМАРОВА'])).toBeNull();
  } finally {
    await firefox.close();
    await tracker.remove();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});
