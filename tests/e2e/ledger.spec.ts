import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { clipFile } from '../screens/clips';
import { Device } from './device';
import { pressOn, tabTo } from './keyboard';
import { freshFolder, TestTracker } from './tracker';

const OFFICE = 'ledger.html#/post/akim-710000000';
const PROMISE = 'ledger.html#/promise/kz-p46';

const tracker = new TestTracker();
const profile = freshFolder('e2e-ledger');
let device: Device;

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

/** Opens a page and waits for something on it. */
async function opened(address: string, ready: string): Promise<Page> {
  const page = await device.own(address);
  await expect(page.locator(ready).first()).toBeVisible();
  return page;
}

const PAGES = [
  ['the country', 'ledger.html#/', '.thesis-figures'],
  ['an area', 'ledger.html#/area/kz-190000000', 'h1'],
  ['an office', OFFICE, '.office-picture .line'],
  ['a person', 'ledger.html#/person/kassymbek-zhenis', '.holders'],
  ['a promise', PROMISE, '.steps'],
  ['a question', 'ledger.html#/ask/kz-p46', 'textarea'],
  ['a handover sheet', 'ledger.html#/sheet/akim-710000000', '.sheet-table'],
  ['own clips', 'ledger.html#/clips', 'h1'],
] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, address, ready] of PAGES) {
    test(`${name} has no fault that axe finds, ${scheme}`, async () => {
      const page = await opened(address, ready);
      await page.emulateMedia({ colorScheme: scheme });
      // The menus come a moment after the page.
      await expect(page.locator('.tools button:disabled')).toHaveCount(
        name === 'own clips' ? 1 : 0,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.close();
    });
  }
}

test('by keyboard: an office is filtered, and picture and table show the same', async () => {
  const page = await opened(OFFICE, '.office-picture .line');
  await tabTo(page, page.getByLabel('Что известно'));
  // The last choice: «выполнено».
  await page.keyboard.press('End');
  await expect(page.locator('.office-picture .line')).toHaveCount(1);
  await expect(page.locator('.table tbody tr')).toHaveCount(1);
  await expect(page.getByRole('table')).toContainText('Выпустить на линию LRT');
  await tabTo(page, page.getByRole('button', { name: 'Убрать отбор' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.table tbody tr')).toHaveCount(13);
  await page.close();
});

test('by keyboard: a figure of the country opens its rows; a place, and the way back', async () => {
  const page = await opened('ledger.html#/', '.thesis-figures');
  const title = page.getByRole('heading', { level: 1 });
  await expect(page.getByRole('article')).toMatchAriaSnapshot(`
    - heading "Казахстан" [level=1]
    - paragraph: /открыто \\d+ из \\d+/
    - button "Поделиться"
    - button "Выгрузить"
    - heading "Обещания переживают акимов" [level=2]
    - group: /\\d+ обещани\\S+ пережил\\S* .*Показать записи/
    - group: /обычный срок в должности .*Показать записи/
    - group: /занимал\\S* эти должности за 24 месяца.* Показать записи/
    - heading "Внутри" [level=2]
    - heading "Когда наступает срок" [level=2]
    - heading "Темы" [level=2]
    - table:
      - rowgroup:
        - row "Тема открыто закрыто"
  `);
  const figure = page.locator('.figure').first();
  const rows = figure.locator('.figure-rows > ul > li');
  await expect(rows.first()).toBeHidden();
  await pressOn(page, figure.locator('summary'));
  await expect(rows.first()).toBeVisible();
  const outlived = Number(await figure.locator('summary b').textContent());
  const groups = await figure.getByRole('heading').allTextContents();
  const counts = groups.map((group) => Number(/\d+$/.exec(group)?.[0]));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(await rows.count());
  // Where nobody is known to answer, it is not known that another does.
  const sure = counts.filter((_, at) => !groups[at]?.startsWith('Кто отвечает, не установлено'));
  expect(sure.reduce((sum, one) => sum + one, 0)).toBe(outlived);

  const place = page.locator('section', { has: page.getByRole('heading', { name: 'Внутри' }) });
  const inside = place.getByRole('link').first();
  const name = (await inside.textContent()) ?? '';
  await pressOn(page, inside);
  await expect(title).toHaveText(name);
  await page.goBack();
  await expect(title).toHaveText('Казахстан');
  await page.close();
});

test('by keyboard: from an office to a promise, to who answered for it, and to his offices', async () => {
  const page = await opened(OFFICE, '.office-picture .line');
  const title = page.getByRole('heading', { level: 1 });
  const matter = page.getByRole('table').getByRole('link', { name: /^Выпустить на линию LRT/ });
  await pressOn(page, matter.first());
  await expect(title).toHaveText(/^Выпустить на линию LRT/);
  await expect(page.getByRole('article')).toMatchAriaSnapshot(`
    - heading /^Выпустить на линию LRT/ [level=1]
    - paragraph: выполнено
    - link "Спросить"
    - button "Поделиться"
    - button "Выгрузить"
    - term: Кто пообещал
    - definition
    - term: Должность
    - definition:
      - link "аким города Астаны"
    - term: Срок
    - term: Источник
    - definition:
      - link
    - list
    - list
    - group: Что значит этот статус
  `);
  await pressOn(page, page.getByText('Что значит этот статус'));
  await expect(page.locator('article details p').first()).toBeVisible();
  const holder = page.locator('.steps').first().getByRole('link').first();
  const name = (await holder.textContent()) ?? '';
  await pressOn(page, holder);
  await expect(title).toHaveText(name);
  await expect(page.getByRole('heading', { name: 'Должности' })).toBeVisible();
  await pressOn(page, page.getByRole('link', { name: 'аким города Астаны' }).first());
  await expect(title).toHaveText('аким города Астаны');
  await page.close();
});

test('by keyboard: the handover sheet is one step away, in both languages', async () => {
  const page = await opened(OFFICE, '.office-picture .line');
  await tabTo(page, page.getByRole('link', { name: 'Лист передачи' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Досталось от прежних/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /astanatimes\.com/ }).first()).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: 'Русский' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /Бұрынғылардан қалған/ })).toBeVisible();
  await page.goBack();
  await expect(page.locator('.office-picture .line').first()).toBeVisible();
  await page.close();
});

test('who reaches the handover sheet before the menus are there keeps the focus', async () => {
  const page = await device.context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const link = document.querySelector<HTMLElement>('.tools a.primary');
      if (link === null) return;
      observer.disconnect();
      document.body.dataset['early'] = String(
        document.querySelector('.tools button:disabled') !== null,
      );
      link.focus();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${device.extensionId}/${OFFICE}`);
  await expect(page.getByRole('button', { name: 'Выгрузить' })).toBeEnabled();
  expect(await page.evaluate(() => document.body.dataset['early'])).toBe('true');
  await expect(page.getByRole('link', { name: 'Лист передачи' })).toBeFocused();
  await page.close();
});

test('by keyboard: the records of an office are exported as CSV', async () => {
  const page = await opened(OFFICE, '.office-picture .line');
  await tabTo(page, page.getByRole('button', { name: 'Выгрузить' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Таблица (CSV)' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^аким города Астаны .*\.csv$/iu);
  const rows = fs
    .readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(14);
  await page.close();
});

for (const [at, [name, pattern]] of (
  [
    ['Записи книги (JSON)', /"promises"/],
    ['Люди и должности (Popolo)', /"memberships"/],
    ['Цитаты (Web Annotation)', /anno\.jsonld/],
    ['Проверки (ClaimReview)', /"ratingValue": 3/],
    ['Сроки (календарь)', /BEGIN:VCALENDAR/],
  ] as const
).entries()) {
  test(`by keyboard: an office is exported, ${name}`, async () => {
    const page = await opened(OFFICE, '.office-picture .line');
    await pressOn(page, page.getByRole('button', { name: 'Выгрузить' }));
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    for (let down = 0; down <= at; down += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name })).toBeFocused();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect(fs.readFileSync(await (await download).path(), 'utf8')).toMatch(pattern);
    await page.close();
  });
}

test('by keyboard: a picture for sharing is saved', async () => {
  const page = await opened(OFFICE, '.office-picture .line');
  await tabTo(page, page.getByRole('button', { name: 'Поделиться' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Сохранить картинку' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const png = fs.readFileSync(await (await download).path());
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  await page.close();
});

test('by keyboard: a question is asked in Kazakh, and its answer becomes a draft', async () => {
  const page = await opened(PROMISE, '.steps');
  await tabTo(page, page.getByRole('link', { name: 'Спросить' }));
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Готовый текст, его можно поправить' });
  await expect(text).toHaveValue(/Что по нему сделано/);
  await tabTo(page, page.getByRole('radio', { name: 'Вопрос на встрече' }));
  await page.keyboard.press('ArrowRight');
  await expect(text).toHaveValue(/Прошу ответить письменно/);
  await tabTo(page, page.getByRole('radio', { name: 'Русский' }));
  await page.keyboard.press('ArrowRight');
  await expect(text).toHaveValue(/жазбаша жауап беруіңізді сұраймын/);
  await tabTo(page, page.getByRole('button', { name: 'Записать ответ' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Что обещано, своими словами')).toHaveValue(/^Ответ об обещании/);
  await page.close();
});

test('by keyboard: clips are imported once, one is removed after a question', async () => {
  const page = await opened('ledger.html#/clips', 'h1');
  const file = {
    name: 'clips.json',
    mimeType: 'application/json',
    buffer: Buffer.from(clipFile()),
  };
  const input = page.getByLabel('Загрузить записи');
  await input.setInputFiles(file);
  await expect(page.getByRole('status')).toHaveText('Загружено: 8');
  const items = page.locator('.clip-item');
  const before = await items.count();
  await input.setInputFiles(file);
  await expect(page.getByRole('status')).toHaveText('Загружено: 0, уже были: 8');
  await input.setInputFiles({ ...file, buffer: Buffer.from('{}') });
  await expect(page.getByRole('status')).toContainText('Файл не подошёл');
  const dead = items.filter({ hasText: 'не принято сервером' });
  const remove = dead.getByRole('button', { name: 'Удалить' });
  await tabTo(page, remove);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText('Удалить эту запись');
  await page.keyboard.press('Escape');
  await expect(remove).toBeFocused();
  await expect(items).toHaveCount(before);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }));
  await page.keyboard.press('Enter');
  await expect(items).toHaveCount(before - 1);
  await page.close();
});

test('own clips that cannot be read say so, and come when they can be again', async () => {
  const page = await device.context.newPage();
  await page.addInitScript(() => {
    const whole = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    const broken = () => {
      throw new DOMException('the disk is away', 'UnknownError');
    };
    IDBFactory.prototype.open = broken;
    addEventListener('mend', () => {
      if (whole) Object.defineProperty(IDBFactory.prototype, 'open', whole);
    });
  });
  await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/clips`);
  await expect(page.getByRole('alert')).toContainText('перезагрузите страницу');
  await page.evaluate(() => dispatchEvent(new Event('mend')));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои записи');
  await page.close();
});
