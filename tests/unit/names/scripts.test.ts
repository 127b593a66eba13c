import { expect, test } from 'vitest';
import { scoreScripts } from '../../eval/scripts';

/** Asked: of all persons with three forms, each form with any one of them missing from the ledger. */
const BOUND = 0.97;

test('names that the ledger has in two scripts are found in the third', async () => {
  const scores = await scoreScripts();
  expect(scores).toHaveLength(9);
  expect(scores[0]?.all).toBeGreaterThan(15);
  const found = scores.reduce((sum, one) => sum + one.found, 0);
  const all = scores.reduce((sum, one) => sum + one.all, 0);
  expect(found / all).toBeGreaterThanOrEqual(BOUND);
});

/** «Мырзалин» cannot be told from «Мурзалин»: what the ledger writes in Kazakh is a form of its own. */
test('only Kazakh names without a Kazakh form are missed', async () => {
  const missed = (await scoreScripts()).filter((one) => one.found < one.all);
  expect(missed.map(({ form, removed }) => [form, removed])).toEqual([['kk', 'kk']]);
});
