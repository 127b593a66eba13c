import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Device } from './device';
import { pressOn } from './keyboard';
import { freshFolder, TestTracker } from './tracker';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LEDGER = path.join(ROOT, 'tracker/ledger/kz');
const OFFICE = 'akim-710000000';

const tracker = new TestTracker();
const profile = freshFolder('e2e-follow');
const changed = freshFolder('e2e-follow-ledger');

test.afterAll(async () => {
  await tracker.remove();
  for (const folder of [profile, changed]) fs.rmSync(folder, { recursive: true, force: true });
});

function importLedger(folder: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/tracker.mjs', 'import', folder, '--data', tracker.folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
}

/** Adds a record to a file of the ledger's copy. */
function add(file: string, record: object): void {
  const place = path.join(changed, file);
  // The ledger's own files are arrays; their check runs at the import.
  const records = JSON.parse(fs.readFileSync(place, 'utf8')) as object[];
  fs.writeFileSync(place, JSON.stringify([...records, record]));
}

const SOURCES = [{ url: 'https://news.example/astana' }];

/** The same ledger with one promise found broken, and a new holder of the office. */
function changeLedger(): void {
  fs.cpSync(LEDGER, changed, { recursive: true });
  add('statusEvents.json', {
    id: 'e2e-status',
    promiseId: 'kz-p46',
    status: 'broken',
    on: '2026-01-15',
    sources: SOURCES,
    recordedAt: '2026-01-16T00:00:00Z',
  });
  add('persons.json', {
    id: 'e2e-holder',
    gender: 'male',
    name: { ru: { family: 'Жанаберген', given: 'Ерасыл' } },
    otherNames: [],
    identifiers: [],
  });
  add('memberships.json', {
    id: 'e2e-membership',
    personId: 'e2e-holder',
    postId: OFFICE,
    startDate: '2026-10-01',
    endDate: null,
    attestedOn: ['2026-11-01'],
    followsId: null,
    acting: false,
    sources: SOURCES,
  });
}

/** The tracker is stopped, filled and started again in between. */
const TEST_MS = 480_000;

test('an office is followed by keyboard; its news survive a new holder and are seen on its page', async () => {
  test.setTimeout(TEST_MS);
  await tracker.start();
  const device = await Device.open(profile);
  const popup = await device.synced();
  const page = await device.own(`ledger.html#/post/${OFFICE}`);
  await pressOn(page, page.getByRole('button', { name: 'Следить' }));
  await expect(page.getByRole('button', { name: 'Слежу', pressed: true })).toBeVisible();
  await page.close();
  await popup.reload();
  const following = popup.locator('section', {
    has: popup.getByRole('heading', { name: 'Слежу' }),
  });
  await expect(following).toContainText('новостей нет');

  await tracker.stop();
  changeLedger();
  importLedger(changed);
  await tracker.start();
  await device.ask(popup, 'syncNow', {});
  await expect(async () => {
    await popup.reload();
    await expect(following).toContainText('2 новости', { timeout: 2_000 });
  }).toPass();
  await expect(following).toContainText('Ерасыл Жанаберген');
  await expect(following).toContainText('не выполнено');
  const { violations } = await new AxeBuilder({ page: popup }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const opened = device.context.waitForEvent('page');
  await pressOn(popup, popup.getByRole('link', { name: /Астан/u }).first());
  await expect((await opened).getByRole('button', { name: 'Слежу', pressed: true })).toBeVisible();
  await expect(async () => {
    await popup.reload();
    await expect(following).toContainText('новостей нет', { timeout: 2_000 });
  }).toPass();
  await pressOn(popup, popup.getByRole('button', { name: /^Не следить/u }));
  await expect(following).toHaveCount(0);
  await device.close();
});
