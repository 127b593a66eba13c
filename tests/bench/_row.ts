/** One line of a benchmark's table. */
export interface BenchRow {
  readonly row: string;
  readonly ours: number;
  /** The floor's or the peer's figure of the same run; null: nothing to compare with. */
  readonly peer: number | null;
  readonly ratio: number | null;
  /** What the bare platform takes of the least that does it, in the same run: shows what the machine allows. */
  readonly floor?: number;
  /** Ours divided by that. */
  readonly ofFloor?: number;
  readonly goal: string;
  readonly unit: string;
  readonly n: number;
  readonly ok: boolean;
}

/** The middle one, the upper of two; NaN of none, so that a bench that measured nothing meets no goal. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
