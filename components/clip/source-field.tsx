import { useId } from 'react';
import { dateOfEvent } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { SourceLink } from '../source-link';
import { Switch } from '../switch';
import { type ClipFields, type ClippedPage, isSourceAddress } from './clip-fields';

/** Opened by the reader's own click, never by us: the archive then knows the page's address. */
const ARCHIVE = 'https://web.archive.org/save/';

type ArchiveProps = Pick<Parameters<typeof SourceField>[0], 'lang' | 'fields' | 'onChange'> & {
  readonly page: ClippedPage;
};

function Archive({ lang, page, fields, onChange }: ArchiveProps) {
  const { clip } = strings(lang);
  const id = useId();
  const isBad = fields.archivedUrl !== '' && !isSourceAddress(fields.archivedUrl);
  return (
    <div className="field archive">
      <a
        className="button"
        href={`${ARCHIVE}${page.url}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        {clip.archive}
      </a>
      <label htmlFor={id}>{clip.archivedUrl}</label>
      <input
        id={id}
        className="input"
        type="url"
        placeholder="https://"
        value={fields.archivedUrl}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ archivedUrl: event.target.value.trim() })}
      />
      <p className={isBad ? 'problem' : 'hint'} id={`${id}-hint`}>
        {isBad ? clip.sourceBad : clip.archiveHint}
      </p>
    </div>
  );
}

function Page({ lang, page, fields, onChange }: ArchiveProps) {
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
      <details>
        <summary>{words.clip.archive}</summary>
        <Archive lang={lang} page={page} fields={fields} onChange={onChange} />
      </details>
    </div>
  );
}

/** Where it was said: the clipped page, else an https address, else the word of a witness. */
export function SourceField(props: {
  readonly lang: Lang;
  readonly page: ClippedPage | null;
  readonly fields: ClipFields;
  readonly problem: string | null;
  readonly canBeWitness: boolean;
  readonly onChange: (part: Partial<ClipFields>) => void;
}) {
  const { lang, page, fields, problem, canBeWitness, onChange } = props;
  const { clip } = strings(lang);
  const id = useId();
  if (page !== null) return <Page lang={lang} page={page} fields={fields} onChange={onChange} />;
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
      {canBeWitness && (
        <Switch
          isOn={fields.isWitness}
          onSwitch={(isWitness) => onChange({ isWitness, sourceUrl: '' })}
        >
          {clip.witness}
        </Switch>
      )}
      {fields.isWitness && <p className="hint">{clip.witnessHint}</p>}
    </div>
  );
}
