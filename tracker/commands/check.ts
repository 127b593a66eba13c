import { checkLedger, type Fault } from '@/lib/ledger/faults';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { ledgerOf } from '../folder/ledger-of';
import { type Folder, faultLine, readFolder } from '../folder/read-folder';
import type { Output } from './output';
import { folderOf, readArgs } from './settings';

/**
 * `check DIR [--json] [--all]`: reads a ledger folder and reports its faults, each with file, line, record and
 * field. Doubts (sources that disagree, weak sources) are reports: they do not make the status 1.
 */
export async function checkCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
  });
  const read = await readFolder(folderOf(positionals, 'check'));
  if (!read.ok) {
    if (values.json) out.line(JSON.stringify({ ok: false, faults: read.faults }));
    else for (const fault of read.faults) out.line(`error  ${faultLine(fault)}`);
    return 1;
  }
  const rows = withLines(read.folder, checkLedger(ledgerOf(read.folder.records)));
  const errors = rows.filter(({ severity }) => severity === 'error').length;
  if (values.json) {
    out.line(JSON.stringify({ ok: errors === 0, records: counts(read.folder), faults: rows }));
  } else {
    printRows(rows, values.all === true, out);
    out.line(
      `${read.folder.records.length} records: ${errors} errors, ${rows.length - errors} doubts.`,
    );
  }
  return errors === 0 ? 0 : 1;
}

interface FaultRow extends Fault {
  readonly file: string;
  readonly line: number | null;
}

function withLines({ records }: Folder, faults: readonly Fault[]): FaultRow[] {
  const lines = new Map(records.map(({ kind, id, line }) => [`${kind} ${id}`, line]));
  return faults.map((fault) => ({
    file: FILE_OF_KIND[fault.kind],
    line: lines.get(`${fault.kind} ${fault.id}`) ?? null,
    ...fault,
  }));
}

/** Missing translations come by the hundred: counted by file, listed with `--all`. */
function printRows(rows: readonly FaultRow[], all: boolean, out: Output): void {
  const untranslated = new Map<string, number>();
  for (const row of rows) {
    if (all || row.code !== 'missingLanguage') out.line(faultText(row));
    else untranslated.set(row.file, (untranslated.get(row.file) ?? 0) + 1);
  }
  for (const [file, count] of untranslated) {
    out.line(`doubt  ${file}: ${count} texts lack a language (list them with --all)`);
  }
}

function faultText({ severity, file, line, id, field, message }: FaultRow): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${severity.padEnd(6)} ${place}: ${id}${field === '' ? '' : `.${field}`}: ${message}`;
}

function counts({ records }: Folder): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { kind } of records) sums.set(kind, (sums.get(kind) ?? 0) + 1);
  return Object.fromEntries(sums);
}
