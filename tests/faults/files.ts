import 'fake-indexeddb/auto';
import { pledge } from '../unit/storage/records';
import { FAKE_ORIGIN, FakeTracker } from '../unit/sync/fake-tracker';
import { dropAll, TestReader } from '../unit/sync/reader';
import { naiveRows } from './naive-reader';
import { type FileKind, type Proxy, startProxy } from './proxy';
import { bitFlip, type Fault, headFaults, WIRE_FAULTS } from './spoils';

/** What spoiled files did to a reader. */
export interface FilesProof {
  readonly trials: number;
  /** Trials after which the cache was not what had been published at its rev. */
  readonly wrong: number;
  /** Trials that ended in another state than they should, or whose next good poll did not converge. */
  readonly misnamed: readonly string[];
  /** Kinds of fault by kinds of file that were met. */
  readonly rows: number;
  /** Trials after which a reader that checks no hash and no signature held what was never published. */
  readonly control: number;
}

/** How many bytes of a file are turned. */
export interface FilesSize {
  /** Every n-th byte of the head. */
  readonly headStep: number;
  /** Bytes of each other file, spread over it. */
  readonly samples: number;
}

interface Bench {
  readonly tracker: FakeTracker;
  readonly proxy: Proxy;
  reader: TestReader;
}

const OFFICES = 3;
let serial = 0;

function write(tracker: FakeTracker): void {
  serial += 1;
  const record = pledge(`p${serial % 9}`, `post${serial % OFFICES}`);
  tracker.write('promise', record.id, { ...record, text: { ru: `Обещание номер ${serial}` } });
}

/** Something new that is reached over a file of this kind. */
function prepare({ tracker }: Bench, kind: FileKind): void {
  write(tracker);
  if (kind === 'part') {
    tracker.snapshotRev = tracker.rev;
    tracker.floor = tracker.rev;
    write(tracker);
  } else {
    // Old segments go: the files of the bench stay small over thousands of trials.
    tracker.floor = Math.max(tracker.floor, tracker.rev - 4);
    tracker.snapshotRev = tracker.floor;
  }
  tracker.cuts = [tracker.rev - 1];
}

async function begin(bench: Bench): Promise<void> {
  await dropAll();
  bench.reader = new TestReader(bench.proxy);
}

function isPublished(
  tracker: FakeTracker,
  seen: Awaited<ReturnType<TestReader['digest']>>,
): boolean {
  if (seen === null) return true;
  const { n, sum64 } = tracker.digest(seen.rev);
  return seen.rev <= tracker.rev && seen.n === n && seen.sum64 === sum64;
}

async function trial(bench: Bench, fault: Fault, kind: FileKind) {
  const { tracker, proxy } = bench;
  if (kind === 'keys') await begin(bench);
  proxy.spoiled = { kind, spoil: fault.spoil, isStall: fault.isStall === true };
  proxy.hits = 0;
  const end = await bench.reader.sync();
  const wasMet = proxy.hits > 0;
  const isRight = isPublished(tracker, await bench.reader.digest());
  const naive = await naiveRows(proxy.fetch, `${FAKE_ORIGIN}/v1/${tracker.dataset}/`);
  proxy.spoiled = null;
  const next = await bench.reader.sync();
  const after = await bench.reader.digest();
  const converged = after?.rev === tracker.rev && isPublished(tracker, after);
  const isNamed = wasMet && fault.endOf(kind).includes(end);
  return {
    isWrong: !isRight,
    misnamed: isNamed && converged ? null : `${kind}, ${fault.name}: ${end}, then ${next}`,
    control: naive !== null && !isPublished(tracker, naive),
  };
}

/** A prime, so that samples of any number walk over the whole file. */
const SAMPLE_STEP = 97;

async function faultsOf({ tracker }: Bench, size: FilesSize): Promise<[Fault, FileKind][]> {
  const neighbour = new FakeTracker('town');
  write(neighbour);
  const old = await tracker.head();
  const others = { thief: new FakeTracker(), neighbour, old };
  const all = [...WIRE_FAULTS, ...headFaults(tracker, others)];
  for (let at = 0; at < old.length; at += size.headStep) all.push(bitFlip('head', at));
  for (const kind of ['manifest', 'segment', 'part', 'keys'] as const) {
    for (let n = 0; n < size.samples; n += 1) all.push(bitFlip(kind, n * SAMPLE_STEP));
  }
  return all.flatMap((fault) => fault.kinds.map((kind): [Fault, FileKind] => [fault, kind]));
}

/** Spoils every kind of file in every way, one at a time, and lets a reader poll, and poll again. */
export async function fileFaults(size: FilesSize): Promise<FilesProof> {
  const tracker = new FakeTracker();
  const proxy = await startProxy(tracker);
  const bench: Bench = { tracker, proxy, reader: new TestReader(proxy) };
  await begin(bench);
  for (let n = 0; n < 12; n += 1) write(tracker);
  await bench.reader.sync();
  const names = new Set<string>();
  const misnamed: string[] = [];
  const sum = { trials: 0, wrong: 0, control: 0 };
  try {
    for (const [fault, kind] of await faultsOf(bench, size)) {
      prepare(bench, kind);
      const seen = await trial(bench, fault, kind);
      names.add(`${fault.name} ${kind}`);
      sum.trials += 1;
      sum.wrong += Number(seen.isWrong);
      sum.control += Number(seen.control);
      if (seen.misnamed !== null) misnamed.push(seen.misnamed);
    }
  } finally {
    await proxy.close();
    await dropAll();
  }
  return { ...sum, misnamed, rows: names.size };
}
