import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { strings } from '@/lib/language/ui';
import type { BookEntry, ClosedEntry, PostBook } from '@/lib/ledger/books';
import type { Lang, Person } from '@/lib/ledger/records';
import type { Outlived } from '@/lib/ledger/thesis';
import { Sign } from '../signs';
import { textIn } from '../text';
import { promiseHref } from './links';
import { Bands, type Persons } from './office-bands';
import { OfficeLegend } from './office-legend';
import { type Line, type Picture, pictureOf } from './office-scale';
import { OfficeTrack, percent, place } from './office-track';
import { useVirtualRows } from './virtual-rows';

/** The height of one line, fixed, so that nothing moves and repeats can be drawn across lines. */
const LINE_PX = 40;

function Row({ line, today, lang }: { readonly line: Line; today: number | null; lang: Lang }) {
  const matter = textIn(line.entry.promise.text, lang);
  const handed = line.crossings.length;
  const words = strings(lang).pages.picture.handed(handed);
  return (
    <div className="line">
      <a className="label" href={promiseHref(line.entry.promise.id)} title={matter.text}>
        <bdi lang={matter.lang}>{matter.text}</bdi>
      </a>
      <OfficeTrack line={line} today={today} />
      <span className="times" title={handed === 0 ? undefined : words}>
        {handed > 0 && (
          <>
            <Sign name="handed" size={11} />
            <span aria-hidden="true">{handed}</span>
            <span className="hidden-text">{words}</span>
          </>
        )}
      </span>
    </div>
  );
}

/** Bows from an earlier word to the same word given again. */
function Again({ picture, lang }: { readonly picture: Picture; readonly lang: Lang }) {
  const { again } = strings(lang).pages.picture;
  return picture.again.map(({ fromLine, toLine, at, nth }) => (
    <div
      key={`${fromLine}/${toLine}`}
      className="again"
      style={{
        insetInlineStart: percent(at),
        top: (fromLine + 0.5) * LINE_PX,
        height: (toLine - fromLine) * LINE_PX,
      }}
    >
      <span>{again(nth)}</span>
    </div>
  ));
}

function Ground(props: { readonly picture: Picture; persons: Persons; lang: Lang }) {
  const { picture, persons, lang } = props;
  const { ledger } = strings(lang);
  return (
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
      <div className="repeat-arcs">
        <Again picture={picture} lang={lang} />
      </div>
    </div>
  );
}

function Lines({ picture, lang }: { readonly picture: Picture; readonly lang: Lang }) {
  const { hold, indexes, before, after } = useVirtualRows<HTMLDivElement>(
    picture.lines.length,
    LINE_PX,
  );
  const style: CSSProperties = { paddingTop: before, paddingBottom: after };
  return (
    <div className="lines" ref={hold} style={style}>
      {indexes.map((index) => {
        const line = picture.lines[index];
        return (
          line !== undefined && (
            <Row key={line.entry.promise.id} line={line} today={picture.today} lang={lang} />
          )
        );
      })}
    </div>
  );
}

/** The thesis in one line: how many outlived their makers, and how many of these are open. */
export function PictureGist(props: {
  readonly outlived: Outlived;
  /** Of how many. */
  readonly total: number;
  readonly lang: Lang;
}) {
  const { total, lang } = props;
  const words = strings(lang).pages.picture;
  const { open, closed, unknown } = props.outlived;
  const outlived = open.length + closed.length;
  if (outlived === 0) return unknown.length > 0 ? null : <p className="thesis">{words.none}</p>;
  return (
    <p className="thesis">
      <b>{words.outlived(outlived, total)}</b>
      {open.length > 0 && <span className="soft"> · {words.stillOpen(open.length)}</span>}
    </p>
  );
}

function Notes(props: { readonly picture: Picture; book: PostBook; lang: Lang }) {
  const { picture, book, lang } = props;
  const { ledger, pages } = strings(lang);
  const undatedHolders = book.unordered.flat().filter((holder) => holder.firstSeen === null).length;
  return (
    <>
      <p>{ledger.pictureNote}</p>
      {picture.undated.length > 0 && <p>{ledger.undated(picture.undated.length)}</p>}
      {picture.earlierHolders > 0 && <p>{pages.picture.earlier(picture.earlierHolders)}</p>}
      {undatedHolders > 0 && <p>{pages.picture.undatedHolders(undatedHolders)}</p>}
    </>
  );
}

/**
 * The face of the project: holders as bands, promises as lines across them. It is drawn by our own few rules and not by
 * a library of charts: those draw axes and marks, and here every line is a link with signs of text size, has to print in
 * black and white, and turns into a list on a phone. The same rows stand in the table behind it.
 */
export function OfficePicture(props: {
  readonly book: PostBook;
  readonly entries: readonly (BookEntry | ClosedEntry)[];
  readonly gist: ReactNode;
  readonly persons: ReadonlyMap<string, Person>;
  readonly lang: Lang;
}) {
  const { book, entries, gist, persons, lang } = props;
  const picture = useMemo(() => pictureOf(book, entries), [book, entries]);
  if (picture.lines.length === 0) return null;
  return (
    <figure className="office-picture" aria-label={strings(lang).ledger.picture}>
      {gist}
      <div className="canvas">
        <Ground picture={picture} persons={persons} lang={lang} />
        <Lines picture={picture} lang={lang} />
      </div>
      <figcaption>
        <OfficeLegend picture={picture} lang={lang} />
        <Notes picture={picture} book={book} lang={lang} />
      </figcaption>
    </figure>
  );
}
