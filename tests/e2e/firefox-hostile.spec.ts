import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { Firefox, type Place } from './firefox';
import { BIN, CARD_TEXT, HOSTS, MARK_BOX, MARKED, openReader } from './firefox-reader';
import { HOSTILE_PAGES, REMOVER, script } from './hostile-worlds';
import { NewsSite } from './news-site';
import { AKIM, sceneLedger } from './scene-ledger';
import { article, line } from './scene-pages';
import { freshFolder, TestTracker } from './tracker';

/** A page that is read is marked within this; a page that is not to be read stays bare so long. */
const SETTLE_MS = 1_500;

/** Faults that the page's own world hears of. */
const LISTENER = script(
  `faults = []; addEventListener('error', ({ message }) => { faults[faults.length] = message; });`,
);
const FAULTS = `return window.wrappedJSObject?.faults ?? window.faults;`;
/** What the page's own scripts can see of the page; 10 MB are told by their length and end. */
const SEEN = `
  const html = document.documentElement.outerHTML;
  return [html.length, html.slice(0, 20000), html.slice(-2000), document.title];`;
/** Events of every kind at the first mark, all made up. */
const FEIGN = `
  const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const { left, top } = live.getBoundingClientRect();
  const at = { clientX: left + 4, clientY: top + 4, bubbles: true, composed: true };
  const target = range.startContainer.parentElement;
  for (const pointerType of ['mouse', 'touch', 'pen']) {
    for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click', 'pointermove']) {
      target.dispatchEvent(new PointerEvent(type, { ...at, pointerType, isPrimary: true }));
    }
  }`;
/** Presses every button of the card as a page would; the build of these tests leaves its root open. */
const PRESS = `
  const host = [...document.documentElement.children].find((one) => one.shadowRoot !== null);
  const buttons = [...(host?.shadowRoot.querySelectorAll('button') ?? [])];
  for (const button of buttons) {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  }
  return buttons.length;`;
const EXPANDED = `
  return [...document.documentElement.children].flatMap((one) =>
    [...(one.shadowRoot?.querySelectorAll('[aria-expanded="true"]') ?? [])]).length;`;
const EXPANDER = `
  const host = [...document.documentElement.children].find((one) => one.shadowRoot !== null);
  const box = host.shadowRoot.querySelector('[aria-expanded]').getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };`;
const REMOVED = `return document.documentElement.dataset.removed ?? '0';`;

const ledger = sceneLedger();
const tracker = new TestTracker(ledger);
const site = new NewsSite();
const profile = freshFolder('e2e-firefox-hostile');
const bareProfile = freshFolder('e2e-firefox-bare');
let firefox: Firefox;
let bare: Firefox;

test.skip(!fs.existsSync(BIN), 'Firefox is not installed');
test.beforeAll(async () => {
  await Promise.all([tracker.start(), site.start()]);
  firefox = await openReader(profile);
  bare = await Firefox.open(BIN, bareProfile, {});
});
test.afterAll(async () => {
  await Promise.all([firefox.close(), bare.close()]);
  await Promise.all([tracker.remove(), site.stop()]);
  for (const folder of [profile, bareProfile, ledger])
    fs.rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function open(html: string): Promise<void> {
  site.serve('scene', html);
  await firefox.goto(site.url('scene'));
}

async function cardOn(name: string): Promise<void> {
  const { x, y } = (await firefox.until(MARK_BOX, [name])) as Place;
  await firefox.pointAt(x, y);
  await firefox.until(CARD_TEXT, [name.split(' ')[1]]);
}

for (const { name, head = '', body = '', marked, onlyChromium } of HOSTILE_PAGES) {
  if (onlyChromium === true) continue;
  test(`Firefox, hostile page: ${name}`, async () => {
    await open(article(line(AKIM) + body, LISTENER + head));
    if (marked.length === 0) await pause(SETTLE_MS);
    await expect.poll(() => firefox.run(MARKED)).toBe(marked.join(', '));
    if (marked.length > 0) {
      await cardOn(AKIM);
      await firefox.keys(['Escape']);
      await expect.poll(() => firefox.run(HOSTS)).toBe(0);
    }
    await bare.goto(site.url('scene'));
    expect(await firefox.run(SEEN)).toEqual(await bare.run(SEEN));
    expect(await firefox.run(FAULTS)).toEqual(await bare.run(FAULTS));
  });
}

test('Firefox: events that a page makes up open no card and press no button', async () => {
  await open(article(line(AKIM)));
  await expect.poll(() => firefox.run(MARKED)).toBe(AKIM);
  await firefox.run(FEIGN);
  await pause(SETTLE_MS);
  expect(await firefox.run(HOSTS)).toBe(0);
  await cardOn(AKIM);
  expect(await firefox.run(PRESS)).toBeGreaterThan(4);
  await pause(SETTLE_MS);
  expect(await firefox.run(EXPANDED)).toBe(0);
  expect(await firefox.run(HOSTS)).toBe(1);
  // The same button under a real hand: else nothing was tried.
  await firefox.press((await firefox.run(EXPANDER)) as Place);
  await expect.poll(() => firefox.run(EXPANDED)).toBe(1);
});

test('Firefox: a page that removes what it does not know is not fought with', async () => {
  const counted = `${REMOVER}
    setInterval(() => { document.documentElement.dataset.removed = removed; }, 50);`;
  await open(article(line(AKIM), script(counted)));
  await expect.poll(() => firefox.run(MARKED)).toBe(AKIM);
  const { x, y } = (await firefox.until(MARK_BOX, [AKIM])) as Place;
  await firefox.pointAt(x, y);
  await expect.poll(() => firefox.run(REMOVED)).toBe('1');
  await pause(SETTLE_MS);
  expect(await firefox.run(REMOVED)).toBe('1');
  expect(await firefox.run(HOSTS)).toBe(0);
});
