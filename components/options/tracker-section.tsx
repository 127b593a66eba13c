import { type FormEvent, useId, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** Where the ledger comes from, and the token of who reviews there. */
export interface TrackerSectionProps {
  readonly lang: Lang;
  readonly host: string;
  readonly reviewHref: string;
  /** Null until it is read: a form shown meanwhile would take away what is typed into it. */
  readonly isKept: boolean | null;
  readonly isBusy: boolean;
  /** Why the last token was not kept. */
  readonly problem: string | null;
  readonly onToken: (token: string) => void;
  readonly onForget: () => void;
}

function TokenForm({ lang, isBusy, problem, onToken }: TrackerSectionProps) {
  const { options } = strings(lang);
  const [token, setToken] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token !== '') onToken(token);
  };
  return (
    <form className="token" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{options.token}</label>
        <input
          id={id}
          className="input"
          autoComplete="off"
          spellCheck={false}
          value={token}
          aria-invalid={problem !== null}
          onChange={(event) => setToken(event.target.value.trim())}
        />
      </div>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button" disabled={isBusy}>
        {options.tokenSave}
      </button>
    </form>
  );
}

/** The tracker of the ledger, and the token of an editor. */
export function TrackerSection(props: TrackerSectionProps) {
  const { lang, host, reviewHref, isKept, onForget } = props;
  const { options } = strings(lang);
  return (
    <section id="review">
      <h2>{options.tracker}</h2>
      <p>{options.trackerAt(host)}</p>
      <p className="soft small">{options.trackerHint}</p>
      {isKept === true && (
        <>
          <output>{options.tokenKept}</output>
          <div className="actions">
            <a className="button primary" href={reviewHref}>
              {options.toReview}
            </a>
            <button type="button" className="button" onClick={onForget}>
              {options.tokenForget}
            </button>
          </div>
        </>
      )}
      {isKept === false && <TokenForm {...props} />}
    </section>
  );
}
