import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonList, jsonObject } from '@/lib/formats/json-writing';
import { textOf } from '@/lib/formats/pieces';
import { A_STEP } from '@/lib/ledger/steps';

const values = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
const objects = fc.oneof(fc.dictionary(fc.string(), values), fc.array(values));

test('a list written by elements is what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.array(objects), (list) => {
      const written = textOf((put) => jsonList(list, (one) => one, put));
      expect(written).toBe(JSON.stringify(list, null, 2));
    }),
  );
});

test('so is an object of lists and others', () => {
  const fields = fc.oneof(values, fc.array(objects));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fields), (of) => {
      expect(textOf((put) => jsonObject(of, put))).toBe(JSON.stringify(of, null, 2));
    }),
  );
});

test('what has no value is left out, at the beginning too', () => {
  const written = textOf((put) => jsonList([1, 2, 3], (n) => (n === 2 ? { n } : undefined), put));
  expect(written).toBe('[\n  {\n    "n": 2\n  }\n]');
  expect(textOf((put) => jsonList([1], () => undefined, put))).toBe('[]');
});

test('a long list is written in many steps, and no step writes more than its share', () => {
  const list = Array.from({ length: 10 * A_STEP }, (_, n) => ({ n }));
  let pieces = 0;
  const shares: number[] = [];
  for (const _ of jsonObject({ list }, () => pieces++)) shares.push(pieces);
  expect(shares).toHaveLength(10);
  expect(Math.max(...shares.map((at, n) => at - (shares[n - 1] ?? 0)))).toBeLessThanOrEqual(
    A_STEP + 1,
  );
});
