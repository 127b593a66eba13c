import type { Kind, Pledge, Reply, SourceCheck, Stance, StatusEvent } from '@/lib/ledger/records';
import type { BundleRow } from './cache-db';
import { fromOneByteJson, oneByteJson } from './one-byte';

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
  readonly gone: (readonly [kind: string, id: string])[];
  /** Pieces that stand beside the stored row. */
  readonly more: number;
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
    gone: [...(row?.gone ?? [])],
    more: row?.more ?? 0,
  };
}

const FIELDS = {
  id: 0,
  text: 0,
  quote: 0,
  lang: 0,
  topic: 0,
  areaId: 0,
  personId: 0,
  postId: 0,
  boundTo: 0,
  saidOn: 0,
  dueOn: 0,
  occasion: 0,
  speech: 0,
  outsidePowers: 0,
  repeatsId: 0,
  source: 0,
} satisfies Record<keyof Pledge, 0>;

/** In the order in which records are written: the digest is made of their lines. */
const PLEDGE_FIELDS = Object.keys(FIELDS) as readonly (keyof Pledge)[];

/** A promise without the names of its fields: they were a fifth of the cache (measured). */
type StoredPledge = readonly unknown[];
type StoredBundle = Omit<Bundle, 'promise'> & { readonly promise: readonly StoredPledge[] };

const fieldsOf = (pledge: Pledge): StoredPledge => PLEDGE_FIELDS.map((field) => pledge[field]);

function pledgeOf(stored: StoredPledge): Pledge {
  // A loop: `Object.fromEntries` takes three times as long.
  const pledge: Record<string, unknown> = {};
  for (const [at, field] of PLEDGE_FIELDS.entries()) pledge[field] = stored[at];
  // Written by `fieldsOf` from a parsed promise.
  return pledge as unknown as Pledge;
}

/** What is in a bundle that is open for change. */
function recordsOf({ promise, hanging }: OpenBundle): Bundle {
  // Each kind has a map of its own, which the union of their records hides.
  const hangs = Object.fromEntries(HANGING.map((kind) => [kind, [...hanging[kind].values()]]));
  return { promise: [...promise.values()], ...hangs } as unknown as Bundle;
}

/** True when nothing is left in it. */
export function isEmptyBundle({ promise, hanging, gone }: OpenBundle): boolean {
  return promise.size + gone.length === 0 && HANGING.every((kind) => hanging[kind].size === 0);
}

/** Records of each kind in one piece of a bundle: to read one takes some 2 ms. Few offices have a second. */
const PIECE_RECORDS = 250;

function piecesOf(bundle: StoredBundle): BundleRow['pieces'] {
  const kinds = ['promise', ...HANGING] as const;
  const longest = Math.max(...kinds.map((kind) => bundle[kind].length));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at === 0 || at < longest; at += PIECE_RECORDS) {
    const piece = kinds.map((kind) => [kind, bundle[kind].slice(at, at + PIECE_RECORDS)] as const);
    pieces.push(oneByteJson(Object.fromEntries(piece)));
  }
  return pieces;
}

/** The row of a bundle, or null when nothing is left in it. */
export function closeBundle(key: string, bundle: OpenBundle): BundleRow | null {
  if (isEmptyBundle(bundle)) return null;
  const { promise, gone, more } = bundle;
  const speakers = new Set<string>();
  for (const { personId } of promise.values()) if (personId !== null) speakers.add(personId);
  const records = recordsOf(bundle);
  const pieces = piecesOf({ ...records, promise: records.promise.map(fieldsOf) });
  return { key, speakers: [...speakers], promises: promise.size, gone, pieces, more };
}

/** Reads a piece of a stored bundle. */
export function parsePiece(bytes: Uint8Array): Bundle {
  // Written by `closeBundle` from parsed records; the database's format number guards the shape.
  const stored = fromOneByteJson(bytes) as StoredBundle;
  return { ...stored, promise: stored.promise.map(pledgeOf) };
}

/** Some lists as one. A loop: for a hundred thousand records `flatMap` takes five times as long (measured). */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  for (const list of lists) for (const one of list) all.push(one);
  return all;
}

/** The records of some pieces, or of some bundles. */
export function joinPieces(pieces: readonly Bundle[]): Bundle {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  return {
    promise: joined(pieces.map(({ promise }) => promise)),
    statusEvent: joined(pieces.map(({ statusEvent }) => statusEvent)),
    reply: joined(pieces.map(({ reply }) => reply)),
    sourceCheck: joined(pieces.map(({ sourceCheck }) => sourceCheck)),
    stance: joined(pieces.map(({ stance }) => stance)),
  };
}

/** Reads a stored bundle. */
export function parseBundle(row: BundleRow): Bundle {
  return joinPieces(row.pieces.map(parsePiece));
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
