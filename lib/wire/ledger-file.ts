import * as z from 'zod/mini';
import type { Kind } from '@/lib/ledger/records';
import { partialDate } from './fields';
import { dataset } from './head';
import { type Parsed, parseWith } from './parse';

/** `ledger.json` of a ledger folder. */
export interface LedgerMeta {
  readonly format: 1;
  readonly dataset: string;
  readonly asOf: string;
}

const metaSchema: z.ZodMiniType<LedgerMeta> = z.strictObject({
  format: z.literal(1),
  dataset,
  asOf: partialDate,
});

/** Parses `ledger.json`. */
export function parseLedgerMeta(input: unknown): Parsed<LedgerMeta> {
  return parseWith(metaSchema, input);
}

/** The file of each kind in a ledger folder: a JSON array, one record a line. */
export const FILE_OF_KIND: Readonly<Record<Kind, string>> = {
  weakSource: 'weakSources.json',
  area: 'areas.json',
  person: 'persons.json',
  post: 'posts.json',
  lineage: 'lineages.json',
  membership: 'memberships.json',
  promise: 'promises.json',
  statusEvent: 'statusEvents.json',
  stance: 'stances.json',
  reply: 'replies.json',
  sourceCheck: 'sourceChecks.json',
};

/** Files beside the records that are kept as they are and never published. */
export const KEPT_FILES: readonly string[] = ['incompletePromises.json', 'notPromises.json'];

/** One record as a line of a ledger file: `{"id": "x", "n": 1}`, as the starter ledger has it. */
export function recordLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(recordLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${JSON.stringify(key)}: ${recordLine(field)}`);
  return `{${fields.join(', ')}}`;
}

/** A whole ledger file. */
export function ledgerFile(records: readonly unknown[]): string {
  if (records.length === 0) return '[\n]\n';
  return `[\n${records.map(recordLine).join(',\n')}\n]\n`;
}
