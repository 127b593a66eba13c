import { isPartialDate } from '@/lib/ledger/partial-date';
import {
  OCCASIONS,
  type Pledge,
  type Source,
  SPEECHES,
  type Text,
  TOPICS,
} from '@/lib/ledger/records';
import { CsvError, parseCsv } from './csv';

/** A cell that is no value of its column. */
export interface TableFault {
  /** Row of the table, the heading being 1. */
  readonly row: number;
  readonly field: string;
  readonly expected: string;
}

export interface TableImport {
  /** The sound rows; selectors of sources are not in a table. */
  readonly promises: readonly Pledge[];
  readonly faults: readonly TableFault[];
}

/** Promises from a table with the columns that `promiseTable` writes, in any order; others are left unread. */
export function promisesFromTable(csv: string): TableImport {
  const read = rowsIn(csv);
  if ('fault' in read) return { promises: [], faults: [read.fault] };
  const [head, ...rows] = read.rows;
  const faults: TableFault[] = [];
  const promises = rows.flatMap((cells, i) => {
    const row = rowOf(head ?? [], cells, i + 2);
    const promise = promiseOf(row);
    faults.push(...row.faults);
    return row.faults.length === 0 ? [promise] : [];
  });
  return { promises, faults };
}

/** The rows of a table, or why it is none. */
function rowsIn(
  csv: string,
): { readonly rows: ReturnType<typeof parseCsv> } | { readonly fault: TableFault } {
  try {
    return { rows: parseCsv(csv) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: { row: error.line, field: '', expected: 'a closed quote' } };
  }
}

interface Row {
  readonly faults: readonly TableFault[];
  text(field: string): string | null;
  required(field: string): string;
  date(field: string): string | null;
  oneOf<T extends string>(field: string, values: readonly [T, ...T[]]): T;
}

function rowOf(head: readonly string[], cells: readonly string[], number: number): Row {
  const faults: TableFault[] = [];
  const fault = (field: string, expected: string): void =>
    void faults.push({ row: number, field, expected });
  const text = (field: string): string | null => cells[head.indexOf(field)] || null;
  return {
    faults,
    text,
    required(field) {
      const value = text(field);
      if (value === null) fault(field, 'a value');
      return value ?? '';
    },
    date(field) {
      const value = text(field);
      if (value === null || isPartialDate(value)) return value;
      fault(field, 'YYYY, YYYY-MM or YYYY-MM-DD');
      return null;
    },
    oneOf(field, values) {
      const value = text(field);
      const found = values.find((v) => v === value);
      if (found === undefined) fault(field, `one of ${values.join(', ')}`);
      return found ?? values[0];
    },
  };
}

function promiseOf(row: Row): Pledge {
  return {
    id: row.required('id'),
    text: textOf(row),
    quote: row.text('quote'),
    lang: row.oneOf('lang', ['ru', 'kk', 'en']),
    topic: row.oneOf('topic', TOPICS),
    areaId: row.text('area_id'),
    personId: row.text('person_id'),
    postId: row.required('post_id'),
    boundTo: row.oneOf('bound_to', ['post', 'person']),
    saidOn: row.date('said_on'),
    dueOn: row.date('due_on'),
    occasion: row.text('occasion') === null ? null : row.oneOf('occasion', OCCASIONS),
    speech: row.oneOf('speech', SPEECHES),
    outsidePowers: row.oneOf('outside_powers', ['false', 'true']) === 'true',
    repeatsId: row.text('repeats_id'),
    source: sourceOf(row),
  };
}

function textOf(row: Row): Text {
  const [ru, kk, en] = [row.text('text_ru'), row.text('text_kk'), row.text('text_en')];
  if (ru === null && kk === null && en === null) row.required('text_ru');
  return {
    ...(ru === null ? {} : { ru }),
    ...(kk === null ? {} : { kk }),
    ...(en === null ? {} : { en }),
  };
}

function sourceOf(row: Row): Source {
  const [title, publisher] = [row.text('source_title'), row.text('source_publisher')];
  const publishedOn = row.date('source_published_on');
  const [archivedUrl, note] = [row.text('source_archived_url'), row.text('source_note')];
  return {
    url: row.required('source_url'),
    ...(title === null ? {} : { title }),
    ...(publisher === null ? {} : { publisher }),
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(archivedUrl === null ? {} : { archivedUrl }),
    ...(note === null ? {} : { note }),
  };
}
