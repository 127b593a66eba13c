import fc from 'fast-check';
import { expect } from 'vitest';

/** Inputs of each target in `npm test`; `npm run fuzz` asks for more by `UADE_FUZZ`. */
const DEFAULT_INPUTS = 5_000;

/**
 * The body of a test that throws inputs at a target; a hang ends with the test's time limit. Its seed is printed;
 * `UADE_SEED` gives the same inputs again.
 */
export function survives<T>(
  inputs: fc.Arbitrary<T>,
  target: (input: T) => Promise<void> | void,
): () => Promise<void> {
  return async () => {
    const seed = Number(import.meta.env['UADE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const numRuns = Number(import.meta.env['UADE_FUZZ'] ?? DEFAULT_INPUTS);
    const claim = expect.getState().currentTestName ?? '';
    console.log(`fuzz: ${claim} · seed ${seed} · ${numRuns} inputs`);
    const check = fc.asyncProperty(inputs, async (input) => await target(input));
    await fc.assert(check, { seed, numRuns });
  };
}

/** Processor time of one input above which it counts as a hang. */
export const HANG_MS = 100;

/** Processor time, not the clock: on a busy machine the clock says nothing of the work. */
async function timed(
  work: () => boolean | Promise<boolean>,
): Promise<{ readonly isGood: boolean; readonly ms: number }> {
  const before = process.cpuUsage();
  const isGood = await work();
  const { user, system } = process.cpuUsage(before);
  return { isGood, ms: (user + system) / 1_000 };
}

/**
 * The same for a claim that must be true of every input, and none may hang. What seems to hang is tried twice more:
 * the first time may have been a compiler's or a collector's.
 */
export function holdsFor<T>(
  inputs: fc.Arbitrary<T>,
  claim: (input: T) => boolean | Promise<boolean>,
): () => Promise<void> {
  return survives(inputs, async (input) => {
    const first = await timed(() => claim(input));
    let { ms } = first;
    for (let again = 0; ms > HANG_MS && again < 2; again++) {
      ms = Math.min(ms, (await timed(() => claim(input))).ms);
    }
    if (ms > HANG_MS) throw new Error(`a hang: ${ms.toFixed(0)} ms`);
    if (!first.isGood) throw new Error('the claim is not true of it');
  });
}

const TO_PUT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '«',
    '"',
    '-',
    '.',
    ',',
    '\n',
    ' ',
    '\u00AD',
    '\u202E',
    '{',
    '[',
    '\\',
    '0',
    '\0',
  ),
);

/** A text with pieces cut out, doubled and replaced, up to three times. */
export function damaged(text: string): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(60), TO_PUT, fc.boolean());
  return fc.array(cut, { minLength: 1, maxLength: 3 }).map((cuts) => {
    let now = text;
    for (const [at, length, put, isDoubled] of cuts)
      now = now.slice(0, at) + put + now.slice(isDoubled ? at - length : at + length);
    return now;
  });
}

/** Any Unicode, broken surrogates and controls too. */
export const anyText = fc.string({ unit: 'binary', maxLength: 120 });
