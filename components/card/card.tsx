import { useState } from 'react';
import type { CardStrings } from '@/lib/language/card-strings';
import { cardStrings } from '@/lib/language/card-strings';
import type { Lang } from '@/lib/ledger/records';
import { Sign } from '../signs';
import { CardBody, type OwnNote } from './card-body';
import { type CardView, officeLine } from './card-view';

/** Where the article's date came from. */
export type DateFrom = keyof CardStrings['card']['dateFrom'];

/** What the reader may do on the card. */
export interface CardActions {
  readonly onClip: () => void;
  readonly onBook: () => void;
  readonly onNotHim: (scope: 'mention' | 'page' | 'site') => void;
  readonly onSwitchOff: () => void;
  readonly onClose: () => void;
}

/** The card at a name: everything by props, no browser API. */
export interface CardProps {
  readonly view: CardView;
  readonly lang: Lang;
  /** The marked words of the article. */
  readonly surface: string;
  /** Why they are taken for this person. */
  readonly why: readonly (keyof CardStrings['card']['whyReasons'])[];
  readonly dateFrom: DateFrom;
  readonly ownNotes: readonly OwnNote[];
  /** How old the data is, in words, and whether that is too old to go unnoticed. */
  readonly age: { readonly text: string; readonly isOld: boolean };
  readonly actions: CardActions;
}

type Open = 'menu' | 'why' | 'notHim' | null;

function CardHead(props: CardProps & { open: Open; toggle: (part: Open) => void }) {
  const { view, lang, dateFrom, open, toggle, actions } = props;
  const words = cardStrings(lang);
  const from = view.date === null ? '' : ` · ${words.card.dateFrom[dateFrom]}`;
  return (
    <div className="head">
      <h2>
        <bdi>{view.name}</bdi>
      </h2>
      <div className="tools">
        <button
          type="button"
          className="icon-button"
          aria-label={words.card.menu}
          aria-expanded={open === 'menu'}
          onClick={() => toggle('menu')}
        >
          <Sign name="menu" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.common.close}
          onClick={actions.onClose}
        >
          <Sign name="close" />
        </button>
      </div>
      <p className="office">
        <bdi>{officeLine(view, lang)}</bdi>
        {from}
      </p>
      {open === 'menu' && (
        <div className="panel">
          <button type="button" className="button" onClick={actions.onSwitchOff}>
            {words.card.switchOff}
          </button>
        </div>
      )}
      {view.gist !== '' && <p className="gist">{view.gist}</p>}
      {view.date === null && <p className="note">{words.card.undated}</p>}
    </div>
  );
}

/** Why these words are marked, in the reader's language. */
export function WhyPanel({
  view,
  lang,
  surface,
  why,
}: Pick<CardProps, 'view' | 'lang' | 'surface' | 'why'>) {
  const { card } = cardStrings(lang);
  return (
    <div className="panel">
      <p>{card.whyText(surface, view.name)}</p>
      {why.length > 0 && (
        <ul>
          {why.map((one) => (
            <li key={one}>{card.whyReasons[one]}</li>
          ))}
        </ul>
      )}
      {view.office !== null && view.date !== null && (
        <p>{card.whyOffice(view.office, card.atDate(view.date))}</p>
      )}
      {view.sections.some((section) => section.kind === 'inherited') && <p>{card.whyInherited}</p>}
    </div>
  );
}

function NotHimPanel({ lang, actions }: Pick<CardProps, 'lang' | 'actions'>) {
  const { card } = cardStrings(lang);
  const scopes = ['mention', 'page', 'site'] as const;
  return (
    <fieldset className="panel">
      <legend className="hidden-text">{card.notHimAsk}</legend>
      <p aria-hidden="true">{card.notHimAsk}</p>
      <div className="actions">
        {scopes.map((scope) => (
          <button
            key={scope}
            type="button"
            className="button"
            onClick={() => actions.onNotHim(scope)}
          >
            {card.notHimScope[scope]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function CardFoot(props: CardProps & { open: Open; toggle: (part: Open) => void }) {
  const { view, lang, age, open, toggle, actions } = props;
  const { card } = cardStrings(lang);
  return (
    <div className="foot">
      <div className="actions">
        <button type="button" className="button primary" onClick={actions.onClip}>
          {card.clip}
        </button>
        <button type="button" className="button" onClick={actions.onBook}>
          {card.book}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={open === 'notHim'}
          onClick={() => toggle('notHim')}
        >
          {card.notHim(view.gender)}
        </button>
      </div>
      {open === 'notHim' && <NotHimPanel {...props} />}
      {open === 'why' && <WhyPanel {...props} />}
      <div className="age">
        <span className={age.isOld ? 'old' : undefined}>{age.text}</span>
        <button
          type="button"
          className="text-button"
          aria-expanded={open === 'why'}
          onClick={() => toggle('why')}
        >
          {card.why}
        </button>
      </div>
    </div>
  );
}

/** The inside of the card; the frame around it (`dialog`, place, focus) is the door's. */
export function Card(props: CardProps) {
  const [open, setOpen] = useState<Open>(null);
  const toggle = (part: Open) => setOpen((now) => (now === part ? null : part));
  return (
    <>
      <CardHead {...props} open={open} toggle={toggle} />
      <CardBody
        view={props.view}
        lang={props.lang}
        ownNotes={props.ownNotes}
        onBook={props.actions.onBook}
      />
      <CardFoot {...props} open={open} toggle={toggle} />
    </>
  );
}
