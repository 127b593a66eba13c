import type { Block } from './block';
import { BlockReader } from './read-blocks';

/** The longest piece of work in one go, in milliseconds; the frame's budget of 8 leaves room for a slow clock. */
export const SLICE_MS = 4;

/** Lets the page work before we go on. */
export function giveWay(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

/** Reads the blocks under an element without ever holding the page up; stops early when the signal ends. */
export async function readInSlices(root: Element, signal: AbortSignal): Promise<readonly Block[]> {
  const reader = new BlockReader(root);
  while (!signal.aborted && !reader.step(performance.now() + SLICE_MS)) await giveWay();
  return reader.blocks;
}
