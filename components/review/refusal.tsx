import { useState } from 'react';
import type { Lang } from '@/lib/ledger/records';
import { TextField } from '../clip/text-field';

/** Longest reason that a tracker takes. */
const REASON_MAX = 2_000;

/** A «no» that is not said without a reason. */
export function Refusal(props: {
  readonly lang: Lang;
  readonly words: {
    readonly reason: string;
    readonly reasonMissing: string;
    /** The name of the button. */
    readonly refuse: string;
  };
  readonly isBusy: boolean;
  readonly onRefuse: (reason: string) => void;
}) {
  const { lang, words, isBusy, onRefuse } = props;
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const refuse = () => {
    setTried(true);
    if (reason.trim() !== '') onRefuse(reason.trim());
  };
  return (
    <div className="reject">
      <TextField
        label={words.reason}
        hint=""
        value={reason}
        lang={lang}
        maxLength={REASON_MAX}
        problem={hasTried && reason.trim() === '' ? words.reasonMissing : null}
        onChange={setReason}
      />
      <button type="button" className="button danger" disabled={isBusy} onClick={refuse}>
        {words.refuse}
      </button>
    </div>
  );
}
