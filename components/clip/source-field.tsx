import { useId } from 'react';
import { dateOfEvent } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { SourceLink } from '../source-link';
import { type ClipFields, type ClippedPage, isSourceAddress } from './clip-fields';

function Page({ lang, page }: { readonly lang: Lang; readonly page: ClippedPage }) {
  const words = strings(lang);
  const date =
    page.publishedOn === null
      ? words.clip.dateUnknown
      : words.clip.published(dateOfEvent(lang, page.publishedOn));
  return (
    <div className="field">
      <span className="label">{words.clip.source}</span>
      <p className="page">
        <bdi>{page.title}</bdi>
        <span className="soft small">
          <SourceLink url={page.url} words={words} /> · {date}
        </span>
      </p>
    </div>
  );
}

/** Where it was said: the clipped page, else an https address, else the word of a witness. */
export function SourceField(props: {
  readonly lang: Lang;
  readonly page: ClippedPage | null;
  readonly fields: ClipFields;
  readonly problem: string | null;
  readonly onChange: (part: Partial<ClipFields>) => void;
}) {
  const { lang, page, fields, problem, onChange } = props;
  const { clip } = strings(lang);
  const id = useId();
  if (page !== null) return <Page lang={lang} page={page} />;
  const isBad = fields.sourceUrl !== '' && !isSourceAddress(fields.sourceUrl);
  const said = isBad ? clip.sourceBad : problem;
  return (
    <div className="field">
      <label htmlFor={id}>{clip.sourceUrl}</label>
      <input
        id={id}
        className="input"
        type="url"
        placeholder="https://"
        value={fields.sourceUrl}
        aria-invalid={said !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ sourceUrl: event.target.value.trim(), isWitness: false })}
      />
      <p className={said === null ? 'hint' : 'problem'} id={`${id}-hint`}>
        {said ?? clip.sourceUrlHint}
      </p>
      <label className="switch">
        <input
          type="checkbox"
          checked={fields.isWitness}
          onChange={(event) => onChange({ isWitness: event.target.checked, sourceUrl: '' })}
        />
        <span>{clip.witness}</span>
      </label>
      {fields.isWitness && <p className="hint">{clip.witnessHint}</p>}
    </div>
  );
}
