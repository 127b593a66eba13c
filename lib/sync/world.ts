/** What lies outside: given as parameters, so that tests can be the network and the clock. */
export interface World {
  readonly fetch: typeof fetch;
  /** Device's clock, ms. */
  now(): number;
  /** From 0 (inclusive) to 1 (exclusive). */
  random(): number;
}
