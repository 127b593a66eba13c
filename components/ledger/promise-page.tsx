import type { ReactNode } from 'react';
import { dateOfBeginning, dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { BookEntry, Hand } from '@/lib/ledger/books';
import type { Lang, Post, Source, SourceCheck, StatusEvent } from '@/lib/ledger/records';
import type { RepeatChain } from '@/lib/ledger/repeats';
import { addressOfQuote } from '@/lib/quotes/text-fragment';
import { dayOfStamp } from '../data-age';
import { spanInWords, type ViewContext } from '../promise-view';
import { Sign } from '../signs';
import { SourceLink } from '../source-link';
import { nameIn, textIn } from '../text';
import { personHref, postHref, promiseHref } from './links';
import { Pager, usePages } from './pager';

/** All that is known of one promise. */
export interface PromisePageProps {
  readonly entry: BookEntry;
  readonly post: Post | null;
  /** Every event, the voided ones too: corrections stay visible. */
  readonly events: readonly StatusEvent[];
  readonly chain: RepeatChain;
  /** The last check of its source; null when there was none. */
  readonly check: SourceCheck | null;
  readonly context: ViewContext;
  readonly tools: ReactNode;
}

function Sources({
  sources,
  context,
}: {
  readonly sources: readonly Source[];
  context: ViewContext;
}) {
  const words = strings(context.lang);
  return sources.map((source) => (
    <span key={source.url} className="soft small">
      {' · '}
      <SourceLink url={source.url} words={words} isWeak={context.isWeak(source)} />
    </span>
  ));
}

function HandStep({ hand, context }: { readonly hand: Hand; readonly context: ViewContext }) {
  const { lang, persons } = context;
  const { common, ledger } = strings(lang);
  const how = {
    said: ledger.promise.handSaid,
    unnamed: ledger.promise.handUnnamed,
    succession: ledger.promise.handSuccession,
    lineage: ledger.promise.handLineage,
  }[hand.by];
  const person = hand.span.personId === null ? undefined : persons.get(hand.span.personId);
  return (
    <li>
      <span className="dot">
        <Sign name={hand.by === 'said' ? 'said' : 'handed'} size={14} />
      </span>
      {person === undefined ? (
        common.unknownHolder
      ) : (
        <a className="promise-link" href={personHref(person.id)}>
          <bdi>{nameIn(person, lang)}</bdi>
        </a>
      )}{' '}
      <span className="soft small">
        {how}
        {hand.from !== null && ` · ${dateOfBeginning(lang, hand.from)}`}
        {hand.stance !== 'silent' && ` · ${common.stance[hand.stance]}`}
      </span>
    </li>
  );
}

function EventStep({ event, context }: { readonly event: StatusEvent; context: ViewContext }) {
  const { lang } = context;
  const { common } = strings(lang);
  const note = event.note === undefined ? null : textIn(event.note, lang);
  return (
    <li>
      <span className={`dot s-${event.status}`}>
        <Sign name={event.status} size={14} />
      </span>
      <b className={`s-${event.status}`}>{common.status[event.status]}</b>{' '}
      <span className="soft small">{dateOfEvent(lang, event.on)}</span>
      <Sources sources={event.sources} context={context} />
      {note !== null && (
        <div>
          <bdi lang={note.lang}>{note.text}</bdi>
        </div>
      )}
    </li>
  );
}

function termOf({ promise, term }: BookEntry, lang: Lang): string {
  const { common } = strings(lang);
  if (promise.dueOn === null) return common.term.noDate;
  const by = dateOfTerm(lang, promise.dueOn);
  return term === null || term === 'noDate' ? by : common.term[term](by);
}

function SourceFacts({ entry, check, context }: PromisePageProps) {
  const { lang } = context;
  const words = strings(lang);
  const { card, clip, ledger } = words;
  const { url, publishedOn, archivedUrl } = entry.promise.source;
  return (
    <dd>
      <SourceLink
        url={url}
        href={addressOfQuote(entry.promise)}
        words={words}
        isWeak={entry.weakSource}
      />
      {publishedOn !== undefined && ` · ${clip.published(dateOfEvent(lang, publishedOn))}`}
      {entry.weakSource && ` · ${card.weak}`}
      {check !== null &&
        ` · ${ledger.promise.sourceState[check.state]} (${dateOfEvent(lang, dayOfStamp(check.checkedOn))})`}
      {archivedUrl?.startsWith('https:') && (
        <>
          {' · '}
          <a href={archivedUrl} target="_blank" rel="noopener noreferrer">
            {ledger.promise.archived}
          </a>
        </>
      )}
    </dd>
  );
}

function Facts(props: PromisePageProps) {
  const { entry, post, context } = props;
  const { lang, persons } = context;
  const { promise } = entry;
  const { ledger, common, card } = strings(lang);
  const person = promise.personId === null ? undefined : persons.get(promise.personId);
  return (
    <dl className="pairs">
      <dt>{ledger.promise.person}</dt>
      <dd>
        <bdi>{person === undefined ? card.fromUnnamed : nameIn(person, lang)}</bdi>
        {promise.saidOn !== null && `, ${dateOfEvent(lang, promise.saidOn)}`}
      </dd>
      <dt>{ledger.promise.office}</dt>
      <dd>
        {post !== null && (
          <a href={postHref(post.id)}>
            <bdi>{textIn(post.label, lang).text}</bdi>
          </a>
        )}
      </dd>
      <dt>{ledger.columns.due}</dt>
      <dd>{termOf(entry, lang)}</dd>
      <dt>{ledger.promise.speech}</dt>
      <dd>{common.speech[promise.speech]}</dd>
      {promise.occasion !== null && (
        <>
          <dt>{ledger.promise.occasion}</dt>
          <dd>{common.occasion[promise.occasion]}</dd>
        </>
      )}
      <dt>{ledger.promise.source}</dt>
      <SourceFacts {...props} />
    </dl>
  );
}

/** A matter promised oftener than this is shown page by page. */
const PAGE_LINKS = 50;

function Repeats({ entry, chain, context }: PromisePageProps) {
  const { lang } = context;
  const { card, ledger } = strings(lang);
  const paged = usePages(chain.links, PAGE_LINKS);
  if (chain.links.length < 2) return null;
  return (
    <section>
      <h2>{ledger.promise.repeats}</h2>
      <Pager paged={paged} lang={lang} />
      <ol className="steps">
        {paged.rows.map(({ promise, dueOn, slippedDays }) => (
          <li key={promise.id}>
            <span className="dot">
              <Sign name="due" size={14} />
            </span>
            {promise.id === entry.promise.id ? (
              <b>{textIn(promise.text, lang).text}</b>
            ) : (
              <a className="promise-link" href={promiseHref(promise.id)}>
                {textIn(promise.text, lang).text}
              </a>
            )}{' '}
            <span className="soft small">
              {dueOn !== null && dateOfTerm(lang, dueOn)}
              {slippedDays !== null &&
                slippedDays > 0 &&
                ` · ${card.slipped(spanInWords(slippedDays, lang))}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Replies({ entry, context }: PromisePageProps) {
  const { lang } = context;
  const { ledger } = strings(lang);
  if (entry.replies.length === 0) return null;
  return (
    <section>
      <h2>{ledger.promise.replies}</h2>
      {entry.replies.map((reply) => (
        <div key={reply.id}>
          <p className="soft small">
            {dateOfEvent(lang, reply.on)}
            <Sources sources={reply.sources} context={context} />
          </p>
          <blockquote className="quote">
            <bdi>{textIn(reply.text, lang).text}</bdi>
          </blockquote>
        </div>
      ))}
    </section>
  );
}

function Events({ events, entry, context }: PromisePageProps) {
  const { common, ledger } = strings(context.lang);
  return (
    <section>
      <h2>{ledger.promise.events}</h2>
      {events.length === 0 ? (
        <p className="soft">{ledger.promise.noEvents}</p>
      ) : (
        <ol className="steps">
          {events.map((event) => (
            <EventStep key={event.id} event={event} context={context} />
          ))}
        </ol>
      )}
      <details className="soft small">
        <summary>{ledger.promise.meaning}</summary>
        <p>
          {common.status[entry.status.status]}: {common.statusMeaning[entry.status.status]}.
        </p>
        <p>{ledger.promise.corrections}</p>
      </details>
    </section>
  );
}

/** The page of a promise: its words, its hands, what is known, and where. */
export function PromisePage(props: PromisePageProps) {
  const { entry, context, tools } = props;
  const { lang } = context;
  const { card, common, ledger } = strings(lang);
  const { promise, status } = entry;
  const matter = textIn(promise.text, lang);
  return (
    <article>
      <h1>
        <bdi lang={matter.lang}>{matter.text}</bdi>
      </h1>
      <p className={`big-status s-${status.status}`}>
        <Sign name={status.status} size={20} />
        {common.status[status.status]}
      </p>
      {entry.weakStatus && <p className="soft small">{card.weakStatus}</p>}
      {tools}
      {promise.quote !== null && (
        <blockquote className="quote" lang={promise.lang}>
          <bdi>{promise.quote}</bdi>
        </blockquote>
      )}
      <Facts {...props} />
      {entry.hands.length > 0 && (
        <section>
          <h2>{ledger.promise.hands}</h2>
          <ol className="steps">
            {entry.hands.map((hand) => (
              <HandStep
                key={`${hand.postId}/${hand.from}/${hand.span.membershipId}`}
                hand={hand}
                context={context}
              />
            ))}
          </ol>
        </section>
      )}
      <Events {...props} />
      <Replies {...props} />
      <Repeats {...props} />
    </article>
  );
}
