import fc from 'fast-check';
import { expect } from 'vitest';

/** Cases of each property in `npm test`; `npm run properties` asks for more by `UADE_RUNS`. */
const DEFAULT_RUNS = 2_000;

/** The body of a test that checks a property. Its seed is printed; `UADE_SEED` gives the same cases again. */
export function forAll<T>(cases: fc.Arbitrary<T>, check: (value: T) => void): () => void {
  return () => {
    const seed = Number(process.env['UADE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const numRuns = Number(process.env['UADE_RUNS'] ?? DEFAULT_RUNS);
    const claim = expect.getState().currentTestName ?? '';
    process.stdout.write(`property: ${claim} · seed ${seed} · ${numRuns} cases\n`);
    fc.assert(fc.property(cases, check), { seed, numRuns });
  };
}
