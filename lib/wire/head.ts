import * as z from 'zod/mini';
import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { asIs } from './as-is';
import { id, sha256, stamp, whole } from './fields';
import { type Parsed, parseTolerant, parseWith } from './parse';
import { isKind, parseRecordTolerant } from './records';

/** The schema of what is published: a reader refuses a higher major, tolerates a higher minor. */
export const SCHEMA_VERSION = [1, 0] as const;

/** What a signature covers: these bytes, then the exact bytes of `body`. */
export const HEAD_CONTEXT = 'uade-head-v1\0';

/** A head larger than this is not read. */
export const HEAD_BYTES_MAX = 2_048;

/** Dataset names are path parts. */
const DATASET = /^[a-z0-9][a-z0-9-]{0,31}$/;
export const dataset = z
  .string()
  .check(z.regex(DATASET, 'a data set name: small letters, digits, hyphens, up to 32'));

const PATH = /^[a-z0-9][a-z0-9./-]*$/;
/** Relative to `/v1/{dataset}/`; never climbs. */
const path = z.string().check(
  z.maxLength(200),
  z.refine((p) => PATH.test(p) && !p.includes('..') && !p.includes('//'), 'a plain relative path'),
);

const fileRef = { path, sha256, bytes: whole };

export interface FileRef {
  /** Relative to `/v1/{dataset}/`. */
  readonly path: string;
  /** Over the decoded bytes, hex. */
  readonly sha256: string;
  /** Decoded length; a reader stops past it. */
  readonly bytes: number;
}

/** `head.json`: the exact text that is signed, and its signatures (base64, Ed25519). */
export interface Head {
  readonly body: string;
  readonly sigs: readonly { readonly kid: string; readonly sig: string }[];
}

export interface HeadBody {
  readonly v: 1;
  readonly dataset: string;
  readonly epoch: string;
  readonly rev: number;
  readonly manifest: FileRef;
  readonly issued: string;
  readonly poll_s: number;
  readonly schema: readonly [number, number];
  readonly min_client: string;
}

export interface SegmentRef extends FileRef {
  /** First and last `rev` of the range it stands for; after compaction rows may be fewer than the range. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

export interface Manifest {
  readonly v: 1;
  readonly dataset: string;
  readonly epoch: string;
  readonly rev: number;
  /** Segments begin after this rev; a reader whose cursor is lower takes the snapshot. */
  readonly floor: number;
  readonly snapshot: {
    readonly rev: number;
    readonly parts: readonly (FileRef & { readonly rows: number })[];
  } | null;
  readonly segments: readonly SegmentRef[];
  /** Over the live rows at `rev`: their number, and the sum of `rowHash` (digest.ts) of their lines as 16 hex digits. */
  readonly digest: { readonly n: number; readonly sum64: string };
}

const sig = z.strictObject({ kid: id, sig: z.string().check(z.maxLength(200)) });
const headSchema: z.ZodMiniType<Head> = z.strictObject({
  body: z.string().check(z.maxLength(HEAD_BYTES_MAX)),
  sigs: z.array(sig).check(z.maxLength(4)),
});

const headBodySchema: z.ZodMiniType<HeadBody> = z.strictObject({
  v: z.literal(1),
  dataset,
  epoch: id,
  rev: whole,
  manifest: z.strictObject(fileRef),
  issued: stamp,
  poll_s: whole,
  schema: z.tuple([whole, whole]),
  min_client: id,
});

const segment = z.strictObject({ ...fileRef, from: whole, to: whole, rows: whole });
const manifestSchema: z.ZodMiniType<Manifest> = z.strictObject({
  v: z.literal(1),
  dataset,
  epoch: id,
  rev: whole,
  floor: whole,
  snapshot: z.nullable(
    z.strictObject({ rev: whole, parts: z.array(z.strictObject({ ...fileRef, rows: whole })) }),
  ),
  segments: z.array(segment),
  digest: z.strictObject({
    n: whole,
    sum64: z.string().check(z.regex(/^[0-9a-f]{16}$/, '16 hex digits')),
  }),
});

/** `head.json` as fetched; its `body` is parsed by `parseHeadBody` only after the signature held. */
export function parseHead(input: unknown): Parsed<Head> {
  return parseTolerant(headSchema, input);
}

/** The signed text of a head. */
export function parseHeadBody(body: string): Parsed<HeadBody> {
  return fromJson(body, (value) => parseTolerant(headBodySchema, value));
}

/** A manifest as fetched, its hash already compared. */
export function parseManifest(input: unknown): Parsed<Manifest> {
  return parseTolerant(manifestSchema, input);
}

/** One line of a segment or snapshot. `r` is the rev at which the record last changed. */
export type Change =
  | {
      readonly [K in Kind]: {
        readonly t: K;
        readonly id: string;
        readonly r: number;
        readonly d: RecordOfKind[K];
      };
    }[Kind]
  | Tombstone;

/** The record is gone. */
export interface Tombstone {
  readonly t: Kind;
  readonly id: string;
  readonly r: number;
  readonly x: 1;
}

const changeShell = z.strictObject({
  t: z.string(),
  id,
  r: whole,
  d: z.optional(z.unknown()),
  x: z.optional(z.literal(1)),
});

const shellAsIs = asIs(changeShell);
const isShell = (line: unknown): line is z.infer<typeof changeShell> => shellAsIs(line);

/** A change line, as text (without its line end) or parsed from JSON. Unknown record fields are dropped. */
export function parseChange(line: unknown): Parsed<Change> {
  if (typeof line === 'string') return fromJson(line, parseChange);
  const shell = isShell(line)
    ? ({ ok: true, value: line } as const)
    : parseTolerant(changeShell, line);
  if (!shell.ok) return shell;
  const { t, id: recordId, r, d, x } = shell.value;
  if (!isKind(t)) return { ok: false, field: 't', expected: 'a known kind of record' };
  if (x === 1) return { ok: true, value: { t, id: recordId, r, x } };
  const record = parseRecordTolerant(t, d);
  if (!record.ok) return { ...record, field: record.field ? `d.${record.field}` : 'd' };
  // The record was parsed as kind `t` just above; TypeScript cannot tie the two in a union.
  return { ok: true, value: { t, id: recordId, r, d: record.value } as Change };
}

function fromJson<T>(text: string, next: (value: unknown) => Parsed<T>): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, field: '', expected: 'JSON' };
  }
  return next(value);
}

/** `/v1/{ds}/key.json`: the public keys of a tracker, for development builds and for adding a tracker. */
export interface TrackerKeys {
  readonly keys: readonly {
    readonly kid: string;
    readonly alg: 'Ed25519';
    /** Raw 32 bytes, base64. */
    readonly public: string;
  }[];
}

const keysSchema: z.ZodMiniType<TrackerKeys> = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: id,
      alg: z.literal('Ed25519'),
      public: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64')),
    }),
  ),
});

/** Parses `key.json`. */
export function parseTrackerKeys(input: unknown): Parsed<TrackerKeys> {
  return parseWith(keysSchema, input);
}
