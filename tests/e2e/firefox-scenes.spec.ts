import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { queuedClip } from '../screens/clips';
import type { Firefox, Place } from './firefox';
import {
  BIN,
  CARD_TEXT,
  endBackground,
  HAS_TEXT,
  MARK_BOX,
  MARKED,
  OWN,
  openProfile,
  openReader,
  popupAddress,
  pressOn,
} from './firefox-reader';
import { demoArticle, NewsSite } from './news-site';
import { freshFolder, TestTracker } from './tracker';

/** The scenes that are no clip's: those are in `firefox.spec.ts`. The event page ends before each of them. */

const READ = '2020-taldykorgan.html';
const UNDATED = 'undated.html';
const BRIDGE_PAGE = '2020-uralsk.html';
const BRIDGE = 'Построим новый мост в районе Нефтебазы, пообещал аким.';
const OFFICE = 'akim-710000000';
const CLIP_ID = '01936b1e-7c00-7abc-8def-0000000000f1';
const FOCUS = `document.querySelector(arguments[0]).focus();`;
const IS_SHOWN = `return document.querySelector(arguments[0]) !== null;`;
const VALUE_HAS = `return document.querySelector('textarea')?.value.includes(arguments[0]) ?? false;`;
const SYNC = `return chrome.runtime.sendMessage({ call: 'syncNow', request: {} });`;

const tracker = new TestTracker();
const site = new NewsSite();
const profile = freshFolder('e2e-firefox-scenes');
const downloads = freshFolder('e2e-firefox-downloads');
let firefox: Firefox;

const shot = (name: string) => firefox.screenshot(test.info().outputPath(`${name}.png`));

/** Opens an own page and waits for its words. */
async function openOwn(address: string, words: string): Promise<void> {
  await firefox.goto('about:blank');
  await firefox.goto(`${OWN}/${address}`);
  await firefox.until(HAS_TEXT, [words]);
}

/** Opens the popup of an article in a window of its own; the answer leads back. */
async function openPopup(article: string, words: string): Promise<() => Promise<void>> {
  await firefox.goto(site.url(article));
  await firefox.until(`return CSS.highlights.size > 0;`);
  const popup = await popupAddress(firefox);
  const close = await firefox.newWindow();
  await firefox.goto(popup);
  await firefox.until(HAS_TEXT, [words]);
  return close;
}

test.describe.configure({ mode: 'serial' });
test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
test.beforeAll(async () => {
  await Promise.all([tracker.start(), site.start()]);
  firefox = await openReader(profile);
});
test.beforeEach(async () => {
  await endBackground(firefox);
});
test.afterAll(async () => {
  await firefox.close();
  await Promise.all([tracker.remove(), site.stop()]);
  for (const folder of [profile, downloads]) fs.rmSync(folder, { recursive: true, force: true });
});

test('Firefox: without a date names are marked, offices alone and a press secretary are not', async () => {
  await firefox.goto(site.url(UNDATED));
  const { x, y } = (await firefox.until(MARK_BOX, ['Галымжана АБДРАИМОВА'])) as Place;
  const marked = String(await firefox.run(MARKED));
  expect(marked).toContain('БАТАЛОВ');
  expect(marked).not.toMatch(/ЖУКЕЛ|КИБРАЕВ|КУНБОЛАТОВ|аким Талдыкоргана/);
  await firefox.pointAt(x, y);
  const text = await firefox.until(CARD_TEXT, ['Абдраимов']);
  expect(text).toContain('Дата статьи не известна');
  expect(text).not.toContain('предшественник');
});

test('Firefox: the popup lists who is on the page; somebody is looked up by keyboard', async () => {
  const close = await openPopup(READ, 'Найдены, но обещаний не записано');
  const listed = await firefox.run(`return document.body.innerText;`);
  expect(listed).toMatch(/На этой странице\s*2/);
  expect(listed).toMatch(/Найдены, но обещаний не записано[^]*Омаров/);
  await firefox.run(FOCUS, ['[type="search"]']);
  await firefox.keys('талгара'.split(''));
  await firefox.until(IS_SHOWN, ['[role="search"] a, search a']);
  await shot('look-up');
  await firefox.keys(['Enter']);
  const back = await firefox.enter('/ledger.html');
  expect(await firefox.until(`return document.querySelector('h1')?.textContent;`)).toMatch(
    /талгар/i,
  );
  await back();
  await close();
});

test('Firefox: a sentence that reads as a promise is told to be the second, offline', async () => {
  const html = demoArticle(BRIDGE_PAGE);
  site.serve(BRIDGE_PAGE, html.replace('Отметки о выполнении', `${BRIDGE} Отметки о выполнении`));
  const close = await openPopup(BRIDGE_PAGE, 'Найти обещания в тексте');
  await firefox.setOffline(true);
  await pressOn(firefox, 'Найти обещания в тексте');
  await firefox.until(HAS_TEXT, ['обещано во второй раз']);
  expect(await firefox.run(HAS_TEXT, [BRIDGE])).toBe(true);
  await shot('radar');
  await firefox.setOffline(false);
  await close();
});

test('Firefox: an office: its picture, its sheet, a question, and its table as a file', async () => {
  await firefox.chrome(
    `Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', arguments[0]);`,
    [downloads],
  );
  await openOwn(`ledger.html#/post/${OFFICE}`, '4 из 13 обещаний пережили');
  expect(
    await firefox.run(`return document.querySelectorAll('.office-picture .line').length;`),
  ).toBe(12);
  await shot('office');
  await firefox.until(
    `const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes(arguments[0]));
    button?.focus();
    return document.activeElement === button;`,
    ['Выгрузить'],
  );
  await firefox.keys(['Enter']);
  await firefox.until(IS_SHOWN, ['[role="menuitem"]:focus']);
  await firefox.keys(['Enter']);
  const saved = () => fs.readdirSync(downloads).filter((name) => name.endsWith('.csv'));
  await expect.poll(saved).toHaveLength(1);
  const table = () => fs.readFileSync(path.join(downloads, saved()[0] ?? ''), 'utf8');
  await expect.poll(() => table().trim().split('\r\n')).toHaveLength(14);
  await openOwn(`ledger.html#/sheet/${OFFICE}`, 'Досталось от прежних · 4');
  await openOwn('ledger.html#/ask/kz-p46', 'Готовый текст');
  await firefox.until(VALUE_HAS, ['Что по нему сделано']);
});

test('Firefox: an editor accepts a clip, and the reader has the promise', async () => {
  await tracker.send(CLIP_ID, queuedClip('Построить трамвайное депо'));
  await openOwn('options.html', 'Ключ редактора');
  await firefox.run(FOCUS, ['#review input']);
  await firefox.keys([...tracker.editorToken().split(''), 'Enter']);
  await firefox.until(HAS_TEXT, ['К проверке']);
  await openOwn(`ledger.html#/decide/${CLIP_ID}`, 'Построить трамвайное депо');
  await pressOn(firefox, 'В словах и в цитате нет имён');
  await pressOn(firefox, 'Принять');
  await firefox.until(HAS_TEXT, ['Принято.']);
  expect(await tracker.queue()).toEqual([]);
  await expect(async () => {
    await firefox.run(SYNC);
    await firefox.goto('about:blank');
    await firefox.goto(`${OWN}/ledger.html#/promise/${CLIP_ID}`);
    await firefox.until(HAS_TEXT, ['Построить трамвайное депо'], 2_000);
  }).toPass();
});

test('Firefox: after a restart without a network articles are read and officials looked up', async () => {
  await firefox.close();
  await tracker.stop();
  firefox = await openProfile(profile);
  await firefox.goto(site.url(READ));
  const { x, y } = (await firefox.until(MARK_BOX, ['Галымжана АБДРАИМОВА'])) as Place;
  await firefox.pointAt(x, y);
  await firefox.until(CARD_TEXT, ['дороги в Талдыкоргане']);
  await openOwn('popup.html', 'Книга');
  await firefox.run(FOCUS, ['[type="search"]']);
  await firefox.keys('омаров'.split(''));
  await firefox.until(HAS_TEXT, ['Жолан']);
});
