import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** "Not him": who is not marked where. */
export interface CorrectionRow {
  readonly personId: string;
  readonly name: string;
  /** An article's address, or a site's name. */
  readonly where: string;
}

/** What the reader called wrong: can be taken back, or saved to be sent to the tracker's people. */
export function CorrectionsSection(props: {
  readonly lang: Lang;
  readonly rows: readonly CorrectionRow[];
  readonly onForget: (row: CorrectionRow) => void;
  readonly onExport: () => void;
}) {
  const { lang, rows, onForget, onExport } = props;
  const { options } = strings(lang);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{options.corrections}</h2>
      <p className="soft small">{options.correctionsHint}</p>
      <ul className="rows">
        {rows.map((row) => (
          <li key={`${row.personId} ${row.where}`}>
            <span>
              <bdi>{row.name}</bdi> · <bdi>{row.where}</bdi>
            </span>
            <button
              type="button"
              className="button"
              aria-label={options.correctionForget(row.name)}
              onClick={() => onForget(row)}
            >
              {options.correctionBack}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onExport}>
        {options.exportCorrections}
      </button>
    </section>
  );
}
