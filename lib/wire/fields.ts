import * as z from 'zod/mini';
import { isPartialDate } from '@/lib/ledger/partial-date';
import type { SelectorGroup, Source, Text } from '@/lib/ledger/records';
import { cleanText, ID_MAX, NAME_MAX, parsedUrl, QUOTE_MAX, TEXT_MAX, URL_MAX } from './text';

/** Schemas of single fields; records are made of them. */

function cleaned(max: number) {
  // What is far too long is not cleaned first: a megabyte of it would take its time.
  const far = z.maxLength(max * 4, { abort: true });
  return z.string().check(far, z.overwrite(cleanText), z.maxLength(max));
}

/** Non-empty text up to `max` UTF-16 units after cleaning. */
function words(max: number) {
  return cleaned(max).check(z.refine((text) => text.trim() !== '', 'a text that is not blank'));
}

export const name = words(NAME_MAX);
export const note = words(TEXT_MAX);
export const quote = words(QUOTE_MAX);

const ID = /^[^\s\p{C}]+$/u;
export const id = z
  .string()
  .check(z.maxLength(ID_MAX), z.regex(ID, 'an id without blanks and invisible characters'));
export const idOrNull = z.nullable(id);

export const partialDate = z
  .string()
  .check(z.refine(isPartialDate, 'a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD'));
export const partialDateOrNull = z.nullable(partialDate);

const STAMP = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
export const stamp = z.string().check(
  z.refine((text) => {
    const day = STAMP.exec(text)?.[1];
    return day !== undefined && isPartialDate(day);
  }, 'a UTC time stamp: 2026-11-22T08:00:00Z'),
);

// Words of ASCII, the last without a digit, and a path: no address of this form is refused, and most have it. To take
// an address apart took longer than all other tests of a promise (measured).
const ORDINARY = /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+(?:\/[^\s\\]*)?$/;

/** http is let through (it is shown as text with its host); any other scheme is refused. */
function isAddress(text: string): boolean {
  if (ORDINARY.test(text)) return true;
  if (!/^https?:\/\/[^\s\\]+$/i.test(text)) return false;
  const parsed = parsedUrl(text);
  return (
    parsed !== null && parsed.username === '' && parsed.password === '' && parsed.hostname !== ''
  );
}
export const address = z
  .string()
  .check(
    z.maxLength(URL_MAX, { abort: true }),
    z.overwrite(cleanText),
    z.refine(isAddress, 'an https or http address without a user name'),
  );

const HEX64 = /^[0-9a-f]{64}$/;
export const sha256 = z.string().check(z.regex(HEX64, 'a SHA-256 as 64 lower-case hex digits'));

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Lower case only, so that one clip has one id. */
export const uuid7 = z.string().check(z.regex(UUID7, 'a UUID of version 7 in lower case'));

export const whole = z.int().check(z.refine((n) => n >= 0, 'a whole number from 0'));

export const lang = z.enum(['ru', 'kk', 'en']);

function textUpTo(max: number): z.ZodMiniType<Text> {
  return z
    .strictObject({
      ru: z.exactOptional(words(max)),
      kk: z.exactOptional(words(max)),
      en: z.exactOptional(words(max)),
    })
    .check(z.refine((text) => Object.keys(text).length > 0, 'text in at least one of ru, kk, en'));
}
export const text = textUpTo(TEXT_MAX);
export const label = textUpTo(NAME_MAX);

const xpath = z.strictObject({
  type: z.literal('XPathSelector'),
  value: z.string().check(z.maxLength(TEXT_MAX)),
});
const position = z
  .strictObject({ type: z.literal('TextPositionSelector'), start: whole, end: whole })
  .check(z.refine(({ start, end }) => start <= end, 'start not after end'));

const selectorGroup: z.ZodMiniType<SelectorGroup> = z.strictObject({
  quote: z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: cleaned(QUOTE_MAX),
    prefix: cleaned(NAME_MAX),
    suffix: cleaned(NAME_MAX),
  }),
  position,
  range: z.exactOptional(
    z.strictObject({
      type: z.literal('RangeSelector'),
      startSelector: xpath,
      endSelector: xpath,
      refinedBy: z.exactOptional(position),
    }),
  ),
});

/** A selection over more blocks than this is a page, not a quotation. */
const GROUPS_MAX = 40;
export const selectors = z.array(selectorGroup).check(z.maxLength(GROUPS_MAX));

export const source: z.ZodMiniType<Source> = z.strictObject({
  url: address,
  title: z.exactOptional(name),
  publisher: z.exactOptional(name),
  publishedOn: z.exactOptional(partialDate),
  archivedUrl: z.exactOptional(address),
  note: z.exactOptional(note),
  selectors: z.exactOptional(selectors),
});

/** More sources than this for one fact is a flood. */
const SOURCES_MAX = 100;
export const sources = z.array(source).check(z.maxLength(SOURCES_MAX));
