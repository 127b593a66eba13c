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

function ledgerWith(posts: number, promisesEach: number): Ledger {
  const memberships: Membership[] = [];
  const promises: Pledge[] = [];
  const statusEvents: StatusEvent[] = [];
  const own = Array.from({ length: posts }, (_, i) => post(`p${i}`));
  for (const { id } of own) {
    const held = holders(id, 10);
    memberships.push(...held);
    const said = promisesOf(id, promisesEach, held);
    promises.push(...said.promises);
    statusEvents.push(...said.statusEvents);
  }
  const persons = memberships.map((m) => person(m.personId));
  return ledgerOf({ posts: own, persons, memberships, promises, statusEvents });
}

interface Timing {
  /** Median time of the clock. */
  readonly wallMs: number;
  /** Mean processor time, collecting garbage within it: the clock of a busy machine measures the neighbours. */
  readonly processorMs: number;
}

function timed(runs: number, work: () => void): Timing {
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

/** Opens one book after another, each of another post, as long as there are posts. */
function booksOf(count: number): () => void {
  const index = indexLedger(ledgerWith(PROMISES / count, count));
  const postIds = [...index.posts.keys()];
  let next = 0;
  return () => {
    const postId = postIds[next % postIds.length] ?? '';
    next += 1;
    const seen = postBook(index, postId, DAYS)?.counts.total ?? 0;
    // A book that lost a promise would be a fast one.
    if (seen !== count) throw new Error(`the book holds ${seen} of ${count} promises`);
  };
}

const SIZES = [100, 1_000, 10_000] as const;
/**
 * Promises of each size's ledger, on 100, 10 or one post: a reader opens a book once. Were one small book opened
 * over and over, its records would lie in the processor's cache, and the ratio would compare caches.
 */
const PROMISES = 10_000;
/** Entries that each size makes in a round. */
const ENTRIES = 4 * PROMISES;
const WARM_ROUNDS = 3;
const ROUNDS = 41;

/**
 * The sizes take turns, and what is told is the median of the rounds: the compiler changes its mind in the
 * course of a process, and its code for a size that came first must not be held against another's.
 */
function bookRows(): readonly BenchRow[] {
  const books = SIZES.map((count) => ({ count, runs: ENTRIES / count, work: booksOf(count) }));
  const rounds = Array.from({ length: WARM_ROUNDS + ROUNDS }, () =>
    books.map(({ runs, work }) => timed(runs, work)),
  ).slice(WARM_ROUNDS);
  return books.flatMap(({ count, runs }, i) => {
    const of = (time: (t: Timing, smaller: Timing) => number): number =>
      median(rounds.map((round) => time(round[i] ?? NO_TIME, round[i - 1] ?? NO_TIME)));
    const name = `book of a post with 10 holders and ${count} promises`;
    const wall = of((t) => t.wallMs);
    const isMeasured = count === 1_000;
    const goal = isMeasured ? `< ${BOOK_GOAL_MS}` : 'reported';
    const n = runs * ROUNDS;
    const rows = [
      row(`${name}: median`, wall, goal, 'ms', n, !isMeasured || wall < BOOK_GOAL_MS),
      row(
        `${name}: processor`,
        of((t) => t.processorMs),
        'reported',
        'ms',
        n,
        true,
      ),
    ];
    if (i === 0) return rows;
    const ratio = of((t, smaller) => t.processorMs / smaller.processorMs);
    const growth = `growth to ${count}`;
    return [...rows, row(growth, ratio, `≤ ${TENFOLD_GOAL}`, '×', n, ratio <= TENFOLD_GOAL)];
  });
}

const NO_TIME: Timing = { wallMs: Number.NaN, processorMs: Number.NaN };

function row(name: string, ours: number, goal: string, unit: string, n: number, ok: boolean) {
  return { row: name, ours, peer: null, ratio: null, goal, unit, n, ok } satisfies BenchRow;
}

/** The memory of the whole process after the check, the ledger itself and the runtime within it. */
function checkRows(): readonly BenchRow[] {
  const ledger = ledgerWith(2_000, 100);
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

/** A book of a post with ten holders, its growth, and the check of a large ledger. */
export async function run(): Promise<readonly BenchRow[]> {
  const rows = bookRows();
  const ledger = ledgerWith(1, 1_000);
  const openAnew = () => void postBook(indexLedger(ledger), 'p0', DAYS);
  timed(40, openAnew);
  const anew = timed(200, openAnew).wallMs;
  const what = '1,000 promises, index built anew: median';
  // Last: its peak is that of the whole process, and its garbage would slow the books.
  return Promise.resolve([...rows, row(what, anew, 'reported', 'ms', 200, true), ...checkRows()]);
}
