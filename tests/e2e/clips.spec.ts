import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Device, NEWS } from './device';
import { pressOn, typeInto } from './keyboard';
import { demoArticle } from './news-site';
import { markedTexts, select } from './reading';
import { freshFolder, TestTracker } from './tracker';
import { UnlistedPage } from './unlisted-page';

const ARTICLE = '2025-zhetisu.html';
const SPEAKER = 'Бейбит Исабаев';
const QUOTE = 'сдать для них дома область собирается до конца 2025 года';
const COPY = `https://web.archive.org/web/2025/${NEWS}/2025-zhetisu.html`;
const MATTER = 'Сдать дома в Текели';
const EDITED = 'сдать для них дома область собирается до конца 2027 года';
const BRIDGE = 'Построим новый мост в районе Нефтебазы, пообещал аким.';
const SERVED = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../tracker/demo', ARTICLE),
  'utf8',
);

const tracker = new TestTracker();
const profile = freshFolder('e2e-clips');
let device: Device;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
});
test.afterAll(async () => {
  await device.close();
  await tracker.remove();
  fs.rmSync(profile, { recursive: true, force: true });
});

/** The article as the news site serves it now. */
async function article(html = SERVED): Promise<Page> {
  const page = await device.context.newPage();
  await page.route(`${NEWS}/${ARTICLE}`, (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(`${NEWS}/${ARTICLE}`);
  await expect.poll(() => markedTexts(page)).toContain(SPEAKER);
  return page;
}

const clipButton = (page: Page) => page.getByRole('button', { name: 'Записать обещание' });

/** Leaves the background what a phone's browser has: neither side panel nor windows, only tabs. */
async function withoutPanelAndWindows({ context }: Device): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => {
    for (const name of ['browser', 'chrome'] as const) {
      const api = (globalThis as unknown as Record<string, object>)[name];
      if (api === undefined) continue;
      Object.defineProperty(api, 'sidePanel', { value: undefined, configurable: true });
      Object.defineProperty(api, 'windows', { value: undefined, configurable: true });
    }
  });
}

/** Drafts among one's own clips in the popup. */
async function draftCount(): Promise<number> {
  const popup = await device.own('popup.html');
  const drafts = popup.getByRole('link', { name: /черновик, не отправлен/ });
  await expect(popup.getByRole('heading', { name: /Мои записи/ })).toBeVisible();
  await expect(popup.locator('output')).not.toBeEmpty();
  const count = await drafts.count();
  await popup.close();
  return count;
}

test('by mouse: a dragged selection becomes a draft, and the selection stays', async () => {
  const page = await article();
  await select(page, QUOTE);
  const box = await page.evaluate(() => {
    const boxes = document.getSelection()?.getRangeAt(0).getClientRects();
    const [first, last] = [boxes?.[0], boxes?.[boxes.length - 1]];
    document.getSelection()?.removeAllRanges();
    return first && last
      ? { from: [first.left + 1, first.top + 9], to: [last.right - 1, last.bottom - 9] }
      : null;
  });
  if (box === null) throw new Error('the quote has no boxes');
  await page.mouse.move(box.from[0] ?? 0, box.from[1] ?? 0);
  await page.mouse.down();
  await page.mouse.move(box.to[0] ?? 0, box.to[1] ?? 0, { steps: 8 });
  await page.mouse.up();
  const chosen = await page.evaluate(() => document.getSelection()?.toString());
  await clipButton(page).click();
  await expect.poll(draftCount).toBe(1);
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(chosen);
  expect(chosen?.replace(/\s+/g, ' ')).toBe(QUOTE);
  const panel = await UnlistedPage.ofForm(device, page);
  await expect.poll(() => panel.value('document.body.innerText')).toContain('Исабаев');
  expect(await panel.value('document.querySelectorAll("textarea")[1].value')).toBe(QUOTE);
  await panel.screenshot(test.info().outputPath('side-panel.png'));
  await page.close();
});

test('by keyboard: selected, stepped to and pressed without a pointer; Esc puts the button away', async () => {
  const page = await article();
  await select(page, QUOTE.slice(0, 20));
  for (let letter = 20; letter < QUOTE.length; letter += 1) {
    await page.keyboard.press('Shift+ArrowRight');
  }
  await expect(clipButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(clipButton(page)).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(clipButton(page)).toBeVisible();
  for (let step = 0; step < 40; step += 1) {
    if (await clipButton(page).evaluate((button) => button.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await expect(clipButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(draftCount).toBe(2);
  await page.close();
});

test('by touch on a narrow screen: the button stands inside the window and beside the words', async () => {
  await device.close();
  device = await Device.open(profile, { phone: true });
  const page = await article();
  await select(page, QUOTE);
  await expect(clipButton(page)).toBeVisible();
  const button = await clipButton(page).boundingBox();
  const words = await page.evaluate(() => {
    const range = document.getSelection()?.getRangeAt(0);
    return [...(range?.getClientRects() ?? [])].map(({ top, bottom }) => ({ top, bottom }));
  });
  if (button === null) throw new Error('the button has no box');
  expect(button.x).toBeGreaterThanOrEqual(0);
  expect(button.x + button.width).toBeLessThanOrEqual(360);
  for (const { top, bottom } of words) {
    expect(bottom <= button.y || top >= button.y + button.height).toBe(true);
  }
  await withoutPanelAndWindows(device);
  const opened = device.context.waitForEvent('page');
  await page.touchscreen.tap(button.x + button.width / 2, button.y + button.height / 2);
  const form = await opened;
  await expect(form.getByLabel('Цитата, как сказано')).toHaveValue(QUOTE);
  await expect(form.locator('main')).toContainText('Исабаев');
  const width = () => form.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(360);
  await form.screenshot({ path: test.info().outputPath('form-touch.png') });
  await form.getByRole('button', { name: 'Изменить' }).tap();
  await form.getByRole('searchbox').fill('Исабаев');
  await form
    .getByRole('button', { name: /Исабаев/ })
    .first()
    .tap();
  await expect(form.getByLabel('В какой должности')).toHaveValue('akim-330000000');
  await form.close();
  await expect.poll(draftCount).toBe(3);
  await page.close();
});

test('the button follows when the screen is turned', async () => {
  const page = await article();
  await page.setViewportSize({ width: 900, height: 640 });
  await select(page, QUOTE);
  await expect(clipButton(page)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  const right = async () => {
    const box = await clipButton(page).boundingBox();
    return box === null ? Number.POSITIVE_INFINITY : box.x + box.width;
  };
  await expect.poll(right).toBeLessThanOrEqual(360);
  await page.screenshot({ path: test.info().outputPath('touch.png') });
  await page.close();
});

test('without the click that agrees nothing is sent, whatever else is done', async () => {
  const own = await device.own('popup.html');
  await device.ask(own, 'flushClips', {});
  await device.wakeAlarm(own, 'flush');
  await own.close();
  expect(await draftCount()).toBe(3);
  expect(await tracker.queue()).toEqual([]);
});

test('the form by keyboard alone: worded, agreed and sent', async () => {
  const popup = await device.own('popup.html');
  const draft = popup.getByRole('link', { name: /черновик, не отправлен/ }).first();
  const form = await device.own((await draft.getAttribute('href'))?.slice(1) ?? '');
  await expect(form.getByLabel('Цитата, как сказано')).toHaveValue(QUOTE);
  await form.keyboard.press('Tab');
  await expect(form.getByLabel('Что обещано, своими словами')).toBeFocused();
  await form.keyboard.press('ControlOrMeta+a');
  await form.keyboard.type(MATTER);
  await form.keyboard.press('ControlOrMeta+z');
  await expect(form.getByLabel('Что обещано, своими словами')).not.toHaveValue(MATTER);
  await form.keyboard.press('ControlOrMeta+Shift+z');
  await form.getByText('Сохранить копию в архиве').first().press('Enter');
  await expect(form.getByRole('link', { name: 'Сохранить копию в архиве' })).toHaveAttribute(
    'href',
    `https://web.archive.org/save/${NEWS}/${ARTICLE}`,
  );
  await form.getByLabel('Адрес копии (https)').fill(COPY);
  const send = form.getByRole('button', { name: 'Согласиться и отправить' });
  for (let step = 0; step < 40; step += 1) {
    if (await send.evaluate((button) => button.matches(':focus'))) break;
    await form.keyboard.press('Tab');
  }
  await form.screenshot({ path: test.info().outputPath('consent.png'), fullPage: true });
  await form.keyboard.press('Enter');
  await expect(form.locator('main')).toContainText('отправлено, ждёт проверки');
  const queue = await tracker.queue();
  expect(queue).toHaveLength(1);
  expect(queue[0]?.body).toMatchObject({
    quote: QUOTE,
    text: { ru: MATTER },
    source: { archivedUrl: COPY },
  });
  await form.close();
  await popup.close();
});

test('consent that was taken back stops the next clip, which says why', async () => {
  const options = await device.own('options.html');
  await options.getByRole('button', { name: 'Отозвать согласие' }).click();
  const popup = await device.own('popup.html');
  const draft = popup.getByRole('link', { name: /черновик, не отправлен/ }).first();
  const form = await device.own((await draft.getAttribute('href'))?.slice(1) ?? '');
  await expect(form.getByRole('button', { name: 'Согласиться и отправить' })).toBeVisible();
  await expect(form.getByText('Что уйдёт с устройства')).toBeVisible();
  await device.ask(popup, 'flushClips', {});
  expect(await tracker.queue()).toHaveLength(1);
  await Promise.all([options, popup, form].map((page) => page.close()));
});

test('later the quotes are found again on their page, and shown there', async () => {
  const page = await article();
  const popup = await device.popupOf(page);
  const found = popup.getByRole('button', { name: /на месте · моя запись/ });
  await expect(found).toHaveCount(3);
  await popup.screenshot({ path: test.info().outputPath('found.png'), fullPage: true });
  await found.first().click();
  await expect(page.getByRole('button', { name: new RegExp(QUOTE) })).toBeFocused();
  await page.close();
});

test('a stealth edit is told with both lines, and kept as evidence; then the quote is gone', async () => {
  const page = await article(SERVED.replace(QUOTE, EDITED));
  const popup = await device.popupOf(page);
  const changed = popup.getByRole('button', { name: /текст изменён · моя запись/ });
  await expect(changed).toHaveCount(3);
  await expect(popup.locator('.diff').first()).toContainText('2025');
  await expect(popup.locator('.diff').first()).toContainText('2027');
  await popup.screenshot({ path: test.info().outputPath('changed.png'), fullPage: true });
  await popup.close();
  await page.close();

  const without = await article(
    SERVED.replace(/<div>На брифинге 12 декабря[^<]*<\/div>/, `<div>${SPEAKER} выступил.</div>`),
  );
  const later = await device.popupOf(without);
  await expect(later.getByText(/исчезла со страницы/)).toHaveCount(3);
  await later.close();
  await without.close();

  const options = await device.own('options.html');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Сохранить в файл' }).click();
  const saved = fs.readFileSync(await (await download).path(), 'utf8');
  const [clip] = (JSON.parse(saved) as { clips: { checks: { state: string }[] }[] }).clips;
  expect(clip?.checks.map(({ state }) => state)).toEqual(['changed', 'gone']);
  await options.close();
});

test('the radar: on a click the words that read as a promise, with what was promised before, offline', async () => {
  const name = '2020-uralsk.html';
  const page = await device.context.newPage();
  const body = demoArticle(name).replace('Отметки о выполнении', `${BRIDGE} Отметки о выполнении`);
  await page.route(`${NEWS}/${name}`, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(`${NEWS}/${name}`);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const popup = await device.popupOf(page);
  await expect(popup.getByRole('button', { name: 'Найти обещания в тексте' })).toBeVisible();
  await expect(popup.getByText('Слова, похожие на обещание')).toHaveCount(0);
  await device.context.setOffline(true);
  await popup.getByRole('button', { name: 'Найти обещания в тексте' }).click();
  const bridge = popup.getByRole('listitem').filter({ hasText: BRIDGE });
  await expect(bridge).toContainText('обещано во второй раз');
  await expect(bridge).toContainText(/М\.\sМукаев · 31\sянваря 2019 · Срок/);
  await expect(bridge.getByRole('link')).toHaveAttribute('href', /ledger.html#.promise/);
  await popup.screenshot({ path: test.info().outputPath('radar.png'), fullPage: true });
  await bridge.getByRole('button').click();
  await expect(clipButton(page)).toBeVisible();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain(BRIDGE);
  await device.context.setOffline(false);
  await page.close();
});

test('by keyboard: words heard at a meeting are put down, sent, and taken back', async () => {
  const heard = 'Открыть поликлинику в микрорайоне Самал';
  const page = await device.own('ledger.html#/clips');
  await pressOn(page, page.getByRole('link', { name: 'Записать услышанное' }));
  await typeInto(page, page.getByLabel('Что обещано, своими словами'), heard);
  await typeInto(page, page.getByRole('searchbox', { name: 'Кто пообещал' }), 'Исабаев');
  await pressOn(page, page.getByRole('button', { name: /Исабаев/ }).first());
  await expect(page.getByLabel('В какой должности')).toHaveValue('akim-330000000');
  const send = page.getByRole('button', { name: 'Согласиться и отправить' });
  await pressOn(page, send);
  await expect(page.getByText('Добавьте источник или отметьте, что слышали сами.')).toBeVisible();
  await pressOn(page, page.getByRole('checkbox', { name: /Слышал сам/ }), 'Space');
  await pressOn(page, send);
  await expect(page.locator('main')).toContainText('отправлено, ждёт проверки');
  const texts = async () => (await tracker.queue()).map(({ body }) => body.text.ru);
  expect(await texts()).toContain(heard);

  await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/clips`);
  const item = page.getByRole('listitem').filter({ hasText: heard });
  await pressOn(page, item.getByRole('button', { name: 'Отозвать' }));
  await expect(item).toContainText('отозвано');
  expect(await texts()).not.toContain(heard);
  await page.close();
});

test('while the disk does not answer, the form says what is waited for', async () => {
  const page = await device.context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto(`chrome-extension://${device.extensionId}/clip.html?id=any`);
  await expect(page.getByText('браузер ещё не отдал её с диска')).toBeVisible({ timeout: 5_000 });
  await page.close();
});
