import fs from 'node:fs';
import path from 'node:path';
import { build } from '../../scripts/prepare.mjs';
import type { Firefox, Place } from '../e2e/firefox';
import {
  CARD_TEXT,
  MARK_BOX,
  MARKED,
  OWN,
  openProfile,
  popupAddress,
  pressOn,
  SETTING,
} from '../e2e/firefox-reader';
import { NewsSite } from '../e2e/news-site';
import { AKIM } from '../e2e/scene-ledger';
import { article, line } from '../e2e/scene-pages';
import { freshFolder } from '../e2e/tracker';
import { FLOOD, floodedLedger, OFFICE, PERSON, PROMISE, REPEATED, TOWN } from './flood-ledger';
import { FloodTracker } from './flood-tracker';

/** The longest that anything may take. */
const DONE_MS = 300_000;
/** What follows the first drawing. */
const SETTLE_MS = 3_000;
const EMPTY_OFFICE = 'akim-kenzhyra';

/** One page of Firefox's, opened or used. */
export interface FirefoxRow {
  readonly page: string;
  /**
   * The longest time for which a timer of 5 ms had to wait: Firefox tells no tasks. The collector, and waiting for a
   * core that others have, are in it.
   */
  readonly longestMs: number;
  /** How often it waited for more than 50 ms. */
  readonly freezes: number;
  /** The longest time between two frames. */
  readonly frameMs: number;
  readonly seconds: number;
}

/** Begins to measure in the page; what it is asked for afterwards is of this page alone. */
const WATCH = `
  const every = 5;
  const seen = { longest: 0, freezes: 0, frame: 0 };
  window.flood = seen;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    const late = now - last - every;
    if (late > seen.longest) seen.longest = late;
    if (late > 50) seen.freezes += 1;
    last = now;
    setTimeout(tick, every);
  };
  setTimeout(tick, every);
  let drawn = performance.now();
  const frame = () => {
    const now = performance.now();
    if (now - drawn > seen.frame) seen.frame = now - drawn;
    drawn = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return true;`;
const SEEN = `return { ...window.flood };`;
/** What `SEEN` answers. */
interface Seen {
  readonly longest: number;
  readonly freezes: number;
  readonly frame: number;
}

const FORGET = `Object.assign(window.flood, { longest: 0, freezes: 0, frame: 0 }); return true;`;
/** As a link does, in a task of its own. */
const GO = `setTimeout(() => { location.hash = arguments[0]; });`;
const IS_THERE = `return document.querySelector(arguments[0]) !== null;`;
const CLICK = `document.querySelector(arguments[0]).click();`;
/** The middle of an item of an open menu. */
const MENU_ITEM = `
  const item = [...document.querySelectorAll('[role="menuitem"]')].find((one) => one.textContent.includes(arguments[0]));
  if (!item) return null;
  const box = item.getBoundingClientRect();
  return box.width === 0 ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };`;
const NOTE = `return document.querySelector('.tools output')?.textContent.startsWith(arguments[0]);`;
/** Asks for a sync, and whether there has been one; the first runs by itself. */
const SYNCED = `
  chrome.runtime.sendMessage({ call: 'syncNow', request: {} })
    .then((envelope) => { window.flood.end = envelope?.answer?.state; });
  return ['success', 'up-to-date'].includes(window.flood.end);`;
const SAVE_TO = `
  Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', arguments[0]);
  Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Doing = (firefox: Firefox) => Promise<unknown>;
type Scene = readonly [page: string, run: Doing];

async function measured(firefox: Firefox, [page, run]: Scene): Promise<FirefoxRow> {
  await firefox.run(FORGET);
  const start = Date.now();
  await run(firefox);
  const seconds = (Date.now() - start) / 1000;
  await pause(SETTLE_MS);
  const { longest, freezes, frame } = (await firefox.run(SEEN)) as Seen;
  const row = { page, longestMs: longest, freezes, frameMs: frame, seconds };
  console.log(JSON.stringify(row));
  return row;
}

const isThere = (wanted: string) => (firefox: Firefox) =>
  firefox.until(IS_THERE, [wanted], DONE_MS);

function opens(hash: string, wanted: string): Doing {
  return async (firefox) => {
    await firefox.run(GO, [hash]);
    await isThere(wanted)(firefox);
  };
}

function clicks(what: string, wanted: string): Doing {
  return async (firefox) => {
    await firefox.run(CLICK, [what]);
    await isThere(wanted)(firefox);
  };
}

function chooses(menu: string, item: string, note: string): Doing {
  return async (firefox) => {
    await pressOn(firefox, menu);
    await firefox.press((await firefox.until(MENU_ITEM, [item])) as Place);
    await firefox.until(NOTE, [note], DONE_MS);
  };
}

const LEDGER_SCENES: readonly Scene[] = [
  ['nothing is done', () => pause(SETTLE_MS)],
  ['office', opens(`#/post/${OFFICE}`, '.office-picture .line')],
  ['office, page turned', clicks('.pager button:last-of-type', '.office-picture .line')],
  ['office, as a table', clicks('.views .switcher label:last-of-type', '.table tbody tr')],
  ['office as CSV', chooses('Выгрузить', 'Таблица (CSV)', 'Сохранено')],
  ['calendar of the office', chooses('Выгрузить', 'Сроки', 'Сохранено')],
  ['picture of the office', chooses('Поделиться', 'Сохранить картинку', 'Картинка')],
  ['person', opens(`#/person/${PERSON}`, 'ul.long li')],
  ['promise', opens(`#/promise/${PROMISE}`, '.steps')],
  ['promise, repeated 50,000 times', opens(`#/promise/${REPEATED}`, '.pager')],
  ['letter', opens(`#/ask/${PROMISE}`, '.letter')],
  ['area', opens(`#/area/${TOWN}`, '.area-topics, .pager')],
  ['sheet', opens(`#/sheet/${OFFICE}`, '.sheet-table tbody tr')],
];

/** What is wrong with the table that was saved; empty: nothing. */
async function tableFault(folder: string): Promise<string> {
  const end = Date.now() + DONE_MS;
  for (;;) {
    const file = fs.readdirSync(folder).find((name) => name.endsWith('.csv'));
    const text = file === undefined ? '' : fs.readFileSync(path.join(folder, file), 'utf8');
    const rows = text.match(/^flood-\d{6},/gm)?.length ?? 0;
    if (rows === FLOOD && text.endsWith('\r\n')) return '';
    if (Date.now() > end) return `${rows} of ${FLOOD} rows`;
    await pause(SETTLE_MS);
  }
}

async function syncRow(firefox: Firefox): Promise<FirefoxRow> {
  await firefox.goto(`${OWN}/popup.html`);
  await firefox.run(SETTING, ['lang', 'ru']);
  await firefox.run(WATCH);
  return await measured(firefox, ['popup, first sync', () => firefox.until(SYNCED, [], DONE_MS)]);
}

async function ledgerRows(firefox: Firefox): Promise<readonly FirefoxRow[]> {
  await firefox.goto(`${OWN}/ledger.html#/post/${EMPTY_OFFICE}`);
  await isThere('.lead.now')(firefox);
  await firefox.run(WATCH);
  const rows: FirefoxRow[] = [];
  for (const scene of LEDGER_SCENES) rows.push(await measured(firefox, scene));
  return rows;
}

const READER_SCENES: readonly Scene[] = [
  [
    'article',
    async (firefox) => {
      for (let marked: unknown = ''; marked !== `${AKIM}, ${AKIM}`; ) {
        await pause(100);
        marked = await firefox.run(MARKED);
      }
    },
  ],
  [
    'card',
    async (firefox) => {
      const { x, y } = (await firefox.until(MARK_BOX, [AKIM])) as Place;
      await firefox.pointAt(x, y);
      await firefox.until(CARD_TEXT, ['№'], DONE_MS);
    },
  ],
];

async function readerRows(firefox: Firefox, site: NewsSite): Promise<readonly FirefoxRow[]> {
  site.serve('flood', article(line(AKIM).repeat(2)));
  await firefox.goto(site.url('flood'));
  await firefox.run(WATCH);
  const rows: FirefoxRow[] = [];
  for (const scene of READER_SCENES) rows.push(await measured(firefox, scene));
  const popup = await popupAddress(firefox);
  const back = await firefox.newWindow();
  await firefox.goto(popup);
  await firefox.run(WATCH);
  rows.push(await measured(firefox, ['popup', isThere('.row, .rows li')]));
  await back();
  return rows;
}

/** Opens the pages over the flooded office in Firefox; `wrong` tells what its table lacks. */
export async function firefoxFlood(): Promise<{
  readonly rows: readonly FirefoxRow[];
  readonly wrong: string;
}> {
  await build('firefox', 'e2e');
  const ledger = floodedLedger();
  const [profile, saved] = [freshFolder('flood-firefox'), freshFolder('flood-saved')];
  const tracker = await FloodTracker.open(ledger);
  const site = new NewsSite();
  let firefox: Firefox | null = null;
  try {
    await site.start();
    firefox = await openProfile(profile);
    await firefox.chrome(SAVE_TO, [saved]);
    const rows = [await syncRow(firefox), ...(await ledgerRows(firefox))];
    const wrong = await tableFault(saved);
    return { rows: [...rows, ...(await readerRows(firefox, site))], wrong };
  } finally {
    await firefox?.close();
    tracker.close();
    await site.stop();
    for (const one of [ledger, profile, saved]) fs.rmSync(one, { recursive: true, force: true });
  }
}
