/** Work that may be broken off after each step and taken up again; what it returns is the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Records worked on in one step: to stop costs more than to work on one, and a hundred take less than a millisecond. */
export const A_STEP = 128;

/** Does all of the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does the work on one record after another, some in each step. */
export function* each<T>(
  records: Iterable<T>,
  work: (record: T) => void,
  aStep = A_STEP,
): Steps<void> {
  let left = aStep;
  for (const record of records) {
    work(record);
    left -= 1;
    if (left > 0) continue;
    left = aStep;
    yield;
  }
}

/** Those of the records that pass, in their order. */
export function* passing<T>(
  records: Iterable<T>,
  passes: (record: T) => boolean,
): Steps<readonly T[]> {
  const list: T[] = [];
  yield* each(records, (record) => {
    if (passes(record)) list.push(record);
  });
  return list;
}

/** Records sorted at once; longer lists are merged of such runs. */
const RUN = 8 * A_STEP;

/** A sorted copy, as `toSorted` makes it. */
export function* sorted<T extends object>(
  list: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += RUN) {
    runs.push(list.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T extends object>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  const merged: T[] = [];
  for (let at = 0; ; ) {
    const [one, other] = [a[at], b[merged.length - at]];
    const isOther = other !== undefined && (one === undefined || compare(other, one) < 0);
    const next = isOther ? other : one;
    if (next === undefined) return merged;
    merged.push(next);
    if (!isOther) at += 1;
    if (merged.length % A_STEP === 0) yield;
  }
}
