import type { Area } from '@/lib/ledger/records';
import type { Page } from './layout';
import { html, type Markup } from './markup';
import { linkTo, officeLink, type Site, told } from './site';

/** The first page: offices with promises on record, by place. */
export function homePage(site: Site): Page {
  const { ledger, common } = site.words;
  const total = site.index.promises.size;
  return {
    title: ledger.title,
    description: common.promises(total),
    rest: '',
    body: html`<h1>${ledger.title}</h1>
<p class="soft">${common.promises(total)}</p>
<ul>${topAreas(site).map((area) => html`<li>${linkTo(site, 'area', area.id, told(site, area.name))}</li>`)}</ul>
<h2>${ledger.offices}</h2>
<ul>${offices(site)}</ul>`,
  };
}

/** The country's own parts; where there is no country, the areas without a parent. */
function topAreas({ index }: Site): readonly Area[] {
  const roots = [...index.areas.values()].filter(({ parentId }) => parentId === null);
  const children = roots.flatMap(({ id }) => index.childAreas.get(id) ?? []);
  return children.length > 0
    ? [...roots, ...children.filter(({ classification }) => classification !== 'district')]
    : roots;
}

function offices(site: Site): Markup[] {
  const counted = [...site.index.promisesByPost].map(([id, promises]) => ({
    id,
    n: promises.length,
  }));
  return counted
    .toSorted((a, b) => b.n - a.n || a.id.localeCompare(b.id))
    .map(
      ({ id, n }) =>
        html`<li>${officeLink(site, id)} <span class="soft">${site.words.common.promises(n)}</span></li>`,
    );
}
