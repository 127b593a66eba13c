import fs from 'node:fs';
import path from 'node:path';
import type { Ledger } from '@/lib/ledger/records';

const FOLDER = path.resolve(import.meta.dirname, '../../../tracker/ledger/kz');

function records(kind: keyof Ledger): never[] {
  const file = path.join(FOLDER, `${kind}.json`);
  // The folder is checked by `tracker check`; here it is only read.
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
}

/** The starter ledger of Kazakhstan as it stands in the repository. */
export function starterLedger(): Ledger {
  return {
    areas: records('areas'),
    persons: records('persons'),
    posts: records('posts'),
    memberships: records('memberships'),
    lineages: records('lineages'),
    promises: records('promises'),
    statusEvents: records('statusEvents'),
    replies: records('replies'),
    sourceChecks: records('sourceChecks'),
    stances: records('stances'),
    weakSources: records('weakSources'),
  };
}
