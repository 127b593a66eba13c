import { useId } from 'react';
import type { Choice } from './clip-fields';

/** A labelled native list; `none` is the empty choice, left out when one must be chosen. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly none: string | null;
  readonly choices: readonly Choice[];
  readonly problem?: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { label, value, none, choices, problem = null, onChoose } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        {none !== null && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The choices of a table of words, in the table's order. */
export function choicesOf<K extends string>(words: Readonly<Record<K, string>>): Choice[] {
  return Object.entries<string>(words).map(([id, label]) => ({ id, label }));
}
