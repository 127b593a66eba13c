import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Hono } from 'hono';
import type { AppDeps, Env } from './deps';
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
    const file = await findFile(deps, c.req.param('ds'), path);
    const zipped = acceptsGzip(c.req.header('accept-encoding'));
    const bytes = zipped ? file.gz : await gunzipped(file.gz);
    const extension = path.slice(path.lastIndexOf('.') + 1);
    return c.body(new Uint8Array(bytes), 200, {
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
  readonly gz: Uint8Array;
  readonly sha256: string;
}

async function findFile(deps: AppDeps, dataset: string, path: string): Promise<StoredFile> {
  const [file] = await deps.store.query<StoredFile>(
    'select gz, sha256 from published_file where dataset = $1 and path = $2',
    [dataset, path],
  );
  if (file === undefined) throw new Refusal(404, 'unknownFile', 'there is no such file (any more)');
  return file;
}

function acceptsGzip(header: string | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i.test(header ?? '');
}
