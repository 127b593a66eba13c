import { useId, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { Gender, PartialDate, PersonName } from '@/lib/ledger/records';
import { ChoiceField, choicesOf } from '../clip/choice-field';
import { isSourceAddress } from '../clip/clip-fields';
import { SpeakerField, type SpeakerFieldProps } from '../clip/speaker-field';
import { postHref } from '../ledger/links';
import { Switch } from '../switch';
import { EvidenceFields, NO_EVIDENCE, SaveForm, type SavingProps } from './review-record';

/** A new holder as an editor records him. */
export interface NewHolder {
  /** Somebody whom the ledger has, or a new name. */
  readonly who:
    | { readonly personId: string }
    | { readonly name: PersonName; gender: Gender | null };
  readonly from: PartialDate;
  readonly acting: boolean;
  /** Stated to come after the last known holder. */
  readonly followsLast: boolean;
  readonly sourceUrl: string;
}

const NAME_MAX = 100;

interface Typed {
  readonly family: string;
  readonly given: string;
  readonly patronymic: string;
  readonly gender: Gender | null;
}

function NameField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        maxLength={NAME_MAX}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function NameFields(props: {
  readonly lang: SavingProps['lang'];
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}) {
  const { lang, typed, onType } = props;
  const { holder } = strings(lang).review;
  return (
    <div className="pair">
      {(['family', 'given', 'patronymic'] as const).map((part) => (
        <NameField
          key={part}
          label={holder[part]}
          value={typed[part]}
          onChange={(value) => onType({ ...typed, [part]: value })}
        />
      ))}
      <ChoiceField
        label={holder.gender}
        value={typed.gender}
        none={holder.genderNone}
        choices={choicesOf(holder.genders)}
        // The ids of this list are the keys of its table of words.
        onChoose={(id) => onType({ ...typed, gender: id as Gender | null })}
      />
    </div>
  );
}

type How = Pick<NewHolder, 'acting' | 'followsLast'>;

function HowFields(props: {
  readonly lang: SavingProps['lang'];
  readonly lastName: string | null;
  readonly how: How;
  readonly onChange: (how: How) => void;
}) {
  const { lang, lastName, how, onChange } = props;
  const { holder } = strings(lang).review;
  return (
    <>
      <Switch isOn={how.acting} onSwitch={(acting) => onChange({ ...how, acting })}>
        {holder.acting}
      </Switch>
      {lastName !== null && (
        <Switch
          isOn={how.followsLast}
          onSwitch={(followsLast) => onChange({ ...how, followsLast })}
        >
          {holder.follows(lastName)}
        </Switch>
      )}
    </>
  );
}

const NOBODY: Typed = { family: '', given: '', patronymic: '', gender: null };

function whoOf(personId: string | null, { gender, ...name }: Typed): NewHolder['who'] | null {
  if (personId !== null) return { personId };
  const [family, given, patronymic] = [name.family, name.given, name.patronymic].map((one) =>
    one.trim(),
  ) as [string, string, string];
  if (family === '' || given === '') return null;
  return { name: { family, given, ...(patronymic !== '' && { patronymic }) }, gender };
}

/** The form that records a new holder of an office. */
export function ReviewHolder(
  props: SavingProps & {
    readonly post: { readonly id: string; readonly label: string };
    /** Name of the last holder who is known; null: none. */
    readonly lastName: string | null;
    /** The search for a person of the ledger, and who is chosen. */
    readonly person: Omit<SpeakerFieldProps, 'lang'> & { readonly id: string | null };
    readonly onSave: (holder: NewHolder) => void;
  },
) {
  const { lang, post, lastName, person, onSave } = props;
  const { holder } = strings(lang).review;
  const [typed, setTyped] = useState<Typed>(NOBODY);
  const [evidence, setEvidence] = useState(NO_EVIDENCE);
  const [how, setHow] = useState({ acting: false, followsLast: lastName !== null });
  const [hasTried, setTried] = useState(false);
  const who = whoOf(person.id, typed);
  const save = () => {
    setTried(true);
    const { on: from, sourceUrl } = evidence;
    if (who === null || from === null || !isSourceAddress(sourceUrl)) return;
    onSave({ who, from, sourceUrl, ...how });
  };
  return (
    <article>
      <h1>{holder.title}</h1>
      <p className="lead">
        <a className="promise-link" href={postHref(post.id)}>
          <bdi>{post.label}</bdi>
        </a>
        {lastName !== null && ` · ${holder.last(lastName)}`}
      </p>
      <SaveForm {...props} onSave={save}>
        <SpeakerField lang={lang} {...person} />
        {person.id === null && <NameFields lang={lang} typed={typed} onType={setTyped} />}
        {hasTried && who === null && <p className="problem">{holder.whoMissing}</p>}
        <EvidenceFields
          lang={lang}
          onLabel={holder.from}
          evidence={evidence}
          hasTried={hasTried}
          onChange={(part) => setEvidence({ ...evidence, ...part })}
        />
        <HowFields lang={lang} lastName={lastName} how={how} onChange={setHow} />
      </SaveForm>
    </article>
  );
}
