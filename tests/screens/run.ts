import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Device } from '../e2e/device';
import { markedTexts } from '../e2e/reading';
import { sceneLedger } from '../e2e/scene-ledger';
import { freshFolder, TestTracker } from '../e2e/tracker';
import { clipFile, proposedVerdict, queuedClip } from './clips';
import { looksOf } from './faults';
import { CARDS, HEIGHT, PROPOSED_ID, QUEUED_ID, SCREENS, type Screen } from './pages';

const OUT = path.resolve(import.meta.dirname, '../../.tmp/screens');
const LANGS = ['ru', 'kk', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 1440] as const;

/** A picture of one page in one dress, and what is wrong with it. */
export interface Shot {
  readonly screen: string;
  readonly dress: string;
  readonly file: string;
  readonly faults: readonly string[];
}

interface Dress {
  readonly lang: (typeof LANGS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly width: number;
  readonly height: number;
}

const DRESSES: readonly Dress[] = LANGS.flatMap((lang) =>
  THEMES.flatMap((theme) => WIDTHS.map((width) => ({ lang, theme, width, height: HEIGHT }))),
);

/** What the settings' room keeps; its shape is that of lib/messaging/settings.ts. */
async function wear(page: Page, { lang, theme }: Dress, markAll: boolean): Promise<void> {
  await page.evaluate(
    (settings) =>
      (
        globalThis as unknown as {
          readonly chrome: {
            readonly storage: { readonly local: { set(what: object): Promise<void> } };
          };
        }
      ).chrome.storage.local.set({ settings }),
    { lang, theme, markAll },
  );
}

/** Opens a page in a dress; it is ready to be looked at. */
async function opened(screen: Screen, device: Device, dress: Dress): Promise<Page> {
  const { theme, width, height } = dress;
  const page = await screen.open(device, dress);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  // Two frames: the new size is laid out, and what follows from it too.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  return page;
}

function isCard({ name }: Screen): boolean {
  return name.startsWith('card');
}

function faultsOf(screen: Screen, page: Page): Promise<readonly string[]> {
  return looksOf(page, isCard(screen) ? '[data-theme]' : undefined);
}

async function shoot(screen: Screen, device: Device, dress: Dress): Promise<Shot> {
  const page = await opened(screen, device, dress);
  const name = `${dress.lang} ${dress.theme} ${dress.width}`;
  const file = `${screen.name}-${name}.png`.replaceAll(' ', '-');
  const faults = await faultsOf(screen, page);
  await page.screenshot({ path: path.join(OUT, file), fullPage: !isCard(screen) });
  await page.close();
  return { screen: screen.name, dress: name, file, faults };
}

function contactSheet(shots: readonly Shot[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const figures = shots.map(
    ({ screen, dress, file, faults }) =>
      `<figure${faults.length > 0 ? ' class="bad"' : ''}><a href="${file}"><img src="${file}" alt=""></a><figcaption>${screen} · ${dress}${faults.map((fault) => `<br>${escape(fault)}`).join('')}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{font:13px system-ui;display:flex;flex-wrap:wrap;gap:12px;background:#888}
figure{margin:0;width:290px;background:#fff;padding:6px}figure.bad{outline:4px solid #c00}img{width:100%;height:360px;object-fit:contain;object-position:top}</style>${figures.join('\n')}`;
}

async function sheetPicture(device: Device, shots: readonly Shot[]): Promise<void> {
  for (const name of new Set(shots.map(({ screen }) => screen))) {
    const page = await device.context.newPage();
    const file = path.join(OUT, `sheet-${name.replaceAll(' ', '-')}.html`);
    fs.writeFileSync(file, contactSheet(shots.filter(({ screen }) => screen === name)));
    await page.setViewportSize({ width: 1860, height: 900 });
    await page.goto(`file://${file}`);
    await page.screenshot({ path: file.replace('.html', '.png'), fullPage: true });
    await page.close();
  }
}

/** Makes the reader an editor, for whom a clip and another editor's verdict wait. */
async function becomeEditor(device: Device, tracker: TestTracker): Promise<void> {
  await tracker.send(QUEUED_ID, queuedClip('Построить трамвайное депо на левом берегу'));
  await tracker.addRecord('statusEvent', proposedVerdict(PROPOSED_ID));
  const options = await device.own('options.html#review');
  await options.getByRole('textbox').fill(tracker.invite());
  await options.getByRole('textbox').press('Enter');
  await expect(options.locator('#review a')).toBeVisible();
  await options.close();
}

async function fill(device: Device): Promise<Page> {
  const office = await device.own('ledger.html#/post/akim-710000000');
  const follow = office.locator('button[aria-pressed]');
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await office.close();
  const page = await device.own('ledger.html#/clips');
  await page.locator('input[type=file]').setInputFiles({
    name: 'clips.json',
    mimeType: 'application/json',
    buffer: Buffer.from(clipFile()),
  });
  await expect(page.locator('.clip-item').first()).toBeVisible();
  return page;
}

/** A reader's browser on a ledger, while `use` takes its pictures; null: the starter ledger. */
async function withDevice(
  ledger: string | null,
  use: (device: Device, tracker: TestTracker) => Promise<void>,
): Promise<void> {
  const profile = freshFolder('screens');
  const tracker = new TestTracker(ledger, { UADE_VERDICTS_BY: '2' });
  let device: Device | null = null;
  try {
    await tracker.start();
    device = await Device.open(profile);
    await (await device.synced()).close();
    await use(device, tracker);
  } finally {
    await device?.close();
    await tracker.remove();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

async function shootAll(
  screens: readonly Screen[],
  device: Device,
  keeper: Page,
): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  for (const dress of DRESSES) {
    // Officials without a record too: their cards are looked at as well.
    await wear(keeper, dress, true);
    for (const screen of screens) shots.push(await shoot(screen, device, dress));
  }
  await sheetPicture(device, shots);
  return shots;
}

/** The stores' pictures, `LANG-NAME.png`: of the one size that they all take. */
const STORE = path.resolve(import.meta.dirname, '../../docs/store');
const STORE_SCREENS: readonly string[] = ['card', 'office', 'handover sheet'];
const STORE_SIZE = { width: 1280, height: 800 } as const;

async function storePictures(device: Device): Promise<readonly Shot[]> {
  const keeper = await device.own('options.html');
  const shots: Shot[] = [];
  for (const lang of LANGS) {
    const dress = { lang, theme: 'light', ...STORE_SIZE } as const;
    await wear(keeper, dress, false);
    for (const screen of SCREENS.filter(({ name }) => STORE_SCREENS.includes(name))) {
      const page = await opened(screen, device, dress);
      const file = `${lang}-${screen.name.replaceAll(' ', '-')}.png`;
      const faults = await faultsOf(screen, page);
      await page.screenshot({ path: path.join(STORE, file) });
      await page.close();
      shots.push({ screen: screen.name, dress: lang, file, faults });
    }
  }
  return shots;
}

const POPUP_PX = 380;

/** The popup over an article, for the README: no store takes a picture of its size. */
async function popupPicture(device: Device): Promise<Shot> {
  const keeper = await device.own('options.html');
  await wear(keeper, { lang: 'en', theme: 'light', ...STORE_SIZE }, false);
  const article = await device.article('2020-taldykorgan.html');
  await expect.poll(() => markedTexts(article)).not.toEqual([]);
  const page = await device.popupOf(article);
  await page.setViewportSize({ width: POPUP_PX, height: STORE_SIZE.height });
  await expect(page.locator('button.row').first()).toBeVisible();
  const faults = await looksOf(page);
  const file = path.resolve(STORE, '../img/popup.png');
  await page.locator('body').screenshot({ path: file });
  return { screen: 'popup', dress: 'en', file, faults };
}

/** Makes the pictures in `docs`: the stores', some of which the README shows too, and the README's own. */
export async function forDocs(): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  await withDevice(null, async (device) => {
    shots.push(...(await storePictures(device)), await popupPicture(device));
  });
  return shots;
}

/** The screens that can be named. */
export const NAMES: readonly string[] = [...SCREENS, ...CARDS].map(({ name }) => name);

/** Makes the contact sheet in `.tmp/screens`; `only` names screens, none: all of them. */
export async function run(only: readonly string[]): Promise<readonly Shot[]> {
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(OUT, { recursive: true });
  const isAsked = ({ name }: Screen): boolean => only.length === 0 || only.includes(name);
  const [screens, cards] = [SCREENS.filter(isAsked), CARDS.filter(isAsked)];
  const shots: Shot[] = [];
  if (screens.length > 0)
    await withDevice(null, async (device, tracker) => {
      const keeper = await fill(device);
      await becomeEditor(device, tracker);
      shots.push(...(await shootAll(screens, device, keeper)));
    });
  const ledger = sceneLedger();
  if (cards.length > 0)
    await withDevice(ledger, async (device) => {
      shots.push(...(await shootAll(cards, device, await device.own('options.html'))));
    });
  fs.rmSync(ledger, { recursive: true, force: true });
  fs.writeFileSync(path.join(OUT, 'index.html'), contactSheet(shots));
  return shots;
}
