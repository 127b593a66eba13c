import { useId } from 'react';

/** A labelled field for text that grows with it. */
export function TextField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly lang: string;
  readonly maxLength: number;
  readonly problem?: string | null;
  readonly onChange: (value: string) => void;
}) {
  const { label, hint, value, lang, maxLength, problem = null, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        lang={lang}
        maxLength={maxLength}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={problem === null ? 'hint' : 'problem'} id={`${id}-hint`}>
        {problem ?? hint}
      </p>
    </div>
  );
}
