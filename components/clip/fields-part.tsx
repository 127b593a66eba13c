import { strings } from '@/lib/language/ui';
import type { Lang, Occasion, Speech, Topic } from '@/lib/ledger/records';
import type { ChainRow } from '../chain-lines';
import { ChoiceField, choicesOf } from './choice-field';
import type { Choice, ClipFields, ClippedPage, Missing, SpeechNote } from './clip-fields';
import { PartialDateField } from './partial-date-field';
import { RepeatsField } from './repeats-field';
import { SourceField } from './source-field';
import { SpeakerField, type SpeakerFieldProps } from './speaker-field';
import { TextField } from './text-field';

/** Longest matter and quote that a tracker takes. */
const TEXT_MAX = 500;
const QUOTE_MAX = 2_000;

/** The fields of a promise, for whoever fills them in: what they hold, and what may be chosen. */
export interface FieldsPartProps {
  readonly lang: Lang;
  readonly fields: ClipFields;
  readonly page: ClippedPage | null;
  readonly offices: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly speaker: Omit<SpeakerFieldProps, 'lang'>;
  /** What the quoted words seem to do, when that is no promise. */
  readonly speechNote: SpeechNote;
  /** Earlier promises of the office about what seems to be the same matter. */
  readonly repeats: readonly ChainRow[];
  readonly onChange: (part: Partial<ClipFields>) => void;
}

type PartProps = Pick<FieldsPartProps, 'lang' | 'fields' | 'page' | 'onChange'> & {
  readonly problemOf: (field: Missing) => string | null;
};

function WordsPart(props: PartProps & { readonly note: SpeechNote }) {
  const { lang, fields, onChange, problemOf, note } = props;
  const { clip } = strings(lang);
  return (
    <>
      <TextField
        label={clip.matter}
        hint={clip.matterHint}
        value={fields.text}
        lang={fields.lang}
        maxLength={TEXT_MAX}
        problem={problemOf('text')}
        onChange={(text) => onChange({ text })}
      />
      <TextField
        label={clip.quote}
        hint={clip.quoteHint}
        value={fields.quote}
        lang={fields.lang}
        maxLength={QUOTE_MAX}
        onChange={(quote) => onChange({ quote })}
      />
      {note !== null && <p className="note">{clip.speechNote[note]}</p>}
    </>
  );
}

function OfficePart(props: PartProps & Pick<FieldsPartProps, 'offices' | 'areas'>) {
  const { lang, fields, offices, areas, onChange, problemOf } = props;
  const { clip } = strings(lang);
  return (
    <div className="pair">
      <ChoiceField
        label={clip.office}
        value={fields.postId}
        none={clip.officeNone}
        choices={offices}
        problem={problemOf('postId')}
        onChoose={(postId) => onChange({ postId })}
      />
      <ChoiceField
        label={clip.area}
        value={fields.areaId}
        none={clip.areaNone}
        choices={areas}
        onChoose={(areaId) => onChange({ areaId })}
      />
    </div>
  );
}

function DatesPart({ lang, fields, page, onChange }: PartProps) {
  const { clip } = strings(lang);
  const isFromPage = page !== null && fields.saidOn !== null && fields.saidOn === page.publishedOn;
  return (
    <div className="pair">
      <PartialDateField
        lang={lang}
        label={clip.saidOn}
        hint={isFromPage ? clip.saidHint : null}
        value={fields.saidOn}
        onChange={(saidOn) => onChange({ saidOn })}
      />
      <PartialDateField
        lang={lang}
        label={clip.dueOn}
        hint={clip.dueHint}
        value={fields.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
      />
    </div>
  );
}

function KindsPart({ lang, fields, onChange }: PartProps) {
  const { clip, common } = strings(lang);
  // The ids of these lists are the keys of the tables of words they are made of.
  return (
    <div className="pair">
      <ChoiceField
        label={clip.topic}
        value={fields.topic}
        none={null}
        choices={choicesOf(common.topic)}
        onChoose={(id) => onChange({ topic: (id ?? 'other') as Topic })}
      />
      <ChoiceField
        label={clip.speech}
        value={fields.speech}
        none={null}
        choices={choicesOf(common.speech)}
        onChoose={(id) => onChange({ speech: (id ?? 'direct') as Speech })}
      />
      <ChoiceField
        label={clip.occasion}
        value={fields.occasion}
        none={clip.occasionNone}
        choices={choicesOf(common.occasion)}
        onChoose={(id) => onChange({ occasion: id as Occasion | null })}
      />
    </div>
  );
}

/** All fields of a promise; `missing` are those whose emptiness is told. */
export function FieldsPart(
  props: FieldsPartProps & {
    readonly missing: readonly Missing[];
    /** Whether «heard it myself» can stand for a source. */
    readonly canBeWitness: boolean;
  },
) {
  const { lang, fields, page, offices, areas, speaker, missing, onChange } = props;
  const { clip } = strings(lang);
  const problemOf = (field: Missing) => (missing.includes(field) ? clip.missing[field] : null);
  const part = { lang, fields, page, onChange, problemOf };
  return (
    <>
      <WordsPart {...part} note={props.speechNote} />
      <SpeakerField lang={lang} {...speaker} />
      <OfficePart {...part} offices={offices} areas={areas} />
      <RepeatsField
        lang={lang}
        value={fields.repeatsId}
        choices={props.repeats}
        onChoose={(repeatsId) => onChange({ repeatsId })}
      />
      <DatesPart {...part} />
      <KindsPart {...part} />
      <SourceField {...part} problem={problemOf('source')} canBeWitness={props.canBeWitness} />
    </>
  );
}
