import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Firefox, Place } from './firefox';
import {
  answer,
  BIN,
  CARD_TEXT,
  CONTROL,
  HAS_TEXT,
  MARK_BOX,
  OWN,
  openReader,
  popupAddress,
  pressOn,
} from './firefox-reader';
import { demoArticle, NewsSite } from './news-site';
import { freshFolder, TestTracker } from './tracker';

const READ = '2020-taldykorgan.html';
const CLIPPED = '2025-zhetisu.html';
const QUOTE = 'сдать для них дома область собирается до конца 2025 года';
const EDITED = 'сдать для них дома область собирается до конца 2027 года';
const MATTER = 'Сдать дома в Текели';

/** Ends of some words on the page, in the window; with a second argument they are selected too. */
const WORDS = `
  const [wanted, selects] = arguments;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue.indexOf(wanted);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    document.getSelection().removeAllRanges();
    if (selects) document.getSelection().addRange(range);
    const boxes = range.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
      boxes: [...boxes].map(({ top, bottom }) => ({ top, bottom })),
    };
  }
  return null;`;
/** The middle of our button beside the selection; null while there is none. */
const CLIP_BUTTON = `
  for (const host of document.documentElement.children) {
    const box = host.shadowRoot?.querySelector('button')?.getBoundingClientRect();
    if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2,
      left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  }
  return null;`;
/** What we say on the page. */
const SAID = `
  for (const host of document.documentElement.children) {
    const line = host.shadowRoot?.querySelector('[role="alert"]');
    if (line) return line.textContent;
  }
  return '';`;
const BUTTON_HAS_FOCUS = `
  return [...document.documentElement.children].some((host) => host.shadowRoot?.activeElement?.matches('button'));`;
const FLUSH = `return chrome.runtime.sendMessage({ call: 'flushClips', request: {} });`;
/** How many clips the extension keeps, read from its own page. */
const CLIPS_KEPT = `
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('uade');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('clips').objectStore('clips').count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    };
  });`;
/** What was noted last of the sources of all clips. */
const LAST_CHECKS = `
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('uade');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('clips').objectStore('clips').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.map(({ checks }) => checks?.at(-1)?.state));
      };
    };
  });`;
/** A small phone's. */
const NARROW_PX = 360;

interface Side {
  readonly top: number;
  readonly bottom: number;
}
interface Box extends Side {
  readonly left: number;
  readonly right: number;
}

const tracker = new TestTracker();
const site = new NewsSite();
const profile = freshFolder('e2e-firefox');
let firefox: Firefox;

const shot = (name: string) => firefox.screenshot(test.info().outputPath(`${name}.png`));

const press = (words: string, type: 'mouse' | 'touch' = 'mouse') => pressOn(firefox, words, type);

/** Goes on with the keyboard until a button with some words has the focus. */
async function tabTo(words: string): Promise<void> {
  const here = `return document.activeElement?.textContent.includes(arguments[0]) && document.activeElement.matches('button');`;
  for (let steps = 0; steps < 40; steps += 1) {
    if (await firefox.run(here, [words])) return;
    await firefox.keys(['Tab']);
  }
  throw new Error(`the keyboard does not reach «${words}»`);
}

/** Opens the article and waits until it is read. */
async function openArticle(): Promise<void> {
  await firefox.goto(site.url(CLIPPED));
  await firefox.until(MARK_BOX, ['Бейбит Исабаев']);
}

test.describe.configure({ mode: 'serial' });
test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
test.beforeAll(async () => {
  await Promise.all([tracker.start(), site.start()]);
  firefox = await openReader(profile);
});
test.afterAll(async () => {
  await firefox.close();
  await Promise.all([tracker.remove(), site.stop()]);
  fs.rmSync(profile, { recursive: true, force: true });
});

test('Firefox: the names are marked and the card shows what was inherited', async () => {
  await firefox.goto(site.url(READ));
  const { x, y } = (await firefox.until(MARK_BOX, ['Галымжана АБДРАИМОВА'])) as Place;
  await firefox.pointAt(x, y);
  const text = await firefox.until(CARD_TEXT, ['дороги в Талдыкоргане']);
  expect(text).toContain('Абдраимов');
  expect(text).toContain('от предшественника, которого источник не называет');
  expect(await firefox.run(MARK_BOX, ['Жолана ОМАРОВА'])).toBeNull();
});

test('Firefox: by mouse to the form; declined, nothing is sent; agreed, it is sent', async () => {
  await openArticle();
  const { from, to } = (await firefox.run(WORDS, [QUOTE, false])) as { from: Place; to: Place };
  await firefox.drag(from, to);
  await firefox.press((await firefox.until(CLIP_BUTTON)) as Place);
  const back = await firefox.enter('/clip.html');
  await firefox.until(HAS_TEXT, ['Исабаев']);
  expect(await firefox.run(`return document.querySelectorAll('textarea')[1].value;`)).toBe(QUOTE);
  await shot('form');
  await press('Согласиться и отправить');
  await answer(firefox, 'deny');
  await firefox.until(HAS_TEXT, ['Согласия нет']);
  await shot('declined');
  expect(await tracker.queue()).toEqual([]);
  await press('Согласиться и отправить');
  await answer(firefox, 'allow');
  await firefox.until(HAS_TEXT, ['отправлено, ждёт проверки']);
  await shot('sent');
  await back();
  expect((await tracker.queue()).map(({ body }) => body.quote)).toEqual([QUOTE]);
});

test('Firefox: by keyboard alone and offline; it waits, and is sent when the network is back', async () => {
  await openArticle();
  await firefox.run(WORDS, [QUOTE.slice(0, -4), true]);
  await firefox.keys(Array(4).fill('Right'), ['Shift']);
  await firefox.until(CLIP_BUTTON);
  await firefox.setOffline(true);
  for (let steps = 0; steps < 40; steps += 1) {
    if (await firefox.run(BUTTON_HAS_FOCUS)) break;
    await firefox.keys(['Tab']);
  }
  expect(await firefox.run(BUTTON_HAS_FOCUS)).toBe(true);
  await firefox.keys(['Enter']);
  const back = await firefox.enter('/clip.html');
  await firefox.until(CONTROL, ['Отправить на проверку']);
  await firefox.keys(['Tab']);
  await firefox.keys(['a'], ['Control']);
  await firefox.keys(MATTER.split(''));
  await tabTo('Отправить на проверку');
  await firefox.keys(['Enter']);
  await firefox.until(HAS_TEXT, ['ждёт отправки']);
  await shot('offline');
  expect(await tracker.queue()).toHaveLength(1);
  await firefox.setOffline(false);
  await firefox.run(FLUSH);
  await firefox.until(HAS_TEXT, ['отправлено, ждёт проверки']);
  await back();
  const [, late] = await tracker.queue();
  expect(late?.body).toMatchObject({ quote: QUOTE, text: { ru: MATTER } });
});

test('Firefox: by touch in a narrow window', async () => {
  const close = await firefox.newWindow();
  await openArticle();
  await firefox.narrow(NARROW_PX);
  const { boxes } = (await firefox.run(WORDS, [QUOTE, true])) as { boxes: Side[] };
  const button = (await firefox.until(CLIP_BUTTON)) as Place & Box;
  expect(button.left).toBeGreaterThanOrEqual(0);
  expect(button.right).toBeLessThanOrEqual(NARROW_PX);
  for (const { top, bottom } of boxes) {
    expect(bottom <= button.top || top >= button.bottom).toBe(true);
  }
  await shot('touch');
  await firefox.press(button, 'touch');
  const back = await firefox.enter('/clip.html');
  await firefox.until(HAS_TEXT, ['Исабаев']);
  await firefox.narrow(NARROW_PX);
  expect(await firefox.run('return document.documentElement.scrollWidth;')).toBeLessThanOrEqual(
    NARROW_PX,
  );
  await shot('form-narrow');
  await press('Отправить на проверку', 'touch');
  await firefox.until(HAS_TEXT, ['отправлено, ждёт проверки']);
  await back();
  await close();
  expect(await tracker.queue()).toHaveLength(3);
});

test('Firefox: a changed page is told with both lines', async () => {
  site.serve(CLIPPED, demoArticle(CLIPPED).replace(QUOTE, EDITED));
  await openArticle();
  const popup = await popupAddress(firefox);
  const close = await firefox.newWindow();
  await firefox.goto(popup);
  await firefox.until(HAS_TEXT, ['текст изменён']);
  await firefox.run(`document.querySelector('.diff').scrollIntoView({ block: 'center' });`);
  await shot('changed');
  const lines = await firefox.run(`return document.querySelector('.diff').innerText;`);
  expect(lines).toMatch(/было:[^]*2025[^]*стало:[^]*2027/);
  await close();
});

test('Firefox: a page that was taken down is told, and noted on the clips', async () => {
  site.serve(CLIPPED, null);
  await firefox.goto(site.url(CLIPPED));
  const popup = await popupAddress(firefox);
  const close = await firefox.newWindow();
  await firefox.goto(popup);
  await firefox.until(HAS_TEXT, ['исчезла со страницы']);
  await shot('gone');
  expect(await firefox.run(LAST_CHECKS)).toEqual(['gone', 'gone', 'gone']);
  await close();
  site.serve(CLIPPED, demoArticle(CLIPPED));
});

test('Firefox: from a private window nothing is stored, and the page says so', async () => {
  await firefox.goto(`${OWN}/popup.html`);
  const before = await firefox.run(CLIPS_KEPT);
  const close = await firefox.newWindow(true);
  await openArticle();
  await firefox.run(WORDS, [QUOTE.slice(0, 40), true]);
  await firefox.press((await firefox.until(CLIP_BUTTON)) as Place);
  expect(await firefox.until(SAID)).toBe('В приватном окне ничего не записывается');
  await shot('private');
  await close();
  await firefox.goto(`${OWN}/popup.html`);
  expect(await firefox.run(CLIPS_KEPT)).toBe(before);
});
