import { useId } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { Choice } from './clip-fields';

/** «It seems to have been promised before»: likely earlier promises, and «no, another matter». */
export function RepeatsField(props: {
  readonly lang: Lang;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string | null) => void;
}) {
  const { lang, value, choices, onChoose } = props;
  const { clip } = strings(lang);
  const name = useId();
  if (choices.length === 0) return null;
  return (
    <fieldset className="field repeats">
      <legend className="hidden-text">{clip.repeats}</legend>
      <b aria-hidden="true">{clip.repeats}</b>
      {choices.map((choice) => (
        <label key={choice.id}>
          <input
            type="radio"
            name={name}
            checked={value === choice.id}
            onChange={() => onChoose(choice.id)}
          />
          <bdi>{choice.label}</bdi>
        </label>
      ))}
      <label>
        <input type="radio" name={name} checked={value === null} onChange={() => onChoose(null)} />
        {clip.repeatsNone}
      </label>
    </fieldset>
  );
}
