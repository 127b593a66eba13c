import type { Area, Person, Post } from '@/lib/ledger/records';
import type { KeyTarget } from '@/lib/names/gazetteer';

/** Records that names lead to. */
export type Named =
  | { readonly kind: 'person'; readonly record: Person }
  | { readonly kind: 'area'; readonly record: Area }
  | { readonly kind: 'post'; readonly record: Post };

/** How keys are made; a new version makes the cache write its key rows anew, without the network. */
export interface Keying {
  readonly version: number;
  keysOf(named: Named): readonly string[];
}

/** What a record's keys lead to. */
export function targetOf({ kind, record }: Named): KeyTarget {
  return `${kind}/${record.id}`;
}
