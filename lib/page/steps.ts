/** Work that may be broken off after each step and taken up again; what it returns is the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Elements looked at in one step: to stop costs more than to look at one. */
export const A_STEP = 32;

/** Does all of the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
