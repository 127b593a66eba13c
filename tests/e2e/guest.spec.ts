import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { bundle } from '../eval/_pages';
import { Device, openBare } from './device';
import { markedTexts } from './reading';
import { AKIM, sceneLedger } from './scene-ledger';
import { freshFolder, TestTracker } from './tracker';

const PAGES = path.resolve(import.meta.dirname, '../corpus/pages');
const EXPECTED = JSON.parse(fs.readFileSync(path.join(PAGES, 'expected.json'), 'utf8')) as Record<
  string,
  { readonly url: string; readonly isArticle: boolean }
>;
/** A page fills, is read and marked within this; marks are waited for besides. In milliseconds. */
const SETTLE_MS = 2_000;

const ledger = sceneLedger();
const tracker = new TestTracker(ledger);
const profile = freshFolder('e2e-guest');
const bareProfile = freshFolder('e2e-bare');
let device: Device;
let bare: BrowserContext;

test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
  bare = await openBare(bareProfile);
  for (const context of [device.context, bare]) await context.addInitScript(watchPage);
});
test.afterAll(async () => {
  await tracker.remove();
  await bare.close();
  await device.close();
  for (const folder of [profile, bareProfile, ledger])
    fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs in the page, before its own scripts: notes every change once the page is parsed. */
function watchPage(): void {
  const changes: string[] = [];
  const names = (nodes: NodeList) => [...nodes].map((node) => node.nodeName).join(' ');
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      changes.push(
        `${type} ${target.nodeName} ${attributeName} +${names(addedNodes)} -${names(removedNodes)}`,
      );
    }
  });
  addEventListener('DOMContentLoaded', () => {
    observer.observe(document, {
      childList: true,
      attributes: true,
      characterData: true,
      subtree: true,
    });
  });
  Object.assign(globalThis, { watchedChanges: changes });
}

/** All that the page's own scripts can see of itself. */
interface Seen {
  readonly changes: readonly string[];
  readonly html: string;
  readonly shadows: readonly string[];
  readonly globals: readonly string[];
}

function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => ({
    // Put there by `watchPage`.
    changes: [...(globalThis as unknown as { watchedChanges: string[] }).watchedChanges],
    html: document.documentElement.outerHTML,
    shadows: [...document.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [] : [element.shadowRoot.innerHTML],
    ),
    globals: Object.getOwnPropertyNames(globalThis).sort(),
  }));
}

/** A reader passes through: the pointer crosses the margin (on a slow day it would rest on a name), wheel and key. */
async function passThrough(page: Page): Promise<void> {
  await page.mouse.move(3, 20);
  await page.mouse.move(3, 300, { steps: 5 });
  await page.mouse.wheel(0, 200);
  await page.keyboard.press('Shift');
}

async function visit(context: BrowserContext, url: string, html: string): Promise<Page> {
  const address = new URL(url);
  address.hash = '';
  const page = await context.newPage();
  await page.route(`${address.origin}/**`, (route) =>
    route.request().url() === address.href
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** What both readers' pages saw, and whether anything was marked on ours. */
interface Compared {
  readonly file: string;
  readonly withUs: Seen;
  readonly without: Seen;
  readonly isMarked: boolean;
}

/** Pages are open side by side this many at a time: each waits most of its time. */
const AT_ONCE = 8;

async function compareOn(file: string, url: string): Promise<Compared> {
  const html = fs.readFileSync(path.join(PAGES, file), 'utf8');
  const pages = await Promise.all([visit(device.context, url, html), visit(bare, url, html)]);
  const [ours] = pages;
  await ours.waitForTimeout(SETTLE_MS);
  for (const page of pages) await passThrough(page);
  const isMarked = (await markedTexts(ours)).length > 0;
  const [withUs, without] = await Promise.all([seenIn(pages[0]), seenIn(pages[1])]);
  await Promise.all(pages.map((page) => page.close()));
  return { file, withUs, without, isMarked };
}

test('no page of the corpus sees a difference between a browser with the extension and one without', async () => {
  const files = Object.entries(EXPECTED);
  expect(files.length).toBeGreaterThanOrEqual(25);
  const marked: string[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE).map(([file, { url }]) => compareOn(file, url));
    for (const { file, withUs, without, isMarked } of await Promise.all(batch)) {
      expect.soft(without.html, file).toContain('<body');
      expect.soft(withUs, file).toEqual(without);
      if (isMarked) marked.push(file);
    }
  }
  // Else it was a comparison of nothing.
  expect(marked.length).toBeGreaterThanOrEqual(15);
  expect(marked.filter((file) => EXPECTED[file]?.isArticle !== true)).toEqual([]);
});

test('a page of React re-renders under the marks, and sees no difference', async () => {
  const script = await bundle('tests/e2e/react-article.tsx');
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Аким отчитался перед жителями города</title><meta property="og:type" content="article"><body><main></main><script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`;
  const url = 'https://react.example/news/1';
  const withUs = await visit(device.context, url, html);
  const without = await visit(bare, url, html);
  const faults: string[] = [];
  withUs.on('pageerror', (error) => faults.push(error.message));
  for (let turn = 0; turn < 4; turn++) {
    const count = await withUs.locator('article b').count();
    await expect.poll(() => markedTexts(withUs)).toEqual(Array<string>(count).fill(AKIM));
    for (const page of [withUs, without]) {
      await page.evaluate(() => (globalThis as unknown as { nextTurn(): void }).nextTurn());
    }
    await withUs.waitForTimeout(400);
  }
  expect(faults).toEqual([]);
  const [one, other] = [await seenIn(withUs), await seenIn(without)];
  expect(one.changes.length).toBeGreaterThan(10);
  expect(one).toEqual(other);
  await Promise.all([withUs.close(), without.close()]);
});
