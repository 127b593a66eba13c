import type { Steps } from '@/lib/ledger/steps';
import type { Block } from './block';
import { BlockReader } from './read-blocks';

/**
 * The longest piece of work in one go, in milliseconds. The budget is 8: what a slice leaves behind is collected
 * in the same task, and 4 ms of reading 50,000 nodes made tasks of 11 (measured).
 */
export const SLICE_MS = 3;

/**
 * Lets the page work before we go on: by a message, which waits its turn. `scheduler.yield` comes before all that
 * waits: of a work of 3 s no timer of the page ran until its end (Chromium 156, Firefox 153), and a frame stood still
 * for 0.3 s.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

/** Does work in slices; null when the signal ends first. */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  let until = 0;
  while (!signal.aborted) {
    if (performance.now() > until) {
      // First of all: whatever led here has had its own slice.
      await giveWay();
      until = performance.now() + SLICE_MS;
      continue;
    }
    const step = steps.next();
    if (step.done === true) return step.value;
  }
  return null;
}

/** Does all of the work in slices. */
export async function allInSlices<T>(steps: Steps<T>): Promise<T> {
  for (let until = 0; ; ) {
    if (performance.now() > until) {
      await giveWay();
      until = performance.now() + SLICE_MS;
    }
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Reads the blocks under an element without ever holding the page up; stops early when the signal ends. */
export async function readInSlices(
  root: Element,
  onShadow: (shadow: ShadowRoot) => void,
  signal: AbortSignal,
): Promise<readonly Block[]> {
  const reader = new BlockReader(root, false, onShadow);
  // First of all: whatever led here has had its own slice.
  do await giveWay();
  while (!signal.aborted && !reader.step(performance.now() + SLICE_MS));
  return reader.blocks;
}
