import fc from 'fast-check';
import { expect, test } from 'vitest';
import { A_STEP, atOnce, each, sorted } from '@/lib/ledger/steps';

const numbered = (list: readonly number[]) => list.map((key, nth) => ({ key, nth }));

test('sorts as toSorted does, and leaves what is equal in its order', () => {
  const lists = fc.array(fc.nat(9), { maxLength: 40 * A_STEP, size: 'max' });
  const byKey = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;
  fc.assert(
    fc.property(lists, (list) => {
      const records = numbered(list);
      expect(atOnce(sorted(records, byKey))).toEqual(records.toSorted(byKey));
    }),
    { numRuns: 50 },
  );
});

test('each record is worked on once, and no step is longer than it may be', () => {
  const seen: number[] = [];
  const steps = each(numbered([...Array(1_000).keys()]), ({ key }) => seen.push(key));
  for (let before = 0; steps.next().done !== true; before = seen.length)
    expect(seen.length - before).toBeLessThanOrEqual(A_STEP);
  expect(seen).toEqual([...Array(1_000).keys()]);
});
