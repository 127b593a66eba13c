import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { strings } from '@/lib/language/ui';
import {
  type Lang,
  type PartialDate,
  STATUSES,
  type StanceKind,
  type Status,
} from '@/lib/ledger/records';
import { ChoiceField, choicesOf } from '../clip/choice-field';
import { isSourceAddress } from '../clip/clip-fields';
import { PartialDateField } from '../clip/partial-date-field';
import { TextField } from '../clip/text-field';
import { promiseHref, REVIEW_HREF } from '../ledger/links';

const NOTE_MAX = 500;

/** What an editor records of a promise. */
export type PromiseRecord = {
  readonly on: PartialDate;
  readonly sourceUrl: string;
  readonly note: string;
} & (
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'stance'; readonly stance: StanceKind }
);

/** How the last attempt to save ended, and whether one is under way. */
export interface SavingProps {
  readonly lang: Lang;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

/** An https address that a fact rests on. */
function SourceUrlField(props: {
  readonly lang: Lang;
  readonly value: string;
  readonly hasTried: boolean;
  readonly onChange: (url: string) => void;
}) {
  const { lang, value, hasTried, onChange } = props;
  const { record } = strings(lang).review;
  const id = useId();
  const isBad = (hasTried || value !== '') && !isSourceAddress(value);
  return (
    <div className="field">
      <label htmlFor={id}>{record.source}</label>
      <input
        id={id}
        className="input"
        type="url"
        placeholder="https://"
        value={value}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <p className={isBad ? 'problem' : 'hint'} id={`${id}-hint`}>
        {isBad ? record.sourceBad : record.sourceHint}
      </p>
    </div>
  );
}

/** Since when a fact holds, and where it is seen. */
export interface Evidence {
  readonly on: PartialDate | null;
  readonly sourceUrl: string;
}

export const NO_EVIDENCE: Evidence = { on: null, sourceUrl: '' };

/** The two fields without which no fact is recorded; what lacks is told after the first try. */
export function EvidenceFields(props: {
  readonly lang: Lang;
  readonly onLabel: string;
  readonly evidence: Evidence;
  readonly hasTried: boolean;
  readonly onChange: (part: Partial<Evidence>) => void;
}) {
  const { lang, onLabel, evidence, hasTried, onChange } = props;
  return (
    <>
      <PartialDateField
        lang={lang}
        label={onLabel}
        hint={hasTried && evidence.on === null ? strings(lang).review.record.onMissing : null}
        value={null}
        onChange={(on) => onChange({ on })}
      />
      <SourceUrlField
        lang={lang}
        value={evidence.sourceUrl}
        hasTried={hasTried}
        onChange={(sourceUrl) => onChange({ sourceUrl })}
      />
    </>
  );
}

/** A form of one button; `children` are its fields. */
export function SaveForm(
  props: SavingProps & { readonly onSave: () => void; readonly children: ReactNode },
) {
  const { lang, problem, isBusy, onSave, children } = props;
  const { record, back } = strings(lang).review;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form className="clip-form narrow" noValidate onSubmit={submit}>
      {children}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button primary" disabled={isBusy}>
          {record.save}
        </button>
        <a className="button plain" href={REVIEW_HREF}>
          {back}
        </a>
      </div>
    </form>
  );
}

type Choice = `status/${Status}` | `stance/${StanceKind}`;

function whatChoices(lang: Lang, canHaveStance: boolean) {
  const { common } = strings(lang);
  const stances = choicesOf(common.stance).map(({ id, label }) => ({ id: `stance/${id}`, label }));
  const statuses = STATUSES.map((one) => ({ id: `status/${one}`, label: common.status[one] }));
  return canHaveStance ? [...statuses, ...stances] : statuses;
}

/** The chosen kind and its value; the ids of the list are those of `whatChoices`. */
function chosen(what: Choice) {
  const [kind, value] = what.split('/');
  return kind === 'stance'
    ? ({ kind, stance: value as StanceKind } as const)
    : ({ kind: 'status', status: value as Status } as const);
}

function Subject({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <p className="lead">
      <a className="promise-link" href={href}>
        <bdi>{text}</bdi>
      </a>
    </p>
  );
}

/** The promise of which something is recorded. */
export interface ReviewRecordProps extends SavingProps {
  readonly promiseId: string;
  readonly text: string;
  readonly status: Status;
  /** Whether the present holder inherited it, so that there is a stance to record. */
  readonly canHaveStance: boolean;
  readonly onSave: (record: PromiseRecord) => void;
}

/** A page that records the state of a promise or the word of the successor, with its source. */
export function ReviewRecord(props: ReviewRecordProps) {
  const { lang, promiseId, text, status, canHaveStance, onSave } = props;
  const { record } = strings(lang).review;
  const [what, setWhat] = useState<Choice>(`status/${status}`);
  const [evidence, setEvidence] = useState(NO_EVIDENCE);
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    const { on, sourceUrl } = evidence;
    if (on === null || !isSourceAddress(sourceUrl)) return;
    onSave({ on, sourceUrl, note: note.trim(), ...chosen(what) });
  };
  return (
    <article>
      <h1>{record.title}</h1>
      <Subject href={promiseHref(promiseId)} text={text} />
      <SaveForm {...props} onSave={save}>
        <ChoiceField
          label={record.what}
          value={what}
          none={null}
          choices={whatChoices(lang, canHaveStance)}
          onChoose={(id) => setWhat((id ?? `status/${status}`) as Choice)}
        />
        <EvidenceFields
          lang={lang}
          onLabel={record.on}
          evidence={evidence}
          hasTried={hasTried}
          onChange={(part) => setEvidence({ ...evidence, ...part })}
        />
        {what.startsWith('status/') && (
          <TextField
            label={record.note}
            hint={record.noteHint}
            value={note}
            lang={lang}
            maxLength={NOTE_MAX}
            onChange={setNote}
          />
        )}
      </SaveForm>
    </article>
  );
}
