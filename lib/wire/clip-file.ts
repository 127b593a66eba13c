import * as z from 'zod/mini';
import { draftParts } from './clips';
import {
  address,
  id,
  lang,
  partialDateOrNull,
  selectors,
  sha256,
  stamp,
  uuid7,
  whole,
} from './fields';
import { type Parsed, parseWith } from './parse';
import { QUOTE_MAX, TEXT_MAX } from './text';

/** A file with more clips than this was not written by a person; reading it would only fill the disk. */
const CLIPS_MAX = 20_000;

// A draft may be empty in every field that the form asks for.
const draftText = z.string().check(z.maxLength(TEXT_MAX));
const free = z.string().check(z.maxLength(QUOTE_MAX * 4));

const draft = z.strictObject({
  ...draftParts,
  text: z.strictObject({
    ru: z.exactOptional(draftText),
    kk: z.exactOptional(draftText),
    en: z.exactOptional(draftText),
  }),
});

const article = z.strictObject({
  url: address,
  title: free,
  publisher: free,
  publishedOn: partialDateOrNull,
  dateOrigin: z.enum(['jsonLd', 'meta', 'time', 'visible', 'none']),
  lang: z.nullable(lang),
  textDigest: z.nullable(sha256),
  context: free,
  archivedUrl: z.exactOptional(address),
});

const state = z.union([
  z.strictObject({ name: z.enum(['draft', 'queued', 'sent', 'accepted', 'withdrawn']) }),
  z.strictObject({ name: z.literal('sending'), leaseUntil: z.number() }),
  z.strictObject({ name: z.literal('merged'), survivorId: id }),
  z.strictObject({ name: z.enum(['rejected', 'dead']), reason: free }),
  z.strictObject({ name: z.literal('blocked'), by: z.enum(['auth', 'update', 'consent']) }),
]);

// What stands in a quote's place now may be longer than the quote.
const found = z.string().check(z.maxLength(QUOTE_MAX * 8));

const check = z.strictObject({
  checkedOn: stamp,
  state: z.enum(['found', 'changed', 'gone']),
  textDigest: sha256,
  diff: z.array(z.strictObject({ was: free, now: z.nullable(found) })),
});

const clip = z.strictObject({
  id: uuid7,
  createdAt: stamp,
  updatedAt: stamp,
  draft,
  article: z.nullable(article),
  selectors,
  state,
  attempts: whole,
  lastError: z.nullable(free),
  checks: z.exactOptional(z.array(check)),
  checksLetGo: z.exactOptional(whole),
});

const file = z.strictObject({
  format: z.literal(1),
  clips: z.array(clip).check(z.maxLength(CLIPS_MAX)),
});

/** A file of clips as the extension writes it: what is kept of each. */
export type ClipFile = z.infer<typeof file>;

/** Reads the text of a clips' file; every field is checked, and the first that does not fit is named. */
export function parseClipFile(text: string): Parsed<ClipFile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, field: '', expected: 'JSON' };
  }
  return parseWith(file, value);
}
