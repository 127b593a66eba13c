import { useEffect, useState } from 'react';
import { dayOfStamp } from '@/components/data-age';
import { Options, type OptionsProps } from '@/components/options/options';
import { OPTIONS_CSS } from '@/components/options/options.css';
import { dateOfEvent } from '@/lib/language/dates';
import { changeSettings, type Settings } from '@/lib/messaging/settings';
import { openCache } from '@/lib/storage/cache';
import { openClips } from '@/lib/storage/clips';
import { consentGiven, takeConsentBack } from '@/lib/storage/consent';
import { mountPage } from '../own-page/mount';
import { saveFile } from '../own-page/save-file';
import { useSync } from '../own-page/sync';
import { useClipRows } from '../own-page/use-clip-rows';
import { correctionFile, useCorrections } from './use-corrections';
import { useReviewToken } from './use-review-token';
import { wipeEverything } from './wipe';

const cache = openCache();
const clips = openClips();

const BYTES_A_MEGABYTE = 1_000_000;

const report = (error: unknown) => console.error('[uade] options', error);

function useSizeMb(): string | null {
  const [size, setSize] = useState<string | null>(null);
  useEffect(() => {
    navigator.storage
      .estimate()
      .then(({ usage }) =>
        setSize(usage === undefined ? null : (usage / BYTES_A_MEGABYTE).toFixed(1)),
      )
      .catch(report);
  }, []);
  return size;
}

function useConsent(lang: Settings['lang']): [string | null, () => void] {
  const [agreedAt, setAgreedAt] = useState<string | null>(null);
  useEffect(() => {
    consentGiven().then(setAgreedAt, report);
  }, []);
  const takeBack = () => void takeConsentBack().then(() => setAgreedAt(null), report);
  return [agreedAt === null ? null : dateOfEvent(lang, dayOfStamp(agreedAt)), takeBack];
}

/** The settings as asked for, until the stored ones change: a switch that waits for the store looks broken. */
function useAsked(settings: Settings): [Settings, OptionsProps['onChange']] {
  const [asked, setAsked] = useState<{ of: Settings; change: Partial<Settings> } | null>(null);
  const change = asked?.of === settings ? asked.change : {};
  const onChange = (next: Partial<Settings>) => {
    setAsked({ of: settings, change: { ...change, ...next } });
    changeSettings(next).catch((error: unknown) => {
      report(error);
      setAsked(null);
    });
  };
  return [{ ...settings, ...change }, onChange];
}

function OptionsPage({ settings }: { readonly settings: Settings }) {
  const { lang } = settings;
  const [values, onChange] = useAsked(settings);
  const [sync, onSync] = useSync(cache, lang);
  const rows = useClipRows(clips, lang);
  const [corrections, onCorrectionBack] = useCorrections(cache, lang);
  const sizeMb = useSizeMb();
  const [consentOn, onConsentBack] = useConsent(lang);
  const tracker = useReviewToken(lang);
  const [wiping, setWiping] = useState<OptionsProps['wiping']>('none');
  const onWipe = () => {
    wipeEverything().then(
      () => setWiping('done'),
      (error: unknown) => {
        report(error);
        setWiping('failed');
      },
    );
  };
  return (
    <Options
      values={values}
      clips={rows}
      corrections={corrections}
      onCorrectionBack={onCorrectionBack}
      onExportCorrections={() => saveFile('uade-corrections.json', correctionFile(corrections))}
      sync={sync}
      sizeMb={sizeMb}
      consentOn={consentOn}
      wiping={wiping}
      ledgerHref="/ledger.html"
      tracker={tracker}
      onChange={onChange}
      onSync={onSync}
      onConsentBack={onConsentBack}
      onExport={() =>
        void clips
          .exportAll()
          .then(
            (text) => saveFile('uade-clips.json', new Blob([text], { type: 'application/json' })),
            report,
          )
      }
      onWipe={onWipe}
    />
  );
}

mountPage({ css: OPTIONS_CSS, title: (words) => words.options.title, Content: OptionsPage });
