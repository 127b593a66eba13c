import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '@/lib/ledger/records';

/** A JSON array file of a ledger folder; a kind that the folder does not have is empty. */
function rows<Row>(folder: string, name: string): Row[] {
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) return [];
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error(`${path}: expected an array`);
  // The folder has been checked by `tracker check`; the evaluation reads it as it is.
  return parsed as Row[];
}

/** Reads a ledger folder as it lies on disk. */
export function readLedgerFolder(folder: string): Ledger {
  if (!existsSync(join(folder, 'persons.json')))
    throw new Error(`${folder}: no persons.json, so this is no ledger folder`);
  return {
    areas: rows(folder, 'areas'),
    persons: rows(folder, 'persons'),
    posts: rows(folder, 'posts'),
    memberships: rows(folder, 'memberships'),
    lineages: rows(folder, 'lineages'),
    promises: rows(folder, 'promises'),
    statusEvents: rows(folder, 'statusEvents'),
    replies: rows(folder, 'replies'),
    sourceChecks: rows(folder, 'sourceChecks'),
    stances: rows(folder, 'stances'),
    weakSources: rows(folder, 'weakSources'),
  };
}
