import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import type { Place } from './places';

/** One change for the cache: the record as it is now, or null where it is gone. */
export type CacheChange = {
  readonly [K in Kind]: {
    readonly t: K;
    readonly id: string;
    readonly d: RecordOfKind[K] | null;
    /** Hash of the published line, for the digest. */
    readonly hash: bigint;
    /** Rev of the published line. */
    readonly rev: number;
    /** Whether the line can be written again from `d`, character by character. */
    readonly isPlain: boolean;
  };
}[Kind];

/** Where the cache notes a change. */
export function placeOf(change: CacheChange, parent: string): Place {
  const { hash, rev, isPlain } = change;
  return { hash, rev, isPlain, parent };
}

/** A sum of hashes as 16 hex digits. */
export function hex(hash: bigint): string {
  return hash.toString(16).padStart(16, '0');
}

/** The change of one kind. */
export type ChangeOf<K extends Kind> = Extract<CacheChange, { readonly t: K }>;

/** The changes of one kind, in order; the compiler cannot narrow a union by a variable of its tag. */
export function changesOf<K extends Kind>(
  changes: readonly CacheChange[],
  kind: K,
): readonly ChangeOf<K>[] {
  return changes.filter((change): change is ChangeOf<K> => change.t === kind);
}

/** Only the last change of each record, since the others leave no trace. */
export function lastOfEach(changes: readonly CacheChange[]): readonly CacheChange[] {
  const last = new Map<string, CacheChange>();
  for (const change of changes) last.set(`${change.t}/${change.id}`, change);
  return [...last.values()];
}
