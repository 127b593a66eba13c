import type { Kind, Ledger, RecordOfKind } from '@/lib/ledger/records';
import type { Placed } from './read-folder';

/** The ledger that records make, whatever their order. */
export function ledgerOf(records: readonly Pick<Placed, 'kind' | 'record'>[]): Ledger {
  const of = <K extends Kind>(kind: K) =>
    // Each record was parsed as its own kind; the pair is not tied together in the type.
    records.filter((row) => row.kind === kind).map((row) => row.record as RecordOfKind[K]);
  return {
    areas: of('area'),
    persons: of('person'),
    posts: of('post'),
    memberships: of('membership'),
    lineages: of('lineage'),
    promises: of('promise'),
    statusEvents: of('statusEvent'),
    replies: of('reply'),
    sourceChecks: of('sourceCheck'),
    stances: of('stance'),
    weakSources: of('weakSource'),
  };
}
