import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { asIs } from '@/lib/wire/as-is';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { KINDS, parseRecord, parseRecordTolerant } from '@/lib/wire/records';
import { said } from '../ledger/build';

/** Kinds that the starter ledger has no records of yet. */
const ABSENT = new Set(['reply', 'sourceCheck']);

const promise = said('p1', 'akim-1', {
  quote: 'Дорогу починим',
  source: { url: 'https://a.kz/1' },
});

describe('a record that is sound is answered itself', () => {
  it.each(KINDS.filter((kind) => !ABSENT.has(kind)))('every %s of the starter ledger', (kind) => {
    const file = new URL(`../../../tracker/ledger/kz/${FILE_OF_KIND[kind]}`, import.meta.url);
    const records: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const record of Array.isArray(records) ? records : []) {
      const parsed = parseRecordTolerant(kind, record);
      expect(parsed.ok && parsed.value).toBe(record);
    }
  });

  it.each([
    ['with a field too many', { ...promise, colour: 1 }],
    ['with an invisible character', { ...promise, quote: 'Доро\u200bгу' }],
    ['in another order', Object.fromEntries(Object.entries(promise).toReversed())],
    ['with an address to be cleaned', { ...promise, source: { url: 'https://a.kz/\u202e1' } }],
  ])('one %s comes out as the schema makes it', (_, input) => {
    const parsed = parseRecordTolerant('promise', input);
    const { colour: _colour, ...known } = { colour: 0, ...input };
    expect(parsed.ok && parsed.value).not.toBe(input);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(parseRecord('promise', known)));
  });
});

describe('the test and the schema say the same', () => {
  const optional = z.exactOptional(z.string());
  it.each([
    [z.strictObject({ a: z.string(), b: optional }), { a: 'x' }, true],
    [z.strictObject({ a: z.string(), b: optional }), { a: 'x', b: 'y' }, true],
    [z.strictObject({ a: z.string(), b: optional }), { b: 'y', a: 'x' }, false],
    [z.strictObject({ a: z.string(), b: optional }), { b: 'y' }, false],
    [z.strictObject({ a: z.string(), b: optional }), { a: 'x', b: undefined }, false],
    [z.strictObject({ a: optional }), {}, true],
    [z.strictObject({ a: optional }), [], false],
    [z.strictObject({ a: optional }), null, false],
    [z.array(z.int()), [1, 2], true],
    [z.array(z.int()), [1, 2.5], false],
    [z.nullable(z.boolean()), null, true],
    [z.boolean(), null, false],
    [z.enum(['a', 'b']), 'b', true],
    [z.enum(['a', 'b']), 'c', false],
    [z.literal(1), 1, true],
    [z.literal(1), 2, false],
    [z.string().check(z.maxLength(2)), 'ab', true],
    [z.string().check(z.maxLength(2)), 'abc', false],
    [z.string().check(z.regex(/^a/)), 'ab', true],
    [z.string().check(z.regex(/^a/)), 'ba', false],
    [z.string().check(z.refine((text) => text !== '')), '', false],
    [z.string().check(z.overwrite((text) => text.trim())), 'a', true],
    [z.string().check(z.overwrite((text) => text.trim())), 'a ', false],
    // What it does not know it leaves to the schema.
    [z.number(), 1, false],
    [z.string().check(z.minLength(1)), 'a', false],
    [z.union([z.string(), z.int()]), 'a', false],
  ])('%#', (schema, value, answer) => {
    expect(asIs(schema)(value)).toBe(answer);
    const { success } = z.safeParse(schema, value);
    expect(success || !answer).toBe(true);
  });
});
