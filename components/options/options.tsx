import { useId } from 'react';
import { LANGUAGE_NAMES, strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { ClipLine, type ClipRows, NoClips } from '../popup/my-clips';
import type { SyncView } from '../popup/popup';
import { Switch } from '../switch';
import { Welcome } from '../welcome';
import { type CorrectionRow, CorrectionsSection } from './corrections-section';
import { DataSection } from './data-section';
import { TrackerSection, type TrackerSectionProps } from './tracker-section';

/** The settings as the page shows them. */
export interface OptionValues {
  readonly lang: Lang;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly markAll: boolean;
  readonly markStyle: 'underline' | 'tint';
  readonly clipButton: boolean;
  readonly cardOpens: 'quick' | 'rest' | 'slow' | 'shift';
  readonly sitesOff: readonly string[];
}

/** Everything the options page shows and does. */
export interface OptionsProps {
  readonly values: OptionValues;
  readonly clips: ClipRows;
  readonly corrections: readonly CorrectionRow[];
  readonly sync: SyncView;
  /** Megabytes on disk in words; null: the browser does not tell. */
  readonly sizeMb: string | null;
  /** Day of the consent; null: none. */
  readonly consentOn: string | null;
  /** How the wiping ended. */
  readonly wiping: 'none' | 'done' | 'failed';
  readonly ledgerHref: string;
  readonly tracker: Omit<TrackerSectionProps, 'lang'>;
  readonly onChange: (change: Partial<OptionValues>) => void;
  readonly onSync: () => void;
  readonly onConsentBack: () => void;
  readonly onExport: () => void;
  readonly onWipe: () => void;
  readonly onCorrectionBack: (row: CorrectionRow) => void;
  readonly onExportCorrections: () => void;
}

function Choices<T extends string>(props: {
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}) {
  const { legend, value, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map(([id, label]) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => onChoose(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

type Part = Pick<OptionsProps, 'values' | 'onChange'>;

function LookSection({ values, onChange }: Part) {
  const { options } = strings(values.lang);
  const languages = [
    ['ru', LANGUAGE_NAMES.ru],
    ['kk', LANGUAGE_NAMES.kk],
    ['en', LANGUAGE_NAMES.en],
  ] as const;
  const themes = [
    ['auto', options.themes.auto],
    ['light', options.themes.light],
    ['dark', options.themes.dark],
  ] as const;
  return (
    <section>
      <Choices
        legend={options.language}
        value={values.lang}
        choices={languages}
        onChoose={(lang) => onChange({ lang })}
      />
      <p className="soft small">{options.languageHint}</p>
      <Choices
        legend={options.theme}
        value={values.theme}
        choices={themes}
        onChoose={(theme) => onChange({ theme })}
      />
    </section>
  );
}

function MarksSection({ values, onChange }: Part) {
  const { options } = strings(values.lang);
  const styles = [
    ['underline', options.markStyles.underline],
    ['tint', options.markStyles.tint],
  ] as const;
  const opens = [
    ['quick', options.cardOpensWhen.quick],
    ['rest', options.cardOpensWhen.rest],
    ['slow', options.cardOpensWhen.slow],
    ['shift', options.cardOpensWhen.shift],
  ] as const;
  return (
    <section>
      <h2>{options.marks}</h2>
      <Choices
        legend={options.markStyle}
        value={values.markStyle}
        choices={styles}
        onChoose={(markStyle) => onChange({ markStyle })}
      />
      <Choices
        legend={options.cardOpens}
        value={values.cardOpens}
        choices={opens}
        onChoose={(cardOpens) => onChange({ cardOpens })}
      />
      <Switch isOn={values.markAll} onSwitch={(markAll) => onChange({ markAll })}>
        {options.markAll}
      </Switch>
      <p className="soft small">{options.markAllHint}</p>
      <Switch isOn={values.clipButton} onSwitch={(clipButton) => onChange({ clipButton })}>
        {options.clipButton}
      </Switch>
      <p className="soft small">{options.shortcuts}</p>
    </section>
  );
}

function SitesSection({ values, onChange }: Part) {
  const { options } = strings(values.lang);
  const { sitesOff } = values;
  return (
    <section>
      <h2>{options.sites}</h2>
      <p className="soft">{sitesOff.length === 0 ? options.sitesNone : options.sitesOff}</p>
      <ul className="rows">
        {sitesOff.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <button
              type="button"
              className="button"
              aria-label={options.siteOn(site)}
              onClick={() => onChange({ sitesOff: sitesOff.filter((one) => one !== site) })}
            >
              {options.turnBackOn}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClipsSection({ values, clips: read, onExport }: OptionsProps) {
  const { options } = strings(values.lang);
  const clips = read ?? [];
  return (
    <section id="clips">
      <h2>
        {options.clips}
        {read !== null && ` · ${read.length}`}
      </h2>
      <NoClips lang={values.lang} clips={read} />
      <ul className="rows">
        {clips.map((clip) => (
          <ClipLine key={clip.id} lang={values.lang} clip={clip} />
        ))}
      </ul>
      {clips.length > 0 && (
        <button type="button" className="button" onClick={onExport}>
          {options.exportClips}
        </button>
      )}
    </section>
  );
}

/** The options page: few, with good defaults. */
export function Options(props: OptionsProps) {
  const { values, sync, ledgerHref, onSync } = props;
  const { options } = strings(values.lang);
  return (
    <main className="options">
      <h1>{options.title}</h1>
      {sync.isFirstRun && (
        <Welcome lang={values.lang} sync={sync} ledgerHref={ledgerHref} onSync={onSync} />
      )}
      <LookSection {...props} />
      <MarksSection {...props} />
      <SitesSection {...props} />
      <CorrectionsSection
        lang={props.values.lang}
        rows={props.corrections}
        onForget={props.onCorrectionBack}
        onExport={props.onExportCorrections}
      />
      <ClipsSection {...props} />
      <TrackerSection lang={props.values.lang} {...props.tracker} />
      <DataSection {...props} />
    </main>
  );
}
