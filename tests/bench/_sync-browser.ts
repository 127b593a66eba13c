import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Published } from './_sync-files';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A worker as one script. */
export async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: path.join(ROOT, entry),
        formats: ['iife'],
        name: 'reader',
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the reader was not bundled');
  return chunk.code;
}

/** Serves a published data set as a tracker does, and the reader beside it. */
export class Site {
  published: Published | null = null;
  requests = 0;
  bytes = 0;
  readonly #server: Server;
  readonly #script: string;

  private constructor(script: string) {
    this.#script = script;
    this.#server = createServer((request, response) => {
      this.requests += 1;
      const name = (request.url ?? '/').replace('/v1/kz/', '');
      if (name === '/')
        return response.setHeader('content-type', 'text/html').end('<!doctype html>');
      if (name === '/worker.js') {
        return response.setHeader('content-type', 'text/javascript').end(this.#script);
      }
      if (name === 'head.json') return response.end(this.published?.head);
      const file = this.published?.files.get(name);
      if (file === undefined) return response.writeHead(404).end();
      this.bytes += file.gz.length;
      return response.setHeader('content-encoding', 'gzip').end(file.gz);
    });
  }

  /** @param entry the worker's source: asked by `ask`, it posts `{value}`, or `{stopped}` where it stands still. */
  static async open(entry = 'tests/bench/_sync-worker.ts'): Promise<Site> {
    const site = new Site(await bundled(entry));
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A Chromium with a profile of its own on the disk, or one that was there before, and a page of the site in it. */
export async function openReader(
  site: Pick<Site, 'origin'>,
  profile = mkdtempSync(path.join(tmpdir(), 'uade-sync-')),
): Promise<{ context: BrowserContext; page: Page; profile: string }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await context.newPage();
  await page.goto(site.origin);
  return { context, page, profile };
}

interface Workers {
  workers: Map<string, Worker>;
}

/** Starts a reader under a name; one of that name that runs already is killed. */
export async function startWorker(page: Page, name: string): Promise<void> {
  await page.evaluate((given) => {
    const world = globalThis as unknown as Partial<Workers>;
    world.workers ??= new Map();
    world.workers.get(given)?.terminate();
    world.workers.set(given, new Worker('/worker.js'));
  }, name);
}

/** Asks a reader: its answer, or the step at which it stands still. */
export async function ask<T>(page: Page, name: string, question: object): Promise<T> {
  const answer = await page.evaluate(
    ([given, asked]) =>
      new Promise<unknown>((resolve) => {
        const worker = (globalThis as unknown as Workers).workers.get(given);
        // In place: a named function would need a helper that the page does not have.
        worker?.addEventListener('message', ({ data }) => resolve(data), { once: true });
        worker?.postMessage(asked);
      }),
    [name, question] as const,
  );
  // What `_sync-worker.ts` posts.
  const { value, stopped } = answer as { value?: T; stopped?: string };
  return (value ?? { stopped }) as T;
}
