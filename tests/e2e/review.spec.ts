import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { queuedClip } from '../screens/clips';
import { Device } from './device';
import { pressOn, tabTo, typeInto } from './keyboard';
import { freshFolder, TestTracker } from './tracker';

const OFFICE = 'akim-710000000';
const PROMISE = 'kz-p46';
const SOURCE = 'https://news.example/report';

const tracker = new TestTracker();
const profile = freshFolder('e2e-review');
let device: Device;

const clipId = (n: number) => `01936b1e-7c00-7abc-8def-${n.toString(16).padStart(12, '0')}`;

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

async function opened(address: string): Promise<Page> {
  const page = await device.own(address);
  await expect(page.locator('h1').first()).toBeVisible();
  return page;
}

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

async function faultless(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page)).toEqual([]);
  }
}

/** Opens the list and steps to a clip in it. */
async function openClip(text: string): Promise<Page> {
  const page = await opened('ledger.html#/review');
  await pressOn(page, page.getByRole('link', { name: text }));
  await expect(page.getByRole('heading', { name: 'Запись читателя' })).toBeVisible();
  return page;
}

test('without a token the review is closed; a wrong one is refused, a good one is kept', async () => {
  const page = await opened('ledger.html#/review');
  await expect(page.locator('nav').getByRole('link', { name: 'Проверка' })).toHaveCount(0);
  await faultless(page);
  await pressOn(page, page.getByRole('link', { name: 'Ввести ключ в настройках' }));
  const token = page.getByRole('textbox', { name: 'Ключ редактора' });
  await typeInto(page, token, 'a'.repeat(43));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Ключ не подошёл или отозван.');
  await typeInto(page, token, tracker.editorToken());
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('link', { name: 'К проверке' }));
  await expect(page.getByRole('heading', { name: 'Записи читателей · 0' })).toBeVisible();
  for (const name of [/^Срок прошёл или близко/, /^Не установлено, кто/, /^Преемник ничего/])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await faultless(page);
  await page.close();
});

test('by keyboard: a clip is read in its place, corrected and accepted', async () => {
  await tracker.send(clipId(1), queuedClip('Построить трамвайное депо'));
  const page = await openClip('Построить трамвайное депо');
  await expect(page.locator('mark')).toHaveText('Построить трамвайное депо, сказал он');
  await expect(page.getByText('На встрече говорили о делах:')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /^Что уже есть у этой должности · \d+/ }),
  ).toBeVisible();
  await faultless(page);
  const matter = page.getByLabel('Что обещано, своими словами');
  await typeInto(page, matter, 'Построить депо для трамвая');
  const accept = page.getByRole('button', { name: 'Принять', exact: true });
  await pressOn(page, accept);
  await expect(page.getByRole('alert')).toContainText('имена частных лиц в книгу не попадают');
  expect(await tracker.queue()).toHaveLength(1);
  await tabTo(page, page.getByRole('checkbox', { name: /нет имён частных лиц/ }));
  await page.keyboard.press('Space');
  await pressOn(page, accept);
  await expect(page.getByRole('status').filter({ hasText: 'Принято.' })).toBeVisible();
  expect(await tracker.queue()).toEqual([]);
  await expect(async () => {
    await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/promise/${clipId(1)}`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Построить депо для трамвая', {
      timeout: 2_000,
    });
  }).toPass();
  await page.close();
});

test('by keyboard: a clip is not accepted, and the reason is asked for', async () => {
  await tracker.send(clipId(2), queuedClip('Похвалить строителей моста'));
  const page = await openClip('Похвалить строителей моста');
  const no = page.getByRole('button', { name: 'Не принимать' });
  await pressOn(page, no);
  await expect(page.getByText('Напишите, почему')).toBeVisible();
  await typeInto(page, page.getByLabel('Почему (увидит тот, кто записал)'), 'Это не обещание');
  await pressOn(page, no);
  await expect(page.getByRole('status').filter({ hasText: 'Не принято' })).toBeVisible();
  expect(await tracker.queue()).toEqual([]);
  await page.close();
});

test('by keyboard: a clip that is on record already is merged with it', async () => {
  await tracker.send(clipId(3), queuedClip('Построить депо для трамвая'));
  const page = await openClip('Построить депо для трамвая');
  const same = page.getByRole('radio', { name: /^Построить депо для трамвая/ }).first();
  await tabTo(page, page.getByRole('radio', { name: 'Нет, это другое' }));
  await page.keyboard.press('ArrowDown');
  await expect(same).toBeChecked();
  await pressOn(page, page.getByRole('button', { name: /объединить с выбранной/ }));
  await expect(page.getByRole('status').filter({ hasText: 'Объединено.' })).toBeVisible();
  await page.close();
});

test('two editors at once: the later one is told, and overwrites nothing', async () => {
  await tracker.send(clipId(4), queuedClip('Открыть три новых маршрута'));
  const page = await openClip('Открыть три новых маршрута');
  await tracker.accept(clipId(4));
  await typeInto(page, page.getByLabel('Почему (увидит тот, кто записал)'), 'Поздно');
  await pressOn(page, page.getByRole('button', { name: 'Не принимать' }));
  await expect(page.getByRole('alert')).toContainText('Другой редактор успел раньше');
  await faultless(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Этой записи в очереди больше нет');
  await page.close();
});

/** Fills date and source, which every fact needs. */
async function fillEvidence(page: Page): Promise<void> {
  await typeInto(page, page.getByRole('textbox', { name: 'год' }), '2026');
  await typeInto(page, page.getByLabel('Адрес источника (https)'), SOURCE);
}

test('by keyboard: a status is recorded with its source; not over one that was not seen', async () => {
  const page = await opened(`ledger.html#/promise/${PROMISE}`);
  await pressOn(page, page.getByRole('link', { name: 'Отметить, что известно' }));
  const save = page.getByRole('button', { name: 'Записать' });
  await pressOn(page, save);
  await expect(page.getByText('Укажите дату: хотя бы год.')).toBeVisible();
  await faultless(page);
  await tabTo(page, page.getByLabel('Что записать'));
  await page.keyboard.type('застоп');
  await fillEvidence(page);
  await tracker.addRecord('statusEvent', {
    id: 'of-another-editor',
    promiseId: PROMISE,
    status: 'kept',
    on: '2026-10-01',
    sources: [{ url: SOURCE }],
    recordedAt: '2026-10-02T00:00:00Z',
  } as { readonly id: string });
  await pressOn(page, save);
  await expect(page.getByRole('alert')).toContainText('Другой редактор успел раньше');

  await expect(async () => {
    await device.ask(page, 'syncNow', {});
    await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/promise/${PROMISE}`);
    await page.reload();
    await expect(page.locator('.big-status')).toHaveText('выполнено', { timeout: 2_000 });
  }).toPass();
  await pressOn(page, page.getByRole('link', { name: 'Отметить, что известно' }));
  await tabTo(page, page.getByLabel('Что записать'));
  await page.keyboard.type('застоп');
  await fillEvidence(page);
  await pressOn(page, save);
  await expect(page.getByRole('status').filter({ hasText: 'Записано.' })).toBeVisible();
  await page.close();
});

test('by keyboard: one form records a new holder, who is there for every reader', async () => {
  const page = await opened(`ledger.html#/holder/${OFFICE}`);
  await faultless(page);
  await typeInto(page, page.getByLabel('Фамилия'), 'Жанаберген');
  await typeInto(page, page.getByLabel('Имя', { exact: true }), 'Ерасыл');
  await fillEvidence(page);
  await expect(page.getByRole('checkbox', { name: /^Сменил: / })).toBeChecked();
  await pressOn(page, page.getByRole('button', { name: 'Записать' }));
  await expect(page.getByRole('status').filter({ hasText: 'Записано.' })).toBeVisible();
  await expect(async () => {
    await device.ask(page, 'syncNow', {});
    await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/post/${OFFICE}`);
    await page.reload();
    await expect(page.locator('.holders')).toContainText('Ерасыл Жанаберген', { timeout: 2_000 });
  }).toPass();
  await page.close();
});
