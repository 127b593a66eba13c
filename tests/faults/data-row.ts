import type { Steps } from '@/lib/ledger/steps';

/** One kind of hostile data: what was put in, what must happen, what did, and a check that must fail. */
export interface DataRow {
  readonly injected: string;
  readonly cases: number;
  readonly expected: string;
  /** Cases that came out otherwise, the first few named; empty: none. */
  readonly wrong: readonly string[];
  /** Cases that the control, which lacks the defence, lets through: none would mean that nothing was tested. */
  readonly controlWrong: number;
  /** Milliseconds that one case may take; null: the row holds whole sets of pages, or a book of an own page. */
  readonly limitMs: number | null;
  /** The longest that one case took; 0 when nothing was timed. */
  readonly slowestMs: number;
  readonly slowest: string;
}

export const TODAY = '2026-11-25';
/** A case is timed only when asked for: `npm run faults -- data` tries each so often, `npm test` not at all. */
export const TRIES = Number(process.env['UADE_TRIES'] ?? 0);
/** Nothing may hold a thread for longer. */
export const FREEZE_MS = 50;
export const DAYS = { day: TODAY, today: TODAY };

/** Processor time of the longest step of some work, each step at its least of some tries. */
function longestStepMs(work: () => Steps<unknown>, tries: number): number {
  const least: number[] = [];
  for (let i = 0; i < tries; i++) {
    const steps = work();
    let isDone = false;
    for (let nth = 0; !isDone; nth++) {
      const ms = msOf(() => {
        isDone = steps.next().done === true;
      }, 1);
      least[nth] = Math.min(least[nth] ?? ms, ms);
    }
  }
  return least.reduce((a, b) => Math.max(a, b), 0);
}

interface Claim<T> {
  readonly limitMs: number | null;
  readonly injected: string;
  readonly expected: string;
  readonly cases: readonly T[];
  readonly named: (one: T) => string;
  readonly holds: (one: T) => boolean;
  /** The work of the case, where it stops to let others work: then its longest step is timed, else all of `holds`. */
  readonly steps?: (one: T) => Steps<unknown>;
  /** The same claim of a product without the defence. */
  readonly control: (one: T) => boolean;
}

/** Processor time, the least of some tries: the clock of a busy machine says nothing of the work. */
function msOf(work: () => unknown, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** Tries every case of a claim, on the product and on the control. */
export function rowOf<T>({
  limitMs,
  injected,
  expected,
  cases,
  named,
  holds,
  steps,
  control,
}: Claim<T>): DataRow {
  let slowestMs = 0;
  let slowest = '';
  const wrong: string[] = [];
  for (const one of cases) {
    if (!holds(one)) wrong.push(named(one).slice(0, 120));
    const ms = steps ? longestStepMs(() => steps(one), TRIES) : msOf(() => holds(one), TRIES);
    if (TRIES > 0 && ms > slowestMs) [slowestMs, slowest] = [ms, named(one).slice(0, 60)];
  }
  const controlWrong = cases.filter((one) => !control(one)).length;
  return {
    injected,
    cases: cases.length,
    expected,
    wrong,
    controlWrong,
    limitMs,
    slowestMs,
    slowest,
  };
}

/** A harmless text. */
export const PLAIN = 'Слово';
