import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { clipFile } from '../screens/clips';
import { Device } from './device';
import { pressOn, tabTo, typeInto } from './keyboard';
import { demoArticle } from './news-site';
import { card, markedTexts } from './reading';
import { freshFolder, TestTracker } from './tracker';
import { UnlistedPage } from './unlisted-page';

const ARTICLE = '2020-taldykorgan.html';

const tracker = new TestTracker();
const profile = freshFolder('e2e-tasks');
let device: Device;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  device = await Device.open(profile, { flags: ['--enable-unsafe-extension-debugging'] });
});
test.afterAll(async () => {
  await device.close();
  await tracker.remove();
  fs.rmSync(profile, { recursive: true, force: true });
});

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Takes the background's disk away, and gives it back. */
async function setDisk(isWell: boolean): Promise<void> {
  const [worker] = device.context.serviceWorkers();
  await worker?.evaluate((well) => {
    const kept = globalThis as { whole?: PropertyDescriptor };
    // Of an open database all else is bound when it is opened.
    kept.whole ??= Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'objectStore') ?? {};
    const broken = () => {
      throw new DOMException('the disk is away', 'UnknownError');
    };
    const now = well ? kept.whole : { ...kept.whole, value: broken };
    Object.defineProperty(IDBTransaction.prototype, 'objectStore', now);
  }, isWell);
}

/** A row of the options whose choice has an inner input under its words. */
const choice = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

test('before the first sync the popup says what this is, and that the ledger has not come', async () => {
  const popup = await device.own('popup.html');
  await expect(popup.getByRole('heading', { name: 'Уәде на месте' })).toBeVisible();
  await expect(popup.getByText('Книга обещаний ещё не загрузилась')).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await popup.emulateMedia({ colorScheme });
    expect(await axe(popup)).toEqual([]);
  }
  const options = await device.own('options.html');
  await expect(options.getByRole('heading', { name: 'Уәде на месте' })).toBeVisible();
  await options.close();

  await tracker.start();
  await popup.bringToFront();
  const welcome = popup.locator('.welcome');
  await pressOn(popup, welcome.getByRole('button', { name: 'Обновить' }));
  await expect(welcome).toContainText('Книга обещаний на этом устройстве.', { timeout: 120_000 });
  const opened = device.context.waitForEvent('page');
  await pressOn(popup, welcome.getByRole('link', { name: 'Открыть книгу' }));
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Казахстан');
  await (await opened).close();
  await popup.reload();
  await expect(popup.getByRole('searchbox')).toBeVisible();
  await expect(welcome).toHaveCount(0);
  await popup.close();
});

test('by keyboard: somebody is looked up, the arrows go through the results, Esc comes back', async () => {
  const popup = await device.own('popup.html');
  const field = popup.getByRole('searchbox', { name: 'Найти человека, должность или место' });
  await typeInto(popup, field, 'талгара');
  await expect(popup.getByRole('status').filter({ hasText: /^Найден/ })).toBeVisible();
  const results = popup.getByRole('search').getByRole('link');
  await popup.keyboard.press('ArrowDown');
  await expect(results.first()).toBeFocused();
  await popup.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await popup.keyboard.press('ArrowUp');
  await expect(results.last()).toBeFocused();
  await popup.keyboard.press('ArrowDown');
  await expect(field).toBeFocused();
  const opened = device.context.waitForEvent('page');
  await popup.keyboard.press('Enter');
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/талгар/i);
  await page.close();
  await popup.bringToFront();
  await popup.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await popup.close();
});

test('by keyboard: the search on a ledger page leads to another, back and forward return', async () => {
  const page = await device.own('ledger.html#/person/kassymbek-zhenis');
  const title = page.getByRole('heading', { level: 1 });
  const first = await title.textContent();
  await typeInto(page, page.getByRole('searchbox'), 'аким Астаны');
  // At once: the results shown are still those of fewer letters.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/post\//);
  await expect(title).not.toHaveText(first ?? '');
  await page.goBack();
  await expect(title).toHaveText(first ?? '');
  await page.goForward();
  await expect(title).not.toHaveText(first ?? '');
  await page.close();
});

test('by keyboard: whoever is on the page is shown there from the popup', async () => {
  const page = await device.article(ARTICLE);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const popup = await device.popupOf(page);
  await expect(popup.getByRole('heading', { name: /^На этой странице \d+$/ })).toBeVisible();
  await tabTo(popup, popup.getByRole('button', { name: /Абдраимов.*обещани/ }));
  const closed = popup.waitForEvent('close');
  // The popup closes by the press, at times before the press has been answered.
  const pressed = popup.keyboard.press('Enter').catch(() => undefined);
  await Promise.all([closed, pressed]);
  await expect(card(page)).toBeVisible();
  await page.close();
});

test('an article that could not be compared with the ledger says so, and is read when the popup opens again', async () => {
  await setDisk(false);
  const page = await device.article(ARTICLE);
  const broken = await device.popupOf(page);
  await expect(broken.getByRole('alert')).toHaveText(/^Сейчас не прочитать/);
  await expect(broken.getByText('никого из книги не нашлось')).toHaveCount(0);
  expect(await axe(broken)).toEqual([]);
  await broken.screenshot({ path: test.info().outputPath('not-read.png') });
  await broken.close();
  await setDisk(true);
  const popup = await device.popupOf(page);
  await expect(popup.getByRole('heading', { name: /^На этой странице \d+$/ })).toBeVisible();
  await expect(popup.getByRole('alert')).toHaveCount(0);
  await popup.close();
  await page.close();
});

test('records of a newer extension ask for its update, not for patience', async () => {
  const page = await device.context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('the records are of version 9', 'VersionError');
    };
  });
  await page.goto(`chrome-extension://${device.extensionId}/popup.html`);
  const footer = page.locator('.status');
  await expect(footer).toContainText('обновите расширение, записи целы');
  await expect(footer).not.toContainText('не загружены');
  await expect(page.getByRole('alert')).toContainText('обновите расширение');
  await page.close();
});

test('by keyboard: a site is switched off and on again, in the popup and in the options', async () => {
  const page = await device.article(ARTICLE);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const popup = await device.popupOf(page);
  const site = popup.getByRole('checkbox', { name: 'Отмечать имена на news.example' });
  await pressOn(popup, site, 'Space');
  await expect.poll(() => markedTexts(page)).toEqual([]);
  await expect(popup.getByText('На этом сайте отметки выключены.')).toBeVisible();
  await popup.close();
  const options = await device.own('options.html');
  await pressOn(options, options.getByRole('button', { name: 'Включить на news.example' }));
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await options.close();
  await page.close();
});

/** What the reader's «Allow» does, which nobody can press without a screen. */
async function allow(extensions: Page, pattern: string): Promise<void> {
  await extensions.evaluate(
    ([id, host]) =>
      new Promise<void>((done) =>
        (
          globalThis as unknown as {
            readonly chrome: {
              readonly developerPrivate: {
                addHostPermission(id: string, host: string, done: () => void): void;
              };
            };
          }
        ).chrome.developerPrivate.addHostPermission(id, host, done),
      ),
    [device.extensionId, pattern] as const,
  );
}

test('by keyboard: another site is turned on, asked for there and then, and its page is read at once', async () => {
  await device.context.route('https://other.test/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: demoArticle(ARTICLE) }),
  );
  const extensions = await device.context.newPage();
  await extensions.goto('chrome://extensions');
  const page = await device.context.newPage();
  await page.goto('https://other.test/news/1');
  const popup = await UnlistedPage.ofPopup(device, page);
  const words = () => popup.value('document.body.innerText');
  await expect.poll(words).toContain('На сайте other.test расширение не работает');
  const focused = () => popup.value('document.activeElement.textContent');
  for (let stops = 0; stops < 20 && (await focused()) !== 'Включить на other.test'; stops += 1)
    await popup.press('Tab');
  await allow(extensions, 'https://*.other.test/*');
  expect(await focused()).toBe('Включить на other.test');
  expect(await markedTexts(page)).toEqual([]);
  await popup.press('Enter');
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await expect.poll(words).toContain('Отмечать имена на other.test');
  await page.reload();
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await page.close();
  await extensions.close();
});

test('by keyboard: language, theme and marks are chosen, and seen at once', async () => {
  const page = await device.own('options.html');
  await tabTo(page, choice(page, 'Русский'));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Баптаулар');
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Options');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройки');
  await tabTo(page, choice(page, 'как в системе'));
  await page.keyboard.press('ArrowLeft');
  await expect(choice(page, 'тёмное')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, choice(page, 'подчёркивание'));
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'лёгкий фон')).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.close();
});

test('by keyboard: a clip of one’s own is copied to be mended, and all are exported', async () => {
  const page = await device.own('ledger.html#/clips');
  await page.getByLabel('Загрузить записи').setInputFiles({
    name: 'clips.json',
    mimeType: 'application/json',
    buffer: Buffer.from(clipFile()),
  });
  await expect(page.locator('.clip-item')).toHaveCount(8);
  const download = page.waitForEvent('download');
  await pressOn(page, page.getByRole('button', { name: 'Выгрузить записи' }));
  const file = await download;
  expect(JSON.parse(fs.readFileSync(await file.path(), 'utf8'))).toMatchObject({ format: 1 });
  const rejected = page.locator('.clip-item', { hasText: 'Это поручение, а не обещание' });
  await pressOn(page, rejected.getByRole('button', { name: 'Исправить в копии' }));
  await expect(page.getByLabel('Что обещано, своими словами')).toHaveValue(/водопровод/);
  await page.close();
});

test('by keyboard: all is deleted only after a question', async () => {
  const page = await device.own('options.html');
  await pressOn(page, page.getByRole('button', { name: 'Удалить всё с этого устройства' }));
  await expect(page.getByText('Неотправленные записи пропадут.')).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Отмена' }));
  await expect(page.getByText('Неотправленные записи пропадут.')).toHaveCount(0);
  await page.close();
});

test('what a screen reader says of the popup and of an office', async () => {
  const popup = await device.own('popup.html');
  await expect(popup.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Обещания чиновников" [level=1]
    - link "Книга"
    - link "Настройки"
    - search:
      - searchbox "Найти человека, должность или место"
    - heading /Мои записи/ [level=2]
    - button "Обновить"
  `);
  await popup.close();
  const page = await device.own('ledger.html#/post/akim-710000000');
  await expect(page.locator('.office-picture .line').first()).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - navigation "Книга обещаний":
      - link "Книга обещаний"
      - link "Мои записи"
      - search:
        - searchbox "Найти человека, должность или место"
      - button "Напечатать"
    - article:
      - heading "аким города Астаны" [level=1]
      - link "Лист передачи"
      - button "Поделиться"
      - button "Выгрузить"
      - button "Следить"
      - group "Отбор":
        - combobox "Что известно"
        - combobox "Срок"
        - combobox "Тема"
        - combobox "Кто обещал"
      - table
  `);
  await page.close();
});
