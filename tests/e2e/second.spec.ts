import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { proposedVerdict } from '../screens/clips';
import { Device } from './device';
import { pressOn, typeInto } from './keyboard';
import { freshFolder, TestTracker } from './tracker';

const VERDICT = proposedVerdict('verdict-1');
const PROMISE = `ledger.html#/promise/${VERDICT.promiseId}`;

const tracker = new TestTracker(null, { UADE_VERDICTS_BY: '2' });
const profile = freshFolder('e2e-second');
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

/** Enters a token, as an editor does once. */
async function become(token: string): Promise<void> {
  const page = await device.own('options.html#review');
  const renew = page.getByRole('button', { name: 'Убрать ключ' });
  const field = page.getByRole('textbox', { name: 'Ключ редактора' });
  await expect(renew.or(field).first()).toBeVisible();
  if (await renew.isVisible()) await renew.click();
  await typeInto(page, field, token);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'К проверке' })).toBeVisible();
  await page.close();
}

/** Opens the list and steps to the verdict that waits. */
async function openVerdict(): Promise<Page> {
  const page = await device.own('ledger.html#/review');
  const group = page.locator('section', {
    has: page.getByRole('heading', { name: 'Ждут второго редактора · 1' }),
  });
  await pressOn(page, group.getByRole('link'));
  await expect(page.getByRole('heading', { name: 'Подтвердить оценку' })).toBeVisible();
  return page;
}

async function expectStatus(status: string): Promise<void> {
  const page = await device.own(PROMISE);
  await device.ask(page, 'syncNow', {});
  await page.reload();
  await expect(page.locator('.big-status')).toHaveText(status);
  await page.close();
}

test('by keyboard: nobody confirms his own verdict; a second editor refuses it, with a reason', async () => {
  await tracker.addRecord('statusEvent', VERDICT);
  await become(tracker.editorToken());
  const own = await openVerdict();
  await pressOn(own, own.getByRole('button', { name: 'Подтвердить', exact: true }));
  await expect(own.getByRole('alert')).toHaveText(
    'Эту оценку записали вы сами. Подтвердить её должен другой редактор.',
  );
  await own.close();

  await become(tracker.invite());
  const page = await openVerdict();
  await expect(page.locator('.pairs')).toContainText('выполнено');
  await expect(page.locator('.pairs')).toContainText('Сдано и принято комиссией.');
  await expect(page.getByRole('link', { name: /news\.example/ })).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const no = page.getByRole('button', { name: 'Не подтверждать' });
  await pressOn(page, no);
  await expect(page.getByText('Напишите, почему: это останется')).toBeVisible();
  await typeInto(page, page.getByLabel('Почему (останется в журнале решений)'), 'Не видно');
  await pressOn(page, no);
  await expect(page.getByRole('status').filter({ hasText: 'Не подтверждено' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Ждут второго/ })).toHaveCount(0);
  await page.close();
  await expectStatus('не оценено');
});

test('by keyboard: a second editor confirms a verdict, and readers get it', async () => {
  await tracker.addRecord('statusEvent', VERDICT);
  const page = await openVerdict();
  await pressOn(page, page.getByRole('button', { name: 'Подтвердить', exact: true }));
  await expect(page.getByRole('status').filter({ hasText: 'Подтверждено.' })).toBeVisible();
  await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/confirm/${VERDICT.id}`);
  await expect(page.getByRole('alert')).toContainText('Эта оценка больше не ждёт');
  await page.close();
  await expectStatus('выполнено');
});
