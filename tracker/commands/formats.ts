import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { dueCalendar } from '@/lib/formats/calendar';
import { claimReviews } from '@/lib/formats/claim-review';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { importPopolo } from '@/lib/formats/popolo-import';
import { promiseTable } from '@/lib/formats/promise-table';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Kind, Lang, Ledger, RecordOfKind } from '@/lib/ledger/records';
import { parseRecord, recordId } from '@/lib/wire/records';
import { dayOf } from '../http/deps';
import { pathOf } from '../pages/site';
import { OperatorError } from '../store/sql';

/** Formats of `export --format`. */
export const EXPORT_FORMATS = ['csv', 'popolo', 'annotation', 'claimreview', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How an export is told. */
export interface Telling {
  readonly lang: Lang;
  readonly now: Date;
  readonly base: string | null;
}

/** A ledger in one of the formats; `left` names what the format cannot carry. */
export function exportAs(
  format: ExportFormat,
  index: LedgerIndex,
  { lang, now, base }: Telling,
): { readonly text: string; readonly left: readonly string[] } {
  const today = dayOf(now);
  const pageOf = (id: string) =>
    `${base ?? 'https://tracker.invalid'}${pathOf(lang, 'promise', id)}`;
  const publisher = { name: 'Uäde', url: base ?? 'https://tracker.invalid' };
  switch (format) {
    case 'csv':
      return { text: promiseTable(index, { lang, today, bom: true }), left: [] };
    case 'popolo': {
      const { file, notCarried } = exportPopolo(index.ledger, lang);
      return { text: pretty(file), left: notCarried.map((row) => JSON.stringify(row)) };
    }
    case 'annotation': {
      const all = [...index.promises.values()];
      return { text: pretty(all.map((p) => promiseAnnotation(p, pageOf(p.id), lang))), left: [] };
    }
    case 'claimreview':
      return { text: pretty(claimReviews(index, { lang, today, publisher, pageOf })), left: [] };
    case 'ics': {
      const options = { lang, today, madeAt: now.toISOString(), name: 'Uäde', pageOf };
      return { text: dueCalendar(index, options), left: [] };
    }
  }
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A record read from another format, and what of the file was not carried. */
export interface ForeignRead {
  readonly records: readonly { readonly kind: Kind; readonly id: string; readonly body: string }[];
  readonly faults: readonly string[];
  readonly left: readonly string[];
}

/** Reads a Popolo file or a table of promises; every record passes the wire's own parser. */
export async function readForeign(format: string, path: string): Promise<ForeignRead> {
  const text = await fs.readFile(resolve(path), 'utf8').catch((error: unknown) => {
    throw new OperatorError(`${path} cannot be read: ${String(error)}`);
  });
  if (format === 'popolo') return fromPopolo(text);
  if (format === 'csv') return fromTable(text);
  throw new OperatorError(`--format is "${format}": expected popolo or csv.`);
}

function fromPopolo(text: string): ForeignRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { records: [], faults: ['the file: expected JSON'], left: [] };
  }
  const read = importPopolo(value);
  if (!read.ok)
    return { records: [], faults: [`${read.field}: expected ${read.expected}`], left: [] };
  const { areas, persons, posts, memberships }: Ledger = read.ledger;
  const checked = [
    ...areas.map((record) => checkedRow('area', record)),
    ...persons.map((record) => checkedRow('person', record)),
    ...posts.map((record) => checkedRow('post', record)),
    ...memberships.map((record) => checkedRow('membership', record)),
  ];
  return { ...parted(checked), left: read.notCarried.map((row) => JSON.stringify(row)) };
}

function fromTable(text: string): ForeignRead {
  const { promises, faults } = promisesFromTable(text);
  const { records, faults: more } = parted(promises.map((record) => checkedRow('promise', record)));
  const named = faults.map(
    ({ row, field, expected }) => `row ${row}: ${field}: expected ${expected}`,
  );
  return { records, faults: [...named, ...more], left: [] };
}

type Checked = ForeignRead['records'][number] | string;

function checkedRow<K extends Kind>(kind: K, record: RecordOfKind[K]): Checked {
  const id = recordId(record);
  const parsed = parseRecord(kind, record);
  if (!parsed.ok) return `${kind} ${id}: ${parsed.field}: expected ${parsed.expected}`;
  return { kind, id, body: JSON.stringify(parsed.value) };
}

function parted(rows: readonly Checked[]): Pick<ForeignRead, 'records' | 'faults'> {
  const faults = rows.filter((row) => typeof row === 'string');
  return { records: rows.filter((row) => typeof row !== 'string'), faults };
}
