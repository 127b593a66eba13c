import { type ReactNode, useState } from 'react';
import { dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { BookEntry, PostBook } from '@/lib/ledger/books';
import type { Lang, Status, Text } from '@/lib/ledger/records';
import type { LostSource, SilentHolder, WorkList } from '@/lib/ledger/work-list';
import { dayOfStamp } from '../data-age';
import { confirmHref, decideHref, holderHref, promiseHref, recordHref } from '../ledger/links';
import { Pager, usePages } from '../ledger/pager';
import { textIn } from '../text';

/** A clip that waits, as the list shows it. */
export interface QueuedRow {
  readonly id: string;
  readonly text: Text;
  readonly receivedOn: string;
}

/** A verdict that waits for a second editor, as the list shows it. */
export interface SecondRow {
  readonly id: string;
  /** What was promised; null: this device does not have the promise yet. */
  readonly text: Text | null;
  readonly status: Status;
  /** When it was proposed, ISO 8601. */
  readonly at: string;
}

/** Rows of a group shown at first; the others are one press away. */
const SHOWN = 8;
/** Then they are shown page by page: a hundred thousand terms may have passed in one office. */
const PAGE_ROWS = 100;

interface Row {
  readonly key: string;
  readonly href: string;
  readonly text: Text;
  readonly detail: string;
}

function RowLine({ row, lang }: { readonly row: Row; readonly lang: Lang }) {
  const words = textIn(row.text, lang);
  return (
    <li>
      <a className="row whole" href={row.href}>
        <bdi lang={words.lang}>{words.text}</bdi>
        <span className="sub">{row.detail}</span>
      </a>
    </li>
  );
}

function Group<T>(props: {
  readonly lang: Lang;
  readonly title: string;
  readonly list: readonly T[];
  /** Asked for what is shown, and for no more. */
  readonly rowOf: (one: T, lang: Lang) => Row;
}): ReactNode {
  const { lang, title, list, rowOf } = props;
  const { review } = strings(lang);
  const [showsAll, setShowsAll] = useState(false);
  const paged = usePages(list, PAGE_ROWS);
  const shown = showsAll ? paged.rows : list.slice(0, SHOWN);
  return (
    <section>
      <h2>
        {title} · {list.length}
      </h2>
      {list.length === 0 && <p className="soft">{review.nothing}</p>}
      {showsAll && <Pager paged={paged} lang={lang} />}
      <ul className="rows">
        {shown.map((one) => {
          const row = rowOf(one, lang);
          return <RowLine key={row.key} row={row} lang={lang} />;
        })}
      </ul>
      {!showsAll && shown.length < list.length && (
        <p className="soft small">
          {review.shownOf(shown.length, list.length)}{' '}
          <button type="button" className="text-button" onClick={() => setShowsAll(true)}>
            {review.more}
          </button>
        </p>
      )}
    </section>
  );
}

function clipRow({ id, text, receivedOn }: QueuedRow, lang: Lang): Row {
  const detail = strings(lang).review.received(receivedOn);
  return { key: id, href: decideHref(id), text, detail };
}

function secondRow({ id, text, status, at }: SecondRow, lang: Lang): Row {
  const { common, review } = strings(lang);
  const detail = `${common.status[status]}, ${review.received(dayOfStamp(at))}`;
  return { key: id, href: confirmHref(id), text: text ?? { [lang]: id }, detail };
}

function dueRow({ promise, term }: BookEntry, lang: Lang): Row {
  const { common } = strings(lang);
  const by = promise.dueOn === null ? '' : dateOfTerm(lang, promise.dueOn);
  const detail = term === null || term === 'noDate' ? by : common.term[term](by);
  return { key: promise.id, href: recordHref(promise.id), text: promise.text, detail };
}

function sourceRow({ promise, check }: LostSource, lang: Lang): Row {
  const { sourceState } = strings(lang).ledger.promise;
  const detail = `${sourceState[check.state]}, ${dateOfEvent(lang, dayOfStamp(check.checkedOn))}`;
  return { key: promise.id, href: promiseHref(promise.id), text: promise.text, detail };
}

function holderRow({ post, holder, open }: PostBook, lang: Lang): Row {
  const { common, review } = strings(lang);
  const what = holder?.state === 'disputed' ? common.disputedHolder : common.unknownHolder;
  const detail = [what, review.openHere(open.length)].join(' · ');
  return { key: post.id, href: holderHref(post.id), text: post.label, detail };
}

function stanceRow({ book, first, entries }: SilentHolder, lang: Lang): Row {
  const { post } = book;
  const detail = strings(lang).review.silent(entries.length);
  return { key: post.id, href: recordHref(first.promise.id), text: post.label, detail };
}

/** Everything that waits for an editor; `queue` null: it could not be asked for, and `problem` says why. */
export function ReviewList(props: {
  readonly lang: Lang;
  readonly queue: readonly QueuedRow[] | null;
  /** None where verdicts need no second editor. */
  readonly seconds: readonly SecondRow[];
  readonly problem: string | null;
  /** What has just been done. */
  readonly note: string;
  readonly work: WorkList;
  readonly onAgain: () => void;
}) {
  const { lang, queue, seconds, problem, note, work, onAgain } = props;
  const { review } = strings(lang);
  const { groups } = review;
  return (
    <article>
      <h1>{review.title}</h1>
      <p className="lead">{review.lead}</p>
      <div className="tools">
        <button type="button" className="button" onClick={onAgain}>
          {review.again}
        </button>
        <output className="soft small">{note}</output>
      </div>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {queue !== null && <Group lang={lang} title={groups.queue} list={queue} rowOf={clipRow} />}
      {/* Verdicts have no group where nothing needs a second editor. */}
      {seconds.length > 0 && (
        <Group lang={lang} title={groups.second} list={seconds} rowOf={secondRow} />
      )}
      <Group lang={lang} title={groups.due} list={work.due} rowOf={dueRow} />
      <Group lang={lang} title={groups.sources} list={work.sources} rowOf={sourceRow} />
      <Group lang={lang} title={groups.holders} list={work.holders} rowOf={holderRow} />
      <Group lang={lang} title={groups.stances} list={work.stances} rowOf={stanceRow} />
    </article>
  );
}

/** What an editor without a token sees. */
export function ReviewClosed({ lang, optionsHref }: { readonly lang: Lang; optionsHref: string }) {
  const { review } = strings(lang);
  return (
    <article>
      <h1>{review.title}</h1>
      <p className="lead">{review.noToken}</p>
      <p className="tools">
        <a className="button primary" href={optionsHref}>
          {review.toOptions}
        </a>
      </p>
    </article>
  );
}
