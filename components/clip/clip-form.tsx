import { useState } from 'react';
import { strings } from '@/lib/language/ui';
import { missingIn } from './clip-fields';
import { FieldsPart, type FieldsPartProps } from './fields-part';

/** Whether the last change is on the disk. */
export type Saving = 'saved' | 'saving' | 'failed';

/** The draft's form: what it holds, what may be chosen, and what to do on a change or in the «send» click. */
export interface ClipFormProps extends FieldsPartProps {
  readonly saving: Saving;
  /** True until the user has agreed once: what leaves the device is then said above the button. */
  readonly asksConsent: boolean;
  /** Why the last sending or removing did not go through, the user's own no among the reasons; null: it did. */
  readonly problem: string | null;
  /** Called in the click itself: the browser's own question needs the gesture. */
  readonly onSend: () => void;
  readonly onRemove: () => void;
}

function SendPart(props: ClipFormProps & { readonly onTry: () => void }) {
  const { lang, asksConsent, problem, saving, onTry, onRemove } = props;
  const { clip } = strings(lang);
  const [isAsking, setAsking] = useState(false);
  const words = { saved: clip.saved, saving: clip.saving, failed: clip.notSaved };
  return (
    <footer className="send">
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
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
  const { lang, fields, page, onSend } = props;
  const { clip } = strings(lang);
  const [hasTried, setTried] = useState(false);
  const missing = missingIn(fields, page);
  const onTry = () => {
    setTried(true);
    if (missing.length === 0) onSend();
  };
  return (
    <div className="clip-form">
      <FieldsPart {...props} missing={hasTried ? missing : []} canBeWitness />
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
