import fs from 'node:fs';
import http from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { PORT } from '../../scripts/start-tracker.mjs';
import { Device } from './device';
import { card, markedTexts, restOn } from './reading';
import { AKIM, INTRODUCED, LONG, LONG_PROMISES, OTHER, sceneLedger } from './scene-ledger';
import { article, line } from './scene-pages';
import { freshFolder, TestTracker } from './tracker';

const NAME = AKIM;

const ledger = sceneLedger();
const tracker = new TestTracker(ledger);
const profile = freshFolder('e2e-page');
let device: Device;

test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
});
test.afterAll(async () => {
  await tracker.remove();
  await device.close();
  for (const folder of [profile, ledger]) fs.rmSync(folder, { recursive: true, force: true });
});

async function open(
  html: string,
  headers: Record<string, string> = {},
  reader = device,
): Promise<Page> {
  const page = await reader.context.newPage();
  await page.route('https://scene.example/**', (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers }),
  );
  await page.goto('https://scene.example/news/1');
  return page;
}

/** Calls the page's content script as the browser does for the shortcut. */
async function nextMark(page: Page): Promise<void> {
  const own = await device.own('options.html');
  await own.evaluate(async (url) => {
    // `chrome` of the extension's own page, as far as it is used here.
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: {
          query(what: object): Promise<readonly { readonly id: number }[]>;
          sendMessage(id: number, message: object, to: object): Promise<unknown>;
        };
      };
    };
    const [tab] = await chrome.tabs.query({ url });
    if (tab === undefined) throw new Error('no tab');
    await chrome.tabs.sendMessage(tab.id, { call: 'nextMark', request: {} }, { frameId: 0 });
  }, page.url());
  await own.close();
  await page.bringToFront();
}

/** Zooms a page as the browser's own menu does. */
async function zoom(page: Page, factor: number): Promise<void> {
  const own = await device.own('options.html');
  await own.evaluate(
    async ([url, to]) => {
      // `chrome` of the extension's own page, as far as it is used here.
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: {
            query(what: object): Promise<readonly { readonly id: number }[]>;
            setZoom(id: number, factor: number): Promise<void>;
          };
        };
      };
      const [tab] = await chrome.tabs.query({ url });
      if (tab === undefined) throw new Error('no tab');
      await chrome.tabs.setZoom(tab.id, to);
    },
    [page.url(), factor] as const,
  );
  await own.close();
  await page.bringToFront();
}

async function isInsideWindow(page: Page): Promise<boolean> {
  const box = await card(page).boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return false;
  const { x, y, width, height } = box;
  return x >= 0 && y >= 0 && x + width <= size.width + 1 && y + height <= size.height + 1;
}

test('keyboard: a step frames the mark, Enter opens the card, Esc gives the focus back', async () => {
  const page = await open(article(line(NAME) + line(OTHER)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await nextMark(page);
  const frame = page.getByRole('button', { name: new RegExp(NAME) });
  await expect(frame).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await nextMark(page);
  await expect(page.getByRole('button', { name: new RegExp(OTHER) })).toBeFocused();
  await page.close();
});

test('of hundreds of marks those near the window are drawn, wherever the reader goes', async () => {
  const gap = '<p style="height:9000px">Дорога к дачам ведёт через мост.</p>';
  const many = line(NAME).repeat(250) + `<div id="end">${line(OTHER)}</div>`;
  const page = await open(article(line(NAME) + gap + many));
  const jump = (to: string): Promise<void> =>
    page.evaluate(async (where) => {
      if (where === '') window.scrollTo(0, 0);
      else location.hash = where;
      for (let n = 0; n < 2; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, to);
  await expect.poll(() => markedTexts(page)).toEqual([NAME]);
  // The keyboard reaches what is not drawn yet.
  for (let n = 0; n < 2; n++) {
    await nextMark(page);
    await expect(page.getByRole('button', { name: new RegExp(NAME) })).toBeFocused();
  }
  const reached = await markedTexts(page);
  expect(reached.length).toBeGreaterThan(10);
  expect(reached.length).toBeLessThan(150);
  await jump('');
  expect(await markedTexts(page)).toEqual([NAME]);
  await jump('#end');
  expect(await markedTexts(page)).toContain(OTHER);
  await restOn(page, OTHER);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await jump('');
  expect(await markedTexts(page)).toEqual([NAME]);
  await page.keyboard.press('End');
  await expect.poll(() => markedTexts(page)).toContain(OTHER);
  await page.close();
});

test('a single-page site: nothing of the old article stands on the new one', async () => {
  const page = await open(article(line(NAME)));
  await expect.poll(() => markedTexts(page)).toEqual([NAME]);
  await page.evaluate((text) => {
    history.pushState({}, '', '/news/2');
    document.title = 'Жители спросили о дороге к дачам';
    const heading = document.querySelector('h1');
    if (heading !== null) heading.textContent = 'Жители спросили о дороге к дачам';
    const body = document.querySelector('.text');
    if (body !== null) body.innerHTML = text;
  }, line(OTHER).repeat(2));
  await expect.poll(() => markedTexts(page)).toEqual([OTHER, OTHER]);
  await page.close();
});

test('text that comes late is read when it has come', async () => {
  const page = await open(
    '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Загрузка</title><body><main></main></body></html>',
  );
  await page.waitForTimeout(1_000);
  expect(await markedTexts(page)).toEqual([]);
  await page.evaluate((text) => {
    const main = document.querySelector('main');
    if (main !== null) main.innerHTML = `<article><h1>Аким отчитался</h1>${text}</article>`;
  }, line(NAME).repeat(3));
  await expect.poll(() => markedTexts(page)).toEqual([NAME, NAME, NAME]);
  await page.close();
});

test('an endless feed is marked as it grows', async () => {
  const page = await open(article(line(NAME).repeat(2)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await page.evaluate(async (text) => {
    for (let i = 0; i < 20; i++) {
      document.querySelector('.text')?.insertAdjacentHTML('beforeend', text);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, line(OTHER));
  await expect.poll(() => markedTexts(page)).toHaveLength(22);
  await page.close();
});

test('what a person writes is not touched', async () => {
  const editor = `<div id="editor" contenteditable="true" role="textbox">${line(OTHER)}</div>`;
  const page = await open(article(line(NAME).repeat(2) + editor));
  await expect.poll(() => markedTexts(page)).toEqual([NAME, NAME]);
  await page.locator('#editor').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` Пишет ${INTRODUCED[OTHER]}`);
  await page.waitForTimeout(1_500);
  expect(await markedTexts(page)).toEqual([NAME, NAME]);
  await expect(page.locator('#editor')).toContainText(`Пишет ${INTRODUCED[OTHER]}`);
  await restOn(page, NAME);
  await expect(card(page)).toBeVisible();
  await page.close();
});

test('a mail page with a letter being written is left alone, and so is a page that is all editor', async () => {
  const letters = line(NAME).repeat(3);
  const mail = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Почта</title><body><div role="main"><div role="list">${'<div role="listitem"><a href="/m">Отчёт акима перед жителями</a></div>'.repeat(20)}</div><div role="dialog"><div id="editor" contenteditable="true" role="textbox" aria-multiline="true">${letters}</div></div></div></body></html>`;
  const document = article(letters).replace('<body>', '<body contenteditable="true" id="editor">');
  for (const html of [mail, document]) {
    const page = await open(html);
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Пишу о нём');
    const before = await page.content();
    // The late looks at a page that was no article at first.
    await page.waitForTimeout(6_000);
    expect(await markedTexts(page)).toEqual([]);
    expect(await page.content()).toBe(before);
    expect(before).toContain('Пишу о нём');
    await page.close();
  }
});

test('a strict policy with Trusted Types neither stops the card nor is broken by it', async () => {
  const page = await open(article(line(NAME).repeat(2)), {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  });
  const breaches: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') breaches.push(message.text());
  });
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await restOn(page, NAME);
  await expect(card(page)).toBeVisible();
  const drawn = await card(page).evaluate((dialog) => {
    const { position, borderRadius } = getComputedStyle(dialog);
    return { position, borderRadius };
  });
  expect(drawn).toEqual({ position: 'fixed', borderRadius: '12px' });
  await page.keyboard.press('Escape');
  await nextMark(page);
  const frame = page.getByRole('button', { name: new RegExp(NAME) });
  expect(await frame.evaluate((button) => getComputedStyle(button).position)).toBe('absolute');
  expect(breaches).toEqual([]);
  await page.close();
});

const WINDOWS = [
  ['in a narrow window', { width: 320, height: 640 }],
  ['in a low window', { width: 900, height: 240 }],
] as const;

for (const [name, size] of WINDOWS) {
  test(`${name} the card stands inside the window and not on the words`, async () => {
    const page = await open(article(line(NAME).repeat(6)));
    await page.setViewportSize(size);
    await expect.poll(() => markedTexts(page)).toHaveLength(6);
    await restOn(page, NAME);
    await expect(card(page)).toBeVisible();
    expect(await isInsideWindow(page)).toBe(true);
    await page.screenshot({ path: `.tmp/card-${size.width}.png` });
    await page.close();
  });
}

test('at 200 % zoom the card stands inside the window and follows a change of zoom', async () => {
  const page = await open(article(line(NAME).repeat(6)));
  await expect.poll(() => markedTexts(page)).toHaveLength(6);
  await zoom(page, 2);
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
  await restOn(page, NAME);
  await expect(card(page)).toBeVisible();
  const inside = await card(page).evaluate((dialog) => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
  expect(inside).toBe(true);
  // What was promised comes into sight by the wheel.
  const promise = card(page).locator('.promise-text').first();
  await card(page).hover();
  await page.mouse.wheel(0, 120);
  await expect(promise).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: '.tmp/card-zoom.png' });
  // What it stood beside is elsewhere now.
  await zoom(page, 1);
  await expect(card(page)).toHaveCount(0);
  await page.close();
});

test('on a dark site the marks are seen and the text keeps its colour', async () => {
  const style = '<style>body { background: #111; color: #ddd; }</style>';
  const page = await open(article(line(NAME).repeat(2), style));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  const look = await page.evaluate(() => {
    const text = document.querySelector('p');
    if (text === null) throw new Error('no text');
    const { color, textDecorationLine } = getComputedStyle(text, '::highlight(sure)');
    return { color, line: textDecorationLine };
  });
  expect(look).toEqual({ color: 'rgb(221, 221, 221)', line: 'underline' });
  await page.screenshot({ path: '.tmp/dark-site.png' });
  await page.close();
});

test('a pause takes the marks from all pages, and going on brings them back', async () => {
  const page = await open(article(line(NAME).repeat(2)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  const popup = await device.popupOf(page);
  await expect(popup.getByText('Подчёркнутые имена на странице')).toBeVisible();
  await popup.getByRole('button', { name: 'Понятно' }).click();
  await expect(popup.getByText('Подчёркнутые имена на странице')).toHaveCount(0);
  await popup.getByRole('button', { name: 'Приостановить везде' }).click();
  await expect.poll(() => markedTexts(page)).toEqual([]);
  await expect(popup.locator('main')).toContainText('Отметки приостановлены');
  const later = await open(article(line(NAME).repeat(2)));
  await later.waitForTimeout(1_000);
  expect(await markedTexts(later)).toEqual([]);
  await popup.getByRole('button', { name: 'Продолжить' }).click();
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await expect.poll(() => markedTexts(later)).toHaveLength(2);
  await Promise.all([popup.close(), later.close(), page.close()]);
});

test('with the Shift key chosen, a rest alone opens nothing', async () => {
  const options = await device.own('options.html');
  await options.getByRole('radio', { name: /Shift/ }).check();
  const page = await open(article(line(NAME).repeat(2)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await restOn(page, NAME);
  await page.waitForTimeout(1_000);
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Shift');
  await expect(card(page)).toBeVisible();
  await options.getByRole('radio', { name: /0,3 с/ }).check();
  await options.close();
  await page.close();
});

test('“not him” on a site is kept, shown in the options, and taken back there', async () => {
  const page = await open(article(line(NAME) + line(OTHER)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await restOn(page, NAME);
  await card(page).getByRole('button', { name: 'Не он?' }).click();
  await card(page).getByRole('button', { name: 'На этом сайте' }).click();
  await expect.poll(() => markedTexts(page)).toEqual([OTHER]);
  const options = await device.own('options.html');
  const row = options.getByRole('listitem').filter({ hasText: 'scene.example' });
  await expect(row).toContainText('Бекетов');
  await page.reload();
  await expect.poll(() => markedTexts(page)).toEqual([OTHER]);
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await options.close();
  await page.close();
});

test('an office with forty promises: the card holds some, counts all, and leads to the book', async () => {
  const page = await open(article(line(LONG).repeat(2)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await restOn(page, LONG);
  const counted = card(page).locator('section .total');
  await expect(counted.first()).toBeVisible();
  const sums = (await counted.allTextContents()).map(Number);
  expect(sums.reduce((all, one) => all + one, 0)).toBe(LONG_PROMISES);
  const own = card(page).locator('section[data-kind="own"]');
  await own.getByRole('button', { name: /показать ещё/ }).click();
  await expect(own.locator('.promise')).toHaveCount(20);
  await expect(own.getByRole('button', { name: /в книге/ })).toBeVisible();
  await page.close();
});

/** Out of it the browser leaves an unpacked extension switched off that was reloaded. */
async function inDeveloperMode(): Promise<void> {
  const extensions = await device.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`,
  );
  await extensions.close();
}

test('when the extension is reloaded under the page, its marks go, and the popup has the page read anew', async () => {
  const page = await open(article(line(NAME).repeat(2)));
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await inDeveloperMode();
  const own = await device.own('options.html');
  // The asking page goes with the extension: its answer never comes.
  const gone = own.waitForEvent('close');
  own
    .evaluate(() =>
      (
        globalThis as unknown as { chrome: { runtime: { reload(): void } } }
      ).chrome.runtime.reload(),
    )
    .catch(() => undefined);
  await gone;
  await expect.poll(() => markedTexts(page)).toEqual([]);
  await expect(page.locator('p')).toHaveCount(2);
  // The new one does not answer at once.
  await expect(async () => {
    const popup = await device.popupOf(page);
    await expect(popup.locator('main')).toContainText('Бекетов');
  }).toPass({ timeout: 20_000 });
  await expect.poll(() => markedTexts(page)).toEqual([NAME, NAME]);
  await page.bringToFront();
  await restOn(page, NAME);
  await expect(card(page)).toBeVisible();
  expect(faults).toEqual([]);
  await page.close();
});

test('touch: a tap on a name opens the card, a tap beside closes it', async () => {
  await device.close();
  device = await Device.open(profile, { phone: true });
  const page = await open(article(line(NAME).repeat(3)));
  await expect.poll(() => markedTexts(page)).toHaveLength(3);
  const place = await page.evaluate(() => {
    const [range] = CSS.highlights.get('sure') ?? [];
    if (range === undefined) throw new Error('no mark');
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const box = live.getClientRects()[0];
    if (box === undefined) throw new Error('no box');
    return { x: box.left + 8, y: box.top + box.height / 2 };
  });
  await page.touchscreen.tap(place.x, place.y);
  await expect(card(page)).toBeVisible();
  expect(await isInsideWindow(page)).toBe(true);
  await page.touchscreen.tap(4, 4);
  await expect(card(page)).toHaveCount(0);
  await page.close();
});

/** A tracker that is out of order, and notes what it was asked. */
async function brokenTracker(): Promise<{ readonly asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(PORT, '127.0.0.1', resolve));
  return {
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

test('before there is any ledger an article asks for none, and is marked when one has come', async () => {
  await tracker.stop();
  const broken = await brokenTracker();
  const fresh = freshFolder('e2e-page-new');
  const newcomer = await Device.open(fresh);
  await expect.poll(() => broken.asked.length).toBeGreaterThan(0);
  await (await newcomer.own('options.html')).waitForTimeout(2_000);
  const before = broken.asked.length;
  const page = await open(article(line(NAME).repeat(2)), {}, newcomer);
  await page.waitForTimeout(3_000);
  expect(broken.asked).toHaveLength(before);
  expect(await markedTexts(page)).toEqual([]);
  const popup = await newcomer.popupOf(page);
  await expect(popup.locator('main')).toContainText('ещё не загружена');
  await broken.close();
  await tracker.start();
  await (await newcomer.synced()).close();
  await expect.poll(() => markedTexts(page)).toEqual([NAME, NAME]);
  await expect(popup.locator('main')).toContainText('Бекетов');
  await newcomer.close();
  fs.rmSync(fresh, { recursive: true, force: true });
});
