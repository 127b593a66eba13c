import { type Context, Hono } from 'hono';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Lang } from '@/lib/ledger/records';
import { PAGE_POLICY } from '../pages/layout';
import {
  newerLedger,
  type Place,
  type Published,
  publishedLedger,
  publishedPlace,
} from '../pages/published-ledger';
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
    const { dataset, index } = await ledger();
    const words = settings.words(lang);
    return { index, dataset, lang, words, today: dayOf(deps.now()), base: settings.base };
  };
  app.get('/:lang{[a-z][a-z]}', async (c) =>
    answer(c, render(await siteIn(c.req.param('lang')), '', '')),
  );
  app.get('/:lang{[a-z][a-z]}/', async (c) =>
    answer(c, render(await siteIn(c.req.param('lang')), '', '')),
  );
  app.get('/:lang{[a-z][a-z]}/:kind/:id', async (c) => {
    const { lang, kind, id } = c.req.param();
    return answer(c, render(await siteIn(lang), kind, id.replace(/\.html$/, '')));
  });
  return app;
}

function nothing(): Refusal {
  return new Refusal(404, 'unknownPage', 'there is no such page');
}

function answer(c: Context<Env>, rendered: Rendered | null): Response {
  if (rendered === null) throw nothing();
  const type = rendered.type === 'html' ? 'text/html' : 'application/rss+xml';
  return c.body(rendered.text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': CACHING,
    'content-security-policy': PAGE_POLICY,
  });
}

interface Remembered {
  readonly dataset: string;
  readonly place: Place;
  readonly published: Promise<Published>;
}

/** The published ledger, brought up to date when something new was published: once for all who ask meanwhile. */
function rememberedLedger(deps: AppDeps): () => Promise<{ dataset: string; index: LedgerIndex }> {
  let last: Remembered | null = null;
  const read = (dataset: string, place: Place): Promise<Published> => {
    if (last?.dataset !== dataset) return publishedLedger(deps.store, dataset);
    return last.published.then((before) => newerLedger(deps.store, dataset, before, place));
  };
  return async () => {
    const [dataset] = await datasetNames(deps.store);
    if (dataset === undefined) throw nothing();
    const place = await publishedPlace(deps.store, dataset);
    const isNew =
      last?.dataset !== dataset || last.place.rev !== place.rev || last.place.epoch !== place.epoch;
    if (last === null || isNew) {
      const now = { dataset, place, published: read(dataset, place) };
      last = now;
      // A failure is not remembered; whoever asked for it hears of it.
      now.published.catch(() => {
        if (last === now) last = null;
      });
    }
    return { dataset, index: (await last.published).index };
  };
}
