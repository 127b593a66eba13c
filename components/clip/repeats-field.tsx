import { useId } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { ChainLines, type ChainRow } from '../chain-lines';

/** «It seems to have been promised before»: the chains of likely earlier promises, and «no, another matter». */
export function RepeatsField(props: {
  readonly lang: Lang;
  readonly value: string | null;
  readonly choices: readonly ChainRow[];
  readonly onChoose: (id: string | null) => void;
}) {
  const { lang, value, choices, onChoose } = props;
  const { card, clip } = strings(lang);
  const name = useId();
  const title = choices.some(({ links }) => links.length > 0) ? clip.repeats : clip.maybeRepeats;
  if (choices.length === 0) return null;
  return (
    <fieldset className="field repeats">
      <legend className="hidden-text">{title}</legend>
      <b aria-hidden="true">{title}</b>
      {choices.map((choice) => (
        <label key={choice.id}>
          <input
            type="radio"
            name={name}
            checked={value === choice.id}
            onChange={() => onChoose(choice.id)}
          />
          <span>
            <bdi>{choice.text}</bdi>
            {choice.links.length > 0 && (
              <>
                <span className="soft small">
                  {' '}
                  · {card.repeated(choice.before + choice.links.length + 1)}
                </span>
                <ChainLines chain={choice} lang={lang} />
              </>
            )}
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name={name} checked={value === null} onChange={() => onChoose(null)} />
        {clip.repeatsNone}
      </label>
    </fieldset>
  );
}
