import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { queuedClip } from '../screens/clips';
import type { Firefox, Place } from './firefox';
import {
  answer,
  BIN,
  CARD_TEXT,
  CONTROL,
  endBackground,
  HAS_TEXT,
  MARK_BOX,
  MARKED,
  OWN,
  openProfile,
  openReader,
  popupAddress,
  pressOn,
  SETTING,
} from './firefox-reader';
import { demoArticle, NewsSite } from './news-site';
import { article } from './scene-pages';
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

const HEARD = 'Открыть поликлинику в микрорайоне Самал';
const MEDIUM = `gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];`;
/** From now on what a page prints goes into a file, and nobody is asked. */
const PRINT_TO = `
  Services.prefs.setBoolPref('print.always_print_silent', true);
  Services.prefs.setStringPref('print_printer', 'Mozilla Save to PDF');
  Services.prefs.setBoolPref('print.printer_Mozilla_Save_to_PDF.print_to_file', true);
  Services.prefs.setStringPref('print.printer_Mozilla_Save_to_PDF.print_to_filename', arguments[0]);`;

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

/** Opens a menu of a page by the keyboard. */
async function openMenu(words: string): Promise<void> {
  await firefox.until(
    `const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes(arguments[0]));
    button?.focus();
    return document.activeElement === button;`,
    [words],
  );
  await firefox.keys(['Enter']);
  await firefox.until(IS_SHOWN, ['[role="menuitem"]:focus']);
}

/** The one file of a kind that was saved, once all of it is there. */
async function downloaded(end: string): Promise<Buffer> {
  const saved = () => fs.readdirSync(downloads).filter((name) => name.endsWith(end));
  const isWhole = (name: string) =>
    fs.statSync(path.join(downloads, name)).size > 0 &&
    !fs.existsSync(path.join(downloads, `${name}.part`));
  await expect.poll(() => saved().filter(isWhole)).toHaveLength(1);
  return fs.readFileSync(path.join(downloads, saved()[0] ?? ''));
}

test.describe.configure({ mode: 'serial' });
test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
test.beforeAll(async () => {
  await Promise.all([tracker.start(), site.start()]);
  firefox = await openReader(profile);
  await firefox.chrome(
    `Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', arguments[0]);
    // The panel of a file that was saved would take the next keys.
    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);`,
    [downloads],
  );
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

test('Firefox: the same words of 2018 and of 2020 lead to two people, and the card says by which date', async () => {
  // Of one of them no promise is recorded.
  await openOwn('options.html', 'Настройки');
  await firefox.run(SETTING, ['markAll', true]);
  const html = article(
    '<p>Аким города Астаны рассказал, что дорогу к дачам починят до осени, а воду подведут к каждому дому в течение года.</p>',
  );
  for (const [year, holder] of [
    ['2018', 'Исекешев'],
    ['2020', 'Кульгинов'],
  ] as const) {
    site.serve('time.html', html.replace('2020-02-07', `${year}-02-07`));
    await firefox.goto(site.url('time.html'));
    const { x, y } = (await firefox.until(MARK_BOX, ['ким города Астаны'])) as Place;
    await firefox.pointAt(x, y);
    expect(await firefox.until(CARD_TEXT, [holder])).toContain(`7 февраля ${year}`);
    await shot(`time-${year}`);
  }
  await openOwn('options.html', 'Настройки');
  await firefox.run(SETTING, ['markAll', false]);
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
  await openOwn(`ledger.html#/post/${OFFICE}`, '4 из 13 обещаний пережили');
  expect(
    await firefox.run(`return document.querySelectorAll('.office-picture .line').length;`),
  ).toBe(12);
  await shot('office');
  await openMenu('Выгрузить');
  await firefox.keys(['Enter']);
  const table = String(await downloaded('.csv'));
  expect(table.trim().split('\r\n')).toHaveLength(14);
  await openOwn(`ledger.html#/sheet/${OFFICE}`, 'Досталось от прежних · 4');
  await openOwn('ledger.html#/ask/kz-p46', 'Готовый текст');
  await firefox.until(VALUE_HAS, ['Что по нему сделано']);
});

test('Firefox: a picture of an office for sharing is saved', async () => {
  await openOwn(`ledger.html#/post/${OFFICE}`, '4 из 13 обещаний пережили');
  await openMenu('Поделиться');
  await firefox.keys(['Down']);
  await firefox.until(`return document.activeElement?.textContent === arguments[0];`, [
    'Сохранить картинку',
  ]);
  await firefox.keys(['Enter']);
  const png = await downloaded('.png');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('Firefox: the handover sheet is printed, without what is no part of it', async () => {
  await openOwn(`ledger.html#/sheet/${OFFICE}`, 'Досталось от прежних · 4');
  const paper = path.join(downloads, 'sheet.pdf');
  await firefox.chrome(PRINT_TO, [paper]);
  await pressOn(firefox, 'Напечатать');
  await expect
    .poll(() => (fs.existsSync(paper) ? fs.readFileSync(paper).subarray(-6) : null))
    .toEqual(Buffer.from('%%EOF\n'));
  await firefox.chrome(MEDIUM, ['print']);
  expect(await firefox.run(HAS_TEXT, ['Досталось от прежних · 4'])).toBe(true);
  expect(await firefox.run(HAS_TEXT, ['Напечатать'])).toBe(false);
  await shot('sheet-on-paper');
  await firefox.chrome(MEDIUM, ['']);
  expect(await firefox.run(HAS_TEXT, ['Напечатать'])).toBe(true);
});

test('Firefox: a promise heard at a meeting, without a page, is put down, sent, and taken back', async () => {
  await openOwn('ledger.html#/clips', 'Записать услышанное');
  await pressOn(firefox, 'Записать услышанное');
  await firefox.until(HAS_TEXT, ['Что обещано, своими словами']);
  await pressOn(firefox, 'Что обещано, своими словами');
  await firefox.keys(HEARD.split(''));
  await pressOn(firefox, 'Кто пообещал');
  await firefox.keys('Исабаев'.split(''));
  await firefox.until(CONTROL, ['Исабаев']);
  await pressOn(firefox, 'Исабаев');
  await pressOn(firefox, 'Согласиться и отправить');
  await firefox.until(HAS_TEXT, ['Добавьте источник или отметьте, что слышали сами.']);
  await pressOn(firefox, 'Слышал сам');
  await pressOn(firefox, 'Согласиться и отправить');
  await answer(firefox, 'allow');
  await firefox.until(HAS_TEXT, ['отправлено, ждёт проверки']);
  const texts = async () => (await tracker.queue()).map(({ body }) => body.text.ru);
  expect(await texts()).toEqual([HEARD]);
  await openOwn('ledger.html#/clips', HEARD);
  await pressOn(firefox, 'Отозвать');
  await firefox.until(HAS_TEXT, ['отозвано']);
  expect(await texts()).toEqual([]);
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
