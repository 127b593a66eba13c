import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Device } from './device';
import { card, markedTexts, restOn } from './reading';
import { freshFolder, TestTracker } from './tracker';

const tracker = new TestTracker();
const profile = freshFolder('e2e-access');
let device: Device;

test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
});
test.afterAll(async () => {
  await tracker.remove();
  await device.close();
  fs.rmSync(profile, { recursive: true, force: true });
});

/** What axe finds on a page, each fault with the places where it stands. */
async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  const all = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? all : all.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`,
  );
}

for (const scheme of ['light', 'dark'] as const) {
  for (const name of ['popup.html', 'options.html', 'clip.html', 'ledger.html']) {
    test(`${name} has no fault that axe finds, ${scheme}`, async () => {
      const page = await device.own(name);
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator('h1').first()).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    });
  }

  test(`the card has no fault that axe finds, ${scheme}`, async () => {
    const page = await device.article('2020-taldykorgan.html');
    await page.emulateMedia({ colorScheme: scheme });
    await expect.poll(() => markedTexts(page)).not.toEqual([]);
    await restOn(page, 'Галымжана АБДРАИМОВА');
    await expect(card(page)).toContainText('дороги в Талдыкоргане');
    expect(await faultsOf(page, '[data-theme]')).toEqual([]);
    await page.close();
  });
}
