import { describe, expect, it } from 'vitest';
import { clipFaults } from '../../faults/clip';

/** `npm run faults -- clip` does the same with 2,000. */
const CLIPS = 120;

describe('clips made in 8 windows while workers and the browser die and the tracker fails', () => {
  it('none is missing, doubled or changed', async () => {
    const { missing, doubled, differing, ...rest } = await clipFaults(CLIPS, 'saveFirst');
    expect({ missing, doubled, differing }).toEqual({ missing: 0, doubled: 0, differing: 0 });
    expect(rest.clips).toBe(CLIPS);
    // Or nothing was broken: every kind of step was somebody's last, and answers were lost.
    expect(Object.keys(rest.kills)).toHaveLength(4);
    expect(rest.arrivedAgain).toBeGreaterThan(0);
  }, 120_000);

  it('the control, which sends before it saves, loses some', async () => {
    expect((await clipFaults(CLIPS, 'sendFirst')).missing).toBeGreaterThan(0);
  }, 60_000);
});
