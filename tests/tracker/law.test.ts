import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, changeLine, chunksOf, type LogRow, segmentsOf } from '@/tracker/publish/lines';
import { newestOf } from '@/tracker/publish/newest';
import { inSnapshotOrder } from '@/tracker/publish/snapshot-order';
import { belonging } from './belonging';

/** What a reader holds: lines by id. */
type Held = ReadonlyMap<string, string>;

function apply(before: Held, rows: readonly LogRow[], after: number): Map<string, string> {
  const held = new Map(before);
  for (const row of rows) {
    if (row.rev <= after) continue;
    if (row.body === null) held.delete(row.id);
    else held.set(row.id, changeLine(row));
  }
  return held;
}

/** A history: few ids, so that most changes supersede another; a null body deletes. */
const history = fc
  .array(fc.record({ id: fc.integer({ min: 0, max: 6 }), gone: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((changes) =>
    changes.map(({ id, gone }, index): LogRow => {
      const rev = index + 1;
      return { rev, kind: 'promise', id: `p${id}`, body: gone ? null : `{"n":${rev}}` };
    }),
  );

const cut = fc.nat();

/** 50,000 by `UADE_RUNS=50000 npx vitest run --project tracker tests/tracker/law.test.ts`. */
const HISTORIES = Number(process.env['UADE_RUNS'] ?? 2_500);

describe('the law: a snapshot and the segments after it are all segments', () => {
  it('for any history, any snapshot, any compaction and any reader in between', () => {
    fc.assert(
      fc.property(history, cut, cut, cut, (log, a, b, c) => {
        const end = log.length;
        const snapshotAt = a % (end + 1);
        const compactTo = b % (end + 1);
        const cursor = c % (end + 1);
        const all = apply(new Map(), log, 0);
        const live = newestOf(log.slice(0, snapshotAt)).filter(({ body }) => body !== null);
        const compacted = [...newestOf(log.slice(0, compactTo)), ...log.slice(compactTo)];
        const snapshot = inSnapshotOrder(live.map(belonging));
        expect(apply(apply(new Map(), snapshot, 0), compacted, snapshotAt)).toEqual(all);
        const reader = apply(new Map(), log.slice(0, cursor), 0);
        expect(apply(reader, compacted, cursor)).toEqual(all);
        expect(apply(apply(reader, compacted, cursor), compacted, 0)).toEqual(all);
      }),
      { numRuns: HISTORIES },
    );
  });

  it('a segment list covers every rev once, whatever was dropped by compaction', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (log) => {
        const segments = await segmentsOf(newestOf(log), 1, log.length);
        let next = 1;
        for (const { from, to } of segments) {
          expect(from).toBe(next);
          next = to + 1;
        }
        expect(next).toBe(log.length + 1);
      }),
      { numRuns: 200 },
    );
  });

  it('in a snapshot an office stands together, after what it refers to, and nothing is lost', () => {
    let rev = 0;
    const row = (kind: string, id: string, body: object): LogRow => {
      rev += 1;
      return { rev, kind, id, body: JSON.stringify(body) };
    };
    const rows = [
      row('statusEvent', 'e2', { promiseId: 'p2' }),
      row('promise', 'p1', { postId: 'a' }),
      row('promise', 'p2', { postId: 'b' }),
      row('post', 'a', {}),
      row('promise', 'p3', { postId: 'a' }),
      row('sourceCheck', 'c3', { clipId: 'p3' }),
      row('stance', 's0', { promiseId: 'not there' }),
      row('area', 'z', {}),
    ].map(belonging);
    const ordered = inSnapshotOrder(rows);
    expect(ordered.map(({ id }) => id)).toEqual(['z', 'a', 'p1', 'p3', 'c3', 'p2', 'e2', 's0']);
    expect(new Set(ordered)).toEqual(new Set(rows));
  });

  it('cuts by rows and by length, and loses no line', async () => {
    const wide = Array.from({ length: 6_000 }, (_unused, index): LogRow => {
      const body = JSON.stringify({ text: 'ы'.repeat(index % 400) });
      return { rev: index + 1, kind: 'promise', id: `p${index}`, body };
    });
    const chunks: Chunk[] = [];
    for await (const chunk of chunksOf(wide)) chunks.push(chunk);
    expect(chunks.map(({ text }) => text).join('')).toBe(
      wide.map((row) => `${changeLine(row)}\n`).join(''),
    );
    for (const { text, rows } of chunks) {
      expect(rows).toBeLessThanOrEqual(2_500);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    }
  });
});
