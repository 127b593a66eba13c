import { expect, test } from 'vitest';
import type { Steps } from '@/lib/ledger/steps';
import { allInSlices } from '@/lib/page/slices';

const WORK_MS = 600;
const TIMER_MS = 5;

/** Steps that keep the thread busy, a tenth of a millisecond each. */
function* busy(ms: number): Steps<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const until = performance.now() + 0.1;
    while (performance.now() < until);
    yield;
  }
}

test('while we work in slices, the timers and the frames of the page have their turns', async () => {
  let [timers, frames, isOver] = [0, 0, false];
  const tick = () => {
    timers += 1;
    if (!isOver) setTimeout(tick, TIMER_MS);
  };
  const frame = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(frame);
  };
  setTimeout(tick, TIMER_MS);
  requestAnimationFrame(frame);
  await allInSlices(busy(WORK_MS));
  isOver = true;
  // Once in 50 ms; an idle page would see ten times as many timers.
  expect(timers).toBeGreaterThan(WORK_MS / 50);
  expect(frames).toBeGreaterThan(WORK_MS / 50);
});
