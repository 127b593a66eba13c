import { promises as fs } from 'node:fs';
import { Hono } from 'hono';
import type { Env } from './deps';
import { Refusal } from './refusal';

const PAGES = new URL('../demo/', import.meta.url);
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.html$/u;

/** Demonstration articles: `/demo/` lists them, `/demo/NAME.html` shows one. */
export function demoRoutes(): Hono<Env> {
  const app = new Hono<Env>();
  const page = async (name: string): Promise<string> => {
    const html = NAME.test(name)
      ? await fs.readFile(new URL(name, PAGES), 'utf8').catch(() => null)
      : null;
    if (html === null) throw new Refusal(404, 'unknownPage', 'there is no such page');
    return html;
  };
  app.use(async (c, next) => {
    c.header('cache-control', 'no-cache');
    await next();
  });
  // The list's links are relative: without the slash they would lead out of the folder.
  app.get('/demo', (c) => c.redirect('/demo/'));
  app.get('/demo/', async (c) => c.html(await page('index.html')));
  app.get('/demo/:name', async (c) => c.html(await page(c.req.param('name'))));
  return app;
}
