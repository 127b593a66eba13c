import fs from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { KINDS, recordId } from '@/lib/wire/records';
import { openSigner } from '@/tracker/publish/keys';
import type { LogRow } from '@/tracker/publish/lines';
import { type Published, published } from '../bench/_sync-files';
import { freshFolder, TRACKER } from '../e2e/tracker';

/** Any will do: nobody asks the one below who may review. */
export const EDITOR_TOKEN = 'e'.repeat(43);

/** A folder's records as the lines of a log. */
function rowsOf(folder: string): readonly LogRow[] {
  const rows: LogRow[] = [];
  for (const kind of KINDS) {
    const file = path.join(folder, FILE_OF_KIND[kind]);
    if (!fs.existsSync(file)) continue;
    // Written by the scenes, of sound records.
    for (const record of JSON.parse(fs.readFileSync(file, 'utf8')) as Parameters<
      typeof recordId
    >[0][])
      rows.push({ rev: rows.length + 1, kind, id: recordId(record), body: JSON.stringify(record) });
  }
  return rows;
}

/**
 * What a reader and an editor get of a tracker, signed and served without a database: to put half a million records
 * into one takes minutes.
 */
export class FloodTracker {
  readonly #keys: string;
  readonly #published: Published;
  readonly #folder: string;
  readonly #server = createServer((request, response) =>
    this.#answer(request.url ?? '/', response),
  );

  private constructor(keys: string, of: Published, folder: string) {
    this.#keys = keys;
    this.#published = of;
    this.#folder = folder;
  }

  /** Signs a ledger folder and listens where the e2e build asks. */
  static async open(ledger: string): Promise<FloodTracker> {
    const folder = freshFolder('flood-keys');
    const signer = await openSigner(folder);
    const all = await published(rowsOf(ledger), [], signer, 'flood');
    const tracker = new FloodTracker(JSON.stringify(signer.publicKeys), all, folder);
    const { hostname, port } = new URL(TRACKER);
    await new Promise<void>((resolve) => {
      tracker.#server.listen(Number(port), hostname, resolve);
    });
    return tracker;
  }

  #answer(url: string, response: ServerResponse): void {
    const name = new URL(url, TRACKER).pathname.replace('/v1/kz/', '');
    const texts: Readonly<Record<string, string>> = {
      '/health': JSON.stringify({ ok: true, datasets: [{ dataset: 'kz' }] }),
      '/v1/review/queue': JSON.stringify({ clips: [] }),
      '/v1/review/proposals': JSON.stringify({ proposals: [] }),
      'head.json': this.#published.head,
      'key.json': this.#keys,
    };
    const text = texts[name];
    const file = this.#published.files.get(name);
    if (text !== undefined) response.end(text);
    else if (file === undefined) response.writeHead(404).end();
    else response.setHeader('content-encoding', 'gzip').end(file.gz);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}
