import { strings, type UiStrings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** What may be done with a clip that is no draft any more. */
export type ClipAction = 'reopen' | 'retry' | 'copy' | 'withdraw' | 'remove';

type StateName = keyof UiStrings['clip']['stateMeaning'];

/** Which actions each state allows, the likeliest first. */
const ACTIONS: Readonly<Record<StateName, readonly ClipAction[]>> = {
  draft: [],
  queued: ['reopen', 'withdraw'],
  sending: ['withdraw'],
  sent: ['copy', 'withdraw'],
  accepted: ['copy'],
  merged: ['copy'],
  rejected: ['copy', 'remove'],
  withdrawn: ['copy', 'remove'],
  blocked: ['retry', 'reopen', 'remove'],
  dead: ['copy', 'retry', 'remove'],
};

/** A clip that is on its way or decided upon: its state in words, the reason, and what can be done. */
export function ClipSent(props: {
  readonly lang: Lang;
  readonly state: StateName;
  readonly reason: string | null;
  readonly text: string;
  readonly quote: string;
  /** Why the last action did not go through; null when nothing went wrong. */
  readonly problem: string | null;
  readonly onAction: (action: ClipAction) => void;
}) {
  const { lang, state, reason, text, quote, problem, onAction } = props;
  const { clip, popup } = strings(lang);
  const labels: Record<ClipAction, string> = {
    reopen: clip.reopen,
    retry: clip.retry,
    copy: clip.copy,
    withdraw: clip.withdraw,
    remove: clip.remove,
  };
  return (
    <section className="clip-sent">
      <output className={`state state-${state}`}>
        <b>{popup.clipState[state]}</b>
        {reason !== null && <bdi>: {reason}</bdi>}
      </output>
      <p className="soft">{clip.stateMeaning[state]}</p>
      <h2>
        <bdi>{text === '' ? popup.untitled : text}</bdi>
      </h2>
      {quote !== '' && (
        <blockquote>
          <bdi>{quote}</bdi>
        </blockquote>
      )}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        {ACTIONS[state].map((action) => (
          <button key={action} type="button" className="button" onClick={() => onAction(action)}>
            {labels[action]}
          </button>
        ))}
      </div>
    </section>
  );
}
