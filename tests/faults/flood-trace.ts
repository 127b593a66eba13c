import type { CDPSession, Page } from '@playwright/test';
import { TASKS, type TraceEvent, traced, workMs } from '../bench/_page-trace';

/** What follows the first drawing: more rows, what the collector clears away. */
const SETTLE_MS = 3_000;
/** What a page may be held up for in one go. */
export const FREEZE_MS = 50;
/** The same, with the collector: on two shared cores it took up to 50 ms to clear a heap of several such pages. */
export const COLLECTOR_MS = 2 * FREEZE_MS;
/** The longest that a page may take to open; on two shared cores the slowest takes some 15 s. */
export const OPEN_MS = 60_000;
/** How often the heap is asked for its size. */
const HEAP_MS = 250;

/** One page, opened or used with a hundred thousand promises on one office. */
export interface FloodRow {
  readonly page: string;
  /** The longest task, without what the collector did in it. */
  readonly longestMs: number;
  /** The longest task with it: a heap of a hundred thousand promises is cleared when the browser thinks fit. */
  readonly withCollectorMs: number;
  /** What the longest task did, by the browser's own names. */
  readonly doing: string;
  /** From the reader's action to the end of the drawing, what was waited for. */
  readonly seconds: number;
  /** The page's heap at its fullest, in MB, garbage included. */
  readonly heapMb: number;
}

const SCRIPTS: readonly string[] = ['EvaluateScript', 'FunctionCall'];
const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;

const PARTS_TOLD = 8;

const isIn = (one: TraceEvent, task: TraceEvent): boolean =>
  threadOf(one) === threadOf(task) && one.ts >= task.ts && one.ts < task.ts + (task.dur ?? 0);

/** The task's longest parts, told as the browser names them. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const told = events
    .filter((one) => one.ph === 'X' && isIn(one, task))
    .filter(({ name }) => name !== 'RunTask' && !name.startsWith('ThreadController'))
    .sort((a, b) => workMs(b) - workMs(a))
    .map((one) => `${one.args.data?.functionName ?? one.name} ${workMs(one).toFixed(0)}`);
  return [...new Set(told)].slice(0, PARTS_TOLD).join(', ');
}

const COLLECTOR: readonly string[] = ['MajorGC', 'MinorGC'];

/** The longest task of all threads that a script ran on: the page's, its frames' and the worker's. */
function longestIn(
  events: readonly TraceEvent[],
): Pick<FloodRow, 'longestMs' | 'withCollectorMs' | 'doing'> {
  const threads = new Set(events.filter(({ name }) => SCRIPTS.includes(name)).map(threadOf));
  const collections = events.filter(({ name }) => COLLECTOR.includes(name));
  const tasks = events
    .filter((one) => one.name === 'RunTask' && threads.has(threadOf(one)))
    .map((task) => {
      const whole = workMs(task);
      const cleared = collections.filter((one) => isIn(one, task));
      return { task, whole, own: whole - cleared.reduce((sum, one) => sum + workMs(one), 0) };
    });
  const [longest] = tasks.sort((a, b) => b.own - a.own);
  if (longest === undefined) throw new Error('nothing was traced');
  return {
    longestMs: longest.own,
    withCollectorMs: Math.max(...tasks.map(({ whole }) => whole)),
    doing: partsOf(longest.task, events),
  };
}

/** What is done on one page: its name, and the doing, which ends when what was asked for is there. */
export type Scene = readonly [page: string, run: (page: Page) => Promise<void>];

interface Heap {
  /** Ends the watch; the answer is the most that was seen, in MB. */
  readonly stop: () => number;
}

async function heapOf(cdp: CDPSession): Promise<Heap> {
  let most = 0;
  await cdp.send('Performance.enable');
  const look = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    most = Math.max(most, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
  };
  // One that is asked for while the page goes away is not answered.
  const timer = setInterval(() => void look().catch(() => null), HEAP_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most / 1_000_000;
    },
  };
}

/** Does it, and tells what it took. */
export async function measured(page: Page, [name, run]: Scene): Promise<FloodRow> {
  const cdp = await page.context().newCDPSession(page);
  const heap = await heapOf(cdp);
  let seconds = 0;
  const events = await traced(
    cdp,
    async () => {
      const start = Date.now();
      await run(page);
      seconds = (Date.now() - start) / 1000;
      await page.waitForTimeout(SETTLE_MS);
    },
    TASKS,
  );
  const heapMb = heap.stop();
  await cdp.detach();
  const row = { page: name, ...longestIn(events), seconds, heapMb };
  console.log(JSON.stringify(row));
  return row;
}

/** Goes to an address within the ledger, as a link does, and waits for something of it. */
export function opens(hash: string, wanted: string): Scene[1] {
  return async (page) => {
    // In a task of its own: the one that brings the order is the tool's.
    await page.evaluate((to) => {
      setTimeout(() => {
        location.hash = to;
      });
    }, hash);
    await page.locator(wanted).first().waitFor({ timeout: OPEN_MS });
  };
}

/** Waits for something of a page. */
export const waitsFor = (page: Page, wanted: string) =>
  page.locator(wanted).first().waitFor({ timeout: OPEN_MS });
