import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeBundle, openBundle, parseBundle } from '@/lib/storage/bundle';
import { fromOneByteJson, oneByteJson } from '@/lib/storage/one-byte';
import { parseRecord } from '@/lib/wire/records';
import { pledge, statusEvent } from './records';

it('says how many promises are in it, and who spoke', () => {
  const bundle = openBundle(undefined);
  for (const id of ['p1', 'p2']) bundle.promise.set(id, { ...pledge(id, 'post'), personId: 'a' });
  expect(closeBundle('post', bundle)).toMatchObject({ promises: 2, speakers: ['a'] });
});

it('gives its records back as they were, fields in the order in which they are published', () => {
  const promise = {
    ...pledge('p1', 'post'),
    text: { ru: 'Ёлки и №1 — «дорога»', kk: 'Әкім ғимарат салады' },
    quote: 'Жасаймыз\n"әрине" 🏗 \\',
  };
  const parsed = parseRecord('promise', promise);
  if (!parsed.ok) throw new Error(parsed.field);
  const bundle = openBundle(undefined);
  bundle.promise.set('p1', parsed.value);
  bundle.hanging.statusEvent.set('s1', statusEvent('s1', 'p1'));
  const row = closeBundle('post', bundle);
  if (row === null) throw new Error('a bundle with a promise has a row');
  expect(JSON.stringify(parseBundle(row))).toBe(
    JSON.stringify({
      promise: [parsed.value],
      statusEvent: [statusEvent('s1', 'p1')],
      reply: [],
      sourceCheck: [],
      stance: [],
    }),
  );
});

it('an office of many promises is kept in pieces, and nothing is lost between them', () => {
  const bundle = openBundle(undefined);
  const ids = Array.from({ length: 1_001 }, (_, nth) => `p${nth}`);
  for (const id of ids) bundle.promise.set(id, pledge(id, 'post'));
  for (const id of ids.slice(0, 400))
    bundle.hanging.statusEvent.set(`s-${id}`, statusEvent(`s-${id}`, id));
  const row = closeBundle('post', bundle);
  expect(row?.pieces.length).toBeGreaterThan(1);
  const read = row && parseBundle(row);
  expect(read?.promise).toEqual(ids.map((id) => pledge(id, 'post')));
  expect(read?.statusEvent).toEqual(ids.slice(0, 400).map((id) => statusEvent(`s-${id}`, id)));
});

it('a letter of Russian takes one byte', () => {
  const text = 'Построить школу в посёлке Ёркино — №5';
  expect(oneByteJson(text)).toHaveLength(text.length + 2);
});

it('any value comes back as it was', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('а', 'я', 'ә', '\u0098', '"', '\\', '\u0000') }),
  );
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 4 }), (value) => {
      expect(fromOneByteJson(oneByteJson(value))).toEqual(value);
    }),
  );
});
