import type { CDPSession } from '@playwright/test';

/** What is read of an event of the browser's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** By the clock on the wall. */
  readonly dur?: number;
  /** Of its thread alone. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** Whole tasks, and the checkpoints of microtasks, are traced only when asked for. */
export const TASKS: readonly string[] = ['toplevel', 'disabled-by-default-devtools.timeline'];

/**
 * Milliseconds for which the thread was at work in an event: to wait for a core that others have is nobody's work, and on
 * two shared cores most of a long task is that (of 22 ms at 50,000 nodes 3 were work). The thread's clock is coarse at
 * times and then says more than has passed at all.
 */
export function workMs({ dur = 0, tdur = dur }: TraceEvent): number {
  return Math.min(dur, tdur) / 1000;
}

/** What the page's browser traces while something runs. */
export async function traced(
  cdp: CDPSession,
  run: () => Promise<void>,
  more: readonly string[] = [],
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const onData = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', onData);
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', ...more] },
    transferMode: 'ReportEvents',
  });
  await run();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', onData);
  return events;
}
