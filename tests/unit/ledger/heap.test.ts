import { describe, expect, test } from 'vitest';
import { Heap } from '@/lib/ledger/heap';

const heapOf = (items: readonly number[]): Heap<number> => {
  const heap = new Heap<number>((a, b) => a - b);
  for (const item of items) heap.push(item);
  return heap;
};

function drained<T>(heap: Heap<T>): readonly T[] {
  const items: T[] = [];
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) items.push(item);
  return items;
}

/** All orders of the items. */
function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}

describe('the least comes out first', () => {
  test('of up to six, in whatever order they went in', () => {
    for (let n = 0; n <= 6; n += 1) {
      const sorted = Array.from({ length: n }, (_, at) => at);
      for (const order of ordersOf(sorted)) expect(drained(heapOf(order))).toEqual(sorted);
    }
  });

  test('and each as often as it went in', () => {
    expect(drained(heapOf([2, 1, 2, 1, 0, 2]))).toEqual([0, 1, 1, 2, 2, 2]);
  });

  test('though others come in meanwhile', () => {
    const heap = heapOf([5, 3]);
    expect(heap.pop()).toBe(3);
    heap.push(4);
    heap.push(9);
    expect(heap.pop()).toBe(4);
    heap.push(1);
    expect(drained(heap)).toEqual([1, 5, 9]);
    heap.push(7);
    expect(drained(heap)).toEqual([7]);
  });

  test('of nothing comes nothing', () => {
    expect(heapOf([]).pop()).toBeUndefined();
  });

  test('by the order that is asked for', () => {
    const heap = new Heap<string>((a, b) => b.length - a.length);
    for (const word of ['a', 'ccc', 'bb']) heap.push(word);
    expect(drained(heap)).toEqual(['ccc', 'bb', 'a']);
  });
});
