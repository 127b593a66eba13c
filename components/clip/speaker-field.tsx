import { useId, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { SpeakerChoice } from './clip-fields';

/** The speaker as chosen, or the search for him. */
export interface SpeakerFieldProps {
  readonly lang: Lang;
  /** Name of the chosen speaker; null: none chosen, or the source does not name him. */
  readonly name: string | null;
  /** Words of the field where it asks for somebody else than the speaker. */
  readonly words?: { readonly label: string; readonly hint: string; readonly none: string };
  readonly query: string;
  readonly found: readonly SpeakerChoice[];
  readonly onQuery: (query: string) => void;
  readonly onChoose: (choice: SpeakerChoice | null) => void;
}

function Found(props: Pick<SpeakerFieldProps, 'found' | 'onChoose'> & { readonly none: string }) {
  const { found, none, onChoose } = props;
  return (
    <ul className="choices">
      {found.map((choice) => (
        <li key={choice.id}>
          <button type="button" className="row" onClick={() => onChoose(choice)}>
            <bdi>{choice.label}</bdi>
            <bdi className="sub">{choice.detail}</bdi>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="row soft" onClick={() => onChoose(null)}>
          {none}
        </button>
      </li>
    </ul>
  );
}

/** Who promised it: a chosen official with a way to change him, or a search field with choices. */
export function SpeakerField(props: SpeakerFieldProps) {
  const { lang, name, query, found, onQuery, onChoose } = props;
  const { clip } = strings(lang);
  const {
    label = clip.speaker,
    hint = clip.speakerHint,
    none = clip.speakerUnknown,
  } = props.words ?? {};
  const [isChanging, setChanging] = useState(false);
  const id = useId();
  const choose = (choice: SpeakerChoice | null) => {
    setChanging(false);
    onQuery('');
    onChoose(choice);
  };
  if (name !== null && !isChanging) {
    return (
      <div className="field">
        <span className="label">{label}</span>
        <div className="chosen">
          <b>
            <bdi>{name}</bdi>
          </b>
          <button type="button" className="text-button" onClick={() => setChanging(true)}>
            {clip.change}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="search"
        autoComplete="off"
        placeholder={none}
        value={query}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onQuery(event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {query.trim() !== '' && <Found none={none} found={found} onChoose={choose} />}
    </div>
  );
}
