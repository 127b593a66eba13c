/** A running throw-away PostgreSQL. */
export interface ThrowAwayPostgres {
  readonly url: string;
  /** Ends it at once, without a checkpoint, and starts it again on the same data. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}
export function startPostgres(options?: {
  durable?: boolean;
  settings?: string[];
}): Promise<ThrowAwayPostgres>;
