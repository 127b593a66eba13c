import { useId } from 'react';
import { strings } from '@/lib/language/ui';
import type { ViewContext } from '../promise-view';
import { shortNameIn } from '../text';
import { type FilterChoices, NO_FILTER, type PromiseFilter } from './promise-filter';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: T | null;
  readonly choices: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChoose: (value: T | null) => void;
}

const ALL = '*';

function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, all, value, choices, nameOf, onChoose } = props;
  const id = useId();
  if (choices.length < 2) return null;
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ALL}
        onChange={({ target }) => onChoose(choices.find((one) => one === target.value) ?? null)}
      >
        <option value={ALL}>{all}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FilterBarProps {
  readonly context: ViewContext;
  readonly choices: FilterChoices;
  readonly filter: PromiseFilter;
  readonly shown: number;
  readonly total: number;
  readonly onFilter: (filter: PromiseFilter) => void;
}

function WhatChoices({ context, choices, filter, onFilter }: FilterBarProps) {
  const { common, pages } = strings(context.lang);
  const { filters } = pages;
  return (
    <>
      <Choice
        all={filters.all}
        label={filters.status}
        value={filter.status}
        choices={choices.statuses}
        nameOf={(one) => common.status[one]}
        onChoose={(status) => onFilter({ ...filter, status })}
      />
      <Choice
        all={filters.all}
        label={filters.term}
        value={filter.term}
        choices={choices.terms}
        nameOf={(one) => filters.termState[one]}
        onChoose={(term) => onFilter({ ...filter, term })}
      />
      <Choice
        all={filters.all}
        label={filters.topic}
        value={filter.topic}
        choices={choices.topics}
        nameOf={(one) => common.topic[one]}
        onChoose={(topic) => onFilter({ ...filter, topic })}
      />
    </>
  );
}

/** Filters by status, term, topic and who promised; what has only one value is not asked for. */
export function FilterBar(props: FilterBarProps) {
  const { context, choices, filter, shown, total, onFilter } = props;
  const { lang, persons } = context;
  const { filters } = strings(lang).pages;
  const nameOf = (id: string) => {
    const person = persons.get(id);
    return person === undefined ? filters.unnamed : shortNameIn(person, lang);
  };
  return (
    <fieldset className="filters no-print">
      <legend className="hidden-text">{filters.title}</legend>
      <WhatChoices {...props} />
      <Choice
        all={filters.all}
        label={filters.holder}
        value={filter.holder}
        choices={choices.holders}
        nameOf={nameOf}
        onChoose={(holder) => onFilter({ ...filter, holder })}
      />
      <output className="soft small">{filters.shown(shown, total)}</output>
      {filter !== NO_FILTER && (
        <button type="button" className="text-button small" onClick={() => onFilter(NO_FILTER)}>
          {filters.clear}
        </button>
      )}
    </fieldset>
  );
}
