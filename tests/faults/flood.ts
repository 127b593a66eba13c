import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { build } from '../../scripts/prepare.mjs';
import { Device } from '../e2e/device';
import { card, markedTexts, restOn } from '../e2e/reading';
import { AKIM } from '../e2e/scene-ledger';
import { article, line } from '../e2e/scene-pages';
import { freshFolder } from '../e2e/tracker';
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
import { type FloodRow, measured, OPEN_MS, opens, type Scene, waitsFor } from './flood-trace';
import { FloodTracker } from './flood-tracker';

/** The radar reads the words of each of them, some 0.6 ms for one. */
const RADAR_MS = 300_000;

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
    // A message comes in the same task; React's own come so too.
    class NoWay {
      readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
      readonly port2 = { postMessage: () => queueMicrotask(() => this.port1.onmessage?.()) };
    }
    Object.assign(globalThis, { MessageChannel: NoWay });
  });
  const [, run] = office(device.extensionId);
  return await measured(page, ['control: nobody gives way', run]);
}

/** Opens every page over the flooded office in Chromium; `control` must be a freeze. */
export async function floodFaults(): Promise<{
  readonly rows: readonly FloodRow[];
  readonly control: FloodRow;
}> {
  await build('chrome', 'e2e');
  const ledger = floodedLedger();
  const profile = freshFolder('flood');
  const tracker = await FloodTracker.open(ledger);
  let device: Device | null = null;
  try {
    device = await Device.open(profile);
    await (await device.synced()).close();
    const rows = [...(await ledgerRows(device)), ...(await readerRows(device))];
    return { rows, control: await control(device) };
  } finally {
    await device?.close();
    tracker.close();
    for (const folder of [ledger, profile]) rmSync(folder, { recursive: true, force: true });
  }
}
