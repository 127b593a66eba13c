import fs from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { parseCsv } from '@/lib/formats/csv';
import { build } from '../../scripts/prepare.mjs';
import { Device } from '../e2e/device';
import { freshFolder } from '../e2e/tracker';
import { deskLedger, FLOOD, KEPT_OFFICE, OPEN_OFFICE, OPEN_PROMISE } from './flood-desk-ledger';
import { type FloodRow, measured, opens, type Scene, waitsFor } from './flood-trace';
import { EDITOR_TOKEN, FloodTracker } from './flood-tracker';

/** A calendar of so many days takes its writer a minute on two shared cores. */
const FILE_MS = 300_000;

/** A row, with what the user got. */
export interface DeskRow extends FloodRow {
  /** Size of the file, in MB; null: none was made. */
  readonly fileMb: number | null;
  /** What is wrong with what he got; empty: nothing. */
  readonly wrong: string;
}

/** Ids of the promises in a file; null: it has none of them, and need not. */
type IdsIn = (text: string) => readonly string[];

const lastPart = (url: string) => url.replace(/#.*/, '').replace(/.*\//, '');
const parsed = (text: string): unknown => JSON.parse(text);

const ofTable: IdsIn = (text) =>
  parseCsv(text)
    .slice(1)
    .map(([id = '']) => id);
const ofRecords: IdsIn = (text) =>
  (parsed(text) as { promises: readonly { id: string }[] }).promises.map(({ id }) => id);
const ofAnnotations: IdsIn = (text) =>
  (parsed(text) as readonly { id: string }[]).map(({ id }) => lastPart(id));
const ofReviews: IdsIn = (text) =>
  (parsed(text) as readonly { url: string }[]).map(({ url }) => lastPart(url));
const ofCalendar: IdsIn = (text) => {
  if (!text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')) return ['not ended'];
  return [...text.matchAll(/^UID:(.*)@uade\r$/gm)].map(([, id = '']) => id);
};
/** Popolo has no promises: what it has is told by the persons. */
const ofPersons: IdsIn = (text) =>
  (parsed(text) as { persons: readonly { id: string }[] }).persons.map(({ id }) => id);

const isFlooded = (id: string) => /^(?:open|kept)-\d{6}$/.test(id);

interface Export {
  readonly name: string;
  readonly office: string;
  readonly idsIn: IdsIn;
  /** Which ids the file must have, of all of the office. */
  readonly wanted: (ids: readonly string[]) => readonly string[];
}

const all = (ids: readonly string[]) => ids;
const flooded = (ids: readonly string[]) => ids.filter(isFlooded);

const TOWNS: Readonly<Record<string, string>> = {
  [OPEN_OFFICE]: 'Сарыозек',
  [KEPT_OFFICE]: 'Тасотар',
};

const EXPORTS: readonly Export[] = [
  { name: 'Таблица (CSV)', office: OPEN_OFFICE, idsIn: ofTable, wanted: all },
  { name: 'Записи книги (JSON)', office: OPEN_OFFICE, idsIn: ofRecords, wanted: all },
  {
    name: 'Люди и должности (Popolo)',
    office: OPEN_OFFICE,
    idsIn: ofPersons,
    wanted: () => ['before', 'beketov'],
  },
  { name: 'Цитаты (Web Annotation)', office: OPEN_OFFICE, idsIn: ofAnnotations, wanted: all },
  {
    name: 'Сроки (календарь)',
    office: OPEN_OFFICE,
    idsIn: (text) => flooded(ofCalendar(text)),
    wanted: flooded,
  },
  { name: 'Проверки (ClaimReview)', office: KEPT_OFFICE, idsIn: ofReviews, wanted: flooded },
];

const chosen = (menu: string, item: string) => async (page: Page) => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** Chooses something that ends in a file, and waits until the file is whole. */
async function fileBy(page: Page, choose: (page: Page) => Promise<void>): Promise<Download> {
  const downloading = page.waitForEvent('download', { timeout: FILE_MS });
  await choose(page);
  const download = await downloading;
  await download.path();
  return download;
}

async function withFile(
  page: Page,
  name: string,
  choose: (page: Page) => Promise<void>,
  faultOf: (file: Buffer) => string,
): Promise<DeskRow> {
  let download: Download | null = null;
  const row = await measured(page, [
    name,
    async () => {
      download = await fileBy(page, choose);
    },
  ]);
  const file = await (download as Download | null)?.path();
  if (file === undefined) throw new Error(`${name}: no file`);
  const content = fs.readFileSync(file);
  const made = { ...row, fileMb: content.length / 1_000_000, wrong: faultOf(content) };
  console.log(JSON.stringify({ fileMb: made.fileMb, wrong: made.wrong }));
  return made;
}

function difference(found: readonly string[], wanted: readonly string[]): string {
  const [is, must] = [[...found].sort(), [...wanted].sort()];
  const at = must.findIndex((id, n) => is[n] !== id);
  if (at < 0 && is.length === must.length) return '';
  return `${is.length} of ${must.length}, the first other at ${at}: ${is[at]}`;
}

/** Of this office: while one page is opened, the one before it stands there. */
const pictureOf = (office: string) =>
  `article:has(h1:has-text("${TOWNS[office]}")) .office-picture .line`;

async function exportRows(
  page: Page,
  idsOf: (post: string) => readonly string[],
): Promise<readonly DeskRow[]> {
  const rows: DeskRow[] = [];
  for (const { name, office, idsIn, wanted } of EXPORTS) {
    await opens(`#/post/${office}`, pictureOf(office))(page);
    const faultOf = (file: Buffer) => difference(idsIn(file.toString()), wanted(idsOf(office)));
    rows.push(await withFile(page, name, chosen('Выгрузить', name), faultOf));
  }
  return rows;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** An empty picture of the same size has 8 KB. */
const DRAWN_BYTES = 20_000;

const pictureFault = (file: Buffer): string => {
  if (!file.subarray(0, PNG.length).equals(PNG)) return 'no PNG';
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width !== 1200 || height !== 630) return `${width} × ${height}`;
  return file.length < DRAWN_BYTES ? `${file.length} bytes: empty` : '';
};

async function pictureRows(page: Page): Promise<readonly DeskRow[]> {
  const rows: DeskRow[] = [];
  for (const [name, hash, wanted] of [
    ['picture of the office', `#/post/${OPEN_OFFICE}`, pictureOf(OPEN_OFFICE)],
    ['picture of a promise', `#/promise/${OPEN_PROMISE}`, '.steps'],
  ] as const) {
    await opens(hash, wanted)(page);
    rows.push(await withFile(page, name, chosen('Поделиться', 'Сохранить картинку'), pictureFault));
  }
  return rows;
}

/** Opens the list's next group of many. */
const showsOthers = (section: number) => async (page: Page) => {
  await page.getByRole('button', { name: 'Показать остальные' }).first().click();
  await waitsFor(page, `section:nth-of-type(${section}) ul.rows li:nth-child(9)`);
};

const REVIEW_SCENES: readonly Scene[] = [
  ['work list', opens('#/review', 'ul.rows li')],
  ['work list, all terms', showsOthers(2)],
  ['work list, all sources', showsOthers(3)],
];

/** What the headings must count: at least so many terms, and exactly so many sources. */
async function countFault(page: Page): Promise<string> {
  const counted = async (heading: string) =>
    Number((await page.locator('h2', { hasText: heading }).textContent())?.replace(/.*· /, ''));
  const terms = await counted('Срок прошёл или близко');
  const sources = await counted('Источник изменился или пропал');
  return terms >= FLOOD && sources === FLOOD ? '' : `${terms} terms, ${sources} sources`;
}

async function reviewRows(page: Page, device: Device): Promise<readonly DeskRow[]> {
  const own = `chrome-extension://${device.extensionId}`;
  await page.goto(`${own}/options.html#review`);
  await page.getByRole('textbox', { name: 'Ключ редактора' }).fill(EDITOR_TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'К проверке' }).waitFor();
  await page.goto(`${own}/ledger.html#/post/akim-kenzhyra`);
  await waitsFor(page, '.lead.now');
  const rows: DeskRow[] = [];
  for (const scene of REVIEW_SCENES) {
    const row = await measured(page, scene);
    rows.push({ ...row, fileMb: null, wrong: await countFault(page) });
  }
  return rows;
}

/** Waits for the first sync: of 400,000 records it takes minutes on two shared cores. */
async function synced(device: Device): Promise<void> {
  const popup = await device.own('popup.html');
  const ended = async () => {
    // The envelope's shape is that of lib/messaging/protocol.ts.
    const { answer } = (await device.ask(popup, 'syncNow', {})) as { answer?: { state?: string } };
    return answer?.state;
  };
  await expect.poll(ended, { timeout: FILE_MS, intervals: [1_000] }).toBe('up-to-date');
  await popup.close();
}

/** Hands out two flooded offices in every format, and opens an editor's list of what is to be done about them. */
export async function deskFaults(): Promise<readonly DeskRow[]> {
  await build('chrome', 'e2e');
  const { folder, idsOf } = deskLedger();
  const profile = freshFolder('flood-desk');
  const tracker = await FloodTracker.open(folder);
  let device: Device | null = null;
  try {
    device = await Device.open(profile);
    await synced(device);
    const page = await device.context.newPage();
    await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/post/${OPEN_OFFICE}`);
    await waitsFor(page, '.office-picture .line');
    const rows = [...(await exportRows(page, idsOf)), ...(await pictureRows(page))];
    return [...rows, ...(await reviewRows(page, device))];
  } finally {
    await device?.close();
    tracker.close();
    for (const one of [folder, profile]) fs.rmSync(one, { recursive: true, force: true });
  }
}
