import fs from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { Device } from '../e2e/device';
import { markedTexts, restOn } from '../e2e/reading';
import { AKIM, INTRODUCED, OTHER, sceneLedger } from '../e2e/scene-ledger';
import { freshFolder, TestTracker } from '../e2e/tracker';

const FIRST_OPENINGS = 9;
const NEXT_OPENINGS = 15;
/** The usual rest before a card is asked for: `lib/page/pointer-rest`. */
const REST_MS = 300;

const line = (who: string): string =>
  `<p>На отчётной встрече ${who} рассказал, что дорогу к дачам починят до осени, а воду подведут к каждому дому в течение года.</p>`;
const ARTICLE = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Акимы отчитались</title><meta property="og:type" content="article"><meta property="article:published_time" content="2020-02-07"><body><article><h1>Акимы отчитались</h1>${line(INTRODUCED[AKIM])}${line(INTRODUCED[OTHER])}</article></body></html>`;

/** Runs in the page: when the pointer moved last, and when a card was put into the page after it. */
function watchCard(): void {
  const seen = { movedAt: 0, ms: null as number | null };
  Object.assign(globalThis, { seenCard: seen });
  addEventListener('pointermove', () => Object.assign(seen, { movedAt: performance.now() }), true);
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length > 0))
      seen.ms = performance.now() - seen.movedAt;
  }).observe(document.documentElement, { childList: true });
}

/** From the end of the rest until the card is drawn. */
async function openingMs(page: Page, name: string): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as { seenCard: { ms: number | null } }).seenCard.ms = null;
  });
  await restOn(page, name);
  const handle = await page.waitForFunction(
    () => (globalThis as unknown as { seenCard: { ms: number | null } }).seenCard.ms,
  );
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  return Number(await handle.jsonValue()) - REST_MS;
}

async function openArticle(device: Device): Promise<Page> {
  const page = await device.context.newPage();
  await page.route('https://bench.example/**', (route) =>
    route.fulfill({ body: ARTICLE, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto('https://bench.example/news/1');
  await expect.poll(() => markedTexts(page)).toHaveLength(2);
  await page.evaluate(watchCard);
  return page;
}

/** The card's first opening on each of several pages, and its next ones, each in milliseconds. */
export async function cardOpenings(): Promise<{
  readonly first: readonly number[];
  readonly next: readonly number[];
}> {
  const ledger = sceneLedger();
  const tracker = new TestTracker(ledger);
  const profile = freshFolder('bench-card');
  let device: Device | null = null;
  try {
    await tracker.start();
    device = await Device.open(profile);
    await (await device.synced()).close();
    const first: number[] = [];
    const next: number[] = [];
    for (let n = 0; n < FIRST_OPENINGS; n++) {
      const page = await openArticle(device);
      first.push(await openingMs(page, AKIM));
      if (n === FIRST_OPENINGS - 1) {
        for (let m = 0; m < NEXT_OPENINGS; m++)
          next.push(await openingMs(page, m % 2 === 0 ? OTHER : AKIM));
      }
      await page.close();
    }
    return { first, next };
  } finally {
    await device?.close();
    await tracker.remove();
    for (const folder of [profile, ledger]) fs.rmSync(folder, { recursive: true, force: true });
  }
}
