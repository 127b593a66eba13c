import { cardStrings } from '@/lib/language/card-strings';
import type { Lang } from '@/lib/ledger/records';
import { Sign } from '../signs';

interface StateProps {
  readonly lang: Lang;
  readonly onClose: () => void;
}

function CardState(props: StateProps & { readonly title: string; readonly hint: string }) {
  const { title, hint, lang, onClose } = props;
  return (
    <div className="head" role="alert">
      <h2>{title}</h2>
      <div className="tools">
        <button
          type="button"
          className="icon-button"
          aria-label={cardStrings(lang).common.close}
          onClick={onClose}
        >
          <Sign name="close" />
        </button>
      </div>
      <p className="note">{hint}</p>
    </div>
  );
}

/** Shown when the answer takes longer than a blink. */
export function CardLoading({ lang }: Pick<StateProps, 'lang'>) {
  return <output className="skeleton">{cardStrings(lang).card.loading}</output>;
}

/** The background did not answer; `isGone`: the extension was updated under the page. */
export function CardFailed({ lang, isGone, onClose }: StateProps & { readonly isGone: boolean }) {
  const { card, page } = cardStrings(lang);
  const hint = isGone ? page.reload : card.failedHint;
  return <CardState title={card.failed} hint={hint} lang={lang} onClose={onClose} />;
}

/** The person is no longer in the ledger: the data changed between the marking and the opening. */
export function CardUnknown({ lang, onClose }: StateProps) {
  const { card } = cardStrings(lang);
  return <CardState title={card.unknown} hint={card.unknownHint} lang={lang} onClose={onClose} />;
}
