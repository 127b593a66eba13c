import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startTracker } from '../../scripts/start-tracker.mjs';
import { Device } from '../e2e/device';
import { freshFolder } from '../e2e/tracker';
import { writeLedger } from './_pages-ledger';
import type { BenchRow } from './_row';

const PAINT_GOAL_MS = 300;
const INTERACTION_GOAL_MS = 50;
/** Two frames of a 60 Hz screen: one that is late is not seen, two in a row are. */
const FRAME_GOAL_MS = 34;
const LOADS = 9;
const SCROLLS = 120;
const WHEEL_PX = 700;
const WIDTH = 1440;
const HEIGHT = 900;

/** What the page under test keeps of itself; laid into it before its own code. */
interface Seen {
  firstPaint: number;
  paintedAt: number;
  shift: number;
  readonly interactions: number[];
  readonly frames: number[];
}

/** Runs in the page before its code: when the picture was painted, what shifted, how long interactions took. */
function watch(): void {
  const seen: Seen = { firstPaint: 0, paintedAt: 0, shift: 0, interactions: [], frames: [] };
  Object.assign(globalThis, { seen });
  const grown = new MutationObserver(() => {
    if (document.querySelector('.office-picture .line') === null) return;
    grown.disconnect();
    // The frame after the next one begins when that one is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => Object.assign(seen, { paintedAt: performance.now() })),
    );
  });
  grown.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') seen.firstPaint = startTime;
    }
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    // Chromium's own fields, which the types of the DOM do not list.
    for (const entry of list.getEntries() as unknown as {
      value: number;
      hadRecentInput: boolean;
    }[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      duration: number;
      interactionId: number;
    }[]) {
      if (entry.interactionId > 0) seen.interactions.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

const seenOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(name: string, ours: number, goal: number, unit: string, n: number): BenchRow {
  return {
    row: name,
    ours,
    peer: null,
    ratio: null,
    goal: `<= ${goal}`,
    unit,
    n,
    ok: ours <= goal,
  };
}

async function openOffice(device: Device, id: string): Promise<Page> {
  const page = await device.context.newPage();
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  await page.goto(`chrome-extension://${device.extensionId}/ledger.html#/post/${id}`);
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.paintedAt > 0);
  return page;
}

async function paint(device: Device): Promise<readonly BenchRow[]> {
  const times: number[] = [];
  const firsts: number[] = [];
  let shift = 0;
  for (let load = 0; load <= LOADS; load += 1) {
    const page = await openOffice(device, 'big');
    await page.waitForTimeout(600);
    const seen = await seenOf(page);
    // The first load fills the browser's caches of code and database.
    if (load > 0) times.push(seen.paintedAt);
    if (load > 0) firsts.push(seen.firstPaint);
    shift = Math.max(shift, seen.shift);
    await page.close();
  }
  return [
    row(
      '10 holders, 1,000 promises: first paint with words, p95',
      quantile(firsts, 0.95),
      PAINT_GOAL_MS,
      'ms',
      LOADS,
    ),
    row(
      'the same: picture painted after opening, p95',
      quantile(times, 0.95),
      PAINT_GOAL_MS,
      'ms',
      LOADS,
    ),
    row('the same: layout shift while opening, largest', shift, 0, 'CLS', LOADS + 1),
  ];
}

/** Keys that filter, switch the view and move on: what a reader does on the page. */
async function interact(device: Device): Promise<readonly BenchRow[]> {
  const page = await openOffice(device, 'big');
  const selects = page.locator('.filters select');
  let count = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
    count += 1;
  };
  for (let at = 0; at < (await selects.count()); at += 1) {
    await selects.nth(at).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) await press(key);
  }
  await page.locator('.switcher input').first().focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowLeft']) await press(key);
  for (let at = 0; at < 12; at += 1) await press('Tab');
  const { interactions } = await seenOf(page);
  await page.close();
  // The browser reports only interactions of 16 ms and more; the others were quicker.
  const all = [
    ...interactions,
    ...Array.from({ length: Math.max(0, count - interactions.length) }, () => 16),
  ];
  return [
    row('the same: key to next paint, p95', quantile(all, 0.95), INTERACTION_GOAL_MS, 'ms', count),
  ];
}

async function scroll(device: Device): Promise<readonly BenchRow[]> {
  const page = await openOffice(device, 'huge');
  await page.mouse.move(WIDTH / 2, HEIGHT / 2);
  await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Seen };
    let last = performance.now();
    const tick = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let at = 0; at < SCROLLS; at += 1) {
    await page.mouse.wheel(0, WHEEL_PX);
    await page.waitForTimeout(16);
  }
  const { frames, shift } = await seenOf(page);
  const drawn = await page.locator('.office-picture .line').count();
  await page.close();
  return [
    row(
      '10,000 promises scrolled: frame, p95',
      quantile(frames, 0.95),
      FRAME_GOAL_MS,
      'ms',
      frames.length,
    ),
    row('the same: layout shift', shift, 0, 'CLS', SCROLLS),
    row('the same: lines in the page', drawn, 100, 'lines', 1),
  ];
}

/** The ledger page of a large office, in Chromium, on the built extension and a real tracker. */
export async function run(): Promise<BenchRow[]> {
  const folder = freshFolder('bench-pages');
  const ledger = path.join(folder, 'ledger');
  writeLedger(ledger, { big: 1_000, huge: 10_000 });
  const { DATABASE_URL: _, ...env } = process.env;
  const tracker = await startTracker({ data: path.join(folder, 'tracker'), ledger, env });
  const device = await Device.open(path.join(folder, 'profile'));
  try {
    await (await device.synced()).close();
    return [...(await paint(device)), ...(await interact(device)), ...(await scroll(device))];
  } finally {
    await device.close();
    await tracker.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
