import type { ReactNode } from 'react';
import { dateInWords } from '@/lib/language/dates';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { PostBook, PostHolder } from '@/lib/ledger/books';
import type { Day, Lang } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { nameIn, textIn } from '../text';
import { personHref } from './links';
import type { OfficePromises } from './office-promises';
import { PromiseViews } from './promise-views';

const DAYS_A_YEAR = 365.25;

interface OfficeProps {
  readonly book: PostBook;
  readonly context: ViewContext;
}

function lastEvidence(book: PostBook): Day | null {
  const days = book.holders.map((holder) => holder.lastSeen).filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

function unknownLine(book: PostBook, words: UiStrings, lang: Lang): string {
  const last = lastEvidence(book);
  return last === null
    ? words.ledger.nowUnknownEver
    : words.ledger.nowUnknown(dateInWords(lang, last));
}

/** Who holds the office now, or what is not known about it. */
function nowLine({ book, context }: OfficeProps, words: UiStrings): string {
  const { ledger } = words;
  const personId = book.holder?.personId ?? '';
  const person = context.persons.get(personId);
  const name = person === undefined ? personId : nameIn(person, context.lang);
  switch (book.holder?.state) {
    case 'known':
      return ledger.nowHolds(name);
    case 'acting':
      return ledger.nowActing(name);
    case 'vacant':
      return ledger.nowVacant;
    case 'disputed':
      return ledger.nowDisputed;
    case 'unknown':
    case undefined:
      return unknownLine(book, words, context.lang);
  }
}

function Figures({ book, lang }: { readonly book: PostBook; readonly lang: Lang }) {
  const { ledger } = strings(lang);
  const { figures } = ledger;
  const { leftOpen, madeOpen, kept, keptBySuccessor, broken, usualTermDays } = book.gist;
  const term = usualTermDays === null ? null : Math.round((usualTermDays / DAYS_A_YEAR) * 10) / 10;
  const hasHolder = book.holder?.personId != null;
  const open: readonly (readonly [string, string])[] = hasHolder
    ? [
        [String(leftOpen), figures.left],
        [String(madeOpen), figures.made],
      ]
    : [[String(book.counts.open), figures.openNobody]];
  const rows: readonly (readonly [string, string])[] = [
    ...open,
    [String(kept), figures.keptBySuccessor(keptBySuccessor)],
    [String(broken), figures.broken],
    [String(book.holders.length), figures.holders(book.holders.length)],
    ...(term === null ? [] : [[ledger.years(term), figures.term] as const]),
  ];
  return (
    <dl className="figures">
      {rows.map(([value, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function tenure({ membership, lastSeen, isWeak }: PostHolder, words: UiStrings): string {
  const { startDate, endDate } = membership;
  const { ledger, common, pages } = words;
  const dates =
    ledger.tenure(startDate, endDate) ??
    (lastSeen === null ? ledger.datesUnknown : ledger.seen(lastSeen));
  return [dates, membership.acting ? common.acting : '', isWeak ? pages.uncertain.holder : '']
    .filter((part) => part !== '')
    .join(', ');
}

function HolderRow({ holder, book, context }: OfficeProps & { readonly holder: PostHolder }) {
  const { lang, persons } = context;
  const words = strings(lang);
  const { personId, id } = holder.membership;
  const person = persons.get(personId);
  const tally = book.tallies.find((one) => one.membershipId === id);
  return (
    <li>
      <span>
        <a href={personHref(personId)}>
          <bdi>{person === undefined ? personId : nameIn(person, lang)}</bdi>
        </a>{' '}
        <span className="soft">{tenure(holder, words)}</span>
      </span>
      {tally !== undefined && (
        <span className="soft small">{words.ledger.tally(tally.made, tally.inherited)}</span>
      )}
    </li>
  );
}

function Holders({ book, context }: OfficeProps) {
  const { ledger } = strings(context.lang);
  return (
    <section>
      <h2>{ledger.holders}</h2>
      <ol className="holders">
        {book.holders.map((holder) => (
          <HolderRow key={holder.membership.id} holder={holder} book={book} context={context} />
        ))}
      </ol>
      {book.unordered.length > 0 && (
        <>
          <h3>{ledger.unordered}</h3>
          <ul className="holders">
            {book.unordered.flat().map((holder) => (
              <HolderRow key={holder.membership.id} holder={holder} book={book} context={context} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The page of an office: who held it, what was promised, what became of it. */
export function OfficePage(
  props: OfficePromises & { readonly context: ViewContext; readonly tools: ReactNode },
) {
  const { tools, ...promises } = props;
  const { book, context } = promises;
  const { lang } = context;
  const words = strings(lang);
  const { holders } = book.gist;
  const gist =
    holders === null
      ? ''
      : words.card.gist({
          holders: { role: book.post.role, ...holders },
          inherited: book.gist.leftOpen,
          own: 0,
          closed: 0,
        });
  return (
    <article>
      <h1>
        <bdi>{textIn(book.post.label, lang).text}</bdi>
      </h1>
      <p className="lead now">{nowLine({ book, context }, words)}</p>
      {gist !== '' && <p className="lead">{gist}</p>}
      {tools}
      <Figures book={book} lang={lang} />
      <PromiseViews {...promises} />
      <Holders book={book} context={context} />
      <p className="printed">{words.ledger.printedOn(dateInWords(lang, book.days.today))}</p>
    </article>
  );
}
