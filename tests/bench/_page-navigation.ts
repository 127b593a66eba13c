import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { freshFolder } from '../e2e/tracker';
import { writeEmptyExtension } from './_page-empty-script';
import { writeListeningExtension } from './_page-listening-script';
import { type TraceEvent, traced } from './_page-trace';

const E2E = path.resolve(import.meta.dirname, '../../.output/chrome-mv3-e2e');
/** The e2e build runs there, so that the floor is asked for at the same addresses. */
const SITE = 'https://bench.example';
const LOADS = 25;
/** What a script starts on a page that is no article is over by then, its late looks aside; in milliseconds. */
const SETTLE_MS = 300;

const FRONT = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Новости</title><body><h1>Новости</h1>${'<div class="card"><h3><a href="/n">Отчёт перед жителями</a></h3><p>Коротко о главном.</p></div>'.repeat(60)}</body></html>`;

/** A browser with one extension; every page of the bench's site is the front page of a news site. */
export async function openWith(extension: string, profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
    ],
  });
  await context.route(`${SITE}/**`, (route) =>
    route.fulfill({ body: FRONT, contentType: 'text/html; charset=utf-8' }),
  );
  return context;
}

/** Compiling, evaluating and calling scripts of extensions, in milliseconds of the page's main thread. */
function scriptMs(events: readonly TraceEvent[]): number {
  const ours = events.filter(
    ({ name, ph, args }) =>
      ph === 'X' &&
      (name === 'EvaluateScript' || name === 'FunctionCall') &&
      args.data?.url?.startsWith('chrome-extension://') === true,
  );
  if (ours.length === 0) throw new Error('the content script did not run');
  return ours.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
}

async function navigate(page: Page, cdp: CDPSession, n: number): Promise<number> {
  return scriptMs(
    await traced(cdp, async () => {
      await page.goto(`${SITE}/news/${n}`, { waitUntil: 'load' });
      await page.waitForTimeout(SETTLE_MS);
    }),
  );
}

interface Side {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly times: number[];
}

/** Script time of a navigation to a page that is no article: with our content script, an empty one, one that listens. */
export async function navigations(): Promise<{
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  readonly listening: readonly number[];
}> {
  const folder = freshFolder('bench-navigation');
  const empty = path.join(folder, 'empty');
  writeEmptyExtension(empty, ['*://*.example/*']);
  const listener = path.join(folder, 'listening');
  writeListeningExtension(listener, ['*://*.example/*']);
  const contexts = [
    await openWith(E2E, path.join(folder, 'ours')),
    await openWith(empty, path.join(folder, 'floor')),
    await openWith(listener, path.join(folder, 'beside')),
  ];
  try {
    const sides: Side[] = [];
    for (const context of contexts) {
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      sides.push({ page, cdp, times: [] });
    }
    // The first navigations warm the browser up.
    for (let n = -3; n < LOADS; n++) {
      for (const { page, cdp, times } of sides) {
        const ms = await navigate(page, cdp, n);
        if (n >= 0) times.push(ms);
      }
    }
    const [ours = [], floor = [], listening = []] = sides.map(({ times }) => times);
    return { ours, floor, listening };
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
