import { describe, expect, test } from 'vitest';
import { DigestFailure, SyncFailure } from '@/lib/sync/ends';
import { deltaPlan, fullPlan, restOf, segmentsAfter, snapshotName } from '@/lib/sync/plan';
import type { Manifest, SegmentRef } from '@/lib/wire/head';

const file = (name: string, bytes: number) => ({
  path: name,
  sha256: name.repeat(64).slice(0, 64),
  bytes,
  rows: bytes,
});
const segment = (from: number, to: number, bytes = 10): SegmentRef => ({
  ...file(`s${to}`, bytes),
  from,
  to,
});

/** Snapshot of 4 in two parts, segments to 6; segments reach back to 2. */
const MANIFEST: Manifest = {
  v: 1,
  dataset: 'kz',
  epoch: 'e',
  digest: { n: 0, sum64: '0'.repeat(16) },
  rev: 6,
  floor: 2,
  snapshot: { rev: 4, parts: [file('a', 30), file('b', 30)] },
  segments: [segment(5, 6), segment(3, 4)],
};

describe('segments from a rev on', () => {
  test('are those that are not had yet, in their order, whatever the order of the manifest', () => {
    expect(segmentsAfter(MANIFEST, 2)?.map(({ to }) => to)).toEqual([4, 6]);
    expect(segmentsAfter(MANIFEST, 4)?.map(({ to }) => to)).toEqual([6]);
    expect(segmentsAfter(MANIFEST, 6)).toEqual([]);
  });

  test('one that begins before is taken: what is known already does no harm', () => {
    expect(segmentsAfter(MANIFEST, 3)?.map(({ to }) => to)).toEqual([4, 6]);
  });

  test('there are none from before the floor, over a gap, or where the last is missing', () => {
    expect(segmentsAfter(MANIFEST, 1)).toBeNull();
    // Below the floor what is gone is no longer told, whatever segments are still there.
    expect(segmentsAfter({ ...MANIFEST, floor: 3 }, 2)).toBeNull();
    expect(segmentsAfter({ ...MANIFEST, floor: 3 }, 3)).not.toBeNull();
    expect(segmentsAfter({ ...MANIFEST, segments: [segment(5, 6)] }, 2)).toBeNull();
    expect(segmentsAfter({ ...MANIFEST, segments: [segment(3, 4)] }, 2)).toBeNull();
  });
});

describe('the way on', () => {
  test('goes from rev to rev', () => {
    expect(
      deltaPlan(MANIFEST, 2)?.map(({ ref, rows, from, to }) => [ref?.path, rows, from, to]),
    ).toEqual([
      ['s4', 10, { rev: 2, parts: 0 }, { rev: 4, parts: 0 }],
      ['s6', 10, { rev: 4, parts: 0 }, { rev: 6, parts: 0 }],
    ]);
  });

  test('is no way where a fresh snapshot with what follows it is less to fetch', () => {
    // From 2: 10 + the one given. Afresh: 60 + 10.
    const longer = (bytes: number) => ({
      ...MANIFEST,
      segments: [segment(3, 4, bytes), segment(5, 6)],
    });
    expect(deltaPlan(longer(60), 2)).toHaveLength(2);
    expect(deltaPlan(longer(61), 2)).toBeNull();
  });

  test('past the snapshot it is never asked whether that would be less', () => {
    const manifest = { ...MANIFEST, segments: [segment(3, 4), segment(5, 6, 900)] };
    expect(deltaPlan({ ...manifest, snapshot: { rev: 4, parts: [] } }, 4)).toHaveLength(1);
    expect(deltaPlan({ ...manifest, snapshot: null }, 2)).toHaveLength(2);
  });
});

describe('everything from nothing', () => {
  test('is the parts of the snapshot, then the segments after it', () => {
    expect(fullPlan(MANIFEST).map(({ ref, from, to }) => [ref?.path, from, to])).toEqual([
      ['a', { rev: 0, parts: 0 }, { rev: 0, parts: 1 }],
      ['b', { rev: 0, parts: 1 }, { rev: 4, parts: 0 }],
      ['s6', { rev: 4, parts: 0 }, { rev: 6, parts: 0 }],
    ]);
  });

  test('an empty snapshot is a step without a file', () => {
    const empty = { ...MANIFEST, snapshot: { rev: 4, parts: [] } };
    expect(fullPlan(empty)[0]).toEqual({
      ref: null,
      rows: 0,
      from: { rev: 0, parts: 0 },
      to: { rev: 4, parts: 0 },
    });
  });

  test('a manifest with a gap is refused', () => {
    const broken = { ...MANIFEST, segments: [] };
    expect(() => fullPlan(broken)).toThrow(SyncFailure);
    expect(() => fullPlan(broken)).toThrow(
      expect.objectContaining({ end: 'corruption', message: 'the manifest has a gap' }),
    );
  });
});

describe('what is left of a plan', () => {
  const plan = fullPlan(MANIFEST);

  test.each([
    [{ rev: 0, parts: 0 }, 3],
    [{ rev: 0, parts: 1 }, 2],
    [{ rev: 4, parts: 0 }, 1],
    [{ rev: 6, parts: 0 }, 0],
  ])('at %o there are %d steps', (at, left) => {
    expect(restOf(plan, at)).toEqual(plan.slice(3 - left));
  });

  test('of no plan nothing, wherever one is', () => {
    expect(restOf([], { rev: 9, parts: 0 })).toEqual([]);
  });

  test.each([
    { rev: 3, parts: 0 },
    { rev: 6, parts: 1 },
    { rev: 4, parts: 1 },
  ])('a cache at %o is in no place of it', (at) => {
    expect(() => restOf(plan, at)).toThrow(DigestFailure);
  });
});

test('a snapshot is named by its rev and first part', () => {
  expect(snapshotName(MANIFEST)).toBe(`4.${'a'.repeat(64)}`);
  expect(snapshotName({ ...MANIFEST, snapshot: { rev: 4, parts: [] } })).toBe('4.segments');
  expect(snapshotName({ ...MANIFEST, snapshot: null })).toBe('0.segments');
});
