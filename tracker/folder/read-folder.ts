import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { FILE_OF_KIND, KEPT_FILES, type LedgerMeta, parseLedgerMeta } from '@/lib/wire/ledger-file';
import { KINDS, parseRecord, recordId } from '@/lib/wire/records';
import { splitArray } from './json-elements';

/** A fault of a ledger folder, to be shown as `file:line: field: expected …`. */
export interface FolderFault {
  readonly file: string;
  /** From 1; null when the file itself is at fault. */
  readonly line: number | null;
  readonly field: string;
  readonly expected: string;
}

/** A record and where it stands. */
export interface Placed<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly record: RecordOfKind[K];
  readonly line: number;
}

export interface Folder {
  readonly meta: LedgerMeta;
  /** In the order of KINDS, and within a kind in the order of its file. */
  readonly records: readonly Placed[];
  /** Files kept as they are for export. */
  readonly kept: readonly { readonly name: string; readonly body: string }[];
}

export type FolderRead =
  | { readonly ok: true; readonly folder: Folder }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

/** Reads a whole ledger folder; with any fault nothing of it is given. */
export async function readFolder(dir: string): Promise<FolderRead> {
  const faults: FolderFault[] = [];
  const meta = await readMeta(dir, faults);
  await refuseStrangers(dir, faults);
  const records: Placed[] = [];
  for (const kind of KINDS) {
    // One by one: as arguments of one call, 150,000 are more than the stack holds.
    for (const placed of await readKind(dir, kind, faults)) records.push(placed);
  }
  const kept: { name: string; body: string }[] = [];
  for (const name of KEPT_FILES) {
    const body = await readText(dir, name);
    if (body !== null) kept.push({ name, body });
  }
  if (faults.length > 0 || meta === null) return { ok: false, faults };
  return { ok: true, folder: { meta, records, kept } };
}

async function readText(dir: string, file: string): Promise<string | null> {
  try {
    return await fs.readFile(join(dir, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function readMeta(dir: string, faults: FolderFault[]): Promise<LedgerMeta | null> {
  const file = 'ledger.json';
  const fault = (field: string, expected: string) =>
    void faults.push({ file, line: field === '' ? null : 1, field, expected });
  const text = await readText(dir, file);
  if (text === null) {
    fault('', 'this file, with {"format": 1, "dataset": "name", "asOf": "YYYY-MM-DD"}');
    return null;
  }
  const parsed = parseLedgerMeta(parseJson(text));
  if (parsed.ok) return parsed.value;
  fault(parsed.field, parsed.expected);
  return null;
}

/** Undefined where the text is no JSON: no schema lets that through. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A misspelt file name would otherwise lose a whole kind without a word. */
async function refuseStrangers(dir: string, faults: FolderFault[]): Promise<void> {
  const known = new Set(['ledger.json', ...KEPT_FILES, ...Object.values(FILE_OF_KIND)]);
  const names = await fs.readdir(dir).catch((error: unknown) => {
    faults.push({ file: dir, line: null, field: '', expected: `a folder (${String(error)})` });
    return [];
  });
  for (const file of names) {
    if (!file.endsWith('.json') || known.has(file)) continue;
    const expected = `one of the files ${[...known].join(', ')}`;
    faults.push({ file, line: null, field: '', expected });
  }
}

async function readKind(dir: string, kind: Kind, faults: FolderFault[]): Promise<Placed[]> {
  const file = FILE_OF_KIND[kind];
  const text = await readText(dir, file);
  if (text === null) return [];
  const elements = splitArray(text);
  if ('expected' in elements) {
    faults.push({ file, line: elements.line, field: '', expected: elements.expected });
    return [];
  }
  const placed: Placed[] = [];
  const seen = new Set<string>();
  for (const { text: recordText, line } of elements) {
    const parsed = parseElement(kind, recordText);
    if (!parsed.ok) {
      faults.push({ file, line, field: parsed.field, expected: parsed.expected });
      continue;
    }
    const id = recordId(parsed.value);
    if (seen.has(id)) faults.push({ file, line, field: 'id', expected: `an id used once: ${id}` });
    seen.add(id);
    placed.push({ kind, id, record: parsed.value, line });
  }
  return placed;
}

function parseElement(kind: Kind, text: string) {
  const value = parseJson(text);
  if (value === undefined) return { ok: false, field: '', expected: 'a JSON object' } as const;
  return parseRecord(kind, value);
}

/** One fault as one line for people. */
export function faultLine({ file, line, field, expected }: FolderFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${field === '' ? '' : `${field}: `}expected ${expected}`;
}
