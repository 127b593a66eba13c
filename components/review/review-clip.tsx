import { useId, useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { SelectorGroup } from '@/lib/ledger/records';
import { missingIn } from '../clip/clip-fields';
import { FieldsPart, type FieldsPartProps } from '../clip/fields-part';
import { promiseHref, REVIEW_HREF } from '../ledger/links';
import { Sign } from '../signs';
import { Switch } from '../switch';
import { textIn } from '../text';
import { Refusal } from './refusal';

/** What the editor decided; `merge` with the record that is chosen in the form. */
export type ClipDecision = 'accept' | 'merge' | { readonly rejectedFor: string };

/** A clip that waits: its fields to correct, where it stands, and what its office has already. */
export interface ReviewClipProps extends FieldsPartProps {
  /** The words around the quotation, a group for each block; empty where the clip has none. */
  readonly selectors: readonly SelectorGroup[];
  /** Promises of the office; null while they are being read. */
  readonly entries: readonly BookEntry[] | null;
  /** What went wrong with the last decision. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onDecide: (decision: ClipDecision) => void;
}

function InContext({ lang, selectors, fields }: ReviewClipProps) {
  const { clip } = strings(lang).review;
  return (
    <section>
      <h2>{clip.context}</h2>
      {selectors.length === 0 && <p className="soft small">{clip.noContext}</p>}
      {selectors.map(({ quote }) => (
        <blockquote key={`${quote.prefix}${quote.exact}`} className="quote" lang={fields.lang}>
          <bdi>
            <span className="soft">…{quote.prefix}</span>
            <mark>{quote.exact}</mark>
            <span className="soft">{quote.suffix}…</span>
          </bdi>
        </blockquote>
      ))}
    </section>
  );
}

function OfficeLedger({ lang, entries }: Pick<ReviewClipProps, 'lang' | 'entries'>) {
  const { common, review, ledger } = strings(lang);
  if (entries === null) return <output className="soft">{ledger.loading}</output>;
  return (
    <section>
      <h2>
        {review.clip.ledger} · {entries.length}
      </h2>
      {entries.length === 0 && <p className="soft">{review.clip.ledgerNone}</p>}
      <ul className="rows">
        {entries.map(({ promise, status }) => {
          const words = textIn(promise.text, lang);
          return (
            <li key={promise.id}>
              <a className="row" href={promiseHref(promise.id)} target="_blank" rel="noopener">
                <span className={`s-${status.status}`}>
                  <Sign name={status.status} size={14} />
                </span>
                <span className="main">
                  <bdi lang={words.lang}>{words.text}</bdi>
                  <span className="sub">{common.status[status.status]}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface Looked {
  /** The editor says that no private person is named. */
  readonly hasLooked: boolean;
  readonly isAsked: boolean;
  readonly onLook: (hasLooked: boolean) => void;
}

function LookedBox({ lang, hasLooked, isAsked, onLook }: Looked & Pick<ReviewClipProps, 'lang'>) {
  const { clip } = strings(lang).review;
  const id = useId();
  const isMissing = isAsked && !hasLooked;
  return (
    <div>
      <Switch isOn={hasLooked} problemId={isMissing ? id : null} onSwitch={onLook}>
        {clip.noPrivate}
      </Switch>
      {isMissing && (
        <p id={id} className="problem" role="alert">
          {clip.noPrivateMissing}
        </p>
      )}
    </div>
  );
}

function Decisions(props: ReviewClipProps & Looked & { readonly onAccept: () => void }) {
  const { lang, fields, problem, isBusy, onDecide, onAccept } = props;
  const { clip, back } = strings(lang).review;
  return (
    <>
      <LookedBox {...props} />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button primary" disabled={isBusy} onClick={onAccept}>
          {clip.accept}
        </button>
        {fields.repeatsId !== null && (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => onDecide('merge')}
          >
            {clip.merge}
          </button>
        )}
        <a className="button plain" href={REVIEW_HREF}>
          {back}
        </a>
      </div>
      <Refusal
        lang={lang}
        words={clip}
        isBusy={isBusy}
        onRefuse={(reason) => onDecide({ rejectedFor: reason })}
      />
    </>
  );
}

/** The page on which an editor decides on a clip. */
export function ReviewClip(props: ReviewClipProps) {
  const { lang, fields, page, onDecide } = props;
  const { clip } = strings(lang).review;
  const [hasTried, setTried] = useState(false);
  const [hasLooked, onLook] = useState(false);
  const missing = missingIn(fields, page);
  const onAccept = () => {
    setTried(true);
    if (missing.length === 0 && hasLooked) onDecide('accept');
  };
  const needsSource = hasTried && missing.includes('source');
  return (
    <article>
      <h1>{clip.title}</h1>
      <div className="review-clip">
        <div className="clip-form">
          <InContext {...props} />
          <FieldsPart {...props} missing={hasTried ? missing : []} canBeWitness={false} />
          {needsSource && <p className="problem">{clip.needsSource}</p>}
          <Decisions
            {...props}
            hasLooked={hasLooked}
            isAsked={hasTried}
            onLook={onLook}
            onAccept={onAccept}
          />
        </div>
        <OfficeLedger {...props} />
      </div>
    </article>
  );
}
