import * as z from 'zod/mini';
import {
  type Kind,
  OCCASIONS,
  type RecordOfKind,
  SPEECHES,
  STATUSES,
  TOPICS,
} from '@/lib/ledger/records';
import { type AsIs, asIs } from './as-is';
import {
  id,
  idOrNull,
  label,
  lang,
  name,
  note,
  partialDate,
  partialDateOrNull,
  quote,
  sha256,
  source,
  sources,
  stamp,
  text,
} from './fields';
import { type Parsed, parseTolerant, parseWith } from './parse';

/** The order of fields here is the order in which records are written. */
type Schemas = { readonly [K in Kind]: z.ZodMiniType<RecordOfKind[K]> };

/** One area, post or person has few of these; the cap stops floods. */
const LIST_MAX = 2_000;
function list<T extends z.core.SomeType>(item: T) {
  return z.array(item).check(z.maxLength(LIST_MAX));
}

const personName = z.strictObject({
  family: name,
  given: name,
  patronymic: z.exactOptional(name),
});

/** Enumerations and texts that a promise and a clip have in common. */
export const promiseParts = {
  text,
  quote: z.nullable(quote),
  lang,
  topic: z.enum(TOPICS),
  areaId: idOrNull,
  personId: idOrNull,
  boundTo: z.enum(['post', 'person']),
  saidOn: partialDateOrNull,
  dueOn: partialDateOrNull,
  occasion: z.nullable(z.enum(OCCASIONS)),
  speech: z.enum(SPEECHES),
  repeatsId: idOrNull,
} as const;

const HOST = /^[a-z0-9.-]+$/;

const SCHEMAS: Schemas = {
  area: z.strictObject({
    id,
    classification: z.enum([
      'country',
      'oblast',
      'city',
      'district',
      'ruralDistrict',
      'settlement',
    ]),
    identifier: z.nullable(id),
    parentId: idOrNull,
    name: label,
    otherNames: list(z.strictObject({ lang, name, note: z.exactOptional(note) })),
  }),
  person: z.strictObject({
    id,
    gender: z.nullable(z.enum(['male', 'female'])),
    name: z
      .strictObject({
        ru: z.exactOptional(personName),
        kk: z.exactOptional(personName),
        en: z.exactOptional(personName),
      })
      .check(z.refine((n) => Object.keys(n).length > 0, 'a name in at least one of ru, kk, en')),
    otherNames: list(z.strictObject({ name, note: z.exactOptional(note) })),
    identifiers: list(z.strictObject({ scheme: name, identifier: name })),
  }),
  post: z.strictObject({
    id,
    role: id,
    areaId: idOrNull,
    label,
    startDate: partialDateOrNull,
    endDate: partialDateOrNull,
  }),
  membership: z.strictObject({
    id,
    personId: id,
    postId: id,
    startDate: partialDateOrNull,
    endDate: partialDateOrNull,
    attestedOn: list(partialDate),
    followsId: idOrNull,
    acting: z.boolean(),
    sources,
  }),
  lineage: z.strictObject({
    id,
    fromPostId: id,
    toPostId: id,
    date: partialDate,
    kind: z.enum(['renamed', 'split', 'merged']),
    areaIds: list(id),
  }),
  promise: z.strictObject({
    id,
    text: promiseParts.text,
    quote: promiseParts.quote,
    lang: promiseParts.lang,
    topic: promiseParts.topic,
    areaId: promiseParts.areaId,
    personId: promiseParts.personId,
    postId: id,
    boundTo: promiseParts.boundTo,
    saidOn: promiseParts.saidOn,
    dueOn: promiseParts.dueOn,
    occasion: promiseParts.occasion,
    speech: promiseParts.speech,
    outsidePowers: z.boolean(),
    repeatsId: promiseParts.repeatsId,
    source,
  }),
  statusEvent: z.strictObject({
    id,
    promiseId: id,
    status: z.enum(STATUSES),
    on: partialDate,
    reasonCode: z.exactOptional(id),
    note: z.exactOptional(text),
    sources,
    correctsId: z.exactOptional(id),
    recordedAt: stamp,
  }),
  reply: z.strictObject({ id, promiseId: id, postId: id, on: partialDate, text, sources }),
  sourceCheck: z
    .strictObject({
      id,
      promiseId: z.exactOptional(id),
      clipId: z.exactOptional(id),
      checkedOn: stamp,
      state: z.enum(['found', 'changed', 'gone']),
      textDigest: sha256,
    })
    .check(
      z.refine(
        (check) => (check.promiseId === undefined) !== (check.clipId === undefined),
        'either promiseId or clipId',
      ),
    ),
  stance: z.strictObject({
    id,
    promiseId: id,
    membershipId: id,
    stance: z.enum(['renewed', 'acknowledged', 'disclaimed']),
    on: partialDate,
    sources,
  }),
  weakSource: z.strictObject({
    host: z.string().check(z.maxLength(253), z.regex(HOST, 'a host name in lower case')),
    why: note,
  }),
};

/** All kinds, in the order in which they are published and imported: what is referred to comes first. */
export const KINDS = [
  'weakSource',
  'area',
  'person',
  'post',
  'lineage',
  'membership',
  'promise',
  'statusEvent',
  'stance',
  'reply',
  'sourceCheck',
] as const satisfies readonly Kind[];

/** True for the wire name of a kind. */
export function isKind(text: unknown): text is Kind {
  return typeof text === 'string' && Object.hasOwn(SCHEMAS, text);
}

/** Parses one record strictly: unknown fields are refused with their names. Text comes out clean. */
export function parseRecord<K extends Kind>(kind: K, input: unknown): Parsed<RecordOfKind[K]> {
  return parseWith(SCHEMAS[kind], input);
}

const AS_IS = new Map<Kind, AsIs>(KINDS.map((kind) => [kind, asIs(SCHEMAS[kind])]));

/** The same for readers: fields that a newer tracker added are dropped. What is sound is answered itself, no copy. */
export function parseRecordTolerant<K extends Kind>(
  kind: K,
  input: unknown,
): Parsed<RecordOfKind[K]> {
  // The test was made from the schema of this kind.
  if (AS_IS.get(kind)?.(input) === true) return { ok: true, value: input as RecordOfKind[K] };
  return parseTolerant(SCHEMAS[kind], input);
}

/** The id of a record; that of a weak source is its host. */
export function recordId(record: RecordOfKind[Kind]): string {
  return 'id' in record ? record.id : record.host;
}
