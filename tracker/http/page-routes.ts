import { Hono } from 'hono';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Lang } from '@/lib/ledger/records';
import { PAGE_POLICY } from '../pages/layout';
import { publishedLedger } from '../pages/published-ledger';
import { type Rendered, render } from '../pages/render';
import type { Site } from '../pages/site';
import type { PageWords } from '../pages/words';
import { datasetNames } from '../publish/publish';
import { type AppDeps, dayOf, type Env } from './deps';
import { Refusal } from './refusal';

/** What the pages need beside the store. */
export interface PageSettings {
  readonly words: (lang: Lang) => PageWords;
  /** Public address of the tracker without a slash at the end; null: not known. */
  readonly base: string | null;
}

const CACHING = 'public, max-age=300, stale-while-revalidate=3600';

/** Plain pages at `/{lang}/…`, made from the published rows; the first data set when there are several. */
export function pageRoutes(deps: AppDeps, settings: PageSettings): Hono<Env> {
  const app = new Hono<Env>();
  const ledger = rememberedLedger(deps);
  const siteIn = async (lang: string): Promise<Site> => {
    if (lang !== 'ru' && lang !== 'kk' && lang !== 'en') throw nothing();
    const { dataset, index: reading } = await ledger();
    const index = await reading;
    const words = settings.words(lang);
    return { index, dataset, lang, words, today: dayOf(deps.now()), base: settings.base };
  };
  app.get('/:lang{[a-z][a-z]}', async (c) =>
    answer(render(await siteIn(c.req.param('lang')), '', '')),
  );
  app.get('/:lang{[a-z][a-z]}/', async (c) =>
    answer(render(await siteIn(c.req.param('lang')), '', '')),
  );
  app.get('/:lang{[a-z][a-z]}/:kind/:id', async (c) => {
    const { lang, kind, id } = c.req.param();
    return answer(render(await siteIn(lang), kind, id.replace(/\.html$/, '')));
  });
  return app;
}

function nothing(): Refusal {
  return new Refusal(404, 'unknownPage', 'there is no such page');
}

function answer(rendered: Rendered | null): Response {
  if (rendered === null) throw nothing();
  const type = rendered.type === 'html' ? 'text/html' : 'application/rss+xml';
  return new Response(rendered.text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': CACHING,
      'content-security-policy': PAGE_POLICY,
    },
  });
}

interface Remembered {
  readonly key: string;
  readonly dataset: string;
  readonly index: Promise<LedgerIndex>;
}

/**
 * The published ledger, read again when something new was published: once for all who ask meanwhile, the old one
 * being let go first.
 */
function rememberedLedger(deps: AppDeps): () => Promise<Remembered> {
  let last: Remembered | null = null;
  return async () => {
    const [dataset] = await datasetNames(deps.store);
    if (dataset === undefined) throw nothing();
    const [row] = await deps.store.query<{ key: string }>(
      `select coalesce(epoch, '') || ':' || published_rev as key from log_head where dataset = $1`,
      [dataset],
    );
    const key = row?.key ?? '';
    if (last?.key === key && last.dataset === dataset) return last;
    const index = publishedLedger(deps.store, dataset);
    const now = { key, dataset, index };
    last = now;
    // A failure is not remembered; whoever asked for it hears of it.
    index.catch(() => {
      if (last === now) last = null;
    });
    return now;
  };
}
