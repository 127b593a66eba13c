import { langOf, nameIn, textIn } from '@/lib/formats/texts';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Day, Lang, Text } from '@/lib/ledger/records';
import { html, type Markup } from './markup';
import type { PageWords } from './words';

/** Everything a page is made of. */
export interface Site {
  readonly index: LedgerIndex;
  readonly dataset: string;
  readonly lang: Lang;
  readonly words: PageWords;
  readonly today: Day;
  /** Address of the site without a slash at the end, for previews and feeds; null: not known. */
  readonly base: string | null;
}

/** The kinds of pages: each has one address a record, which never changes. */
export type PageKind = 'office' | 'person' | 'area' | 'promise';

export const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** The address of a page below the site, `/ru/office/akim-750000000`. */
export function pathOf(lang: Lang, kind: PageKind, id: string): string {
  return `/${lang}/${kind}/${encodeURIComponent(id)}`;
}

/** A text of the ledger: isolated, with its language where it is not the page's. */
export function told(site: Site, text: Text): Markup {
  const lang = langOf(text, site.lang);
  const value = textIn(text, site.lang);
  return lang === site.lang || lang === null
    ? html`<bdi>${value}</bdi>`
    : html`<bdi lang="${lang}">${value}</bdi>`;
}

/** A link to the page of a record, in the page's language. */
export function linkTo(site: Site, kind: PageKind, id: string, label: Markup | string): Markup {
  return html`<a href="${pathOf(site.lang, kind, id)}">${label}</a>`;
}

/** A person's name as a link; nobody is an empty text. */
export function personLink(site: Site, id: string | null): Markup {
  const person = id === null ? undefined : site.index.persons.get(id);
  if (person === undefined) return html``;
  return linkTo(site, 'person', person.id, html`<bdi>${nameIn(person, site.lang)}</bdi>`);
}

/** An office's label as a link. */
export function officeLink(site: Site, id: string): Markup {
  const post = site.index.posts.get(id);
  return post === undefined ? html`${id}` : linkTo(site, 'office', id, told(site, post.label));
}

/** A partial date in words, for machines too. */
export function dated(site: Site, date: string): Markup {
  return html`<time datetime="${date}">${site.words.common.dataDate(date)}</time>`;
}
