import { textIn } from '@/lib/formats/texts';
import { areaBook } from '@/lib/ledger/area-book';
import { firstDay } from '@/lib/ledger/partial-date';
import { postBook } from '@/lib/ledger/post-book';
import type { Pledge, StatusEvent } from '@/lib/ledger/records';
import { html, type Markup } from './markup';
import { pathOf, type Site } from './site';

/** Items of a feed; older ones are on the page. */
const ITEMS_MAX = 50;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly promise: Pledge;
}

/** RSS 2.0 of an office or area: promises and what became known of them, newest first; null: no such one. */
export function feed(site: Site, kind: 'office' | 'area', id: string): string | null {
  const found = kind === 'office' ? ofOffice(site, id) : ofArea(site, id);
  if (found === null) return null;
  const items = found.promises
    .flatMap((promise) => itemsOf(site, promise))
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, ITEMS_MAX);
  const link = `${site.base ?? ''}${pathOf(site.lang, kind, id)}`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel>
<title>${found.title} · ${site.words.common.product}</title>
<link>${link}</link>
<description>${found.title}</description>
<language>${site.lang}</language>
${items.map((item) => itemXml(site, item))}</channel></rss>
`.text;
}

function ofOffice(site: Site, id: string): { title: string; promises: Pledge[] } | null {
  const book = postBook(site.index, id, { day: site.today, today: site.today });
  if (book === null) return null;
  const entries = [...book.open, ...book.closed, ...book.outside];
  return {
    title: textIn(book.post.label, site.lang),
    promises: entries.map(({ promise }) => promise),
  };
}

function ofArea(site: Site, id: string): { title: string; promises: Pledge[] } | null {
  const book = areaBook(site.index, id, { day: site.today, today: site.today });
  if (book === null) return null;
  const promises = new Map<string, Pledge>();
  for (const { open, closed, outside } of book.posts) {
    for (const { promise } of [...open, ...closed, ...outside]) promises.set(promise.id, promise);
  }
  return { title: textIn(book.area.name, site.lang), promises: [...promises.values()] };
}

function itemsOf(site: Site, promise: Pledge): Item[] {
  const text = textIn(promise.text, site.lang);
  const said = promise.saidOn ?? promise.source.publishedOn;
  const events = site.index.eventsByPromise.get(promise.id) ?? [];
  return [
    ...(said === undefined ? [] : [{ id: promise.id, title: text, day: firstDay(said), promise }]),
    ...events.map((event) => eventItem(site, promise, event, text)),
  ];
}

function eventItem(site: Site, promise: Pledge, event: StatusEvent, text: string): Item {
  const title = `${site.words.common.status[event.status]}: ${text}`;
  return { id: event.id, title, day: firstDay(event.on), promise };
}

function itemXml(site: Site, { id, title, day, promise }: Item): Markup {
  const link = `${site.base ?? ''}${pathOf(site.lang, 'promise', promise.id)}`;
  return html`<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${site.dataset}:${id}</guid><pubDate>${new Date(`${day}T00:00:00Z`).toUTCString()}</pubDate></item>
`;
}
