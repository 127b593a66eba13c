/** The quality of a whole, of 100: the mean of its words and the worst of them. */
export interface Total {
  readonly mean: number;
  readonly worst: number;
}

/** Whether a bit is set. */
export const isIn = (mask: number, at: number): boolean => (mask & (1 << at)) !== 0;

/** Whether one bit is set and no other. */
export const isOne = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;

/** The whole of some words, each as it fits. */
export function totalOf(qualities: readonly number[]): Total {
  const sum = qualities.reduce((all, one) => all + one, 0);
  return { mean: sum / Math.max(1, qualities.length), worst: Math.min(100, ...qualities) };
}
