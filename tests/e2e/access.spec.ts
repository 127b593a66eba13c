import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Device } from './device';
import { card, markedTexts, restOn } from './reading';
import { freshFolder, TestTracker, TRACKER } from './tracker';

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

/** Pages that the tracker writes for everyone, one of each kind; they have no script. */
const PLAIN_PAGES = [
  '',
  'area/kz-190000000',
  'office/akim-710000000',
  'person/kassymbek-zhenis',
  'promise/kz-p46',
];

/** What axe finds on a page, each fault with the places where it stands. */
async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  const all = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? all : all.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`,
  );
}

/** The card's last button by the languages of the interface. */
const CLOSE = { ru: 'Закрыть', kk: 'Жабу', en: 'Close' } as const;

/** Sets the language of the interface; what else is set keeps its default. */
async function speak(lang: keyof typeof CLOSE): Promise<void> {
  const page = await device.own('options.html');
  await page.evaluate(async (chosen) => {
    // A global of the extension's own pages.
    const { chrome } = globalThis as unknown as {
      readonly chrome: {
        readonly storage: { readonly local: { set(what: object): Promise<void> } };
      };
    };
    await chrome.storage.local.set({ settings: { lang: chosen } });
  }, lang);
  await page.close();
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

  for (const lang of ['kk', 'en', 'ru'] as const) {
    test(`the card has no fault that axe finds, ${lang}, ${scheme}`, async () => {
      await speak(lang);
      const page = await device.article('2020-taldykorgan.html');
      await page.emulateMedia({ colorScheme: scheme });
      await expect.poll(() => markedTexts(page)).not.toEqual([]);
      await restOn(page, 'Галымжана АБДРАИМОВА');
      await expect(card(page)).toContainText('ratel.kz');
      await expect(card(page).getByRole('button', { name: CLOSE[lang] })).toBeVisible();
      expect(await faultsOf(page, '[data-theme]')).toEqual([]);
      await page.close();
    });
  }

  for (const lang of ['ru', 'kk', 'en']) {
    test(`the plain pages have no fault that axe finds, ${lang}, ${scheme}`, async () => {
      const page = await device.context.newPage();
      await page.emulateMedia({ colorScheme: scheme });
      for (const rest of PLAIN_PAGES) {
        await page.goto(`${TRACKER}/${lang}/${rest}`);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        // The policy of the page lets its own style through: else axe would judge a bare page.
        await expect(page.locator('h1')).toHaveCSS('font-size', '24px');
        expect(await faultsOf(page), rest).toEqual([]);
      }
      await page.close();
    });
  }
}
