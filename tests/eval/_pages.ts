import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** How a real Chromium is started for a measurement. */
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** A page of an evaluation set: a file, and the address it is served at. */
export interface PageFile {
  readonly file: string;
  readonly url: string;
}

/** Bundles a script of this folder with the project's own code, as one plain script; minified as the product is, or to be read. */
export async function bundle(file: string, minify = false): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify,
      rollupOptions: { input: path.join(ROOT, file), output: { format: 'iife' } },
    },
  });
  const first = Array.isArray(result) ? result[0] : result;
  if (first === undefined || !('output' in first)) throw new Error(`no bundle of ${file}`);
  return first.output[0].code;
}

/** Opens a real Chromium. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return await chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Serves a file of a folder at an address, whatever its host, and goes there; nothing else is answered. */
export async function visit(page: Page, folder: string, { file, url }: PageFile): Promise<void> {
  await page.unrouteAll();
  const address = new URL(url);
  address.hash = '';
  await page.route('**/*', async (route) => {
    if (route.request().url() !== address.href) return await route.abort();
    const body = readFileSync(path.join(folder, file), 'utf8');
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  // Another address first: the same one with another fragment would not load again.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}
