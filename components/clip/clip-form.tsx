import { useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang, Occasion, Speech, Topic } from '@/lib/ledger/records';
import type { ChainRow } from '../chain-lines';
import { ChoiceField, choicesOf } from './choice-field';
import {
  type Choice,
  type ClipFields,
  type ClippedPage,
  type Missing,
  missingIn,
  type SpeechNote,
} from './clip-fields';
import { PartialDateField } from './partial-date-field';
import { RepeatsField } from './repeats-field';
import { SourceField } from './source-field';
import { SpeakerField, type SpeakerFieldProps } from './speaker-field';
import { TextField } from './text-field';

/** Longest matter and quote that a tracker takes. */
const TEXT_MAX = 500;
const QUOTE_MAX = 2_000;

/** Whether the last change is on the disk. */
export type Saving = 'saved' | 'saving' | 'failed';

/** The draft's form: what it holds, what may be chosen, and what to do on a change or in the «send» click. */
export interface ClipFormProps {
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
  readonly saving: Saving;
  /** True until the user has agreed once: what leaves the device is then said above the button. */
  readonly asksConsent: boolean;
  /** The user has just declined to send. */
  readonly isDeclined: boolean;
  readonly onChange: (part: Partial<ClipFields>) => void;
  /** Called in the click itself: the browser's own question needs the gesture. */
  readonly onSend: () => void;
  readonly onRemove: () => void;
}

type PartProps = Pick<ClipFormProps, 'lang' | 'fields' | 'page' | 'onChange'> & {
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

function OfficePart(props: PartProps & Pick<ClipFormProps, 'offices' | 'areas'>) {
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

function SendPart(props: ClipFormProps & { readonly onTry: () => void }) {
  const { lang, asksConsent, isDeclined, saving, onTry, onRemove } = props;
  const { clip } = strings(lang);
  const [isAsking, setAsking] = useState(false);
  const words = { saved: clip.saved, saving: clip.saving, failed: clip.notSaved };
  return (
    <footer className="send">
      {isDeclined && (
        <p className="problem" role="alert">
          {clip.declined}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button primary" onClick={onTry}>
          {asksConsent ? clip.sendAgree : clip.send}
        </button>
        {isAsking ? (
          <>
            <button type="button" className="button danger" onClick={onRemove}>
              {clip.removeYes}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {clip.cancel}
            </button>
          </>
        ) : (
          <button type="button" className="button plain" onClick={() => setAsking(true)}>
            {clip.remove}
          </button>
        )}
        <output className={saving === 'failed' ? 'problem' : 'soft small'}>{words[saving]}</output>
      </div>
    </footer>
  );
}

/** The form of a draft. Every change is told at once; nothing waits for the button but the sending. */
export function ClipForm(props: ClipFormProps) {
  const { lang, fields, page, offices, areas, speaker, onChange, onSend } = props;
  const { clip } = strings(lang);
  const [hasTried, setTried] = useState(false);
  const missing = missingIn(fields, page);
  const problemOf = (field: Missing) =>
    hasTried && missing.includes(field) ? clip.missing[field] : null;
  const onTry = () => {
    setTried(true);
    if (missing.length === 0) onSend();
  };
  const part = { lang, fields, page, onChange, problemOf };
  return (
    <div className="clip-form">
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
      <SourceField {...part} problem={problemOf('source')} />
      {props.asksConsent && (
        <section className="consent">
          <h2>{clip.consentTitle}</h2>
          <p>{clip.consentText}</p>
        </section>
      )}
      <SendPart {...props} onTry={onTry} />
    </div>
  );
}
