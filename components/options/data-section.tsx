import { useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { OptionsProps } from './options';

function Leaves({ values, consentOn, onConsentBack }: OptionsProps) {
  const { options } = strings(values.lang);
  return (
    <section>
      <h2>{options.leavesHeading}</h2>
      <ul className="plain-list">
        {options.leaves.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{options.staysHeading}</h3>
      <ul className="plain-list">
        {options.stays.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{consentOn === null ? options.consentNone : options.consentGiven(consentOn)}</p>
      {consentOn !== null && (
        <button type="button" className="button" onClick={onConsentBack}>
          {options.consentBack}
        </button>
      )}
    </section>
  );
}

function Wipe({ values, wiping, onWipe }: OptionsProps) {
  const { clip, options } = strings(values.lang);
  const [isAsking, setAsking] = useState(false);
  if (wiping === 'done') return <output>{options.wiped}</output>;
  return (
    <>
      {wiping === 'failed' && (
        <p className="problem" role="alert">
          {options.wipeFailed}
        </p>
      )}
      {isAsking ? (
        <>
          <p>{options.wipeAsk}</p>
          <div className="actions">
            <button type="button" className="button danger" onClick={onWipe}>
              {options.wipeYes}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {clip.cancel}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {options.wipe}
        </button>
      )}
    </>
  );
}

/** The data's age and size, what leaves the device, and the way to delete everything. */
export function DataSection(props: OptionsProps) {
  const { values, sync, sizeMb, onSync } = props;
  const { options, popup } = strings(values.lang);
  const end = sync.end === null ? null : (popup.sync[sync.end] ?? popup.sync['unknown']);
  return (
    <>
      <Leaves {...props} />
      <section>
        <h2>{options.dataHeading}</h2>
        <p className={sync.age.isOld ? 'old' : undefined}>
          {sync.age.text}
          {sizeMb !== null && ` · ${options.size(sizeMb)}`}
        </p>
        <output className="soft small">{sync.isRunning ? popup.syncing : end}</output>
        <button type="button" className="button" disabled={sync.isRunning} onClick={onSync}>
          {options.resync}
        </button>
        <Wipe {...props} />
      </section>
    </>
  );
}
