import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3-e2e');
const DEMO = path.resolve(import.meta.dirname, '../../tracker/demo');
const FLAGS = [
  `--disable-extensions-except=${EXTENSION}`,
  `--load-extension=${EXTENSION}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=ru',
];

/** An extension that does not load has no worker: better an error soon than the test's own limit. */
const WORKER_MS = 30_000;

/** The first sync on a busy machine. */
const SYNC_MS = 120_000;

/** A news site with https addresses, whose pages the e2e build reads. */
export const NEWS = 'https://news.example';

/** A browser without the extension, for comparing what its pages see. */
export function openBare(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    locale: 'ru-RU',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=ru'],
  });
}

/** How a browser is opened; with nothing said, on a desktop. */
interface Opening {
  /** Every request of the whole browser is recorded into this file. */
  readonly netLog?: string;
  /** A narrow screen that is touched. */
  readonly phone?: boolean;
  /** More of the browser's switches. */
  readonly flags?: readonly string[];
}

/** A reader's browser with the built extension; its profile outlives it. */
export class Device {
  readonly context: BrowserContext;
  readonly extensionId: string;

  private constructor(context: BrowserContext, extensionId: string) {
    this.context = context;
    this.extensionId = extensionId;
  }

  /** Opens the profile. */
  static async open(profile: string, how: Opening = {}): Promise<Device> {
    const { netLog, phone = false, flags = [] } = how;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      headless: true,
      locale: 'ru-RU',
      ...(phone && { hasTouch: true, viewport: { width: 360, height: 640 } }),
      args: [...FLAGS, ...flags, ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`])],
      env: { ...process.env, HOME: profile, LANGUAGE: 'ru' },
    });
    await context.route(`${NEWS}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(DEMO, path.basename(pathname));
      if (!fs.existsSync(file)) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ path: file, contentType: 'text/html; charset=utf-8' });
    });
    const worker =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: WORKER_MS }));
    return new Device(context, new URL(worker.url()).host);
  }

  /** Opens one of the demonstration articles at the news site's address. */
  async article(name: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${NEWS}/${name}`);
    return page;
  }

  /** Opens a page of the extension in a tab. */
  async own(name: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${name}`);
    return page;
  }

  /** Opens the popup in a tab and waits until the ledger has come from the tracker. */
  async synced(): Promise<Page> {
    const popup = await this.own('popup.html');
    const ends = ['success', 'up-to-date'];
    await expect
      .poll(async () => ends.includes((await this.#syncState(popup)) ?? ''), { timeout: SYNC_MS })
      .toBe(true);
    await popup.reload();
    return popup;
  }

  async #syncState(popup: Page): Promise<string | undefined> {
    // The envelope's shape is that of lib/messaging/protocol.ts.
    const envelope = (await this.ask(popup, 'syncNow', {})) as { answer?: { state?: string } };
    return envelope.answer?.state;
  }

  /** Opens the popup for a page's tab, in a tab of its own. */
  async popupOf(page: Page): Promise<Page> {
    const popup = await this.own('popup.html');
    const tabId = await popup.evaluate(
      async (url) => (await (globalThis as unknown as OwnGlobal).chrome.tabs.query({ url }))[0]?.id,
      page.url(),
    );
    await popup.goto(`${popup.url()}?tab=${tabId}`);
    return popup;
  }

  /** Asks the background from one of the extension's own pages; answers the envelope. */
  ask(own: Page, call: string, request: object): Promise<unknown> {
    return own.evaluate(
      (message) => (globalThis as unknown as OwnGlobal).chrome.runtime.sendMessage(message),
      { call, request },
    );
  }

  /** Lets one of the extension's alarms ring now instead of in minutes. */
  async wakeAlarm(own: Page, name: string): Promise<void> {
    await own.evaluate(
      (alarm) =>
        (globalThis as unknown as OwnGlobal).chrome.alarms.create(alarm, {
          when: Date.now(),
          periodInMinutes: 5,
        }),
      name,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** What the calls above use of `chrome`, a global of the extension's own pages. */
interface OwnGlobal {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly tabs: { query(what: object): Promise<readonly { readonly id: number }[]> };
    readonly alarms: { create(name: string, when: object): Promise<void> };
  };
}
