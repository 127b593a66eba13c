import { beforeEach, expect, it } from 'vitest';
import { strings } from '@/lib/language/ui';
import { createApp } from '@/tracker/http/app';
import { DEFAULT_LIMITS } from '@/tracker/http/limits';
import { storeFaults } from '@/tracker/store/faults';
import type { Store } from '@/tracker/store/sql';
import { clipBody, type Harness, harnessOn, uuid } from './harness';
import { onPglite } from './stores';

onPglite('the app', (fresh) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
    await harness.publish();
  });

  it('/health tells the store and what is published', async () => {
    expect((await harness.send('GET', '/health')).body).toMatchObject({
      ok: true,
      store: 'pglite',
      datasets: [{ dataset: 'tt', rev: 4, published_rev: 4, waiting: 0 }],
    });
  });

  it('/metrics counts by route pattern, never by id or address', async () => {
    const token = await harness.token('clip');
    await harness.send('PUT', `/v1/clips/${uuid(1)}`, { token, body: clipBody });
    await harness.app.request('/v1/tt/head.json');
    const text = await (await harness.app.request('/metrics')).text();
    expect(text).toContain(
      'uade_requests_total{route="/v1/clips/:id",method="PUT",status="201"} 1',
    );
    expect(text).toContain(
      'uade_requests_total{route="/v1/:ds/head.json",method="GET",status="200"} 1',
    );
    expect(text).toContain('uade_clips{state="received"} 1');
    expect(text).toContain('uade_published_rev{dataset="tt"} 4');
    expect(text).not.toContain(uuid(1));
  });

  it('says 404 in JSON, and 503 with Retry-After when the database is gone', async () => {
    expect(await harness.send('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { error: 'notFound' },
    });
    const logged: string[] = [];
    const dead: Store = {
      ...harness.store,
      query: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })),
    };
    const note = (_fields: object, message: string) => void logged.push(message);
    const log = { info: note, warn: note, error: note };
    const app = createApp({
      store: dead,
      publishing: { signer: harness.signer, now: () => harness.clock.now, guard: null },
      now: () => harness.clock.now,
      log,
      faults: storeFaults(log, () => harness.clock.now),
      limits: DEFAULT_LIMITS,
      pages: null,
      verdictsByTwo: false,
      published: () => Promise.resolve(),
    });
    const response = await app.request('/health');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await response.json()).toMatchObject({ error: 'storage' });
    expect(logged).toEqual([expect.stringContaining('the database does not answer')]);
  });

  it('every answer keeps its type and tells no address onwards; what is read is one answer for all', async () => {
    const app = (await harnessOn(await fresh(), { pages: { words: strings, base: null } })).app;
    for (const path of ['/ru/', '/v1/tt/head.json', '/v1/tt/key.json', '/health', '/nowhere']) {
      const { headers } = await app.request(path, { headers: { origin: 'moz-extension://a' } });
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('vary') ?? '', path).not.toMatch(/origin/i);
      const isForAll = path.startsWith('/v1/');
      expect(headers.get('access-control-allow-origin'), path).toBe(isForAll ? '*' : null);
    }
  });

  it('/demo/ lists the articles, each of its links leads to one, and to nothing else', async () => {
    const get = (path: string) => harness.app.request(path);
    expect((await get('/demo')).headers.get('location')).toBe('/demo/');
    const list = await get('/demo/');
    expect(list.status).toBe(200);
    const links = [...(await list.text()).matchAll(/<a href="([^"]+)"/g)].map(([, to = '']) => to);
    expect(links).toContain('2020-taldykorgan.html');
    for (const link of links) {
      const { pathname } = new URL(link, 'http://tracker/demo/');
      const article = await get(pathname);
      expect(article.headers.get('content-type'), link).toContain('text/html');
      expect(await article.text(), link).toContain('<h1');
    }
    for (const other of ['none.html', '..%2Fserve.ts', '%2e%2e/app.ts', '.html'])
      expect((await get(`/demo/${other}`)).status, other).toBe(404);
  });

  it('serves published files gzipped or plain, immutable, and the head for a minute', async () => {
    const head = await harness.app.request('/v1/tt/head.json');
    expect(head.headers.get('cache-control')).toContain('max-age=60');
    const { path } = (
      JSON.parse(((await head.json()) as { body: string }).body) as { manifest: { path: string } }
    ).manifest;
    for (const encoding of ['gzip, br', 'identity', 'gzip;q=0', '']) {
      const response = await harness.app.request(`/v1/tt/${path}`, {
        headers: { 'accept-encoding': encoding },
      });
      expect(response.headers.get('cache-control')).toContain('immutable');
      const zipped = encoding === 'gzip, br';
      expect(response.headers.get('content-encoding')).toBe(zipped ? 'gzip' : null);
    }
  });
});
