import type { Lang } from '@/lib/ledger/records';
import { areaPage } from './area';
import { feed } from './feed';
import { homePage } from './home';
import { layout, type Page } from './layout';
import { officePage } from './office';
import { personPage } from './person';
import { promisePage } from './promise';
import { LANGS, type Site } from './site';

/** What one address of the site gives. */
export interface Rendered {
  readonly type: 'html' | 'xml';
  readonly text: string;
}

type PageOf = (site: Site, id: string) => Page | null;

const PAGES: ReadonlyMap<string, PageOf> = new Map<string, PageOf>([
  ['office', officePage],
  ['person', personPage],
  ['area', areaPage],
  ['promise', promisePage],
]);

/** Renders `office`, id (a feed when it ends in `.xml`); null when there is nothing at the address. */
export function render(site: Site, kind: string, id: string): Rendered | null {
  if (kind === '') return { type: 'html', text: layout(site, homePage(site)) };
  if (id.endsWith('.xml') && (kind === 'office' || kind === 'area')) {
    const text = feed(site, kind, id.slice(0, -'.xml'.length));
    return text === null ? null : { type: 'xml', text };
  }
  const page = PAGES.get(kind)?.(site, id) ?? null;
  return page === null ? null : { type: 'html', text: layout(site, page) };
}

/** A file of the static site: its path below the folder. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** All pages and feeds in all languages, one at a time, so that a large site needs little memory. */
export function* allFiles(siteIn: (lang: Lang) => Site): Generator<SiteFile> {
  for (const lang of LANGS) {
    const site = siteIn(lang);
    const { index } = site;
    yield { path: `${lang}/index.html`, text: layout(site, homePage(site)) };
    yield* filesOf(site, 'office', index.posts.keys());
    yield* filesOf(site, 'person', index.persons.keys());
    yield* filesOf(site, 'area', index.areas.keys());
    yield* filesOf(site, 'promise', index.promises.keys());
  }
}

function* filesOf(site: Site, kind: string, ids: Iterable<string>): Generator<SiteFile> {
  for (const id of ids) {
    const base = `${site.lang}/${kind}/${encodeURIComponent(id)}`;
    const page = render(site, kind, id);
    if (page !== null) yield { path: `${base}.html`, text: page.text };
    const items = render(site, kind, `${id}.xml`);
    if (items !== null) yield { path: `${base}.xml`, text: items.text };
  }
}
