/**
 * The tables of a backup, in the order in which they are put back. Published files, segments and the log's
 * numbering are left out: they are made anew, under a new epoch.
 */
export const BACKUP_TABLES = {
  dataset: ['name', 'as_of'],
  record: ['dataset', 'kind', 'id', 'body'],
  kept_file: ['dataset', 'name', 'body'],
  token: ['hash', 'scope', 'invited', 'made_on'],
  clip: [
    'id',
    'dataset',
    'author',
    'body',
    'body_sha256',
    'state',
    'survivor_id',
    'reason',
    'received_on',
    'decided_at',
  ],
  decision: ['at', 'actor', 'action', 'subject', 'reason'],
  proposal: ['dataset', 'kind', 'id', 'body', 'actor', 'at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type BackupTable = keyof typeof BACKUP_TABLES;

/** The order of rows within a table, so that a restored one keeps it. */
export const ROW_ORDER: Readonly<Record<BackupTable, string>> = {
  dataset: 'name',
  record: 'pos',
  kept_file: 'dataset, name',
  token: 'hash',
  clip: 'seq',
  decision: 'seq',
  proposal: 'seq',
};

/** Changes when a table's columns do; older files are read as long as they can be. */
export const BACKUP_FORMAT = 1;
