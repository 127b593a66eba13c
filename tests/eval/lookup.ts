import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexOf } from '@/lib/look-up/build';
import { lookUp } from '@/lib/look-up/look-up';
import { readArguments } from './arguments';
import { readLedgerFolder } from './ledger-folder';

const REPOSITORY = join(import.meta.dirname, '../..');
/** The queries are over this ledger. */
const STARTER_LEDGER = join(REPOSITORY, 'tracker/ledger/kz');
const QUERIES = join(REPOSITORY, 'tests/corpus/look-up/queries.jsonl');
/** As many as a reader sees at once. */
const SEEN = 5;
/** Holders of this day stand before former ones. */
const TODAY = '2026-06-01';

/** One query of the corpus, as its README tells. */
interface Query {
  readonly q: string;
  readonly kind: string;
  readonly want: string;
  readonly also: readonly string[];
}

/** How many queries of a kind had a right answer first, and among the first five. */
interface Count {
  first: number;
  seen: number;
  all: number;
}

/** The score: over all queries, and by kind in the order of the corpus. */
export interface Score {
  readonly total: Count;
  readonly byKind: ReadonlyMap<string, Count>;
  /** Queries without a right answer in first place, with what stood there. */
  readonly missed: readonly {
    readonly query: Query;
    readonly place: number;
    readonly got: string;
  }[];
}

function readQueries(): Query[] {
  return (
    readFileSync(QUERIES, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      // Our own corpus, one shape a line.
      .map((line) => JSON.parse(line) as Query)
  );
}

/** Runs every query of the corpus on the starter ledger. */
export function scoreLookUp(): Score {
  const index = indexOf(readLedgerFolder(STARTER_LEDGER), TODAY);
  const byKind = new Map<string, Count>();
  const total: Count = { first: 0, seen: 0, all: 0 };
  const missed: Score['missed'][number][] = [];
  for (const query of readQueries()) {
    const right = new Set([query.want, ...query.also]);
    const ids = lookUp(index, query.q, { limit: SEEN, onPage: new Set() }).map(({ id }) => id);
    const place = ids.findIndex((id) => right.has(id));
    const count = byKind.get(query.kind) ?? { first: 0, seen: 0, all: 0 };
    byKind.set(query.kind, count);
    for (const one of [count, total]) {
      one.all += 1;
      if (place === 0) one.first += 1;
      if (place >= 0) one.seen += 1;
    }
    if (place !== 0) missed.push({ query, place, got: ids[0] ?? 'nothing' });
  }
  return { total, byKind, missed };
}

const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

function lineOf(name: string, { first, seen, all }: Count): string {
  const right = `first ${first} of ${all} (${share(first, all)})`;
  return `  ${name.padEnd(18)} ${right}, in the first five ${seen} of ${all} (${share(seen, all)})`;
}

/** Prints the score by kind and answers it; told of the missed ones, every query that had no right answer first. */
export function showLookUp(isTold: boolean): Score {
  const score = scoreLookUp();
  console.log('\nlook-up');
  for (const [kind, count] of score.byKind) console.log(lineOf(kind, count));
  console.log(lineOf('all', score.total));
  for (const { query, place, got } of isTold ? score.missed : [])
    console.log(`  ${query.kind}: "${query.q}" wants ${query.want}, at ${place}; first ${got}`);
  return score;
}

/** `lookup [--missed yes]`. */
export async function run(args: readonly string[]): Promise<void> {
  showLookUp(readArguments(args).get('missed') === 'yes');
}
