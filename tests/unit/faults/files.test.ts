import { describe, expect, it } from 'vitest';
import { fileFaults } from '../../faults/files';

describe('files spoiled on their way to the reader', () => {
  it('none is accepted, each ends in its named state, and the next good poll converges', async () => {
    // `npm run faults -- files` turns a bit in every byte of the head.
    const proof = await fileFaults({ headStep: 61, samples: 3 });
    expect(proof.misnamed).toEqual([]);
    expect(proof.wrong).toBe(0);
    // 17 faults of every kind of file, 8 of heads, bits turned in 5 kinds.
    expect(proof.rows).toBe(17 * 5 + 8 + 5);
    // The control, which believes what parses, holds what was never published.
    expect(proof.control).toBeGreaterThan(0);
  }, 300_000);
});
