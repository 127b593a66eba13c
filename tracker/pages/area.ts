import { textIn } from '@/lib/formats/texts';
import { areaBook } from '@/lib/ledger/area-book';
import type { AreaBook, BookEntry, PostBook } from '@/lib/ledger/books';
import type { Area } from '@/lib/ledger/records';
import type { Page } from './layout';
import { html, jsonLd, type Markup } from './markup';
import { section } from './parts';
import { linkTo, officeLink, type Site, told } from './site';

/** The page of an area: its offices, the places in it, its promises; null when there is no such area. */
export function areaPage(site: Site, id: string): Page | null {
  const { index, today, lang, words } = site;
  const book = areaBook(index, id, { day: today, today });
  if (book === null) return null;
  const title = textIn(book.area.name, lang);
  return {
    title,
    description: `${words.common.areaClass[book.area.classification]} · ${words.common.promises(book.counts.total)}`,
    rest: `area/${encodeURIComponent(id)}`,
    hasFeed: true,
    machine: [jsonLd(machine(title, book.area))],
    body: areaBody(site, book),
  };
}

function machine(name: string, area: Area) {
  return {
    '@context': 'https://schema.org',
    '@type': 'AdministrativeArea',
    identifier: area.identifier ?? area.id,
    name,
  };
}

function areaBody(site: Site, book: AreaBook): Markup {
  const { ledger, common } = site.words;
  const { area } = book;
  const parent = area.parentId === null ? undefined : site.index.areas.get(area.parentId);
  const children = book.children.filter(({ counts }) => counts.total > 0);
  return html`<h1>${told(site, area.name)}</h1>
<p class="soft">${common.areaClass[area.classification]}${parent !== undefined && html` · ${linkTo(site, 'area', parent.id, told(site, parent.name))}`}</p>
${
  book.posts.length > 0 &&
  html`<h2>${ledger.offices}</h2>
<ul>${book.posts.map(({ post, counts }) => html`<li>${officeLink(site, post.id)} <span class="soft">${common.promises(counts.total)}</span></li>`)}</ul>`
}
${children.length > 0 && html`<ul>${children.map((child) => html`<li>${linkTo(site, 'area', child.area.id, told(site, child.area.name))} <span class="soft">${common.promises(child.counts.total)}</span></li>`)}</ul>`}
${book.counts.total === 0 && html`<p>${ledger.empty}</p>`}
${section(
  site,
  ledger.showOpen,
  ofPosts(book, ({ open }) => open),
  true,
)}
${section(
  site,
  ledger.showClosed,
  ofPosts(book, ({ closed }) => closed),
  true,
)}
${section(
  site,
  ledger.outside,
  ofPosts(book, ({ outside }) => outside),
  true,
)}`;
}

/** Entries of the area's own offices, each promise once. */
function ofPosts(book: AreaBook, list: (post: PostBook) => readonly BookEntry[]): BookEntry[] {
  const entries = new Map<string, BookEntry>();
  for (const post of book.posts) {
    for (const entry of list(post)) entries.set(entry.promise.id, entry);
  }
  return [...entries.values()];
}
