import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** What is told until the ledger has come for the first time: what this does, and how far the ledger is. */
export interface WelcomeProps {
  readonly lang: Lang;
  readonly sync: {
    readonly hasLedger: boolean;
    readonly end: string | null;
    readonly isRunning: boolean;
  };
  readonly ledgerHref: string;
  readonly onSync: () => void;
}

function FirstSync({ lang, sync, ledgerHref, onSync }: WelcomeProps) {
  const { options, popup } = strings(lang);
  const { welcome } = options;
  const isComing = sync.isRunning || sync.end === null;
  if (sync.hasLedger)
    return (
      <>
        <output>{welcome.here}</output>
        <a className="button primary" href={ledgerHref} target="_blank" rel="noopener">
          {welcome.openLedger}
        </a>
      </>
    );
  return (
    <>
      <output>{isComing ? welcome.coming : welcome.failed}</output>
      {!isComing && (
        <button type="button" className="button primary" onClick={onSync}>
          {popup.syncNow}
        </button>
      )}
    </>
  );
}

/** The first thing that a new user sees. */
export function Welcome(props: WelcomeProps) {
  const { welcome } = strings(props.lang).options;
  return (
    <section className="welcome">
      <h2>{welcome.title}</h2>
      <p>{welcome.lead}</p>
      <ol>
        {welcome.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <FirstSync {...props} />
    </section>
  );
}
