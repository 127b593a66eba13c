import type { ReactNode } from 'react';
import type { CardStrings } from '@/lib/language/card-strings';
import { dateInWords, dateOfEvent, dateOfTerm } from '@/lib/language/dates';
import type { Lang, PartialDate, Pledge, Status } from '@/lib/ledger/records';
import type { TermState } from '@/lib/ledger/statuses';
import { Sign } from './signs';
import { SourceLink } from './source-link';
import { textIn } from './text';

/** A source of a line: its page, and the address at the quoted words where they are known. */
export interface SourceView {
  readonly url: string;
  readonly href: string;
  readonly isWeak: boolean;
}

/** One promise as the card, the popup and the ledger show it; all names are in the reader's language. */
export interface PromiseView {
  readonly pledge: Pledge;
  readonly status: Status;
  /** Day of the event that gave the status; null when nobody has rated it. */
  readonly statusOn: PartialDate | null;
  /** Null for a closed promise. */
  readonly term: TermState | null;
  /** Whose word it was: shown for what is inherited. `unnamed`: the source does not name him. */
  readonly origin: { readonly name: string } | 'unnamed' | null;
  /** How many further holders it passed through since. */
  readonly passedThrough: number;
  readonly saidHere: boolean;
  /** How often the matter was promised, this one included, and by how much the term moved. */
  readonly repeats: { readonly times: number; readonly slipped: string | null } | null;
  /** Who answers for it now, where that is somebody else. */
  readonly answersNow: string | null;
  /** The source is a copy or an aggregator. */
  readonly isWeak: boolean;
  /** What tells the status is a copy or an aggregator: the status is not confirmed. */
  readonly isStatusWeak: boolean;
  readonly hasReply: boolean;
  readonly sources: readonly SourceView[];
}

const CLOSED: ReadonlySet<Status> = new Set(['kept', 'partlyKept', 'broken', 'unrateable']);

function termWords(view: PromiseView, words: CardStrings, lang: Lang): string {
  const { dueOn } = view.pledge;
  if (dueOn === null || view.term === null || view.term === 'noDate')
    return words.common.term.noDate;
  return words.common.term[view.term](dateOfTerm(lang, dueOn));
}

function statusWords(view: PromiseView, words: CardStrings, lang: Lang): string | null {
  if (view.status === 'notRated' && view.term === 'passedUnchecked') return null;
  const word = words.common.status[view.status];
  const closed = CLOSED.has(view.status) && view.statusOn !== null;
  return closed ? words.card.closedOn(word, dateOfEvent(lang, view.statusOn)) : word;
}

function originWords(view: PromiseView, words: CardStrings, lang: Lang): string | null {
  if (view.origin === null) return null;
  if (view.origin === 'unnamed') return words.card.fromUnnamed;
  const { saidOn } = view.pledge;
  const said = saidOn === null ? '' : `, ${dateInWords(lang, saidOn)}`;
  const rest = view.passedThrough > 0 ? ` → ${words.card.andMore(view.passedThrough)}` : '';
  return `${view.origin.name}${said}${rest}`;
}

function saidWords(view: PromiseView, words: CardStrings, lang: Lang): string | null {
  const { saidOn } = view.pledge;
  if (saidOn === null || view.saidHere || (view.origin !== null && view.origin !== 'unnamed')) {
    return null;
  }
  return words.card.saidOn(dateOfEvent(lang, saidOn));
}

function repeatWords(view: PromiseView, words: CardStrings): string | null {
  if (view.repeats === null || view.repeats.times < 2) return null;
  const { times, slipped } = view.repeats;
  const repeated = words.card.repeated(times);
  return slipped === null ? repeated : `${repeated}, ${words.card.slipped(slipped)}`;
}

function factsOf(view: PromiseView, words: CardStrings, lang: Lang): string[] {
  const { card } = words;
  return [
    CLOSED.has(view.status) ? null : termWords(view, words, lang),
    originWords(view, words, lang),
    saidWords(view, words, lang),
    repeatWords(view, words),
    view.answersNow === null ? null : card.answersNow(view.answersNow),
    view.pledge.outsidePowers ? card.outsidePowers : null,
    view.isWeak ? card.weak : null,
    view.isStatusWeak ? card.weakStatus : null,
    view.hasReply ? card.replied : null,
  ].filter((fact) => fact !== null);
}

/** Hosts shown on a line; the rest is counted in words and stands in the book. */
const SOURCES_SHOWN = 2;

function sourceNodes({ sources }: PromiseView, words: CardStrings): ReactNode[] {
  const rest = sources.length - SOURCES_SHOWN;
  return [
    ...sources
      .slice(0, SOURCES_SHOWN)
      .map(({ url, href, isWeak }) => (
        <SourceLink key={url} url={url} href={href} words={words} isWeak={isWeak} />
      )),
    ...(rest > 0 ? [<span key="rest">{words.card.moreSources(rest)}</span>] : []),
  ];
}

/** The facts beneath a matter, with separators that are text: they are read out and copied too. */
function Facts(props: {
  readonly view: PromiseView;
  readonly words: CardStrings;
  readonly lang: Lang;
}) {
  const { view, words, lang } = props;
  const status = statusWords(view, words, lang);
  const nodes: ReactNode[] = [
    ...(status === null
      ? []
      : [
          <b key="status" className={`s-${view.status}`}>
            {status}
          </b>,
        ]),
    ...factsOf(view, words, lang).map((fact) => <bdi key={fact}>{fact}</bdi>),
    ...(view.saidHere
      ? [
          <b key="here" className="said-here">
            {words.card.saidHere}
          </b>,
        ]
      : []),
    ...sourceNodes(view, words),
  ];
  return (
    <span className="facts">{nodes.map((node, at) => (at === 0 ? node : [' · ', node]))}</span>
  );
}

/** One promise: its sign, the matter in words, and beneath it status, term, whose word, where it was said. */
export function PromiseLine(props: {
  readonly view: PromiseView;
  readonly words: CardStrings;
  readonly lang: Lang;
  /** Where the promise's own page is; left out on the card. */
  readonly href?: string;
  /** For a line of a long list: its place, and who wants to know its height. */
  readonly measured?: { readonly index: number; readonly ref: (row: Element | null) => void };
}) {
  const { view, words, lang, href, measured } = props;
  const status = statusWords(view, words, lang);
  const matter = textIn(view.pledge.text, lang);
  return (
    <li className="promise" {...(measured && { ref: measured.ref, 'data-index': measured.index })}>
      <span className={`promise-sign s-${view.status}`}>
        <Sign name={view.status} />
        {status === null && <span className="hidden-text">{words.common.status[view.status]}</span>}
      </span>
      <bdi className="promise-text" lang={matter.lang}>
        {href === undefined ? (
          matter.text
        ) : (
          <a className="promise-link" href={href}>
            {matter.text}
          </a>
        )}
      </bdi>
      <Facts view={view} words={words} lang={lang} />
    </li>
  );
}
