import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Device } from './device';
import { demoArticle } from './news-site';
import { card, markedTexts, restOn } from './reading';
import { type Recorded, RecordingProxy } from './recording-proxy';
import { freshFolder, TestTracker, TRACKER } from './tracker';

/** Page views; 300 by `UADE_VIEWS=300 npx playwright test -c tests/e2e/playwright.config.ts privacy.spec`. */
const VIEWS = Number(process.env['UADE_VIEWS'] ?? 100);
/** Every so many views the card is opened too, and at other views the worker is stopped before. */
const CARD_EVERY = 30;
const STOP_EVERY = 50;
const PAPER = 'paper.test';
/** Articles with somebody to mark, and a name to rest on. */
const ARTICLES = [
  ['2020-taldykorgan.html', 'Галымжана АБДРАИМОВА'],
  ['2025-zhetisu.html', 'Бейбит Исабаев'],
] as const;

const tracker = new TestTracker();
const folder = freshFolder('e2e-privacy');

function articleAt({ hostname, pathname }: URL): string | null {
  if (hostname !== PAPER) return null;
  const view = Number(/^\/news\/(\d+)\//.exec(pathname)?.[1] ?? Number.NaN);
  const [file] = ARTICLES[view % ARTICLES.length] ?? [''];
  return file === '' ? '<title>paper</title>' : demoArticle(file);
}

/** Ids of all persons, posts and promises of the starter ledger. */
function ids(): readonly string[] {
  return ['persons', 'posts', 'promises'].flatMap((kind) => {
    const file = path.resolve(import.meta.dirname, `../../tracker/ledger/kz/${kind}.json`);
    const records: readonly { readonly id: string }[] = JSON.parse(fs.readFileSync(file, 'utf8'));
    return records.map(({ id }) => id);
  });
}

/** What must be in no request: the page's address, names on the pages, ids of the ledger. */
const SECRETS = [PAPER, '/news/', 'Исабаев', 'АБДРАИМОВ', 'isabayev', 'abdraimov', ...ids()];

/** Secrets that a request carries, in its address, a header or its body, plain or percent-encoded. */
function secretsIn({ url, headers, body }: Recorded): readonly string[] {
  const all = [url, ...Object.entries(headers).flat(), body].join('\n');
  const decoded = `${all}\n${decodeURIComponent(all.replace(/%(?![0-9a-f]{2})/gi, '%25'))}`;
  return SECRETS.filter((secret) => decoded.toLowerCase().includes(secret.toLowerCase()));
}

/** Hosts that Chromium asks for its own components; what it asks so says nowhere on whose behalf (`sec-fetch-…`). */
const BROWSER_HOSTS = /(?:^|\.)(?:googleapis\.com|google\.com|gvt1\.com)$/;

function hostOf(url: string): string {
  return new URL(url.includes('://') ? url : `https://${url}`).hostname;
}

function isOwnErrand({ url, headers }: Recorded): boolean {
  return BROWSER_HOSTS.test(hostOf(url)) && headers['sec-fetch-mode'] === undefined;
}

/** Everything that is neither the page itself nor an errand of the browser. */
function besidePages(requests: readonly Recorded[]): readonly Recorded[] {
  return requests.filter((one) => hostOf(one.url) !== PAPER && !isOwnErrand(one));
}

interface Recording {
  readonly proxy: RecordingProxy;
  readonly device: Device;
}

async function open(name: string): Promise<Recording> {
  const proxy = new RecordingProxy(articleAt);
  const address = await proxy.start();
  // Without the second flag the browser would go to this machine's own addresses, the tracker, directly.
  const flags = [`--proxy-server=${address}`, '--proxy-bypass-list=<-loopback>'];
  const device = await Device.open(path.join(folder, name), { flags });
  return { proxy, device };
}

async function stopWorkers(device: Device): Promise<void> {
  const own = await device.own('options.html');
  const session = await device.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await own.close();
}

async function readArticles({ device }: Recording): Promise<number> {
  const page = await device.context.newPage();
  let marked = 0;
  for (let view = 0; view < VIEWS; view++) {
    if (view % STOP_EVERY === STOP_EVERY - 1) await stopWorkers(device);
    await page.goto(`http://${PAPER}/news/${view}/${view * 7919}.html?from=${view}`);
    await expect.poll(() => markedTexts(page), { intervals: [20, 50, 100] }).not.toEqual([]);
    marked++;
    if (view % CARD_EVERY !== 0) continue;
    await restOn(page, ARTICLES[view % ARTICLES.length]?.[1] ?? '');
    await expect(card(page)).toBeVisible();
  }
  await page.close();
  return marked;
}

/** Opens the popup, which asks for news of the ledger, and lets the hourly alarm ring besides. */
async function syncOnce({ device, proxy }: Recording): Promise<void> {
  const popup = await device.synced();
  const before = besidePages(proxy.requests).length;
  await device.wakeAlarm(popup, 'sync');
  await expect.poll(() => besidePages(proxy.requests).length).toBeGreaterThan(before);
  await popup.close();
}

test.beforeAll(() => tracker.start());
test.afterAll(async () => {
  await tracker.remove();
  fs.rmSync(folder, { recursive: true, force: true });
});

test(`${VIEWS} page views leave no request, and what is fetched is what everybody fetches`, async () => {
  test.setTimeout(1_200_000);
  const reader = await open('reader');
  await syncOnce(reader);
  const before = reader.proxy.requests.length;

  // No time of the reading: while people read and nothing rings, nothing is asked of anybody.
  expect(await readArticles(reader)).toBe(VIEWS);
  const during = reader.proxy.requests.slice(before);
  expect(during.length).toBeGreaterThanOrEqual(VIEWS);
  expect(besidePages(during)).toEqual([]);
  await syncOnce(reader);

  const idle = await open('idle');
  await syncOnce(idle);
  await syncOnce(idle);
  const key = (request: Recorded) => JSON.stringify(request);
  const ofReader = besidePages(reader.proxy.requests).map(key);
  const ofIdle = besidePages(idle.proxy.requests).map(key);
  expect(new Set(ofReader)).toEqual(new Set(ofIdle));

  const asked = besidePages(reader.proxy.requests);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap(secretsIn)).toEqual([]);
  for (const { method, url, headers, body } of asked) {
    expect(new URL(url).origin).toBe(TRACKER);
    expect([method, new URL(url).search, body]).toEqual(['GET', '', '']);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(headers).not.toHaveProperty('authorization');
  }
  await reader.device.close();
  await idle.device.close();
  await reader.proxy.stop();
  await idle.proxy.stop();
});

test('an address, a name or an id in a request would be found', () => {
  const plain: Recorded = { method: 'GET', url: `${TRACKER}/v1/x`, headers: {}, body: '' };
  expect(secretsIn(plain)).toEqual([]);
  const leaks: readonly Recorded[] = [
    { ...plain, url: `${TRACKER}/v1/x?u=${encodeURIComponent(`http://${PAPER}/a`)}` },
    { ...plain, url: `${TRACKER}/v1/x/${encodeURIComponent('Исабаев')}` },
    { ...plain, headers: { referer: `http://${PAPER}/` } },
    { ...plain, body: JSON.stringify({ id: ids()[0] }) },
  ];
  for (const leak of leaks) expect(secretsIn(leak)).not.toEqual([]);
});
