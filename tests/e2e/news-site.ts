import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const DEMO = path.resolve(import.meta.dirname, '../../tracker/demo');

/** A demonstration article as it is in the repository. */
export function demoArticle(name: string): string {
  return fs.readFileSync(path.join(DEMO, name), 'utf8');
}

/** A real web server with the demonstration articles, each of which can be changed or taken away. */
export class NewsSite {
  readonly #changed = new Map<string, string | null>();
  readonly #policies = new Map<string, string>();
  readonly #server = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://news').pathname);
    const html = this.#page(name);
    const policy = this.#policies.get(name);
    response.writeHead(html === null ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy !== undefined && { 'content-security-policy': policy }),
    });
    response.end(html ?? '<title>404</title><p>Страница удалена</p>');
  });

  #page(name: string): string | null {
    const changed = this.#changed.get(name);
    if (changed !== undefined) return changed;
    return fs.existsSync(path.join(DEMO, name)) ? demoArticle(name) : null;
  }

  /** Begins to serve. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  url(name: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}`;
  }

  /** From now on the article reads so, under a content security policy if one is given; null: it is gone. */
  serve(name: string, html: string | null, policy?: string): void {
    this.#changed.set(name, html);
    if (policy === undefined) this.#policies.delete(name);
    else this.#policies.set(name, policy);
  }
}
