import type { LogRow } from './lines';

/**
 * The newest version of each record among log rows, tombstones kept, in the order of rev. A reader at any
 * cursor ends in the same state as with all the rows: what is left out was superseded within them.
 */
export function newestOf(rows: readonly LogRow[]): LogRow[] {
  const newest = new Map<string, LogRow>();
  for (const row of rows) {
    const key = `${row.kind}\n${row.id}`;
    // Taken out first, so that the order of the map is that of the last change.
    newest.delete(key);
    newest.set(key, row);
  }
  return [...newest.values()];
}
