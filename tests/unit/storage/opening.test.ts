import { expect, test } from 'vitest';
import { besideOtherWork } from '@/lib/storage/opening';

/** Works until nothing is waited for, and says how often it let the store go on. */
async function turnsOf(opening: () => Promise<void> | null): Promise<number> {
  for (let turns = 0; ; turns += 1) {
    const turn = opening();
    if (turn === null) return turns;
    await turn;
  }
}

test('opens once, and lets the store go on until it is open', async () => {
  let opened = 0;
  const opening = besideOtherWork(async () => {
    opened += 1;
  });
  expect(await turnsOf(opening)).toBe(1);
  expect(opening()).toBeNull();
  expect(opened).toBe(1);
});

test('what answers by an event comes in between two pieces of work', async () => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  const opening = besideOtherWork(() => answer);
  port2.postMessage('open');
  let isOpen = false;
  void answer.then(() => {
    isOpen = true;
  });
  await opening();
  port1.close();
  expect(isOpen).toBe(true);
});

test('no turn is taken within a millisecond of the last one', async () => {
  const opening = besideOtherWork(() => new Promise(() => {}));
  await opening();
  expect(opening()).toBeNull();
});

test('a store that cannot be opened is not waited for, nor its failure thrown here', async () => {
  const opening = besideOtherWork(() => Promise.reject(new Error('no room')));
  expect(await turnsOf(opening)).toBe(1);
  expect(opening()).toBeNull();
});
