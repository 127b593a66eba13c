/** Numbers from 0 to 1 that are the same in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the network of a clip loses, and in how many windows clips are made at once: one task for every rig. */
export const WINDOWS = 8;
export const LOST_REQUESTS = 0.1;
export const LOST_ANSWERS = 0.2;
