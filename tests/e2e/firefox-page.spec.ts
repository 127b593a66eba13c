import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Firefox, Place } from './firefox';
import { ADDON, BIN, CARD_TEXT, HOSTS, MARK_BOX, MARKED, OWN, openReader } from './firefox-reader';
import { NewsSite } from './news-site';
import { AKIM, OTHER, sceneLedger } from './scene-ledger';
import { article, line } from './scene-pages';
import { freshFolder, TestTracker } from './tracker';

const FRAME_HAS_FOCUS = `
  return [...document.documentElement.children].some((host) =>
    host.shadowRoot?.activeElement?.matches('button') && host.shadowRoot.activeElement.getAttribute('aria-label')?.includes(arguments[0]));`;
const NEXT_MARK = `
  return chrome.tabs.query({}).then((tabs) => {
    const tab = tabs.find(({ url }) => url === arguments[0]);
    return chrome.tabs.sendMessage(tab.id, { call: 'nextMark', request: {} }, { frameId: 0 });
  });`;
const SHOW_BODY = `document.querySelector(arguments[0]).innerHTML = arguments[1];`;
const RELOAD = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  return AddonManager.getAddonByID(arguments[0]).then((addon) => addon.reload());`;

const ledger = sceneLedger();
const tracker = new TestTracker(ledger);
const site = new NewsSite();
const profile = freshFolder('e2e-firefox-page');
let firefox: Firefox;

test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
test.beforeAll(async () => {
  await Promise.all([tracker.start(), site.start()]);
  firefox = await openReader(profile);
});
test.afterAll(async () => {
  await firefox.close();
  await Promise.all([tracker.remove(), site.stop()]);
  for (const folder of [profile, ledger]) fs.rmSync(folder, { recursive: true, force: true });
});

async function open(html: string, policy?: string): Promise<string> {
  site.serve('scene', html, policy);
  const url = site.url('scene');
  await firefox.goto(url);
  return url;
}

/** Waits until exactly these are marked. */
async function marked(names: readonly string[]): Promise<void> {
  await expect.poll(() => firefox.run(MARKED)).toBe(names.join(', '));
}

async function place(name: string): Promise<Place> {
  return (await firefox.until(MARK_BOX, [name])) as Place;
}

/** Rests the pointer on a name until its card stands, then puts the card away. */
async function cardOn(name: string): Promise<void> {
  const { x, y } = await place(name);
  await firefox.pointAt(x, y);
  await firefox.until(CARD_TEXT, [name.split(' ')[1]]);
  await firefox.keys(['Escape']);
  await expect.poll(() => firefox.run(HOSTS)).toBe(0);
}

test('Firefox: a rest opens the card, Esc closes it and leaves nothing in the page', async () => {
  await open(article(line(AKIM) + line(OTHER)));
  await marked([AKIM, OTHER]);
  expect(await firefox.run(HOSTS)).toBe(0);
  await cardOn(OTHER);
});

test('Firefox: a tap opens the card, a tap beside closes it', async () => {
  await open(article(line(AKIM).repeat(3)));
  await marked([AKIM, AKIM, AKIM]);
  await firefox.press(await place(AKIM), 'touch');
  await firefox.until(CARD_TEXT, ['Бекетов']);
  await firefox.press({ x: 4, y: 4 }, 'touch');
  await expect.poll(() => firefox.run(HOSTS)).toBe(0);
});

test('Firefox: by keyboard to the mark, Enter opens the card', async () => {
  const url = await open(article(line(AKIM) + line(OTHER)));
  await marked([AKIM, OTHER]);
  const back = await firefox.newWindow();
  await firefox.goto(`${OWN}/options.html`);
  await firefox.run(NEXT_MARK, [url]);
  await back();
  await firefox.until(FRAME_HAS_FOCUS, [AKIM]);
  await firefox.keys(['Enter']);
  await firefox.until(CARD_TEXT, ['Бекетов']);
  await firefox.keys(['Escape']);
  expect(await firefox.run(CARD_TEXT, ['Бекетов'])).toBe('');
});

test('Firefox: a single-page site: nothing of the old article stands on the new one', async () => {
  await open(article(line(AKIM)));
  await marked([AKIM]);
  await firefox.run(
    `history.pushState({}, '', '/another');
    document.title = document.querySelector('h1').textContent = 'Жители спросили о дороге к дачам';
    ${SHOW_BODY}`,
    ['.text', line(OTHER).repeat(2)],
  );
  await marked([OTHER, OTHER]);
});

test('Firefox: text that comes late is read when it has come', async () => {
  await open('<!doctype html><html lang="ru"><meta charset="utf-8"><title>Загрузка</title><main>');
  await firefox.run(SHOW_BODY, [
    'main',
    `<article><h1>Отчёт</h1>${line(AKIM).repeat(3)}</article>`,
  ]);
  await marked([AKIM, AKIM, AKIM]);
  await firefox.run(
    `document.querySelector('article').insertAdjacentHTML('beforeend', arguments[0]);`,
    [line(OTHER)],
  );
  await marked([AKIM, AKIM, AKIM, OTHER]);
});

test('Firefox: under a strict policy the card stands, and drawn as elsewhere', async () => {
  await open(
    article(line(AKIM).repeat(2)),
    "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  await marked([AKIM, AKIM]);
  const { x, y } = await place(AKIM);
  await firefox.pointAt(x, y);
  await firefox.until(CARD_TEXT, ['Бекетов']);
  const drawn = `
    const card = [...document.documentElement.children].at(-1).shadowRoot.querySelector('[role="dialog"]');
    return [getComputedStyle(card).position, getComputedStyle(card).borderRadius].join(' ');`;
  expect(await firefox.run(drawn)).toBe('fixed 12px');
});

test('Firefox: what a person writes is not touched', async () => {
  const editor = `<div id="editor" contenteditable="true" role="textbox">${line(OTHER)}</div>`;
  await open(article(line(AKIM).repeat(2) + editor));
  await marked([AKIM, AKIM]);
  await firefox.run(`document.getElementById('editor').focus();`);
  await firefox.keys(['п', 'и', 'ш', 'у']);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await firefox.run(MARKED)).toBe([AKIM, AKIM].join(', '));
  expect(await firefox.run(`return document.getElementById('editor').innerHTML;`)).toContain(
    'пишу',
  );
});

test('Firefox: when the extension is reloaded under the page, the new one reads on alone', async () => {
  await open(article(line(AKIM).repeat(2)));
  await marked([AKIM, AKIM]);
  await firefox.run(`window.before = CSS.highlights.get('sure');`);
  await firefox.chrome(RELOAD, [ADDON]);
  // What the old one has drawn stands until then.
  await firefox.until(`return (CSS.highlights.get('sure') ?? window.before) !== window.before;`);
  await marked([AKIM, AKIM]);
  await cardOn(AKIM);
});
