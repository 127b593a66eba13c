import type { CSSProperties } from 'react';
import { strings } from '@/lib/language/ui';
import type { PostBook } from '@/lib/ledger/books';
import type { Lang, Person, Status } from '@/lib/ledger/records';
import { Sign } from '../signs';
import { shortNameIn, textIn } from '../text';
import { type Band, type Line, type Picture, pictureOf } from './office-scale';

/** Signs that are rings themselves need no ring around them. */
const RINGED: ReadonlySet<Status> = new Set(['notRated', 'inProgress', 'partlyKept']);

type Persons = ReadonlyMap<string, Person>;

const percent = (value: number) => `${value.toFixed(2)}%`;
const place = (left: number, width?: number): CSSProperties => ({
  insetInlineStart: percent(left),
  ...(width !== undefined && { width: percent(width) }),
});

function bandName({ personId, state }: Band, persons: Persons, lang: Lang): string {
  const person = personId === null ? undefined : persons.get(personId);
  if (person === undefined) return state === 'vacant' ? '' : '?';
  const name = shortNameIn(person, lang);
  return state === 'acting' ? `${name}, ${strings(lang).common.acting}` : name;
}

function Bands(props: { readonly bands: readonly Band[]; persons: Persons; lang: Lang }) {
  const { bands, persons, lang } = props;
  return bands.map((band) => {
    const name = bandName(band, persons, lang);
    return (
      <div
        key={band.left}
        className={`band ${band.state}${band.isEven ? ' even' : ''}`}
        style={place(band.left, band.width)}
        title={name}
      >
        <span>{name}</span>
      </div>
    );
  });
}

function Track({ line, today }: { readonly line: Line; readonly today: number | null }) {
  const { from, to, due, status } = line;
  const solidTo = due === null ? to : Math.min(due, to);
  const isAhead = due !== null && due > to && today !== null;
  return (
    <div className={`track s-${status}`}>
      <i className="solid" style={place(from, Math.max(0, solidTo - from))} />
      {to > solidTo && <i className="dotted" style={place(solidTo, to - solidTo)} />}
      {isAhead && <i className="ahead" style={place(to, due - to)} />}
      <i className={line.isFromOpen ? 'start open' : 'start'} style={place(from)} />
      {line.crossings.map((at) => (
        <i key={at} className="knot handed" style={place(at)}>
          <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
            <path d="M2 2v12l8-6Z" />
          </svg>
        </i>
      ))}
      {due !== null && (
        <i className="knot due" style={place(due)}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m8 1.5 6.5 6.5L8 14.5 1.5 8Z" />
          </svg>
        </i>
      )}
      <i className={RINGED.has(status) ? 'end ring' : 'end'} style={place(to)}>
        <Sign name={status} size={13} />
      </i>
    </div>
  );
}

function Lines(props: { readonly picture: Picture; readonly lang: Lang }) {
  const { picture, lang } = props;
  return picture.lines.map((line) => {
    const matter = textIn(line.entry.promise.text, lang);
    return (
      <div key={line.entry.promise.id} className="line">
        <a className="label" href={`#/promise/${encodeURIComponent(line.entry.promise.id)}`}>
          <bdi lang={matter.lang}>{matter.text}</bdi>
        </a>
        <Track line={line} today={picture.today} />
      </div>
    );
  });
}

function Legend({ lang }: { readonly lang: Lang }) {
  const { common, ledger } = strings(lang);
  const statuses = ['kept', 'partlyKept', 'broken', 'inProgress', 'stalled', 'notRated'] as const;
  return (
    <ul className="legend">
      {statuses.map((status) => (
        <li key={status}>
          <span className={`s-${status}`}>
            <Sign name={status} size={13} />
          </span>
          {common.status[status]}
        </li>
      ))}
      <li>
        <Sign name="due" size={13} />
        {ledger.legend.due}
      </li>
      <li>
        <Sign name="handed" size={13} />
        {ledger.legend.handed}
      </li>
      <li>
        <span className="swatch dotted" />
        {ledger.legend.afterDue}
      </li>
      <li>
        <span className="swatch hatched" />
        {ledger.legend.unknown}
      </li>
    </ul>
  );
}

/**
 * The face of the project: holders as bands, promises as lines across them. It is a picture of the table that
 * stands beside it, so readers of the screen are sent there.
 */
export function OfficePicture(props: {
  readonly book: PostBook;
  readonly persons: Persons;
  readonly lang: Lang;
}) {
  const { book, persons, lang } = props;
  const { ledger } = strings(lang);
  const picture = pictureOf(book);
  if (picture.lines.length === 0) return null;
  return (
    <figure className="office-picture" aria-label={ledger.picture}>
      <div className="canvas">
        <div className="ground" aria-hidden="true">
          <Bands bands={picture.bands} persons={persons} lang={lang} />
          {picture.years.map(({ year, at }) => (
            <div key={year} className="year" style={place(at)}>
              <span>{year}</span>
            </div>
          ))}
          {picture.today !== null && (
            <div className="today" style={place(picture.today)}>
              <span>{ledger.today}</span>
            </div>
          )}
        </div>
        <Lines picture={picture} lang={lang} />
      </div>
      <figcaption>
        <Legend lang={lang} />
        <p>{ledger.pictureNote}</p>
        {picture.undated.length > 0 && <p>{ledger.undated(picture.undated.length)}</p>}
      </figcaption>
    </figure>
  );
}
