import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { Sign } from '../signs';

/** One result of the look-up. */
export interface LookUpRow {
  /** `person/{id}`, `post/{id}` or `area/{id}`. */
  readonly target: string;
  readonly name: string;
  /** Office and dates, the area's kind, empty when nothing is known. */
  readonly detail: string;
  readonly promises: number;
  /** Only begun or mistyped: it may be somebody else. */
  readonly isNear: boolean;
  readonly href: string;
}

/** A search field with its results as plain links. */
export interface LookUpProps {
  readonly lang: Lang;
  readonly query: string;
  /** Null while the first letter is awaited; `notRead`: the data could not be read. */
  readonly rows: readonly LookUpRow[] | 'notRead' | null;
  /** The words to which the rows are the answer: while it is awaited they are those of fewer letters. */
  readonly rowsOf: string;
  readonly onQuery: (query: string) => void;
  /** The field is about to be typed in. */
  readonly onFocus: () => void;
  /** Results open in this tab; else, as from the popup, in a new one. */
  readonly opensHere?: boolean;
}

function linksIn(list: HTMLUListElement | null): HTMLAnchorElement[] {
  return list === null ? [] : [...list.querySelectorAll('a')];
}

/** Moves the focus among field and results: the arrows go round, Enter in the field opens the first. */
function moveFocus(
  event: KeyboardEvent,
  field: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLUListElement | null>,
): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = linksIn(list.current);
  if (step === 0 || links.length === 0) return;
  event.preventDefault();
  const stops: HTMLElement[] = field.current === null ? links : [field.current, ...links];
  const at = stops.findIndex((stop) => stop === event.target);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function ResultLink(props: {
  readonly lang: Lang;
  readonly row: LookUpRow;
  readonly target: '_blank' | '_self';
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { lang, row, target, onKey } = props;
  return (
    <a className="row" href={row.href} target={target} rel="noopener" onKeyDown={onKey}>
      <span className="main">
        <b>
          <bdi>{row.name}</bdi>
        </b>
        <span className="sub">
          <bdi>{row.detail}</bdi>
          {row.isNear && (
            <span>
              {row.detail === '' ? '' : ' · '}
              {strings(lang).popup.near}
            </span>
          )}
        </span>
      </span>
      {row.promises > 0 && (
        <span className="count">{strings(lang).common.promises(row.promises)}</span>
      )}
    </a>
  );
}

function SearchField(props: {
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { label, field, query, onQuery, onFocus, onKey } = props;
  const id = useId();
  return (
    <div className="search">
      <Sign name="search" />
      <label className="hidden-text" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={field}
        className="input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onFocus={onFocus}
        onKeyDown={onKey}
      />
    </div>
  );
}

function Results(props: {
  readonly lang: Lang;
  readonly rows: Exclude<LookUpProps['rows'], null>;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly opensHere: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { lang, rows, list, opensHere, onKey } = props;
  const { popup } = strings(lang);
  if (rows === 'notRead')
    return (
      <div className="results">
        <p className="problem small" role="alert">
          {popup.notRead}
        </p>
      </div>
    );
  return (
    <div className="results">
      <output className="soft small">{popup.found(rows.length)}</output>
      {rows.length === 0 && <p className="soft small">{popup.notFoundHint}</p>}
      <ul ref={list} className="rows">
        {rows.map((row) => (
          <li key={row.target}>
            <ResultLink
              lang={lang}
              row={row}
              target={opensHere ? '_self' : '_blank'}
              onKey={onKey}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One field, results as you type; arrows, Enter and Escape. */
export function LookUp(props: LookUpProps) {
  const { lang, query, rows, rowsOf, onQuery, onFocus, opensHere = false } = props;
  const { popup } = strings(lang);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Whoever types quickly means what he wrote, not the first result of half of it.
  const entered = useRef<string | null>(null);
  const openFirst = () => {
    // Words that were changed since are no longer meant.
    if (entered.current !== query) entered.current = null;
    if (entered.current === null || rowsOf !== query) return;
    entered.current = null;
    linksIn(list.current)[0]?.click();
  };
  // Of every drawing, since rows may come at any.
  useEffect(openFirst);
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      entered.current = query;
      openFirst();
    }
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
    }
    moveFocus(event, field, list);
  };
  const onLinkKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      field.current?.focus();
    }
    moveFocus(event, field, list);
  };
  return (
    <search>
      <SearchField
        {...{ field, query, onQuery, onFocus }}
        label={popup.search}
        onKey={onFieldKey}
      />
      {rows !== null && query !== '' && (
        <Results {...{ lang, rows, list, opensHere }} onKey={onLinkKey} />
      )}
    </search>
  );
}
