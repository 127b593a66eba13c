import type { ReactNode } from 'react';
import { strings } from '@/lib/language/ui';
import type { AreaBook, PostBook } from '@/lib/ledger/books';
import type { Area, Lang } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { textIn } from '../text';
import { AreaCalendar } from './area-calendar';
import type { AreaPromises } from './area-promises';
import { AreaThesis } from './area-thesis';
import { AreaTopics } from './area-topics';
import { areaHref, postHref } from './links';

/** What an area's page shows. */
export interface AreaPageProps {
  readonly book: AreaBook;
  /** The areas that it lies in, the nearest first. */
  readonly parents: readonly Area[];
  readonly promises: AreaPromises;
  readonly context: ViewContext;
  readonly tools: ReactNode;
}

function Trail({ parents, lang }: { readonly parents: readonly Area[]; readonly lang: Lang }) {
  if (parents.length === 0) return null;
  return (
    <p className="trail small">
      {parents.toReversed().map((area) => (
        <span key={area.id}>
          <a href={areaHref(area.id)}>
            <bdi>{textIn(area.name, lang).text}</bdi>
          </a>
          {' › '}
        </span>
      ))}
    </p>
  );
}

interface RowProps {
  readonly href: string;
  readonly name: string;
  readonly note?: string;
  readonly open: number;
  readonly total: number;
  readonly lang: Lang;
}

function CountRow({ href, name, note, open, total, lang }: RowProps) {
  const { area } = strings(lang).pages;
  return (
    <li>
      <span>
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
        {note !== undefined && <span className="soft small"> {note}</span>}
      </span>
      <span className="soft small">
        {total === 0 ? area.noPromises : area.ofPromises(open, total)}
      </span>
    </li>
  );
}

/** Rows with promises stand first, most open ones on top; the others wait behind their number. */
function Split<T>(props: {
  readonly items: readonly T[];
  readonly totalOf: (item: T) => number;
  readonly openOf: (item: T) => number;
  readonly row: (item: T) => ReactNode;
  readonly more: (n: number) => string;
}) {
  const { items, totalOf, openOf, row, more } = props;
  const full = items
    .filter((item) => totalOf(item) > 0)
    .sort((a, b) => openOf(b) - openOf(a) || totalOf(b) - totalOf(a));
  const empty = items.filter((item) => totalOf(item) === 0);
  return (
    <>
      {full.length > 0 && <ul className="holders">{full.map(row)}</ul>}
      {empty.length > 0 && (
        <details className="more">
          <summary>{more(empty.length)}</summary>
          <ul className="holders">{empty.map(row)}</ul>
        </details>
      )}
    </>
  );
}

/** «город» beside «Астана», nothing beside «Алматинская область», which says it itself. */
function classNote(area: Area, lang: Lang): { readonly note?: string } {
  const word = strings(lang).common.areaClass[area.classification];
  const name = textIn(area.name, lang).text.toLowerCase();
  return name.includes(word.toLowerCase()) || name.includes(word.slice(0, 5)) ? {} : { note: word };
}

function Children({ book, lang }: { readonly book: AreaBook; readonly lang: Lang }) {
  const { pages } = strings(lang);
  if (book.children.length === 0) return null;
  return (
    <section>
      <h2>{pages.area.inside}</h2>
      <Split
        items={book.children}
        totalOf={({ counts }) => counts.total}
        openOf={({ counts }) => counts.open}
        more={pages.area.moreEmpty}
        row={({ area, counts }) => (
          <CountRow
            key={area.id}
            href={areaHref(area.id)}
            name={textIn(area.name, lang).text}
            {...classNote(area, lang)}
            open={counts.open}
            total={counts.total}
            lang={lang}
          />
        )}
      />
    </section>
  );
}

function Offices({ posts, lang }: { readonly posts: readonly PostBook[]; readonly lang: Lang }) {
  const { area } = strings(lang).pages;
  if (posts.length === 0) return null;
  return (
    <section>
      <h2>{area.offices}</h2>
      <Split
        items={posts}
        totalOf={({ counts }) => counts.total}
        openOf={({ counts }) => counts.open}
        more={area.moreOffices}
        row={({ post, counts }) => (
          <CountRow
            key={post.id}
            href={postHref(post.id)}
            name={textIn(post.label, lang).text}
            open={counts.open}
            total={counts.total}
            lang={lang}
          />
        )}
      />
    </section>
  );
}

/** The page of an area or of the country: figures with their rows, what falls due, places, offices, topics. */
export function AreaPage({ book, parents, promises, context, tools }: AreaPageProps) {
  const { lang } = context;
  const { area } = strings(lang).pages;
  const { counts } = book;
  const { thesis, terms, topics } = promises;
  // Offices without a record would only stand before the places that have some.
  const hasOwn = book.posts.some((post) => post.counts.total > 0);
  return (
    <article>
      <Trail parents={parents} lang={lang} />
      <h1>
        <bdi>{textIn(book.area.name, lang).text}</bdi>
      </h1>
      <p className="lead">
        {counts.total === 0 ? area.empty : area.ofPromises(counts.open, counts.total)}
      </p>
      {tools}
      <AreaThesis thesis={thesis} context={context} />
      {hasOwn && <Offices posts={book.posts} lang={lang} />}
      <Children book={book} lang={lang} />
      {!hasOwn && <Offices posts={book.posts} lang={lang} />}
      <AreaCalendar terms={terms} context={context} />
      <AreaTopics rows={topics} lang={lang} />
    </article>
  );
}
