import type { PersonBook } from '@/lib/ledger/books';
import { personBook } from '@/lib/ledger/person-book';
import type { Page } from './layout';
import { html, jsonLd, type Markup } from './markup';
import { plainName, section, termOfOffice } from './parts';
import { officeLink, type Site } from './site';

/** The page of a person; null when there is no such person. */
export function personPage(site: Site, id: string): Page | null {
  const { index, today, words } = site;
  const book = personBook(index, id, { day: today, today });
  if (book === null) return null;
  const title = plainName(site, id);
  const { made, inherited, left, closed, outside } = book;
  // Made and inherited are never summed into one figure.
  const own =
    made.length + left.length + outside.length + closed.filter((e) => e.relation === 'made').length;
  const description = `${words.common.promises(own)} · ${words.ledger.personSections.inherited}: ${inherited.length}`;
  return {
    title,
    description,
    rest: `person/${encodeURIComponent(id)}`,
    machine: [jsonLd(machine(title, book))],
    body: personBody(site, title, book),
  };
}

function machine(name: string, { person }: PersonBook) {
  const same = person.identifiers
    .filter(({ scheme }) => scheme === 'wikidata')
    .map(({ identifier }) => `https://www.wikidata.org/wiki/${encodeURIComponent(identifier)}`);
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    identifier: person.id,
    name,
    ...(same.length > 0 && { sameAs: same }),
  };
}

function personBody(site: Site, title: string, book: PersonBook): Markup {
  const { personSections: sections, offices } = site.words.ledger;
  return html`<h1><bdi>${title}</bdi></h1>
<h2>${offices}</h2>
<ul>${book.offices.map(
    ({ post, membership }) => html`<li>${officeLink(site, post.id)}
<span class="meta">${termOfOffice(site, membership)}</span></li>`,
  )}</ul>
${section(site, sections.inherited, book.inherited, true)}
${section(site, sections.made, book.made, true)}
${section(site, sections.left, book.left, true)}
${section(site, sections.closed, book.closed, true)}
${section(site, sections.outside, book.outside, true)}
${section(site, sections.unclear, book.unclear, true)}`;
}
