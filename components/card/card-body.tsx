import { useState } from 'react';
import { cardStrings } from '@/lib/language/card-strings';
import { dateOfTerm } from '@/lib/language/dates';
import type { Lang, PartialDate } from '@/lib/ledger/records';
import { PromiseLine } from '../promise-line';
import { Sign } from '../signs';
import type { CardSection, CardView } from './card-view';

/** An own clip that nobody has reviewed. */
export interface OwnNote {
  readonly id: string;
  readonly text: string;
  readonly saidOn: PartialDate | null;
  readonly dueOn: PartialDate | null;
}

/** Lines shown of each section before «more»: the card is one glance, the book is one click away. */
const LINES_SHOWN = 3;

function heading(kind: CardSection['kind'], view: CardView, lang: Lang): string {
  const { card } = cardStrings(lang);
  switch (kind) {
    case 'inherited':
      return card.inherited;
    case 'own':
      return card.own(view.gender);
    case 'unclear':
      return card.unclear;
    case 'left':
      return card.leftBehind;
    case 'closed':
      return card.closed;
    case 'outside':
      return card.outside;
  }
}

function Tally({ section, lang }: { readonly section: CardSection; readonly lang: Lang }) {
  const { common } = cardStrings(lang);
  if (section.total < 2) return null;
  return (
    <ul className="tally">
      {section.byStatus.map(([status, count]) => (
        <li key={status}>
          <span className={`s-${status}`}>
            <Sign name={status} size={12} />
          </span>
          {count} {common.status[status]}
        </li>
      ))}
    </ul>
  );
}

function Section(props: {
  readonly section: CardSection;
  readonly view: CardView;
  readonly lang: Lang;
  readonly onBook: () => void;
}) {
  const { section, view, lang, onBook } = props;
  const [isWhole, setWhole] = useState(false);
  const words = cardStrings(lang);
  const lines = isWhole ? section.lines : section.lines.slice(0, LINES_SHOWN);
  const folded = section.lines.length - lines.length;
  const beyond = section.total - section.lines.length;
  return (
    <section className="section" data-kind={section.kind}>
      <h3>
        <Sign name={section.kind === 'own' ? 'said' : 'handed'} size={12} />
        {heading(section.kind, view, lang)}
        <span className="total">{section.total}</span>
      </h3>
      <Tally section={section} lang={lang} />
      <ul>
        {lines.map((line) => (
          <PromiseLine key={line.pledge.id} view={line} words={words} lang={lang} />
        ))}
      </ul>
      {folded > 0 && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {words.card.more(folded)}
        </button>
      )}
      {beyond > 0 && (
        <button type="button" className="text-button" onClick={onBook}>
          {words.card.moreInBook(beyond)}
        </button>
      )}
    </section>
  );
}

function OwnNotes({ notes, lang }: { readonly notes: readonly OwnNote[]; readonly lang: Lang }) {
  const { card } = cardStrings(lang);
  if (notes.length === 0) return null;
  return (
    <section className="section" data-kind="notes">
      <h3>
        <Sign name="quote" size={12} />
        {card.ownNotes}
        <span className="total">{notes.length}</span>
      </h3>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className="promise">
            <span className="promise-sign s-notRated">
              <Sign name="quote" />
            </span>
            <bdi className="promise-text">{note.text}</bdi>
            <span className="facts">
              <b>{card.ownNote}</b>
              {note.dueOn !== null && ' · '}
              {note.dueOn !== null && <span>{dateOfTerm(lang, note.dueOn)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The scrolling middle of the card: sections in the book's order, or the invitation to record. */
export function CardBody(props: {
  readonly view: CardView;
  readonly lang: Lang;
  readonly ownNotes: readonly OwnNote[];
  readonly onBook: () => void;
}) {
  const { view, lang, ownNotes, onBook } = props;
  const { card } = cardStrings(lang);
  const isEmpty = view.sections.length === 0;
  return (
    <div className="body">
      {view.sections.map((section) => (
        <Section key={section.kind} section={section} view={view} lang={lang} onBook={onBook} />
      ))}
      <OwnNotes notes={ownNotes} lang={lang} />
      {isEmpty && (
        <div className="empty">
          <b>{card.emptyTitle}</b>
          <p>{card.emptyHint}</p>
        </div>
      )}
    </div>
  );
}
