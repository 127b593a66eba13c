import { useId, useState } from 'react';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { Lang, PartialDate } from '@/lib/ledger/records';
import { Confirm } from '../confirm';
import { promiseHref } from './links';

/** What can be done with a clip from the list. */
export type ClipListAction = 'retry' | 'copy' | 'withdraw' | 'remove';

/** An own clip as its page shows it. */
export interface ClipItem {
  readonly id: string;
  readonly text: string;
  readonly state: keyof UiStrings['popup']['clipState'];
  readonly reason: string | null;
  readonly href: string;
  readonly writtenOn: PartialDate;
  readonly attempts: number;
  /** Host of its source; null: there is none yet. */
  readonly host: string | null;
  /** Words heard, not cut from a page. */
  readonly isHeard: boolean;
  /** The promise it became, or was merged into. */
  readonly promiseId: string | null;
}

const GROUPS = ['attention', 'draft', 'waiting', 'decided'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<ClipItem['state'], Group>> = {
  dead: 'attention',
  blocked: 'attention',
  draft: 'draft',
  queued: 'waiting',
  sending: 'waiting',
  sent: 'waiting',
  accepted: 'decided',
  merged: 'decided',
  rejected: 'decided',
  withdrawn: 'decided',
};

const ACTIONS: Readonly<Record<ClipItem['state'], readonly ClipListAction[]>> = {
  dead: ['retry', 'copy', 'remove'],
  blocked: ['retry', 'copy', 'withdraw'],
  draft: ['copy', 'remove'],
  queued: ['withdraw'],
  sending: ['withdraw'],
  sent: ['copy', 'withdraw'],
  accepted: ['copy'],
  merged: ['copy'],
  rejected: ['copy', 'remove'],
  withdrawn: ['copy', 'remove'],
};

interface ItemProps {
  readonly item: ClipItem;
  readonly lang: Lang;
  readonly onAction: (action: ClipListAction, item: ClipItem) => void;
}

function Item({ item, lang, onAction }: ItemProps) {
  const { clip, pages, popup } = strings(lang);
  const { clips } = pages;
  const text = item.text === '' ? popup.untitled : item.text;
  const id = useId();
  const facts = [
    item.isHeard ? clips.noPage : '',
    item.host ?? clips.noSource,
    clips.writtenOn(item.writtenOn),
    item.attempts > 1 && GROUP_OF[item.state] !== 'decided' ? clips.attempts(item.attempts) : '',
  ].filter((fact) => fact !== '');
  return (
    <li className="clip-item">
      <a id={id} className="promise-link" href={item.href}>
        <bdi>{text}</bdi>
      </a>
      <p className="small">
        <b className={`state-${item.state}`}>{popup.clipState[item.state]}</b>
        <span className="soft"> · {clip.stateMeaning[item.state]}</span>
        {item.reason !== null && (
          <span className="reason">
            {' '}
            <bdi>{item.reason}</bdi>
          </span>
        )}
      </p>
      <p className="soft small">{facts.join(' · ')}</p>
      <div className="tools">
        {item.promiseId !== null && (
          <a className="button" href={promiseHref(item.promiseId)} aria-describedby={id}>
            {item.state === 'merged' ? clips.survivor : clips.accepted}
          </a>
        )}
        {ACTIONS[item.state].map((action) => (
          <button
            key={action}
            type="button"
            className="button"
            aria-describedby={id}
            onClick={() => onAction(action, item)}
          >
            {clips[action]}
          </button>
        ))}
      </div>
    </li>
  );
}

function Files(props: {
  readonly lang: Lang;
  readonly isEmpty: boolean;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
}) {
  const { lang, isEmpty, onExport, onImport } = props;
  const { clips } = strings(lang).pages;
  const id = useId();
  return (
    <section>
      <div className="tools">
        <button type="button" className="button" onClick={onExport} disabled={isEmpty}>
          {clips.exportAll}
        </button>
        <span className="file-button">
          <input
            id={id}
            type="file"
            accept="application/json,.json"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) onImport(file);
              // The same file may be chosen again after it was mended.
              target.value = '';
            }}
          />
          <label htmlFor={id} className="button">
            {clips.importAll}
          </label>
        </span>
      </div>
      <p id={`${id}-hint`} className="soft small">
        {clips.importHint}
      </p>
    </section>
  );
}

function Groups({
  items,
  lang,
  onAction,
}: Omit<ItemProps, 'item'> & {
  readonly items: readonly ClipItem[];
}) {
  const { group: titles } = strings(lang).pages.clips;
  return GROUPS.map((group) => {
    const members = items.filter(({ state }) => GROUP_OF[state] === group);
    if (members.length === 0) return null;
    return (
      <section key={group}>
        <h2>
          {titles[group]} · {members.length}
        </h2>
        <ul className="clip-items">
          {members.map((item) => (
            <Item key={item.id} item={item} lang={lang} onAction={onAction} />
          ))}
        </ul>
      </section>
    );
  });
}

/** One's own clips by what they wait for, each with what can be done with it. */
export function ClipsPage(props: {
  readonly lang: Lang;
  readonly items: readonly ClipItem[];
  readonly heardHref: string;
  /** How the last action ended; empty before any. */
  readonly note: string;
  readonly onAction: (action: ClipListAction, item: ClipItem) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
}) {
  const { lang, items, heardHref, note, onAction, onExport, onImport } = props;
  const { clips } = strings(lang).pages;
  const [removing, setRemoving] = useState<ClipItem | null>(null);
  const act = (action: ClipListAction, item: ClipItem) => {
    if (action === 'remove') setRemoving(item);
    else onAction(action, item);
  };
  return (
    <article>
      <h1>{clips.title}</h1>
      <div className="tools">
        <a className="button primary" href={heardHref}>
          {clips.heard}
        </a>
        <output className="soft small">{note}</output>
      </div>
      {items.length === 0 && <p className="lead">{clips.empty}</p>}
      <Groups items={items} lang={lang} onAction={act} />
      <Files lang={lang} isEmpty={items.length === 0} onExport={onExport} onImport={onImport} />
      <Confirm
        isOpen={removing !== null}
        title={clips.removeAsk}
        text={clips.removeHint}
        yes={clips.yes}
        no={clips.no}
        onAnswer={(yes) => {
          if (yes && removing !== null) onAction('remove', removing);
          setRemoving(null);
        }}
      />
    </article>
  );
}
