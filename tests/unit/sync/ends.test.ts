import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '@/lib/storage/limit';
import { DigestFailure, SyncFailure } from '@/lib/sync/ends';
import { person, pledge } from '../storage/records';
import { FakeTracker } from './fake-tracker';
import { dropAll, TestReader } from './reader';

let tracker: FakeTracker;
let reader: TestReader;

beforeEach(() => {
  tracker = new FakeTracker();
  reader = new TestReader(tracker);
});
afterEach(dropAll);

function named(name: string, message = 'words'): Error {
  return Object.assign(new Error(message), { name });
}

describe('a failure', () => {
  it.each([
    ['storage', new StorageError('hang', 'words')],
    ['storage', new StorageError('closed', 'words')],
    ['quota', new StorageError('quota', 'words')],
    ['newer', new StorageError('newer', 'words')],
    ['quota', named('QuotaExceededError')],
    ['quota', named('AbortError', 'QuotaExceededError: the disk is full')],
    ['newer', named('VersionError')],
    ['storage', named('InvalidStateError')],
    ['storage', new Dexie.ConstraintError('words')],
    ['unknown', named('TypeError')],
    ['timeout', new SyncFailure('timeout', 'words')],
    ['corruption', new DigestFailure('words')],
  ] as const)('ends as %s: %s', async (end, failure) => {
    reader.failure = failure;
    expect(await reader.sync()).toBe(end);
  });

  it('is kept with its words, and does not forget the last good end', async () => {
    await reader.sync();
    const good = reader.now;
    reader.now += 1_000;
    reader.killAt = () => true;
    expect(await reader.sync()).toBe('unknown');
    expect(await reader.own((db) => db.read('sync'))).toEqual({
      state: 'unknown',
      detail: 'killed at head',
      at: reader.now,
      succeededAt: good,
      failures: 1,
      notBefore: reader.now + 15_000,
      digestAt: good,
      resyncAt: {},
    });
    reader.killAt = null;
    await reader.sync();
    expect(await reader.own((db) => db.read('sync'))).toEqual({
      state: 'up-to-date',
      detail: null,
      at: reader.now,
      succeededAt: reader.now,
      failures: 0,
      notBefore: 0,
      digestAt: good,
      resyncAt: {},
    });
  });

  it('holds the next polls up to the very moment, but not one that is asked for', async () => {
    tracker.fault = () => new Response('', { status: 503, headers: { 'retry-after': '86400' } });
    await reader.sync();
    tracker.fault = () => null;
    expect(await reader.sync(false)).toBe('backoff');
    reader.now += 86_400_000 - 1;
    expect(await reader.sync(false)).toBe('backoff');
    reader.now += 1;
    expect(await reader.sync(false)).toBe('success');
  });
});

describe('the steps of a sync', () => {
  /** The named steps of one sync, in their order. */
  async function stepsOf(): Promise<readonly string[]> {
    const steps: string[] = [];
    reader.killAt = (step) => {
      steps.push(step);
      return false;
    };
    await reader.sync();
    return steps;
  }

  function segments(...sizes: number[]): void {
    for (const size of sizes) {
      for (let n = 0; n < size; n += 1) {
        const id = `p${tracker.rev}`;
        tracker.write('promise', id, pledge(id, 'post'));
      }
      tracker.cut();
    }
  }

  it('come in their order: the first time, later, and when there is nothing new', async () => {
    tracker.write('person', 'a', person('a'));
    const first = ['head', 'manifest', 'fetched', 'applied', 'filled', 'flipped'];
    expect(await stepsOf()).toEqual(first);
    tracker.cut();
    tracker.write('person', 'b', person('b'));
    expect(await stepsOf()).toEqual(['head', 'manifest', 'fetched', 'applied']);
    expect(await stepsOf()).toEqual(['head']);
  });

  it.each([
    [1, 3],
    [3, 3],
    [4, 2],
    [5, 2],
    [6, 1],
  ])(
    'with %d rows a transaction, three files of two rows are written in %d',
    async (rows, times) => {
      reader.batchRows = rows;
      segments(2, 2, 2);
      const steps = await stepsOf();
      expect(steps.filter((step) => step === 'applied')).toHaveLength(times);
      expect(steps.filter((step) => step === 'fetched')).toHaveLength(3);
    },
  );
});
