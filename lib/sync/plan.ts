import type { Position } from '@/lib/storage/apply';
import type { FileRef, Manifest, SegmentRef } from '@/lib/wire/head';
import { DigestFailure, SyncFailure } from './ends';

/** A file to fetch and where the cache is before and after it; null: the step takes no file (an empty snapshot). */
export interface PlannedFile {
  readonly ref: FileRef | null;
  readonly rows: number;
  readonly from: Position;
  readonly to: Position;
}

/** Segments that lead from a rev to the manifest's rev, without a gap; null when they do not reach back that far. */
export function segmentsAfter(manifest: Manifest, rev: number): readonly SegmentRef[] | null {
  if (rev < manifest.floor) return null;
  const wanted = manifest.segments.filter(({ to }) => to > rev).sort((a, b) => a.from - b.from);
  let reached = rev;
  for (const { from, to } of wanted) {
    if (from > reached + 1) return null;
    reached = to;
  }
  return reached === manifest.rev ? wanted : null;
}

function bytesOf(files: readonly FileRef[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function stepsOver(segments: readonly SegmentRef[], start: number): readonly PlannedFile[] {
  return segments.map((ref, at) => ({
    ref,
    rows: ref.rows,
    from: { rev: segments[at - 1]?.to ?? start, parts: 0 },
    to: { rev: ref.to, parts: 0 },
  }));
}

/** The way on from a rev, by segments; null when there is none, or a fresh snapshot is less to fetch. */
export function deltaPlan(manifest: Manifest, rev: number): readonly PlannedFile[] | null {
  const segments = segmentsAfter(manifest, rev);
  if (segments === null) return null;
  const { snapshot } = manifest;
  if (snapshot !== null) {
    const rest = segmentsAfter(manifest, snapshot.rev) ?? [];
    const isLonger = bytesOf(segments) > bytesOf(snapshot.parts) + bytesOf(rest);
    if (isLonger && rev < snapshot.rev) return null;
  }
  return stepsOver(segments, rev);
}

function partsPlan(manifest: Manifest): readonly PlannedFile[] {
  const { snapshot } = manifest;
  if (snapshot === null) return [];
  if (snapshot.parts.length === 0) {
    return [
      { ref: null, rows: 0, from: { rev: 0, parts: 0 }, to: { rev: snapshot.rev, parts: 0 } },
    ];
  }
  return snapshot.parts.map((ref, index) => ({
    ref,
    rows: ref.rows,
    from: { rev: 0, parts: index },
    to:
      index === snapshot.parts.length - 1
        ? { rev: snapshot.rev, parts: 0 }
        : { rev: 0, parts: index + 1 },
  }));
}

/** Everything from nothing: the snapshot, then the segments after it. */
export function fullPlan(manifest: Manifest): readonly PlannedFile[] {
  const parts = partsPlan(manifest);
  const start = parts.at(-1)?.to.rev ?? 0;
  const segments = segmentsAfter(manifest, start);
  if (segments === null) throw new SyncFailure('corruption', 'the manifest has a gap');
  return [...parts, ...stepsOver(segments, start)];
}

/** What is left of a plan for a cache that has come as far as `at`. */
export function restOf(plan: readonly PlannedFile[], at: Position): readonly PlannedFile[] {
  const next = plan.findIndex(({ from }) => from.rev === at.rev && from.parts === at.parts);
  if (next >= 0) return plan.slice(next);
  const end = plan.at(-1)?.to;
  const isThrough = plan.length === 0 || (end?.rev === at.rev && end.parts === at.parts);
  if (isThrough) return [];
  throw new DigestFailure('the plan does not fit the cache');
}

/** Names the snapshot of a manifest: a filling is gone on with only from the same one. */
export function snapshotName(manifest: Manifest): string {
  const first = manifest.snapshot?.parts[0]?.sha256 ?? 'segments';
  return `${manifest.snapshot?.rev ?? 0}.${first}`;
}
