import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { build } from '../../scripts/prepare.mjs';
import { ask, openReader, type Site, startWorker } from '../bench/_sync-browser';
import { Device } from '../e2e/device';
import { card, markedTexts, restOn } from '../e2e/reading';
import { AKIM, sceneLedger } from '../e2e/scene-ledger';
import { article, line } from '../e2e/scene-pages';
import { freshFolder, TestTracker } from '../e2e/tracker';
import type { DeviceQuestion } from './_device-worker';
import type { Outcome, Scene } from './device-desk';

/** What only the browser itself can do to a device: a quota that is full, an extension that is reloaded. */
type BrowserRow = Outcome & Pick<Scene, 'injected' | 'expected'>;

const QUOTA = 20 * 2 ** 20;

/** The browser's own quota of an origin, from before its first database, filled by another one. */
export async function quotaFull(site: Site): Promise<BrowserRow> {
  const { context, page, profile } = await openReader(site);
  try {
    const cdp = await context.newCDPSession(page);
    const { origin } = site;
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA });
    await startWorker(page, 'device');
    const question = (asked: DeviceQuestion) => ask<string>(page, 'device', asked);
    await question({ ask: 'desk' });
    const filled = await question({ ask: 'fill' });
    const short = await question({ ask: 'short' });
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    const after = await question({ ask: 'released' });
    const naive = await question({ ask: 'naive' });
    const seen = `${short}; with room: ${after}`;
    return {
      injected: `the browser’s quota of ${QUOTA / 2 ** 20} MB used up by another database: ${filled}`,
      expected: 'the fault is named, reading goes on, whole when there is room',
      seen,
      isRight:
        seen ===
        'sync quota, clip quota, ledger kept: true, clips: было до поломки; with room: saved; ledger whole: true; снова + было до поломки',
      control: `«saved» said when asked, not when answered: ${naive}`,
      isControlWrong: naive === 'not there',
    };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const RELOAD = 'chrome.runtime.reload()';

/** Copies the marks into a highlight of the page's own: what nobody takes away. */
function copyMarks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    CSS.highlights.set('copied', new Highlight(...ranges));
  });
}

async function reloaded(device: Device): Promise<BrowserRow> {
  const page = await device.context.newPage();
  await page.route('https://scene.example/**', (route) =>
    route.fulfill({ body: article(line(AKIM).repeat(2)), contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto('https://scene.example/news/1');
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await restOn(page, AKIM);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2, { steps: 3 });
  await copyMarks(page);
  const own = await device.own('options.html');
  const gone = own.waitForEvent('close');
  // The asking page goes with the extension: its answer never comes.
  own.evaluate(RELOAD).catch(() => undefined);
  await gone;
  await page.bringToFront();
  await restOn(page, AKIM);
  await expect(card(page)).toBeVisible();
  const said = (await card(page).innerText()).replace(/\s+/g, ' ');
  const ours = () => page.evaluate(() => [...CSS.highlights.keys()].join(' '));
  await expect.poll(ours, { timeout: 10_000 }).toBe('copied');
  const left = (await markedTexts(page)).length;
  const texts = await page.locator('p').count();
  return {
    injected: 'the extension is reloaded under an open tab, and a marked name is pointed at',
    expected: 'the card says to reload the page; all marks go; the text stands',
    seen: `«${said}»; marks 0; paragraphs ${texts}`,
    isRight: said.includes('ерезагрузите страницу') && texts === 2,
    control: `marks that are not taken away: ${left}`,
    isControlWrong: left === 2,
  };
}

/** The built extension in a browser of its own. */
export async function extensionReloaded(): Promise<BrowserRow> {
  await build('chrome', 'e2e');
  const ledger = sceneLedger();
  const tracker = new TestTracker(ledger);
  const profile = freshFolder('faults-reload');
  await tracker.start();
  const device = await Device.open(profile);
  try {
    await (await device.synced()).close();
    // Out of it the browser leaves an unpacked extension switched off that was reloaded.
    const extensions = await device.context.newPage();
    await extensions.goto('chrome://extensions');
    await extensions.evaluate(
      'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
    );
    await extensions.close();
    return await reloaded(device);
  } finally {
    await device.close();
    await tracker.remove();
    for (const folder of [profile, ledger]) rmSync(folder, { recursive: true, force: true });
  }
}
