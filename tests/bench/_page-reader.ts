/** What the page's part costs as a whole, in the extension's own surroundings; a browser with an empty one beside it. */
import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { Device } from '../e2e/device';
import { AKIM, INTRODUCED, sceneLedger } from '../e2e/scene-ledger';
import { freshFolder, TestTracker } from '../e2e/tracker';
import { writeEmptyExtension } from './_page-empty-script';
import { writeLeastExtension } from './_page-least-extension';
import { openWith } from './_page-navigation';
import { articleHtml } from './_page-text';

/** Where every page of this bench stands. */
export const ADDRESS = 'https://bench.example/news/1';
/** Reading, the late looks and the search for quotes are over by then, in milliseconds. */
export const SETTLE_MS = 5_000;
/** How long a page changes before and while it is measured, in milliseconds. */
const RESTLESS_MS = 8_000;

/** A browser, and how the background of its extension is stopped. */
export interface Side {
  readonly context: BrowserContext;
  readonly stopWorker: () => Promise<void>;
}

/** Two browsers: the reader's, and one whose extension does nothing or the least that marks an article. */
export interface Both {
  readonly ours: Side;
  readonly floor: Side;
}

async function sideOf(context: BrowserContext, page: Page): Promise<Side> {
  const worker = await context.newCDPSession(page);
  await worker.send('ServiceWorker.enable');
  const stopWorker = async (): Promise<void> => {
    await worker.send('ServiceWorker.stopAllWorkers');
  };
  return { context, stopWorker };
}

/** Opens both browsers, the reader's with a ledger, for as long as `use` takes. */
export async function withBoth<T>(
  beside: 'empty' | 'least',
  use: (both: Both) => Promise<T>,
): Promise<T> {
  const folder = freshFolder('bench-reader');
  const other = path.join(folder, beside);
  const write = { empty: writeEmptyExtension, least: writeLeastExtension }[beside];
  write(other, ['*://*.example/*']);
  const ledger = sceneLedger();
  const tracker = new TestTracker(ledger);
  let device: Device | null = null;
  let floor: BrowserContext | null = null;
  try {
    await tracker.start();
    device = await Device.open(path.join(folder, 'ours'));
    const own = await device.synced();
    floor = await openWith(other, path.join(folder, 'floor'));
    return await use({
      ours: await sideOf(device.context, own),
      floor: await sideOf(floor, await floor.newPage()),
    });
  } finally {
    await floor?.close();
    await device?.close();
    await tracker.remove();
    for (const one of [folder, ledger]) fs.rmSync(one, { recursive: true, force: true });
  }
}

/** A paragraph in which an official of the scene's ledger is named for sure. */
export const line = `<p>На отчётной встрече ${INTRODUCED[AKIM]} рассказал, что дорогу к дачам починят до осени.</p>`;

/** An article around a body; `script` runs in it while the page is parsed. */
export function article(body: string, script = ''): string {
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Аким отчитался о дорогах</title><meta property="og:type" content="article"><meta property="article:published_time" content="2020-02-07"><body><article><h1>Аким отчитался о дорогах</h1><div class="text">${line}${body}</div></article><script>${script}</script></body></html>`;
}

/** Opens a page that is this text, at any of the bench's addresses. */
export async function open(context: BrowserContext, html: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('https://bench.example/**', (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  return page;
}

/** Settles when marks are drawn. */
export async function marked(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { polling: 50 });
}

/** Runs in the page while it is parsed: when, after its load, marks were drawn first. */
const WATCH_MARKS = `(() => {
  const look = () => {
    if (CSS.highlights.size > 0) globalThis.markedAt = performance.now();
    else setTimeout(look, 1);
  };
  look();
})();`;

/** Figures of both sides, measured by turns. */
export interface Beside<T = number> {
  readonly ours: readonly T[];
  readonly floor: readonly T[];
}

/** Measures both sides by turns; the first turn warms the browsers up. */
export async function byTurns<T>(
  { ours, floor }: Both,
  turns: number,
  measure: (side: Side) => Promise<T>,
): Promise<Beside<T>> {
  const figures = { ours: [] as T[], floor: [] as T[] };
  for (let n = -1; n < turns; n++) {
    const [mine, least] = [await measure(ours), await measure(floor)];
    if (n < 0) continue;
    figures.ours.push(mine);
    figures.floor.push(least);
  }
  return figures;
}

/** From the page's load until the marks stand, in milliseconds, once a load. */
export async function msToMarks(both: Both, loads: number, isStopped: boolean): Promise<Beside> {
  return await byTurns(both, loads, async ({ context, stopWorker }) => {
    const page = await open(context, article(articleHtml(2000), WATCH_MARKS));
    if (isStopped) await stopWorker();
    await page.goto(ADDRESS, { waitUntil: 'load' });
    await marked(page);
    const ms = await page.evaluate(() => {
      const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      // Put there by the page's own script.
      const { markedAt } = globalThis as unknown as { readonly markedAt: number };
      return markedAt - (load?.loadEventStart ?? Number.NaN);
    });
    await page.close();
    return ms;
  });
}

async function heapBytes(context: BrowserContext, isOurs: boolean): Promise<number> {
  const page = await open(context, article(articleHtml(2000)));
  await page.goto(ADDRESS, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  // Asked on both pages: the asking leaves something on the heap itself.
  if ((await page.evaluate(() => CSS.highlights.size > 0)) !== isOurs)
    throw new Error(isOurs ? 'the article is not marked' : 'the empty script marks');
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await page.close();
  return usedSize;
}

/** What the reader keeps on an article's heap beyond an empty script, in megabytes, once a pair of pages. */
export async function heapMegabytes({ ours, floor }: Both, pairs: number): Promise<number[]> {
  const more: number[] = [];
  for (let n = 0; n < pairs; n++) {
    const least = await heapBytes(floor.context, false);
    more.push(((await heapBytes(ours.context, true)) - least) / 2 ** 20);
  }
  return more;
}

/** An endless feed: a line more and a clock's tick in each frame. */
const RESTLESS = `(() => {
  let n = 0;
  const clock = document.createElement('p');
  document.querySelector('h1').after(clock);
  const tick = () => {
    n++;
    clock.textContent = '12:00:' + (n % 60);
    const line = document.createElement('p');
    line.textContent = 'Строка ' + n + ': на встрече говорили о дороге, воде и школе в этом году.';
    document.querySelector('.text').append(line);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})();`;

async function scriptSeconds(context: BrowserContext): Promise<number> {
  const page = await open(context, article('', RESTLESS));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const scripts = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  };
  await page.waitForTimeout(RESTLESS_MS);
  const before = await scripts();
  await page.waitForTimeout(RESTLESS_MS);
  const seconds = (await scripts()) - before;
  await page.close();
  return seconds;
}

/** Per cent of a core that the reader takes of a page that changes 60 times a second, once a pair of pages. */
export async function idlePerCent({ ours, floor }: Both, pairs: number): Promise<number[]> {
  const shares: number[] = [];
  for (let n = 0; n < pairs; n++) {
    const least = await scriptSeconds(floor.context);
    shares.push((((await scriptSeconds(ours.context)) - least) / (RESTLESS_MS / 1000)) * 100);
  }
  return shares;
}
