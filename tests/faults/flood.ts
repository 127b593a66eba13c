import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { build } from '../../scripts/prepare.mjs';
import { TASKS, type TraceEvent, traced, workMs } from '../bench/_page-trace';
import { Device } from '../e2e/device';
import { card, markedTexts, restOn } from '../e2e/reading';
import { AKIM } from '../e2e/scene-ledger';
import { article, line } from '../e2e/scene-pages';
import { freshFolder, TestTracker } from '../e2e/tracker';
import {
  ARTICLE,
  floodedLedger,
  OFFICE,
  OTHER_ARTICLE,
  PERSON,
  PROMISE,
  REPEATED,
  TOWN,
} from './flood-ledger';

/** What a page may be held up for in one go. */
const FREEZE_MS = 50;
/** The same, with the collector: on two shared cores it took up to 50 ms to clear a heap of several such pages. */
const COLLECTOR_MS = 2 * FREEZE_MS;
/** The longest that a page may take to open; on two shared cores the slowest takes some 15 s. */
const OPEN_MS = 60_000;
/** The radar reads the words of each of them, some 0.6 ms for one. */
const RADAR_MS = 300_000;
/** What follows the first drawing: more rows, what the collector clears away. */
const SETTLE_MS = 3_000;

/** One page, opened or used with a hundred thousand promises on one office. */
export interface FloodRow {
  readonly page: string;
  /** The longest task, without what the collector did in it. */
  readonly longestMs: number;
  /** The longest task with it: a heap of a hundred thousand promises is cleared when the browser thinks fit. */
  readonly withCollectorMs: number;
  /** What the longest task did, by the browser's own names. */
  readonly doing: string;
  /** From the reader's action to the end of the drawing, what was waited for. */
  readonly seconds: number;
}

const SCRIPTS: readonly string[] = ['EvaluateScript', 'FunctionCall'];
const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;

const PARTS_TOLD = 8;

const isIn = (one: TraceEvent, task: TraceEvent): boolean =>
  threadOf(one) === threadOf(task) && one.ts >= task.ts && one.ts < task.ts + (task.dur ?? 0);

/** The task's longest parts, told as the browser names them. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const told = events
    .filter((one) => one.ph === 'X' && isIn(one, task))
    .filter(({ name }) => name !== 'RunTask' && !name.startsWith('ThreadController'))
    .sort((a, b) => workMs(b) - workMs(a))
    .map((one) => `${one.args.data?.functionName ?? one.name} ${workMs(one).toFixed(0)}`);
  return [...new Set(told)].slice(0, PARTS_TOLD).join(', ');
}

const COLLECTOR: readonly string[] = ['MajorGC', 'MinorGC'];

/** The longest task of all threads that a script ran on: the page's, its frames' and the worker's. */
function longestIn(
  events: readonly TraceEvent[],
): Pick<FloodRow, 'longestMs' | 'withCollectorMs' | 'doing'> {
  const threads = new Set(events.filter(({ name }) => SCRIPTS.includes(name)).map(threadOf));
  const collections = events.filter(({ name }) => COLLECTOR.includes(name));
  const tasks = events
    .filter((one) => one.name === 'RunTask' && threads.has(threadOf(one)))
    .map((task) => {
      const whole = workMs(task);
      const cleared = collections.filter((one) => isIn(one, task));
      return { task, whole, own: whole - cleared.reduce((sum, one) => sum + workMs(one), 0) };
    });
  const [longest] = tasks.sort((a, b) => b.own - a.own);
  if (longest === undefined) throw new Error('nothing was traced');
  return {
    longestMs: longest.own,
    withCollectorMs: Math.max(...tasks.map(({ whole }) => whole)),
    doing: partsOf(longest.task, events),
  };
}

/** What is done on one page: its name, and the doing, which ends when what was asked for is there. */
type Scene = readonly [page: string, run: (page: Page) => Promise<void>];

async function measured(page: Page, [name, run]: Scene): Promise<FloodRow> {
  const cdp = await page.context().newCDPSession(page);
  let seconds = 0;
  const events = await traced(
    cdp,
    async () => {
      const start = Date.now();
      await run(page);
      seconds = (Date.now() - start) / 1000;
      await page.waitForTimeout(SETTLE_MS);
    },
    TASKS,
  );
  await cdp.detach();
  const row = { page: name, ...longestIn(events), seconds };
  console.log(JSON.stringify(row));
  return row;
}

/** Goes to an address within the ledger, as a link does, and waits for something of it. */
function opens(hash: string, wanted: string): Scene[1] {
  return async (page) => {
    // In a task of its own: the one that brings the order is the tool's.
    await page.evaluate((to) => {
      setTimeout(() => {
        location.hash = to;
      });
    }, hash);
    await page.locator(wanted).first().waitFor({ timeout: OPEN_MS });
  };
}

const waitsFor = (page: Page, wanted: string) =>
  page.locator(wanted).first().waitFor({ timeout: OPEN_MS });

/** `print` only says that it was called: to lay paper out is the browser's own work. */
const STUB_PRINT = `window.print = () => {
  dispatchEvent(new Event('beforeprint'));
  document.body.dataset.printedRows = String(document.querySelectorAll('.sheet-table tbody tr').length);
  dispatchEvent(new Event('afterprint'));
};`;

const LEDGER_SCENES: readonly Scene[] = [
  [
    'office, a matter chosen',
    async (page) => {
      await page.locator('.filters select').first().selectOption({ index: 1 });
      await waitsFor(page, '.office-picture .line');
    },
  ],
  [
    'office, page turned',
    async (page) => {
      await page.locator('.pager button').last().click();
      await waitsFor(page, '.office-picture .line');
    },
  ],
  [
    'office, as a table',
    async (page) => {
      await page.locator('.views .switcher label').last().click();
      await waitsFor(page, '.table tbody tr');
    },
  ],
  [
    'office, followed',
    async (page) => {
      await page.getByRole('button', { name: 'Следить' }).click();
      await page.getByRole('button', { name: 'Слежу' }).waitFor({ timeout: OPEN_MS });
    },
  ],
  ['person', opens(`#/person/${PERSON}`, 'ul.long li')],
  ['promise', opens(`#/promise/${PROMISE}`, '.steps')],
  ['promise, repeated 50,000 times', opens(`#/promise/${REPEATED}`, '.pager')],
  ['letter', opens(`#/ask/${PROMISE}`, '.letter')],
  ['area', opens(`#/area/${TOWN}`, 'h1:has-text("Сарыозек")')],
  ['country', opens('#/area/kz', 'h1:has-text("Казахстан")')],
  ['sheet', opens(`#/sheet/${OFFICE}`, '.sheet-table tbody tr')],
  [
    'sheet, printed',
    async (page) => {
      await page.evaluate(STUB_PRINT);
      await page.locator('.sheet-tools .primary').click();
      await waitsFor(page, 'body[data-printed-rows]');
    },
  ],
];

const office = (id: string): Scene => [
  'office',
  async (page) => {
    await page.goto(`chrome-extension://${id}/ledger.html#/post/${OFFICE}`);
    await waitsFor(page, '.office-picture .line');
  },
];

async function ledgerRows(device: Device): Promise<readonly FloodRow[]> {
  const page = await device.context.newPage();
  const rows = [await measured(page, office(device.extensionId))];
  for (const scene of LEDGER_SCENES) rows.push(await measured(page, scene));
  await page.close();
  return rows;
}

async function reads(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect.poll(() => markedTexts(page), { timeout: OPEN_MS }).toHaveLength(2);
}

const ARTICLE_SCENES: readonly Scene[] = [
  ['article', (page) => reads(page, ARTICLE)],
  [
    'card',
    async (page) => {
      await restOn(page, AKIM);
      await card(page).locator('.promise').first().waitFor({ timeout: OPEN_MS });
    },
  ],
];

const POPUP_SCENES: readonly Scene[] = [
  [
    'popup',
    async (page) => {
      await page.reload();
      await page.getByText(AKIM).first().waitFor({ timeout: OPEN_MS });
      // What is followed stands there too.
      await page.getByText('новостей нет').waitFor({ timeout: OPEN_MS });
    },
  ],
  [
    'popup, look-up',
    async (page) => {
      await page.getByRole('searchbox').fill('сарыозек');
      await waitsFor(page, '.results li');
      await page.getByRole('searchbox').fill('');
    },
  ],
];

const RADAR_SCENE: Scene = [
  'popup, radar',
  async (page) => {
    await page.getByRole('button', { name: 'Найти обещания' }).click();
    // To read a hundred thousand takes its time; the popup is used meanwhile.
    const read = page.locator('section[aria-busy="false"] output');
    await read.waitFor({ timeout: RADAR_MS });
  },
];

async function readerRows(device: Device): Promise<readonly FloodRow[]> {
  const page = await device.context.newPage();
  const body = article(line(AKIM).repeat(2));
  await page.route(/scene\.example/, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  const rows: FloodRow[] = [];
  for (const scene of ARTICLE_SCENES) rows.push(await measured(page, scene));
  const popup = await device.popupOf(page);
  for (const scene of POPUP_SCENES) rows.push(await measured(popup, scene));
  await reads(page, OTHER_ARTICLE);
  return [...rows, await measured(await device.popupOf(page), RADAR_SCENE)];
}

/** The same office with nobody giving way between the steps: what the slices are for, and that a freeze is seen. */
async function control(device: Device): Promise<FloodRow> {
  const page = await device.context.newPage();
  await page.addInitScript(() => {
    Scheduler.prototype.yield = () => Promise.resolve();
  });
  const [, run] = office(device.extensionId);
  return await measured(page, ['control: nobody gives way', run]);
}

/** Opens every page over the flooded office in Chromium; `control` must be a freeze. */
export async function floodFaults(): Promise<{
  readonly limitMs: number;
  readonly collectorLimitMs: number;
  readonly rows: readonly FloodRow[];
  readonly control: FloodRow;
}> {
  await build('chrome', 'e2e');
  const ledger = floodedLedger();
  const tracker = new TestTracker(ledger);
  const profile = freshFolder('flood');
  let device: Device | null = null;
  try {
    await tracker.start();
    device = await Device.open(profile);
    await (await device.synced()).close();
    const rows = [...(await ledgerRows(device)), ...(await readerRows(device))];
    return {
      limitMs: FREEZE_MS,
      collectorLimitMs: COLLECTOR_MS,
      rows,
      control: await control(device),
    };
  } finally {
    await device?.close();
    await tracker.remove();
    for (const folder of [ledger, profile]) rmSync(folder, { recursive: true, force: true });
  }
}
