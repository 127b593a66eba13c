import { dateOfEvent } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { Status, StatusEvent } from '@/lib/ledger/records';
import { dayOfStamp } from '../data-age';
import { promiseHref, REVIEW_HREF } from '../ledger/links';
import { Sign } from '../signs';
import { SourceLink } from '../source-link';
import { textIn } from '../text';
import { Refusal } from './refusal';
import type { SavingProps } from './review-record';

/** A verdict that waits for a second editor, beside what the ledger says now. */
export interface ReviewSecondProps extends SavingProps {
  readonly proposal: {
    readonly record: StatusEvent;
    /** Short name of the first editor's token. */
    readonly proposedBy: string;
    /** When it was proposed, ISO 8601. */
    readonly at: string;
  };
  /** The promise in the reader's language, and its status; null: this device does not have it yet. */
  readonly promise: { readonly text: string; readonly status: Status } | null;
  readonly onConfirm: () => void;
  readonly onRefuse: (reason: string) => void;
}

function StatusWord({ lang, status }: Pick<ReviewSecondProps, 'lang'> & { status: Status }) {
  return (
    <span className={`s-${status}`}>
      <Sign name={status} size={14} /> {strings(lang).common.status[status]}
    </span>
  );
}

function Facts({ lang, proposal, promise }: ReviewSecondProps) {
  const words = strings(lang);
  const { second } = words.review;
  const { status, on, note, sources } = proposal.record;
  const noteText = note === undefined ? null : textIn(note, lang);
  return (
    <dl className="pairs">
      {promise !== null && (
        <>
          <dt>{second.now}</dt>
          <dd>
            <StatusWord lang={lang} status={promise.status} />
          </dd>
        </>
      )}
      <dt>{second.proposed}</dt>
      <dd>
        <StatusWord lang={lang} status={status} /> · {dateOfEvent(lang, on)}
      </dd>
      {noteText !== null && (
        <>
          <dt>{second.note}</dt>
          <dd>
            <bdi lang={noteText.lang}>{noteText.text}</bdi>
          </dd>
        </>
      )}
      <dt>{second.source}</dt>
      <dd>
        {sources.map(({ url }) => (
          <SourceLink key={url} url={url} words={words} />
        ))}
      </dd>
    </dl>
  );
}

/** The page on which a second editor confirms a verdict, having seen its source. */
export function ReviewSecond(props: ReviewSecondProps) {
  const { lang, proposal, promise, problem, isBusy, onConfirm, onRefuse } = props;
  const { second, back } = strings(lang).review;
  const { record, proposedBy, at } = proposal;
  return (
    <article>
      <h1>{second.title}</h1>
      <p className="lead">
        <a className="promise-link" href={promiseHref(record.promiseId)}>
          <bdi>{promise?.text ?? record.promiseId}</bdi>
        </a>
      </p>
      <p className="soft">{second.lead}</p>
      <div className="clip-form narrow">
        <Facts {...props} />
        <p className="soft small">{second.by(proposedBy, dayOfStamp(at))}</p>
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={onConfirm}>
            {second.confirm}
          </button>
          <a className="button plain" href={REVIEW_HREF}>
            {back}
          </a>
        </div>
        <Refusal lang={lang} words={second} isBusy={isBusy} onRefuse={onRefuse} />
      </div>
    </article>
  );
}
