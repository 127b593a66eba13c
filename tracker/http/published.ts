import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Hono } from 'hono';
import type { Store } from '../store/sql';
import type { AppDeps, Env } from './deps';
import { RecentFiles } from './recent-files';
import { Refusal } from './refusal';

const gunzipped = promisify(gunzip);

const HEAD_CACHING = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';
const FILE_CACHING = 'public, max-age=31536000, immutable';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** The reading side: the same paths that a static host may serve instead. */
export function publishedRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  const recent = new RecentFiles();
  app.get('/:ds/head.json', async (c) => {
    const [row] = await deps.store.query<{ head: string | null }>(
      'select head from log_head where dataset = $1',
      [c.req.param('ds')],
    );
    if (row?.head == null) throw new Refusal(404, 'unknownDataset', 'there is no such data set');
    return c.body(row.head, 200, {
      'content-type': TYPES['json'] ?? '',
      'cache-control': HEAD_CACHING,
    });
  });
  app.get('/:ds/key.json', (c) => c.json(deps.publishing.signer.publicKeys));
  app.get('/:ds/:folder{[msf]}/:rest{.+}', async (c) => {
    const path = `${c.req.param('folder')}/${c.req.param('rest')}`;
    const file = await findFile(deps.store, recent, c.req.param('ds'), path);
    const zipped = acceptsGzip(c.req.header('accept-encoding'));
    const bytes = zipped ? file.gz : new Uint8Array(await gunzipped(file.gz));
    const extension = path.slice(path.lastIndexOf('.') + 1);
    return c.body(bytes, 200, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': FILE_CACHING,
      etag: `"${file.sha256.slice(0, 16)}"`,
      vary: 'accept-encoding',
      ...(zipped && { 'content-encoding': 'gzip' }),
    });
  });
  return app;
}

interface StoredFile {
  readonly gz: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** The table is asked each time, so that a file which was removed is gone at once; its bytes only the first time. */
async function findFile(
  store: Store,
  recent: RecentFiles,
  dataset: string,
  path: string,
): Promise<StoredFile> {
  const where = 'from published_file where dataset = $1 and path = $2';
  const [file] = await store.query<{ sha256: string }>(
    `select sha256 ${where}`,
    [dataset, path],
    'published-file',
  );
  if (file === undefined) throw notThere();
  const { sha256 } = file;
  const held = recent.get(sha256);
  if (held !== undefined) return { gz: held, sha256 };
  const [stored] = await store.query<{ gz: Uint8Array }>(`select gz ${where}`, [dataset, path]);
  if (stored === undefined) throw notThere();
  const gz = new Uint8Array(stored.gz);
  recent.keep(sha256, gz);
  return { gz, sha256 };
}

const notThere = () => new Refusal(404, 'unknownFile', 'there is no such file (any more)');

function acceptsGzip(header: string | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i.test(header ?? '');
}
