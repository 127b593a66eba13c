import type { ChildProcess } from 'node:child_process';

/** A running throw-away PostgreSQL. */
export interface ThrowAwayPostgres {
  readonly url: string;
  /** Its data folder. */
  readonly data: string;
  readonly pid: number | undefined;
  /** Ends it at once, without a checkpoint. */
  down(): Promise<void>;
  /** Starts it again on the same data. */
  up(): Promise<void>;
  stop(): Promise<void>;
}
export function startPostgres(options?: {
  durable?: boolean;
  settings?: string[];
  parent?: string;
}): Promise<ThrowAwayPostgres>;

/** A data folder that is not running, and whom PostgreSQL runs under: an empty object for ourselves. */
export interface Cluster {
  /** Removed by whoever asked for it. */
  readonly home: string;
  readonly bin: string;
  readonly data: string;
  readonly user: { readonly uid?: number; readonly gid?: number };
}
export function newCluster(parent?: string): Cluster;
export function freePort(): Promise<number>;
export function bootPostgres(
  cluster: Cluster,
  port: number,
  settings: readonly string[],
): Promise<ChildProcess>;
export function endPostgres(child: ChildProcess, signal: NodeJS.Signals): Promise<void>;
