import { performance } from 'node:perf_hooks';
import { checkLedger } from '@/lib/ledger/faults';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger, Membership, Pledge, StatusEvent } from '@/lib/ledger/records';
import { event, held, ledgerOf, person, post, said } from '../unit/ledger/build';
import { type BenchRow, median } from './_row';

const BOOK_GOAL_MS = 2;
const TENFOLD_GOAL = 12;
const CHECK_GOAL_MIB = 1024;
const DAYS = { day: '2024-06-01', today: '2024-06-01' };

const STATUSES = ['inProgress', 'kept', 'stalled', 'broken'] as const;

function holders(postId: string, count: number): readonly Membership[] {
  return Array.from({ length: count }, (_, i) =>
    held(`${postId}-${i}`, {
      postId,
      startDate: `${2014 + i}-03-01`,
      endDate: `${2015 + i}-03-01`,
    }),
  );
}

/** Every second promise has a status event, every fourth is closed: more than real ledgers have. */
function promisesOf(postId: string, count: number, persons: readonly Membership[]) {
  const promises: Pledge[] = [];
  const statusEvents: StatusEvent[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = `${postId}-x${i}`;
    const holder = persons[i % persons.length];
    const year = Number(holder?.startDate?.slice(0, 4) ?? 2014);
    promises.push(
      said(id, holder?.personId ?? null, {
        postId,
        saidOn: `${year}-${String((i % 9) + 4).padStart(2, '0')}-10`,
        dueOn: String(year + 1),
      }),
    );
    const status = STATUSES[(i >> 1) % STATUSES.length] ?? 'inProgress';
    if (i % 2 === 0) statusEvents.push(event(id, status, `${year + 2}-01-15`));
  }
  return { promises, statusEvents };
}

function onePost(count: number): Ledger {
  const memberships = holders('p', 10);
  return ledgerOf({ memberships, ...promisesOf('p', count, memberships) });
}

interface Timing {
  /** Median time of the clock. */
  readonly wallMs: number;
  /** Mean processor time, collecting garbage within it: the clock of a busy machine measures the neighbours. */
  readonly processorMs: number;
}

function timed(runs: number, work: () => void): Timing {
  for (let i = 0; i < Math.max(20, runs / 5); i += 1) work();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { wallMs: median(times), processorMs: (user + system) / 1000 / runs };
}

function bookTime(count: number, runs: number): Timing {
  const index = indexLedger(onePost(count));
  let seen = 0;
  const time = timed(runs, () => {
    seen = postBook(index, 'p', DAYS)?.counts.total ?? 0;
  });
  // A book that lost a promise would be a fast one.
  if (seen !== count) throw new Error(`the book holds ${seen} of ${count} promises`);
  return time;
}

function row(name: string, ours: number, goal: string, unit: string, n: number, ok: boolean) {
  return { row: name, ours, peer: null, ratio: null, goal, unit, n, ok } satisfies BenchRow;
}

function largeLedger(): Ledger {
  const POSTS = 2_000;
  const memberships: Membership[] = [];
  const promises: Pledge[] = [];
  const statusEvents: StatusEvent[] = [];
  const posts = Array.from({ length: POSTS }, (_, i) => post(`p${i}`));
  for (const { id } of posts) {
    const own = holders(id, 10);
    memberships.push(...own);
    const said = promisesOf(id, 100, own);
    promises.push(...said.promises);
    statusEvents.push(...said.statusEvents);
  }
  const persons = memberships.map((m) => person(m.personId));
  return ledgerOf({ posts, persons, memberships, promises, statusEvents });
}

/** The memory of the whole process after the check, the ledger itself and the runtime within it. */
function checkRows(): readonly BenchRow[] {
  const ledger = largeLedger();
  const start = performance.now();
  const faults = checkLedger(ledger);
  const seconds = (performance.now() - start) / 1000;
  const errors = faults.filter((f) => f.severity === 'error');
  if (errors.length > 0) throw new Error(`the ledger is not sound: ${errors[0]?.message}`);
  const mib = process.resourceUsage().maxRSS / 1024;
  const what = 'check of 200,000 promises and 20,000 memberships';
  return [
    row(`${what}: peak memory`, mib, `≤ ${CHECK_GOAL_MIB}`, 'MiB', 1, mib <= CHECK_GOAL_MIB),
    row(`${what}: time`, seconds, 'reported', 's', 1, true),
  ];
}

const SIZES = [100, 1_000, 10_000] as const;
/** So that each size makes as many entries. */
const ENTRIES = 400_000;

/** A book of a post with ten holders, its growth, and the check of a large ledger. */
export async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  let smaller: Timing | null = null;
  for (const count of SIZES) {
    const runs = ENTRIES / count;
    const time = bookTime(count, runs);
    const name = `book of a post with 10 holders and ${count} promises`;
    const isMeasured = count === 1_000;
    const isMet = !isMeasured || time.wallMs < BOOK_GOAL_MS;
    const goal = isMeasured ? `< ${BOOK_GOAL_MS}` : 'reported';
    rows.push(row(`${name}: median`, time.wallMs, goal, 'ms', runs, isMet));
    rows.push(row(`${name}: processor`, time.processorMs, 'reported', 'ms', runs, true));
    if (smaller) {
      const ratio = time.processorMs / smaller.processorMs;
      const isLinear = ratio <= TENFOLD_GOAL;
      rows.push(row(`growth to ${count}`, ratio, `≤ ${TENFOLD_GOAL}`, '×', runs, isLinear));
    }
    smaller = time;
  }
  const ledger = onePost(1_000);
  const anew = timed(200, () => void postBook(indexLedger(ledger), 'p', DAYS));
  rows.push(
    row('1,000 promises, index built anew: median', anew.wallMs, 'reported', 'ms', 200, true),
  );
  // Last: its peak is that of the whole process, and its garbage would slow the books.
  return Promise.resolve([...rows, ...checkRows()]);
}
