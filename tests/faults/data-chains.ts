import type { PersonBook, PostBook } from '@/lib/ledger/books';
import type { FaultCode } from '@/lib/ledger/faults';
import { checkLedger } from '@/lib/ledger/faults';
import { indexLedger, indexSteps } from '@/lib/ledger/lookups';
import { personBook, personBookSteps } from '@/lib/ledger/person-book';
import { postBook, postBookSteps } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { atOnce, type Steps } from '@/lib/ledger/steps';
import { area, held, ledgerOf, said, step } from '../unit/ledger/build';
import { DAYS, type DataRow, FREEZE_MS, rowOf, TRIES } from './data-row';

interface Ring {
  readonly code: FaultCode;
  readonly ledger: Ledger;
  readonly length: number;
}

function ringsOf(): readonly Ring[] {
  const LENGTHS = [1, 2, 3, 50, 1_000];
  return LENGTHS.flatMap((length): readonly Ring[] => {
    const at = Array.from({ length }, (_, i) => i);
    const next = (i: number) => (i + 1) % length;
    const areas = at.map((i) => area(`a${i}`, { parentId: `a${next(i)}` }));
    const promises = at.map((i) => said(`x${i}`, 'q', { repeatsId: `x${next(i)}` }));
    const memberships = at.map((i) => held('q', { id: `m${i}`, followsId: `m${next(i)}` }));
    const lineages = at.map((i) => step(`p${i}`, `p${next(i)}`, '2020-01-01'));
    return [
      { code: 'areaRing', length, ledger: ledgerOf({ areas }) },
      { code: 'repeatRing', length, ledger: ledgerOf({ promises }) },
      { code: 'followsRing', length, ledger: ledgerOf({ memberships }) },
      {
        code: 'lineageRing',
        length,
        ledger: ledgerOf({ lineages, promises: [said('x', 'q', { postId: 'p0' })] }),
      },
    ];
  });
}

const STEPS = 10_000;

function walkEnds(code: FaultCode, { areas, promises, memberships, lineages }: Ledger): boolean {
  const links: Readonly<Partial<Record<FaultCode, readonly (readonly [string, string | null])[]>>> =
    {
      areaRing: areas.map((one) => [one.id, one.parentId]),
      repeatRing: promises.map((one) => [one.id, one.repeatsId]),
      followsRing: memberships.map((one) => [one.id, one.followsId]),
      lineageRing: lineages.map((one) => [one.fromPostId, one.toPostId]),
    };
  const next = new Map(links[code]);
  let [at] = next.keys();
  for (let left = STEPS; left > 0 && at !== undefined; left--) at = next.get(at) ?? undefined;
  return at === undefined;
}

export function rings(): DataRow {
  const endsWithBooks = (ledger: Ledger): boolean => {
    const index = indexLedger(ledger);
    const books = [
      ...ledger.posts.slice(0, 3).map(({ id }) => postBook(index, id, DAYS)),
      ...ledger.persons.slice(0, 3).map(({ id }) => personBook(index, id, DAYS)),
    ];
    return books.every((book) => book !== null);
  };
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'rings of areas, repeats, followers and lineages, of 1 to 1,000',
    expected: 'named by the check of the ledger; the books of all in them still end',
    cases: ringsOf(),
    named: ({ code, length }) => `${code} of ${length}`,
    holds: ({ code, ledger }) =>
      checkLedger(ledger).some((fault) => fault.code === code) && endsWithBooks(ledger),
    // A walk without a memory of where it was.
    control: ({ code, ledger }) => walkEnds(code, ledger),
  });
}

/** Promises on one office: a flood in `npm run faults`, enough to tell N from N² in `npm test`. */
const FLOOD = TRIES > 0 ? 100_000 : 2_000;

interface Flood {
  readonly shape: string;
  /** What promise number `i` of `n` repeats. */
  readonly repeats: (i: number, n: number) => number | null;
}

const FLOODS: readonly Flood[] = [
  { shape: 'none repeats another', repeats: () => null },
  { shape: 'all repeat one', repeats: (i) => (i === 0 ? null : 0) },
  { shape: 'each repeats the one before', repeats: (i) => (i === 0 ? null : i - 1) },
  { shape: 'all are one ring', repeats: (i, n) => (i + 1) % n },
];

function floodOf({ repeats }: Flood): Ledger {
  const promises = Array.from({ length: FLOOD }, (_, i) => {
    const repeated = repeats(i, FLOOD);
    return said(`x${i}`, 'q', {
      saidOn: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
      repeatsId: repeated === null ? null : `x${repeated}`,
    });
  });
  return ledgerOf({ promises, memberships: [held('q', { startDate: '2005-01-01' })] });
}

/** Steps of a search through the whole chain for the place of each of its promises, up to a hundred a promise. */
function naiveSteps(ledger: Ledger): number {
  const chained = ledger.promises.filter(({ repeatsId }) => repeatsId !== null);
  let steps = 0;
  for (const promise of chained) {
    for (const other of chained) {
      steps++;
      if (other === promise || steps > 100 * FLOOD) break;
    }
  }
  return steps;
}

function* booksOf(ledger: Ledger): Steps<readonly [PostBook | null, PersonBook | null]> {
  const index = yield* indexSteps(ledger);
  const book = yield* postBookSteps(index, 'p', DAYS);
  return [book, yield* personBookSteps(index, 'q', DAYS)];
}

export function floods(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: `${FLOOD} promises on one office, repeating each other in four ways`,
    expected: 'the books of the office and of its holder hold all of them, made in short steps',
    cases: FLOODS.map((flood) => ({ ...flood, ledger: floodOf(flood) })),
    named: ({ shape }) => shape,
    steps: ({ ledger }) => booksOf(ledger),
    holds: ({ ledger, repeats }) => {
      const [book, own] = atOnce(booksOf(ledger));
      const last = book?.open.find(({ promise }) => promise.id === `x${FLOOD - 1}`);
      const total = repeats(1, FLOOD) === null ? undefined : FLOOD;
      const his = Object.values(own?.counts ?? {}).reduce((sum, { total: of }) => sum + of, 0);
      return [book?.counts.total, his].every((n) => n === FLOOD) && last?.repeat?.total === total;
    },
    control: ({ ledger }) => naiveSteps(ledger) <= 100 * FLOOD,
  });
}
