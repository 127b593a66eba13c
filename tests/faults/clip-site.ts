import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '@/tracker/store/open';
import type { Store } from '@/tracker/store/sql';
import { bundled } from '../bench/_sync-browser';
import { type Harness, harnessOn } from '../tracker/harness';

/** A network that loses what it returns true for: before the tracker sees it, or the answer after. */
export interface Weather {
  losesRequest(): boolean;
  losesAnswer(): boolean;
}

/** No limit stands in the way of 2,000 clips of one reader in some minutes. */
const LIMITS = { tokensPerHour: 1e6, writesPerMinute: 1e6, clipsPerDay: 1e6 };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A tracker behind a network that loses things, and at the same address the page and worker that clip. */
export class ClipSite {
  /** How often the PUT of each clip came through. */
  readonly arrivals = new Map<string, number>();
  weather: Weather | null = null;
  lost = { requests: 0, answers: 0 };
  readonly #script: string;
  readonly #store: Store;
  readonly #tracker: Harness;
  readonly #server: Server;

  private constructor(script: string, store: Store, tracker: Harness) {
    this.#script = script;
    this.#store = store;
    this.#tracker = tracker;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        // A browser that was killed in the middle of its request.
        if (!request.destroyed && !response.destroyed) console.error(error);
        response.destroy();
      });
    });
  }

  static async open(): Promise<ClipSite> {
    const store = await openStore({ dataDir: null });
    const tracker = await harnessOn(store, { limits: LIMITS });
    tracker.clock.now = new Date();
    const site = new ClipSite(await bundled('tests/faults/_clip-worker.ts'), store, tracker);
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The clips that the tracker holds: JSON by id. */
  async clips(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#store.query<{ id: string; body: string }>('select id, body from clip');
    return new Map(rows.map(({ id, body }) => [id, body]));
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await this.#store.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', method = 'GET' } = request;
    if (url === '/worker.js')
      return void response.setHeader('content-type', 'text/javascript').end(this.#script);
    if (!url.startsWith('/v1/'))
      return void response.setHeader('content-type', 'text/html').end('<!doctype html>');
    const body = await bodyOf(request);
    if (this.weather?.losesRequest() === true) {
      this.lost.requests += 1;
      return void response.destroy();
    }
    if (method === 'PUT') this.arrivals.set(url, (this.arrivals.get(url) ?? 0) + 1);
    const answered = await this.#tracker.app.request(url, {
      method,
      headers: request.headers as Record<string, string>,
      ...(body !== '' && { body }),
    });
    const bytes = Buffer.from(await answered.arrayBuffer());
    if (this.weather?.losesAnswer() === true) {
      this.lost.answers += 1;
      return void response.destroy();
    }
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(bytes);
  }
}
