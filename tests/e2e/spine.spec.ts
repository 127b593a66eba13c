import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Device } from './device';
import { readNetLog } from './net-log';
import { card, markedTexts, restOn, select } from './reading';
import { freshFolder, TestTracker, TRACKER } from './tracker';

const ARTICLE = '2025-zhetisu.html';
const SPEAKER = 'Бейбит Исабаев';
const QUOTE = 'сдать для них дома область собирается до конца 2025 года';
const MATTER = 'Сдать дома в Текели, записано при проверке';

const tracker = new TestTracker();
const folder = freshFolder('e2e-spine');
const first = path.join(folder, 'first');
const second = path.join(folder, 'second');

/** Every device of the run writes a log of its requests; the last test reads them all. */
const logs: { readonly file: string; readonly extensionId: string }[] = [];
const devices: Device[] = [];

async function open(profile: string): Promise<Device> {
  fs.mkdirSync(profile, { recursive: true });
  const file = path.join(folder, `net-${logs.length}.json`);
  const device = await Device.open(profile, { netLog: file });
  logs.push({ file, extensionId: device.extensionId });
  devices.push(device);
  return device;
}

/** The row of the one clip among one's own in the popup. */
function ownClip(popup: Page) {
  return popup.getByRole('link', { name: new RegExp(MATTER) });
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => tracker.start());
test.afterAll(async () => {
  // A failed test leaves its browser open, and an open browser its folder full.
  for (const device of devices) await device.close();
  await tracker.remove();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a clip made offline outlives a restart, is sent once, and its state is shown', async () => {
  const device = await open(first);
  await device.synced();
  const page = await device.article(ARTICLE);
  await expect.poll(() => markedTexts(page)).toContain(SPEAKER);

  await device.context.setOffline(true);
  await select(page, QUOTE);
  await page.getByRole('button', { name: 'Записать обещание' }).click();
  const popup = await device.own('popup.html');
  const draft = popup.getByRole('link', { name: /черновик, не отправлен/ });
  await expect(draft).toHaveCount(1);
  const form = await device.own((await draft.getAttribute('href'))?.slice(1) ?? '');
  await expect(form.getByLabel('Цитата, как сказано')).toHaveValue(QUOTE);
  await expect(form.locator('main')).toContainText('Исабаев');
  await form.getByLabel('Что обещано, своими словами').fill(MATTER);
  await form.getByRole('button', { name: 'Согласиться и отправить' }).click();
  await expect(form.locator('main')).toContainText('ждёт отправки');
  await device.close();

  // The tracker was restarted too: what it knew is on its disk.
  await tracker.stop();
  await tracker.start();
  expect(await tracker.queue()).toEqual([]);

  const again = await open(first);
  const later = await again.own('popup.html');
  await expect(ownClip(later)).toBeVisible();
  await again.wakeAlarm(later, 'flush');
  await expect(ownClip(later)).toHaveAccessibleName(/отправлено, ждёт проверки/);
  // Sending again what was sent must not double it.
  await again.wakeAlarm(later, 'flush');
  await again.ask(later, 'flushClips', {});
  const queue = await tracker.queue();
  expect(queue.map((clip) => clip.body.quote)).toEqual([QUOTE]);
  await again.close();
});

test('an editor accepts the clip, and a second reader finds it on the card', async () => {
  const [clip] = await tracker.queue();
  await tracker.accept(clip?.id ?? '');
  expect(await tracker.queue()).toEqual([]);
  await tracker.stop();
  await tracker.start();

  const device = await open(second);
  await device.synced();
  const page = await device.article(ARTICLE);
  await expect.poll(() => markedTexts(page)).toContain(SPEAKER);
  await restOn(page, SPEAKER);
  await expect(card(page)).toContainText('Обещал сам');
  for (const more of await card(page)
    .getByRole('button', { name: /показать ещё/ })
    .all()) {
    await more.click();
  }
  await expect(card(page)).toContainText(MATTER);
  await device.close();
});

test('the clipper sees that the clip was accepted', async () => {
  const device = await open(first);
  const popup = await device.synced();
  await device.ask(popup, 'flushClips', {});
  await expect(ownClip(popup)).toHaveAccessibleName(/принято/);
  await device.close();
});

test('in the whole run no request went to any host but the tracker', () => {
  const requested = logs.map(({ file, extensionId }) => readNetLog(file, extensionId));
  const hosts = new Set(requested.flatMap((one) => [...one.hosts]));
  expect([...hosts]).toEqual([new URL(TRACKER).host]);
  // The recorder sees the extension's own requests, or the line above would say nothing.
  for (const { ofExtension } of requested) expect(ofExtension).toBeGreaterThan(0);
});
