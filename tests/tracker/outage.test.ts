import { describe, expect, it } from 'vitest';
import { silent } from '@/tracker/log';
import { storeFaults } from '@/tracker/store/faults';
import { type OutageProof, proveRefusedWrites, proveUnreachable } from './outages';

describe('the storage fails for a while', () => {
  it.concurrent.each<[string, () => Promise<OutageProof>, string, number]>([
    ['the database is not there', proveUnreachable, 'the database does not answer', 1],
    // Whether a full disk is over is known after a minute.
    ['the disk is full', proveRefusedWrites, 'the disk is full', 0],
  ])(
    '%s: one line, nothing lost',
    async (_what, prove, words, overs) => {
      const { acknowledged, lost, refused, errors, said, over } = await prove();
      expect({ lost, errors }).toEqual({ lost: 0, errors: [] });
      expect(acknowledged).toBeGreaterThanOrEqual(40);
      expect(said).toEqual([expect.stringContaining(words)]);
      expect(over).toHaveLength(overs);
      // The control: what a log says that forgets, and what a writer loses who does not try again.
      expect(refused).toBeGreaterThan(10);
    },
    60_000,
  );

  it('a fault that goes on is said again after an hour, with how often it was met', () => {
    const lines: [string, object][] = [];
    const note = (fields: object, words: string) => void lines.push([words, fields]);
    let at = 0;
    const faults = storeFaults({ ...silent, error: note }, () => new Date(at));
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    for (const minutes of [0, 1, 2, 61]) {
      at = minutes * 60_000;
      expect(faults.met(full)).toBe(true);
    }
    expect(lines.map(([, fields]) => fields)).toEqual([
      { reason: 'ENOSPC write' },
      { reason: 'ENOSPC write', met: 2 },
    ]);
  });

  it('what is no fault of the storage is left to whoever met it', () => {
    const faults = storeFaults(silent, () => new Date());
    expect(faults.met(new TypeError('x is not a function'))).toBe(false);
    expect(faults.met(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  });

  it('a full disk is over when something was written and nothing failed for a minute', () => {
    const lines: string[] = [];
    const note = (_fields: object, words: string) => void lines.push(words);
    let at = 0;
    const faults = storeFaults({ ...silent, info: note }, () => new Date(at));
    faults.met(Object.assign(new Error('no room'), { code: '53100' }));
    faults.over(true);
    at = 60_000;
    faults.over(false);
    expect(lines).toEqual([]);
    faults.over(true);
    expect(lines).toEqual([expect.stringContaining('over: the disk is full')]);
  });
});
