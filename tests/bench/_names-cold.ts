/** First answers of a worker that the browser had ended: of an extension, whose script is kept compiled. */
import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Person } from '@/lib/ledger/records';
import { freshFolder } from '../e2e/tracker';
import { bundle } from '../eval/_pages';
import { openWith } from './_page-navigation';

/** One worker: ms from its script's start to its first answer, and for the same question again. */
export interface ColdAnswer {
  readonly first: number;
  readonly second: number;
  readonly found: number;
}

const SITE = 'https://bench.example';
const ROUNDS = 15;
/** The first starts fill the browser's cache of compiled scripts. */
const WARM_UP = 2;
/** A worker that was told to end has ended by then, ms. */
const END_MS = 600;

const ASK = `chrome.runtime
  .sendMessage([...document.querySelectorAll('p')].map((p) => p.textContent))
  .then((answer) => { document.documentElement.dataset.answer = JSON.stringify(answer); });
`;

async function writeExtension(folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  write(
    'manifest.json',
    JSON.stringify({
      manifest_version: 3,
      name: 'names',
      version: '1',
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches: [`${SITE}/*`], js: ['ask.js'] }],
    }),
  );
  // As the product's worker is: minified, all of it one script.
  const worker = await bundle('tests/bench/_names-worker.ts', true);
  write('worker.js', `const scriptStart = performance.now();\n${worker}`);
  write('ask.js', ASK);
  write('fill.html', '<!doctype html><meta charset="utf-8"><script src="fill.js"></script>');
  write('fill.js', await bundle('tests/bench/_names-page-script.ts'));
}

async function fill(context: BrowserContext, persons: readonly Person[]): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/fill.html', worker.url()).href);
  await page.evaluate(`uadeNames.fill(${JSON.stringify(persons)})`);
  await page.close();
}

async function ask(page: Page, nth: number): Promise<ColdAnswer> {
  await page.goto(`${SITE}/${nth}`);
  await page.waitForFunction('document.documentElement.dataset.answer !== undefined');
  const answer = JSON.parse(await page.evaluate('document.documentElement.dataset.answer'));
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

/** Asks for the officials of an article again and again, each time of a worker that has just been started. */
export async function coldAnswers(
  persons: readonly Person[],
  blocks: readonly string[],
): Promise<readonly ColdAnswer[]> {
  const folder = freshFolder('bench-names');
  await writeExtension(path.join(folder, 'extension'));
  const context = await openWith(path.join(folder, 'extension'), path.join(folder, 'profile'));
  try {
    await fill(context, persons);
    const article = blocks.map((block) => `<p>${block}</p>`).join('');
    await context.unrouteAll();
    await context.route(`${SITE}/**`, (route) =>
      route.fulfill({
        body: `<!doctype html><meta charset="utf-8">${article}`,
        contentType: 'text/html; charset=utf-8',
      }),
    );
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    const answers: ColdAnswer[] = [];
    for (let nth = 0; nth < WARM_UP + ROUNDS; nth += 1) {
      await cdp.send('ServiceWorker.stopAllWorkers');
      await page.waitForTimeout(END_MS);
      answers.push(await ask(page, nth));
    }
    return answers.slice(WARM_UP);
  } finally {
    await context.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
