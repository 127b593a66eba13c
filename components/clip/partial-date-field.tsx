import { useId, useState } from 'react';
import { datePartsOf, monthNames } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import { daysInMonth } from '@/lib/ledger/partial-date';
import type { Lang, PartialDate } from '@/lib/ledger/records';

interface Typed {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const two = (text: string) => text.padStart(2, '0');

function typedOf(date: PartialDate | null): Typed {
  if (date === null) return { year: '', month: '', day: '' };
  const { year, month, day } = datePartsOf(date);
  return {
    year: String(year),
    month: month === null ? '' : String(month),
    day: day === null ? '' : String(day),
  };
}

/** The partial date that was typed; null while the year is not whole. */
function dateOf({ year, month, day }: Typed): PartialDate | null {
  if (!/^(?:19|20)\d\d$/.test(year)) return null;
  if (month === '') return year;
  return day === '' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** Clears what no longer exists: a day without a month, the 31st of a shorter month. */
function tidy(typed: Typed): Typed {
  if (typed.month === '') return { ...typed, day: '' };
  const days = daysInMonth(Number(typed.year) || 2000, Number(typed.month));
  return Number(typed.day) > days ? { ...typed, day: '' } : typed;
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly isOff: boolean;
  readonly onChoose: (value: string) => void;
}) {
  const { label, value, options, isOff, onChoose } = props;
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      disabled={isOff}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{label}</option>
      {options.map((option, at) => (
        <option key={option} value={String(at + 1)}>
          {option}
        </option>
      ))}
    </select>
  );
}

function Parts(props: {
  readonly lang: Lang;
  readonly typed: Typed;
  readonly onType: (part: Partial<Typed>) => void;
}) {
  const { lang, typed, onType } = props;
  const { clip } = strings(lang);
  const month = Number(typed.month);
  const days = month === 0 ? 31 : daysInMonth(Number(typed.year) || 2000, month);
  return (
    <div className="date-parts">
      <input
        className="input"
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        aria-label={clip.year}
        placeholder={clip.year}
        value={typed.year}
        onChange={(event) => onType({ year: event.target.value.replace(/\D/g, '') })}
      />
      <Select
        label={clip.month}
        value={typed.month}
        options={monthNames(lang)}
        isOff={typed.year === ''}
        onChoose={(chosen) => onType({ month: chosen })}
      />
      <Select
        label={clip.day}
        value={typed.day}
        options={Array.from({ length: days }, (_, at) => String(at + 1))}
        isOff={month === 0}
        onChoose={(chosen) => onType({ day: chosen })}
      />
    </div>
  );
}

/**
 * A date that may be only a year, or a year and a month; three native controls. `value` is read once, at the
 * beginning: an unfinished year is kept here and is no date yet.
 */
export function PartialDateField(props: {
  readonly lang: Lang;
  readonly label: string;
  readonly hint: string | null;
  readonly value: PartialDate | null;
  readonly onChange: (date: PartialDate | null) => void;
}) {
  const { lang, label, hint, value, onChange } = props;
  const [typed, setTyped] = useState(() => typedOf(value));
  const id = useId();
  const onType = (part: Partial<Typed>) => {
    const next = tidy({ ...typed, ...part });
    setTyped(next);
    onChange(dateOf(next));
  };
  return (
    <fieldset className="field" aria-describedby={hint === null ? undefined : id}>
      <legend>{label}</legend>
      <Parts lang={lang} typed={typed} onType={onType} />
      {hint !== null && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
