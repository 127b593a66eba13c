import { textIn } from '@/lib/formats/texts';
import type { PostBook, PostHolder } from '@/lib/ledger/books';
import { compareDays, lastDay } from '@/lib/ledger/partial-date';
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

/** The last date that any source gives of a holder, as exact as the source has it. */
function lastSeen(site: Site, { holders, unordered }: PostBook): string | null {
  const dates = [...holders, ...unordered.flat()].flatMap(({ membership: m }) => [
    ...m.attestedOn,
    ...(m.startDate === null ? [] : [m.startDate]),
    ...(m.endDate === null ? [] : [m.endDate]),
  ]);
  const last = dates.toSorted((a, b) => compareDays(lastDay(a), lastDay(b))).at(-1);
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
  return html`<h1>${told(site, book.post.label)}</h1>
<p><bdi>${holder}</bdi></p>
${area !== undefined && html`<p class="soft">${linkTo(site, 'area', area.id, told(site, area.name))}</p>`}
${figures(site, book)}
${book.counts.total === 0 && html`<p>${ledger.empty}</p>`}
${section(site, ledger.showOpen, book.open)}
${section(site, ledger.showClosed, book.closed)}
${section(site, ledger.outside, book.outside)}
${section(site, ledger.moved, book.moved)}
${holdersList(site, ledger.holders, book.holders)}
${unorderedList(site, book)}`;
}

/** What stands open and what was done; rows without anything are left out. */
function figures(site: Site, { gist, open }: PostBook): Markup {
  const { figures: words } = site.words.ledger;
  const rows = (
    [
      [words.left, gist.leftOpen],
      [words.made, gist.madeOpen],
      [words.openNobody, open.length - gist.leftOpen - gist.madeOpen],
      [words.kept, gist.kept],
      [words.broken, gist.broken],
    ] as const
  ).filter(([, count]) => count > 0);
  if (rows.length === 0) return html``;
  return html`<dl>${rows.map(([label, count]) => html`<dt>${label}</dt><dd>${count}</dd>`)}</dl>`;
}

/** Holders whose place in the order is not known; inside a group the order is known. */
function unorderedList(site: Site, { unordered }: PostBook): Markup {
  if (unordered.length === 0) return html``;
  return html`<h2>${site.words.ledger.unordered}</h2>
${unordered.map((group) => html`<ol>${group.map((holder) => holderLine(site, holder))}</ol>`)}`;
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
