import * as z from 'zod/mini';
import type { ClipDraft, PartialDate, SelectorGroup, Stamp } from '@/lib/ledger/records';
import {
  address,
  id,
  idOrNull,
  name,
  partialDate,
  selectors,
  sha256,
  stamp,
  uuid7,
} from './fields';
import { type Parsed, parseTolerant, parseWith } from './parse';
import { promiseParts } from './records';

/** A request body larger than this is refused with 413. */
export const BODY_BYTES_MAX = 65_536;
/** Nesting deeper than this is refused; a clip needs 7. */
export const BODY_DEPTH_MAX = 16;
/** `POST /v1/clips/status` takes up to this many ids. */
export const STATUS_IDS_MAX = 100;

/** The page that a clip was taken from. */
export interface ClipSource {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn?: PartialDate;
  readonly archivedUrl?: string;
  readonly selectors?: readonly SelectorGroup[];
}

/** What `PUT /v1/clips/{id}` takes. The id is in the path. */
export interface ClipBody extends ClipDraft {
  readonly v: 1;
  /** Null: a witness, no source yet; such a clip cannot be accepted before an editor adds one. */
  readonly source: ClipSource | null;
  /** SHA-256 of the article's text, hex; null without an article. */
  readonly textDigest: string | null;
  readonly retrievedAt: Stamp;
}

/** In this order for ever: the tracker knows a clip that is sent again by the hash of its text. */
export const draftParts = {
  text: promiseParts.text,
  quote: promiseParts.quote,
  lang: promiseParts.lang,
  topic: promiseParts.topic,
  areaId: promiseParts.areaId,
  personId: promiseParts.personId,
  postId: idOrNull,
  boundTo: promiseParts.boundTo,
  saidOn: promiseParts.saidOn,
  dueOn: promiseParts.dueOn,
  occasion: promiseParts.occasion,
  speech: promiseParts.speech,
  repeatsId: promiseParts.repeatsId,
} as const;

const clipBodySchema: z.ZodMiniType<ClipBody> = z.strictObject({
  v: z.literal(1),
  ...draftParts,
  source: z.nullable(
    z.strictObject({
      url: address,
      title: name,
      publisher: name,
      publishedOn: z.exactOptional(partialDate),
      archivedUrl: z.exactOptional(address),
      selectors: z.exactOptional(selectors),
    }),
  ),
  textDigest: z.nullable(sha256),
  retrievedAt: stamp,
});

/** Parses a clip's body strictly: unknown fields are refused with their names. */
export function parseClipBody(input: unknown): Parsed<ClipBody> {
  return parseWith(clipBodySchema, input);
}

/** Parses a clip's id. */
export function parseClipId(input: unknown): Parsed<string> {
  return parseWith(uuid7, input);
}

export const CLIP_STATES = ['received', 'accepted', 'merged', 'rejected', 'withdrawn'] as const;
export type ClipState = (typeof CLIP_STATES)[number];

/** What the tracker says of one clip: the answer of PUT, and a row of the status answer. */
export interface ClipStatus {
  readonly id: string;
  readonly state: ClipState;
  /** For `merged`: the promise that survives. */
  readonly survivorId?: string;
  /** For `rejected`: the editor's reason, to be shown to the clipper. */
  readonly reason?: string;
  readonly decidedAt?: Stamp;
}

const clipStatusSchema: z.ZodMiniType<ClipStatus> = z.strictObject({
  id: uuid7,
  state: z.enum(CLIP_STATES),
  survivorId: z.exactOptional(id),
  reason: z.exactOptional(z.string().check(z.maxLength(2_000))),
  decidedAt: z.exactOptional(stamp),
});

/** Parses the answer of `PUT /v1/clips/{id}` (200 or 201) or `DELETE /v1/clips/{id}` (200). */
export function parseClipStatus(input: unknown): Parsed<ClipStatus> {
  return parseTolerant(clipStatusSchema, input);
}

/** `POST /v1/clips/status`: the caller's own ids, up to 100. */
export interface StatusRequest {
  readonly ids: readonly string[];
}
const statusRequestSchema: z.ZodMiniType<StatusRequest> = z.strictObject({
  ids: z.array(uuid7).check(z.maxLength(STATUS_IDS_MAX)),
});
export function parseStatusRequest(input: unknown): Parsed<StatusRequest> {
  return parseWith(statusRequestSchema, input);
}

/** Answer of `POST /v1/clips/status`; ids of others and unknown ids are left out. */
export interface StatusAnswer {
  readonly clips: readonly ClipStatus[];
}
const statusAnswerSchema: z.ZodMiniType<StatusAnswer> = z.strictObject({
  clips: z.array(clipStatusSchema),
});
export function parseStatusAnswer(input: unknown): Parsed<StatusAnswer> {
  return parseTolerant(statusAnswerSchema, input);
}

/** Answer of `POST /v1/tokens`: send it as `authorization: Bearer TOKEN`. */
export interface TokenAnswer {
  readonly token: string;
  readonly scope: 'clip' | 'review' | 'admin';
}
const tokenAnswerSchema: z.ZodMiniType<TokenAnswer> = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,100}$/, 'a token')),
  scope: z.enum(['clip', 'review', 'admin']),
});
export function parseTokenAnswer(input: unknown): Parsed<TokenAnswer> {
  return parseTolerant(tokenAnswerSchema, input);
}

/** Every refusal of the tracker. `error` is a stable code; `message` is for people. */
export interface WireError {
  readonly error: string;
  readonly message: string;
}
const wireErrorSchema: z.ZodMiniType<WireError> = z.strictObject({
  error: z.string().check(z.maxLength(100)),
  message: z.string().check(z.maxLength(2_000)),
});
export function parseWireError(input: unknown): Parsed<WireError> {
  return parseTolerant(wireErrorSchema, input);
}
