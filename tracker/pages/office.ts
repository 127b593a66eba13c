import { textIn } from '@/lib/formats/texts';
import type { PostBook, PostHolder } from '@/lib/ledger/books';
import { postBook } from '@/lib/ledger/post-book';
import type { Page } from './layout';
import { html, jsonLd, type Markup } from './markup';
import { holderSentence, section, termOfOffice } from './parts';
import { linkTo, personLink, type Site, told } from './site';

/** The page of an office; null when there is no such office. */
export function officePage(site: Site, id: string): Page | null {
  const { index, today, lang } = site;
  const book = postBook(index, id, { day: today, today });
  if (book === null) return null;
  const title = textIn(book.post.label, lang);
  const holder = holderSentence(site, book.holder, lastSeen(site, book));
  return {
    title,
    description: `${holder}. ${site.words.common.promises(book.counts.total)}`,
    rest: `office/${encodeURIComponent(id)}`,
    hasFeed: true,
    machine: [jsonLd(machine(title, book))],
    body: officeBody(site, book, holder),
  };
}

function lastSeen(site: Site, { holders, unordered }: PostBook): string | null {
  const days = [...holders, ...unordered.flat()].flatMap((holder) => holder.lastSeen ?? []);
  const last = days.toSorted().at(-1);
  return last === undefined ? null : site.words.common.dataDate(last);
}

function machine(title: string, { post }: PostBook) {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    identifier: post.id,
    name: title,
  };
}

function officeBody(site: Site, book: PostBook, holder: string): Markup {
  const { ledger } = site.words;
  const area = book.post.areaId === null ? undefined : site.index.areas.get(book.post.areaId);
  const { leftOpen, madeOpen, kept, broken } = book.gist;
  return html`<h1>${told(site, book.post.label)}</h1>
<p><bdi>${holder}</bdi></p>
${area !== undefined && html`<p class="soft">${linkTo(site, 'area', area.id, told(site, area.name))}</p>`}
<dl>
<dt>${ledger.figures.left}</dt><dd>${leftOpen}</dd>
<dt>${ledger.figures.made}</dt><dd>${madeOpen}</dd>
<dt>${ledger.figures.kept}</dt><dd>${kept}</dd>
<dt>${ledger.figures.broken}</dt><dd>${broken}</dd>
</dl>
${book.counts.total === 0 && html`<p>${ledger.empty}</p>`}
${section(site, ledger.showOpen, book.open)}
${section(site, ledger.showClosed, book.closed)}
${section(site, ledger.outside, book.outside)}
${section(site, ledger.moved, book.moved)}
${holdersList(site, ledger.holders, book.holders)}
${book.unordered.map((group) => holdersList(site, ledger.unordered, group))}`;
}

function holdersList(site: Site, title: string, holders: readonly PostHolder[]): Markup {
  if (holders.length === 0) return html``;
  return html`<h2>${title}</h2>
<ol>${holders.map((holder) => holderLine(site, holder))}</ol>`;
}

function holderLine(site: Site, { membership }: PostHolder): Markup {
  const acting = membership.acting && ` (${site.words.common.acting})`;
  return html`<li>${personLink(site, membership.personId)}${acting}
<span class="meta">${termOfOffice(site, membership)}</span></li>`;
}
