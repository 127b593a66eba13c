import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Env } from './deps';
import { Refusal } from './refusal';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*(\.(html|css|svg|png|jpg|webp))?$/u;

/** Demo pages: `/demo/` lists them, `/demo/NAME` shows one. */
export function demoRoutes(dir: string): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => c.html(await indexPage(dir)));
  app.get('/:name', async (c) => {
    const name = c.req.param('name');
    if (!NAME.test(name)) throw new Refusal(404, 'unknownPage', 'there is no such page');
    const file = name.includes('.') ? name : `${name}.html`;
    const bytes = await fs.readFile(join(dir, file)).catch(() => null);
    if (bytes === null) throw new Refusal(404, 'unknownPage', 'there is no such page');
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return c.body(Uint8Array.from(bytes), 200, {
      'content-type': type,
      'cache-control': 'no-cache',
    });
  });
  return app;
}

async function indexPage(dir: string): Promise<string> {
  const own = await fs.readFile(join(dir, 'index.html'), 'utf8').catch(() => null);
  if (own !== null) return own;
  const names = (await fs.readdir(dir).catch(() => [])).filter((name) => name.endsWith('.html'));
  const items: string[] = [];
  for (const name of names) {
    const html = await fs.readFile(join(dir, name), 'utf8');
    const [, title = name] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
    items.push(`<li><a href="/demo/${encodeURIComponent(name.slice(0, -5))}">${title}</a></li>`);
  }
  const list = items.join('\n');
  return `<!doctype html>\n<html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n<title>Uäde</title>\n<h1>Uäde</h1>\n<ul>\n${list}\n</ul>\n</html>\n`;
}
