import { describe, expect, it } from 'vitest';
import { openSigner } from '@/tracker/publish/keys';
import { tempDir } from './harness';
import { proveHot, proveOpen, proveWriters } from './proofs';
import { newDatabase } from './stores';

describe('many writers at once', () => {
  it('16 writers: the log loses nothing, doubles nothing, has no gap; a plain sequence loses', async () => {
    const size = { writers: 16, transactions: 40, rows: 3, holdMs: 25 };
    const proof = await proveWriters(await newDatabase(), size);
    expect(proof).toMatchObject({ written: 1920, lost: 0, doubled: 0, gaps: 0 });
    // The control: were it to lose nothing, the run would prove nothing.
    expect(proof.lostBySequence).toBeGreaterThan(0);
  });

  it('three publishers on hot records: never an older version after a newer one', async () => {
    const size = { records: 10, changes: 1_500, publishers: 3 };
    expect(await proveHot(await newDatabase(), size, false)).toMatchObject({
      inversions: 0,
      stale: 0,
    });
    const control = await proveHot(await newDatabase(), size, true);
    expect(control.inversions + control.stale).toBeGreaterThan(0);
  });

  it('what others write is published while a transaction is still open, and the open one afterwards', async () => {
    const signer = await openSigner(tempDir());
    const deps = { signer, now: () => new Date(), guard: null };
    const proof = await proveOpen(await newDatabase(), deps);
    expect(proof).toEqual({ whileOpen: ['free-0', 'free-1', 'free-2'], afterwards: ['held'] });
  });
});
