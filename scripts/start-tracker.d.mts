import type { ChildProcess } from 'node:child_process';

export declare const PORT: number;
export declare const ADDRESS: string;
export declare function isPortTaken(port?: number): Promise<boolean>;
export declare function startTracker(options: {
  readonly data: string;
  readonly ledger?: string | null;
  readonly env?: NodeJS.ProcessEnv;
}): Promise<{ readonly child: ChildProcess; readonly stop: () => Promise<void> }>;
