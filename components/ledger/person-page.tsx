import type { ReactNode } from 'react';
import { strings } from '@/lib/language/ui';
import type { BookEntry, HeldOffice, PersonBook } from '@/lib/ledger/books';
import type { ViewContext } from '../promise-view';
import { nameIn, textIn } from '../text';
import { postHref } from './links';
import { PromiseLines } from './promise-lines';

function Office({ office, context }: { readonly office: HeldOffice; context: ViewContext }) {
  const { lang } = context;
  const { ledger } = strings(lang);
  const { startDate, endDate } = office.membership;
  return (
    <li>
      <a href={postHref(office.post.id)}>
        <bdi>{textIn(office.post.label, lang).text}</bdi>
      </a>
      <span className="soft">{ledger.tenure(startDate, endDate) ?? ledger.datesUnknown}</span>
    </li>
  );
}

function List(props: {
  readonly title: string;
  readonly entries: readonly BookEntry[];
  readonly showsMaker: boolean;
  readonly context: ViewContext;
}) {
  const { title, entries, showsMaker, context } = props;
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>
        {title} · {entries.length}
      </h2>
      <PromiseLines entries={entries} showsMaker={showsMaker} context={context} />
    </section>
  );
}

/** The page of a person: his offices, and his promises by what became of them. */
export function PersonPage(props: {
  readonly book: PersonBook;
  readonly context: ViewContext;
  readonly tools: ReactNode;
}) {
  const { book, context, tools } = props;
  const { card, ledger } = strings(context.lang);
  const { personSections: titles } = ledger;
  const lists = [
    { title: titles.inherited, entries: book.inherited, showsMaker: true },
    { title: titles.made, entries: book.made, showsMaker: false },
    { title: titles.left, entries: book.left, showsMaker: false },
    { title: titles.closed, entries: book.closed, showsMaker: true },
    { title: titles.unclear, entries: book.unclear, showsMaker: true },
    { title: titles.outside, entries: book.outside, showsMaker: true },
  ];
  return (
    <article>
      <h1>
        <bdi>{nameIn(book.person, context.lang)}</bdi>
      </h1>
      {lists.every(({ entries }) => entries.length === 0) && (
        <p className="lead">{card.emptyTitle}</p>
      )}
      {tools}
      <section>
        <h2>{ledger.offices}</h2>
        <ul className="holders">
          {book.offices.map((office) => (
            <Office key={office.membership.id} office={office} context={context} />
          ))}
        </ul>
      </section>
      {lists.map((list) => (
        <List key={list.title} {...list} context={context} />
      ))}
    </article>
  );
}
