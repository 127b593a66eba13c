import type { Kind, Pledge, Reply, SourceCheck, Stance, StatusEvent } from '@/lib/ledger/records';
import type { BundleRow } from './cache-db';

/** An office's promises and what hangs on them. Order carries no meaning. */
export interface Bundle {
  readonly promise: readonly Pledge[];
  readonly statusEvent: readonly StatusEvent[];
  readonly reply: readonly Reply[];
  readonly sourceCheck: readonly SourceCheck[];
  readonly stance: readonly Stance[];
}

/** Kinds that hang on a promise. */
export const HANGING = ['statusEvent', 'reply', 'sourceCheck', 'stance'] as const;
export type HangingKind = (typeof HANGING)[number];
export type Hanging = StatusEvent | Reply | SourceCheck | Stance;

/** True for a kind that is kept in bundles beside its promise. */
export function isHanging(kind: Kind): kind is HangingKind {
  return HANGING.some((hanging) => hanging === kind);
}

/** The promise that a record hangs on; a check of a clip hangs on the promise that took the clip's id. */
export function promiseOf(record: Hanging): string {
  if (record.promiseId !== undefined) return record.promiseId;
  return 'clipId' in record ? (record.clipId ?? '') : '';
}

/** A bundle being changed: records by id. */
export interface OpenBundle {
  readonly promise: Map<string, Pledge>;
  readonly hanging: Record<HangingKind, Map<string, Hanging>>;
}

/** Reads a stored bundle for change; undefined gives an empty one. */
export function openBundle(row: BundleRow | undefined): OpenBundle {
  const bundle = row && parseBundle(row);
  const byId = <T extends { readonly id: string }>(records: readonly T[] | undefined) =>
    new Map((records ?? []).map((record) => [record.id, record] as const));
  return {
    promise: byId(bundle?.promise),
    hanging: {
      statusEvent: byId<Hanging>(bundle?.statusEvent),
      reply: byId<Hanging>(bundle?.reply),
      sourceCheck: byId<Hanging>(bundle?.sourceCheck),
      stance: byId<Hanging>(bundle?.stance),
    },
  };
}

/** The row of a bundle, or null when nothing is left in it. */
export function closeBundle(key: string, bundle: OpenBundle): BundleRow | null {
  const { promise, hanging } = bundle;
  if (promise.size + HANGING.reduce((sum, kind) => sum + hanging[kind].size, 0) === 0) return null;
  const speakers = new Set<string>();
  for (const { personId } of promise.values()) if (personId !== null) speakers.add(personId);
  const json = JSON.stringify({
    promise: [...promise.values()],
    statusEvent: [...hanging.statusEvent.values()],
    reply: [...hanging.reply.values()],
    sourceCheck: [...hanging.sourceCheck.values()],
    stance: [...hanging.stance.values()],
  });
  const utf8 = new TextEncoder().encode(json);
  return { key, speakers: [...speakers], promises: promise.size, utf8 };
}

/** How many promises are in a stored bundle. */
export const promisesIn = (row: BundleRow): number =>
  row.promises ?? parseBundle(row).promise.length;

/** Reads a stored bundle. */
export function parseBundle(row: BundleRow): Bundle {
  // Written by `closeBundle` from parsed records; the database's format number guards the shape.
  return JSON.parse(new TextDecoder().decode(row.utf8)) as Bundle;
}

/** Moves what hangs on a promise from one bundle to another. */
export function moveHanging(promiseId: string, from: OpenBundle, to: OpenBundle): void {
  for (const kind of HANGING) {
    for (const [id, record] of from.hanging[kind]) {
      if (promiseOf(record) !== promiseId) continue;
      from.hanging[kind].delete(id);
      to.hanging[kind].set(id, record);
    }
  }
}
