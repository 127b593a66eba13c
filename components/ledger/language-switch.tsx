import { useId } from 'react';
import { LANGUAGE_NAMES } from '@/lib/language/ui';

/** A choice between a few languages for one text. */
export function LanguageSwitch<L extends 'ru' | 'kk'>(props: {
  readonly label: string;
  readonly langs: readonly L[];
  readonly value: L;
  readonly onChoose: (lang: L) => void;
}) {
  const { label, langs, value, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="switcher">
      <legend className="small soft">{label}</legend>
      {langs.map((lang) => (
        <label key={lang}>
          <input
            type="radio"
            name={name}
            checked={lang === value}
            onChange={() => onChoose(lang)}
          />
          <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
        </label>
      ))}
    </fieldset>
  );
}
