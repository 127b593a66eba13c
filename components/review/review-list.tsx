import { type ReactNode, useState } from 'react';
import { dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { Lang, Status, Text } from '@/lib/ledger/records';
import type { WorkList } from '@/lib/ledger/work-list';
import { dayOfStamp } from '../data-age';
import { confirmHref, decideHref, holderHref, promiseHref, recordHref } from '../ledger/links';
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

interface Row {
  readonly key: string;
  readonly href: string;
  readonly text: Text;
  readonly detail: string;
}

type TitledRows = readonly [title: string, rows: readonly Row[]];

function Group(props: {
  readonly lang: Lang;
  readonly title: string;
  readonly rows: readonly Row[];
}): ReactNode {
  const { lang, title, rows } = props;
  const { review } = strings(lang);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, SHOWN);
  return (
    <section>
      <h2>
        {title} · {rows.length}
      </h2>
      {rows.length === 0 && <p className="soft">{review.nothing}</p>}
      <ul className="rows">
        {shown.map(({ key, href, text, detail }) => {
          const words = textIn(text, lang);
          return (
            <li key={key}>
              <a className="row whole" href={href}>
                <bdi lang={words.lang}>{words.text}</bdi>
                <span className="sub">{detail}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length && (
        <p className="soft small">
          {review.shownOf(shown.length, rows.length)}{' '}
          <button type="button" className="text-button" onClick={() => setShowsAll(true)}>
            {review.more}
          </button>
        </p>
      )}
    </section>
  );
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

function workGroups(work: WorkList, lang: Lang): readonly TitledRows[] {
  const { common, ledger, review } = strings(lang);
  const { groups } = review;
  return [
    [groups.due, work.due.map((entry) => dueRow(entry, lang))],
    [
      groups.sources,
      work.sources.map(({ promise, check }) => ({
        key: promise.id,
        href: promiseHref(promise.id),
        text: promise.text,
        detail: `${ledger.promise.sourceState[check.state]}, ${dateOfEvent(lang, dayOfStamp(check.checkedOn))}`,
      })),
    ],
    [
      groups.holders,
      work.holders.map(({ post, holder, open }) => ({
        key: post.id,
        href: holderHref(post.id),
        text: post.label,
        detail: [
          holder?.state === 'disputed' ? common.disputedHolder : common.unknownHolder,
          review.openHere(open.length),
        ].join(' · '),
      })),
    ],
    [
      groups.stances,
      work.stances.flatMap(({ book, entries }) => {
        const [first] = entries;
        if (first === undefined) return [];
        const detail = review.silent(entries.length);
        const href = recordHref(first.promise.id);
        return [{ key: book.post.id, href, text: book.post.label, detail }];
      }),
    ],
  ];
}

/** What people wait for; verdicts have no group where nothing needs a second editor. */
function waitingGroups(
  queue: readonly QueuedRow[] | null,
  seconds: readonly SecondRow[],
  lang: Lang,
): readonly TitledRows[] {
  const { groups, received } = strings(lang).review;
  const clips = queue?.map(({ id, text, receivedOn }) => ({
    key: id,
    href: decideHref(id),
    text,
    detail: received(receivedOn),
  }));
  return [
    ...(clips === undefined ? [] : [[groups.queue, clips] as const]),
    ...(seconds.length === 0
      ? []
      : [[groups.second, seconds.map((one) => secondRow(one, lang))] as const]),
  ];
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
      {[...waitingGroups(queue, seconds, lang), ...workGroups(work, lang)].map(([title, rows]) => (
        <Group key={title} lang={lang} title={title} rows={rows} />
      ))}
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
