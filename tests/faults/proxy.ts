import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeTracker } from '../unit/sync/fake-tracker';

/** What a path of the tracker holds. */
export const FILE_KINDS = ['head', 'manifest', 'segment', 'part', 'keys'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Answers for the tracker; `bytes` is what it would have sent. */
export type Spoil = (response: ServerResponse, bytes: Buffer) => void | Promise<void>;

/** The tracker behind a real socket, with one kind of file spoiled. */
export interface Proxy {
  readonly fetch: typeof fetch;
  /** Null: everything passes. */
  spoiled: { readonly kind: FileKind; readonly spoil: Spoil; readonly isStall: boolean } | null;
  /** Spoiled answers since the last look. */
  hits: number;
  close(): Promise<void>;
}

/** The product waits 20 s for a stalled file, by the same signal; 1,500 such files would take a night. */
const PATIENCE_MS = 300;

export function kindOf(path: string): FileKind | null {
  if (path.endsWith('/head.json')) return 'head';
  if (path.endsWith('/key.json')) return 'keys';
  const [, folder] = /\/(m|s|f)\//.exec(path) ?? [];
  if (folder === 'm') return 'manifest';
  if (folder === 's') return 'segment';
  return folder === 'f' ? 'part' : null;
}

/** Starts the proxy on a free port. */
export async function startProxy(tracker: FakeTracker): Promise<Proxy> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', response);
  });
  async function answer(path: string, response: ServerResponse): Promise<void> {
    const sound = await tracker.fetch(`http://tracker.test${path}`);
    const bytes = Buffer.from(await sound.arrayBuffer());
    const { spoiled } = proxy;
    if (spoiled !== null && kindOf(path) === spoiled.kind) {
      proxy.hits += 1;
      await spoiled.spoil(response, bytes);
      return;
    }
    response.writeHead(sound.status, { 'content-type': 'application/json' }).end(bytes);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: Proxy = {
    spoiled: null,
    hits: 0,
    async fetch(input, init) {
      const { pathname } = new URL(new Request(input).url);
      const signals = [init?.signal, patience(proxy)].filter(
        (signal) => signal instanceof AbortSignal,
      );
      return await fetch(`http://127.0.0.1:${port}${pathname}`, {
        ...init,
        signal: AbortSignal.any(signals),
      });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function patience({ spoiled }: Proxy): AbortSignal | null {
  return spoiled?.isStall === true ? AbortSignal.timeout(PATIENCE_MS) : null;
}
