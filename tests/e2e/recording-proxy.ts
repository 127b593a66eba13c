import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it went over the wire. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a page's address answers; null: not a page of this site. */
export type Site = (url: URL) => string | null;

/**
 * An HTTP proxy that all of a browser goes through: addresses of the site are answered here, the rest is passed on,
 * and every request is kept as it came.
 */
export class RecordingProxy {
  readonly requests: Recorded[] = [];
  readonly #site: Site;
  readonly #server: http.Server;

  constructor(site: Site) {
    this.#site = site;
    this.#server = http.createServer((request, response) => this.#answer(request, response));
    // A tunnel hides what is asked. The pages and the tracker of the tests are plain http, so none is due.
    this.#server.on('connect', (request, socket) => {
      this.requests.push({ method: 'CONNECT', url: `${request.url}`, headers: {}, body: '' });
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks);
      this.requests.push({
        method,
        url,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, String(value)]),
        ),
        body: body.toString('utf8'),
      });
      const html = URL.canParse(url) ? this.#site(new URL(url)) : null;
      if (html === null) this.#passOn(request, body, response);
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    });
  }

  #passOn(request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void {
    const { method, url = '', headers } = request;
    const { 'proxy-connection': _, ...passed } = headers;
    const onwards = http.request(url, { method, headers: passed }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.once('error', () => response.writeHead(502).end());
    onwards.end(body);
  }
}
